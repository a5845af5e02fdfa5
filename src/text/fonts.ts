/** The fonts of a document: for a style, the metrics of its font, and text shaped with fallback for each character. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { FontFace, TextStyle } from '../style/computed.ts'
import type { Font, FontRefusal, TextFeatures } from './font.ts'
import type { FontCache, ShapedRuns, ShapedWords } from './font-cache.ts'
import { isInRange, matchFaces, unknownFamilies } from './font-matching.ts'
import type { LoadFont } from './font-source.ts'
import { splitByFont } from './font-runs.ts'
import type { FontMetrics, ShapedText } from './shaped.ts'

export interface Fonts {
  /** Metrics of the first font of the style's family list, which make the line's height (CSS 2.2, 10.8.1). */
  metrics(style: TextStyle): FontMetrics
  /**
   * Shape text of one direction, split where the font changes, in logical order. Letter spacing is part
   * of the advances. Characters that no font has are told to `onMissing` and come out as `.notdef`.
   */
  shape(
    text: string,
    style: TextStyle,
    direction: 'ltr' | 'rtl',
    onMissing: (missing: MissingGlyph) => void,
  ): readonly ShapedText[]
  /** Whether every text so far has found its fonts and glyphs, so that nothing had to be said about them. */
  isSound(): boolean
}

/** A character that none of the fonts can draw. */
export interface MissingGlyph {
  readonly character: string
  /** Names of the families that were asked. */
  readonly tried: readonly string[]
}

/**
 * The fonts that @font-face rules declare. A font file is opened when a text first needs it; what is wrong
 * with it is reported then, at its rule.
 */
export function createFonts(
  faces: readonly FontFace[],
  load: LoadFont,
  cache: FontCache,
  tell: Report,
): Fonts {
  let isSound = true
  const report: Report = (problem) => {
    isSound = false
    tell(problem)
  }
  const opened = new Map<FontFace, Font | undefined>()
  const open = (face: FontFace): Font | undefined => {
    if (!opened.has(face)) opened.set(face, openFace(face, load, cache, report))
    return opened.get(face)
  }
  const reportFamilies = onceEach((family: string) => {
    const known = [...new Set(faces.map((face) => face.family))]
    report(diagnose('text-unknown-family', { family, known }))
  })
  const reportNoFonts = onceEach(() => {
    report(diagnose('text-no-fonts', {}))
  })
  const byStyle = new WeakMap<TextStyle, StyleFonts>()
  const byWish = new Map<string, StyleFonts>()

  const fontsOf = (style: TextStyle): StyleFonts => {
    const known = byStyle.get(style)
    if (known !== undefined) return known
    const key = wishKey(style)
    const made =
      byWish.get(key) ?? createStyleFonts(faces, style, open, cache.shapedWords(faces, key))
    if (!byWish.has(key)) unknownFamilies(faces, style).forEach(reportFamilies)
    byWish.set(key, made)
    byStyle.set(style, made)
    return made
  }

  return {
    metrics(style) {
      return fontsOf(style).primary()?.metrics ?? metricsWithoutFont
    },
    shape(text, style, direction, onMissing) {
      const fonts = fontsOf(style)
      if (fonts.primary() === undefined) {
        reportNoFonts('')
        return []
      }
      const { runs, missing } = fonts.shape(text, direction)
      const tried = missing.length > 0 ? [...new Set(faces.map(({ family }) => family))] : []
      if (missing.length > 0) isSound = false
      for (const character of missing) onMissing({ character, tried })
      return runs
    },
    isSound: () => isSound,
  }
}

interface StyleFonts {
  /** The first font that may draw a space: CSS Fonts 4 calls it the first available font. */
  primary(): Font | undefined
  shape(text: string, direction: 'ltr' | 'rtl'): ShapedRuns
}

/** Proportions of an average sans serif, so that layout can go on when there is no font at all. */
const metricsWithoutFont: FontMetrics = {
  ascent: 0.95,
  descent: 0.25,
  xHeight: 0.5,
  capHeight: 0.7,
}

function createStyleFonts(
  faces: readonly FontFace[],
  style: TextStyle,
  find: (face: FontFace) => Font | undefined,
  words: ShapedWords,
): StyleFonts {
  // A word that asked a broken font in vain is not remembered: the next document is to hear of it, too.
  let hasMissed = false
  const open = (face: FontFace): Font | undefined => {
    const font = find(face)
    hasMissed ||= font === undefined
    return font
  }
  const candidates = matchFaces(faces, style)
  const features: TextFeatures = {
    tabularFigures: style.numeric === 'tabular-nums',
    letterSpacing: style.fontSize === 0 ? 0 : style.letterSpacing / style.fontSize,
    language: style.language,
  }
  let primary: Font | undefined
  const findPrimary = (): Font | undefined =>
    (primary ??= firstOf(candidates, (face) => (isInRange(face, 0x20) ? open(face) : undefined)))
  const choose = (codePoint: number, following: readonly number[]): Font | undefined =>
    firstOf(candidates, (face) => {
      if (!isInRange(face, codePoint)) return undefined
      const font = open(face)
      return font?.covers(codePoint) === true && following.every((mark) => font.covers(mark))
        ? font
        : undefined
    })
  const mayFollow = (before: number, codePoint: number): boolean => {
    const drawn = candidates.find(
      (face) => isInRange(face, before) && open(face)?.covers(before) === true,
    )
    return (
      drawn !== undefined && isInRange(drawn, codePoint) && open(drawn)?.covers(codePoint) === true
    )
  }
  return {
    primary: findPrimary,
    shape(text, direction) {
      const known = words[direction].get(text)
      if (known !== undefined) return known
      hasMissed = false
      const fallback = findPrimary()
      if (fallback === undefined) return { runs: [], missing: [] }
      const { runs, missing } = splitByFont(text, { choose, mayFollow, fallback })
      const shaped = {
        runs: runs.map((run) => run.font.shape(run.text, direction, features)),
        missing,
      }
      if (!hasMissed) words[direction].set(text, shaped)
      return shaped
    },
  }
}

function openFace(
  face: FontFace,
  load: LoadFont,
  cache: FontCache,
  report: Report,
): Font | undefined {
  const bytes = load(face, report)
  if (bytes === undefined) return undefined
  const font = cache.open(bytes)
  if (!('reason' in font)) return font
  reportRefusal(font, face, report)
  return undefined
}

function reportRefusal(refusal: FontRefusal, { source, place }: FontFace, report: Report): void {
  switch (refusal.reason) {
    case 'format':
      report(diagnose('text-font-format', { source, format: refusal.format }, place))
      return
    case 'variable':
      report(diagnose('text-font-variable', { source }, place))
      return
    case 'damaged':
      report(diagnose('text-font-damaged', { source, table: refusal.table }, place))
      return
    case 'not-embeddable':
      report(diagnose('text-font-not-embeddable', { source }, place))
  }
}

function wishKey(style: TextStyle): string {
  return [
    style.fontFamily.join(','),
    style.fontWeight,
    style.fontStyle,
    style.numeric,
    style.fontSize === 0 ? 0 : style.letterSpacing / style.fontSize,
    style.language,
  ].join('|')
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function onceEach(tell: (word: string) => void): (word: string) => void {
  const told = new Set<string>()
  return (word) => {
    if (told.has(word)) return
    told.add(word)
    tell(word)
  }
}
