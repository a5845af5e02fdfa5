/** Problems of the text stage: fonts, characters without a glyph, words that do not fit. */
import { suggest } from './nearest.ts'
import { error, warning } from './problem.ts'

export const textProblems = {
  'text-font-not-found': error<{ source: string }>(
    'An @font-face rule names a file that is not in the pack, or not in an installed font package.',
    ({ source }) => ({
      message: `no such font file: ${source}`,
      hint: 'give a path inside the pack, or npm:@expo-google-fonts/<family>/<file>.ttf of an installed package.',
    }),
  ),
  'text-font-source': error<{ source: string }>(
    'Fonts are read from the pack and from installed packages of the scope @expo-google-fonts, nowhere else, so that a pack cannot read other files of the computer and prints the same everywhere.',
    ({ source }) => ({
      message: `fonts may not be read from ${source}`,
      hint: 'copy the .ttf file into the pack, or name it npm:@expo-google-fonts/<family>/<file>.ttf.',
    }),
  ),
  'text-font-format': error<{ source: string; format: string }>(
    'Only static TrueType fonts (.ttf) can be embedded. WOFF and WOFF2 are packed for the web and often hold only one script.',
    ({ source, format }) => ({
      message: `${source} is ${format}; only static TrueType fonts can be used`,
      hint: "use the family's .ttf file; Google Fonts and the @expo-google-fonts packages have them.",
    }),
  ),
  'text-font-variable': error<{ source: string }>(
    'A variable font holds many weights in one file, and a PDF cannot choose among them. The family’s static files hold one weight each.',
    ({ source }) => ({
      message: `${source} is a variable font`,
      hint: 'use one static .ttf file for each weight and style; they are often in a folder called "static".',
    }),
  ),
  'text-font-damaged': error<{ source: string; table: string }>(
    'The font file is cut short, or lacks something that every font must have.',
    ({ source, table }) => ({
      message: `${source} is damaged or incomplete (${table})`,
      hint: 'download the font again.',
    }),
  ),
  'text-font-not-embeddable': error<{ source: string }>(
    'The font says in its own data (OS/2 fsType) that it may not be embedded or subset in documents.',
    ({ source }) => ({
      message: `the licence of ${source} does not allow embedding it in a PDF`,
      hint: 'choose a font under an open licence, or ask the maker for a file that permits embedding.',
    }),
  ),
  'text-no-fonts': error<Record<never, never>>(
    'There is text to print, but no @font-face rule gives a usable font. Fonts of the computer are never used.',
    () => ({
      message: 'no font to print the text with',
      hint: 'add an @font-face rule to the template’s CSS.',
    }),
  ),
  'text-unknown-family': warning<{ family: string; known: readonly string[] }>(
    'font-family names a family that no @font-face rule declares, so the next one in the list is used.',
    ({ family, known }) => ({
      message: `no @font-face rule declares the font family "${family}"`,
      hint: suggest(family, known),
    }),
  ),
  'text-missing-glyph': error<{ character: string; tried: readonly string[] }>(
    'None of the fonts can draw this character; printed, it would be an empty box.',
    ({ character, tried }) => ({
      message: `no font has the character ${visible(character)}${codePoints(character)}`,
      hint: `asked: ${tried.join(', ')}. Write it another way, or add an @font-face rule with a font that has it.`,
    }),
  ),
  'text-overflow': error<{ word: string; millimetres: number }>(
    'A word, or a line that may not break, is wider than the box it stands in.',
    ({ word, millimetres }) => ({
      message: `"${word}" is ${millimetres.toFixed(1)} mm wider than its box`,
      hint: 'shorten it, put a soft hyphen (&shy;) into it, make the box wider or the type smaller, or set overflow-wrap: anywhere.',
    }),
  ),
}

function visible(character: string): string {
  return /^[\p{C}\p{Z}\p{M}]/u.test(character) ? '' : `${character} `
}

function codePoints(text: string): string {
  const codes = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
  return `(${codes.join(' ')})`
}
