import { describe, expect, it } from 'vitest'
import type { FontFace, TextStyle } from '../../src/style/computed.ts'
import { matchFaces } from '../../src/text/font-matching.ts'
import type { MissingGlyph } from '../../src/text/fonts.ts'
import { face, fontsOf, handoutFaces, sources, textStyle } from './fonts-for-tests.ts'

/** "text@PostScriptName" of each run. */
function runsOf(
  text: string,
  style: TextStyle,
  faces: readonly FontFace[] = handoutFaces,
): { readonly runs: string[]; readonly missing: MissingGlyph[] } {
  const missing: MissingGlyph[] = []
  const runs = fontsOf(faces)
    .fonts.shape(text, style, 'ltr', (one) => missing.push(one))
    .map((run) => `${run.text}@${run.font.postScriptName}`)
  return { runs, missing }
}

const atkinson = 'AtkinsonHyperlegibleNext-Regular'
const sourceSans = 'SourceSans3-Regular'

describe('choosing fonts for characters', () => {
  it.each([
    ['one font has it all', 'knee 12', [`knee 12@${atkinson}`]],
    [
      'symbols that only another has',
      'a → b',
      [`a @${atkinson}`, `→ @${sourceSans}`, `b@${atkinson}`],
    ],
    ['a space stays with the word before it', '✓ ', [`✓ @${sourceSans}`]],
    ['and before one', '\u00a0✓', [`\u00a0@${atkinson}`, `✓@${sourceSans}`]],
    ['invisible characters stay with their neighbour', 'a\u2060b', [`a\u2060b@${atkinson}`]],
    ['a mark stays with its letter', 'e\u0301', [`e\u0301@${atkinson}`]],
    ['a letter goes where its mark is', 'xe\u0309', [`x@${atkinson}`, `e\u0309@${sourceSans}`]],
    ['a family that is not in the list comes last', 'ت', ['ت@IBMPlexSansArabic-Regular']],
  ])('%s', (_, text, expected) => {
    expect(runsOf(text, textStyle())).toEqual({ runs: expected, missing: [] })
  })

  it('takes every drawn symbol of a handout from the two families', () => {
    expect(runsOf('→✓☐½°′″×–•', textStyle()).missing).toEqual([])
  })

  it('takes the zero from the family that is declared for it alone', () => {
    const style = textStyle({ fontFamily: ['Zero', 'Atkinson'] })
    expect(runsOf('105', style).runs).toEqual([`1@${atkinson}`, `0@${sourceSans}`, `5@${atkinson}`])
    expect(fontsOf().fonts.metrics(style).ascent).toBe(0.984)
  })

  it('takes the space after that zero from the text’s own family', () => {
    const style = textStyle({ fontFamily: ['Zero', 'Atkinson'] })
    expect(runsOf('10 each', style).runs).toEqual([
      `1@${atkinson}`,
      `0@${sourceSans}`,
      ` each@${atkinson}`,
    ])
  })

  it('tells what no font has, with the families it asked', () => {
    const { missing } = runsOf('go 😀 漢', textStyle())
    const tried = ['Zero', 'Atkinson', 'Source Sans', 'Arabic']
    expect(missing).toEqual([
      { character: '😀', tried },
      { character: '漢', tried },
    ])
  })

  it('tells it again when the same word comes again', () => {
    const { fonts } = fontsOf()
    const missing: string[] = []
    const style = textStyle()
    for (let time = 0; time < 2; time += 1) {
      fonts.shape('漢', style, 'ltr', ({ character }) => missing.push(character))
    }
    expect(missing).toEqual(['漢', '漢'])
  })

  it('shapes a word once for all documents', () => {
    const shape = (): unknown =>
      fontsOf().fonts.shape('hamstring ', textStyle(), 'ltr', () => {})[0]
    expect(shape()).toBe(shape())
  })
})

