/** Real fonts and styles for tests of text and lines. */
import { memoryFiles } from '../../src/content/memory-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { FontFace, TextStyle } from '../../src/style/computed.ts'
import { createFontCache } from '../../src/text/font-cache.ts'
import { createFontLoader } from '../../src/text/font-source.ts'
import type { LoadFont } from '../../src/text/font-source.ts'
import { createFonts } from '../../src/text/fonts.ts'
import type { Fonts } from '../../src/text/fonts.ts'

const folder = 'npm:@expo-google-fonts'

export const sources = {
  atkinson: `${folder}/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  atkinsonBold: `${folder}/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  atkinsonItalic: `${folder}/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf`,
  sourceSans: `${folder}/source-sans-3/400Regular/SourceSans3_400Regular.ttf`,
  arabic: `${folder}/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf`,
} as const

export const cache = createFontCache()

/** A loader of package fonts, and of the given bytes by source. */
export function loaderOf(files: Readonly<Record<string, Uint8Array>> = {}): LoadFont {
  return createFontLoader(memoryFiles(files), cache)
}

export function face(family: string, source: string, rest: Partial<FontFace> = {}): FontFace {
  return {
    family,
    source,
    weight: 400,
    style: 'normal',
    unicodeRange: undefined,
    place: { file: 'handout.css', line: 1, column: 1, length: 1, excerpt: '@font-face' },
    ...rest,
  }
}

/** A zero without a slash, then the families of a handout. */
export const handoutFaces: readonly FontFace[] = [
  face('Zero', sources.sourceSans, { unicodeRange: [[0x30, 0x30]] }),
  face('Atkinson', sources.atkinson),
  face('Atkinson', sources.atkinsonBold, { weight: 700 }),
  face('Source Sans', sources.sourceSans),
  face('Arabic', sources.arabic),
]

export function fontsOf(
  faces: readonly FontFace[] = handoutFaces,
  files: Readonly<Record<string, Uint8Array>> = {},
): { readonly fonts: Fonts; readonly problems: Diagnostic[] } {
  const problems: Diagnostic[] = []
  const fonts = createFonts(faces, loaderOf(files), cache, (problem) => problems.push(problem))
  return { fonts, problems }
}

const black = { red: 0, green: 0, blue: 0 }

export function textStyle(changes: Partial<TextStyle> = {}): TextStyle {
  return {
    color: black,
    fontFamily: ['Atkinson', 'Source Sans'],
    fontSize: 10,
    fontWeight: 400,
    fontStyle: 'normal',
    numeric: 'normal',
    lineHeight: 15,
    letterSpacing: 0,
    textAlign: 'start',
    textWrap: 'wrap',
    whiteSpace: 'normal',
    overflowWrap: 'normal',
    direction: 'ltr',
    orphans: 2,
    widows: 2,
    listStyleType: 'none',
    language: 'en',
    fill: black,
    stroke: 'none',
    strokeWidth: 1,
    ...changes,
  }
}