describe('matching faces to a style', () => {
  const weights = (declared: readonly number[], wish: number): number | undefined =>
    matchFaces(
      declared.map((weight) => face('A', `a-${String(weight)}.ttf`, { weight })),
      { fontFamily: ['A'], fontWeight: wish, fontStyle: 'normal' },
    )[0]?.weight

  it.each([
    [[400, 700], 400, 400],
    [[300, 500], 400, 500],
    [[300, 600], 400, 300],
    [[600, 700], 400, 600],
    [[400, 700], 500, 400],
    [[200, 400], 300, 200],
    [[400, 700], 300, 400],
    [[400, 900], 600, 900],
    [[300, 400], 700, 400],
  ])('of weights %j, %i takes %i', (declared, wish, expected) => {
    expect(weights(declared, wish)).toBe(expected)
  })

  it('prefers the slant to the weight, and family names have no case', () => {
    const faces = [
      face('Body', 'regular.ttf'),
      face('Body', 'italic.ttf', { style: 'italic', weight: 400 }),
      face('Body', 'bold.ttf', { weight: 700 }),
    ]
    const match = matchFaces(faces, { fontFamily: ['BODY'], fontWeight: 700, fontStyle: 'italic' })
    expect(match.map(({ source }) => source)).toEqual(['italic.ttf'])
  })

  it('asks the face declared last first where ranges overlap', () => {
    const faces = [face('Body', 'all.ttf'), face('Body', 'zero.ttf', { unicodeRange: [[48, 48]] })]
    const match = matchFaces(faces, { fontFamily: ['Body'], fontWeight: 400, fontStyle: 'normal' })
    expect(match.map(({ source }) => source)).toEqual(['zero.ttf', 'all.ttf'])
  })
})

describe('problems with fonts', () => {
  const problemsOf = (
    source: string,
    files: Readonly<Record<string, Uint8Array>> = {},
  ): readonly (readonly [string, string])[] => {
    const { fonts, problems } = fontsOf([face('Body', source)], files)
    const style = textStyle({ fontFamily: ['Body'] })
    fonts.metrics(style)
    fonts.metrics(style)
    return problems.map(({ code, message }) => [code, message])
  }

  it('are reported once, at the rule', () => {
    const woff = Buffer.from('wOF2'.padEnd(48, '\0'))
    const { fonts, problems } = fontsOf([face('Body', 'a.woff2')], { 'a.woff2': woff })
    fonts.metrics(textStyle({ fontFamily: ['Body'] }))
    expect(problems).toEqual([
      {
        code: 'text-font-format',
        severity: 'error',
        message: 'a.woff2 is WOFF2; only static TrueType fonts can be used',
        hint: "use the family's .ttf file; Google Fonts and the @expo-google-fonts packages have them.",
        place: face('Body', '').place,
      },
    ])
  })

  it.each([
    ['assets/none.ttf', 'text-font-not-found'],
    ['npm:@expo-google-fonts/source-sans-3/none.ttf', 'text-font-not-found'],
    ['npm:@expo-google-fonts/no-such-family/none.ttf', 'text-font-not-found'],
    ['npm:@expo-google-fonts/source-sans-3/package.json', 'text-font-source'],
    ['npm:@expo-google-fonts/source-sans-3/../../sharp/package.json', 'text-font-source'],
    ['npm:@expo-google-fonts/../x.ttf', 'text-font-source'],
    ['npm:sharp/package.json', 'text-font-source'],
    ['https://example.org/font.ttf', 'text-font-source'],
    ['file:///etc/passwd', 'text-font-source'],
  ])('%s is %s', (source, code) => {
    expect(problemsOf(source).map(([found]) => found)).toEqual([code])
  })

  it('name a family that no rule declares, and suggest the nearest', () => {
    const { fonts, problems } = fontsOf()
    for (const fontFamily of [['Atkinsen', 'sans-serif'], ['Atkinsen']]) {
      fonts.metrics(textStyle({ fontFamily }))
    }
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['text-unknown-family', 'did you mean "Atkinson"?'],
    ])
  })

  it('go on without a font: nothing is shaped, and it is said once', () => {
    const { fonts, problems } = fontsOf([])
    const style = textStyle()
    expect(fonts.shape('a', style, 'ltr', () => {})).toEqual([])
    expect(fonts.shape('b', style, 'ltr', () => {})).toEqual([])
    expect(problems.filter(({ code }) => code === 'text-no-fonts')).toHaveLength(1)
  })

  it('use a font of the pack', () => {
    const { fonts, problems } = fontsOf([face('Body', sources.sourceSans)])
    expect(fonts.metrics(textStyle({ fontFamily: ['Body'] })).xHeight).toBe(0.486)
    expect(problems).toEqual([])
  })
})
