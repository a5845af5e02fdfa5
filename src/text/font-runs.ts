/** Splits text where its font changes: each character takes the first font that has it, and signs keep to their letter. */
import type { Font } from './font.ts'

/** The font for a character and the marks that stand on it, or undefined when none has all of them. */
export type ChooseFont = (codePoint: number, marks: readonly number[]) => Font | undefined

/** Whether the face that draws one character may draw another: a `unicode-range` can exclude what the file has. */
export type MayFollow = (before: number, codePoint: number) => boolean

export interface FontChoice {
  readonly choose: ChooseFont
  readonly mayFollow: MayFollow
  /** For what no font has, with no neighbour to follow. */
  readonly fallback: Font
}

export interface FontRun {
  readonly font: Font
  readonly text: string
}

/**
 * Split text into runs of one font. Spaces stay with the font before them where it may draw them (a face for
 * one digit alone may not), invisible characters always. What no font has stays there too, and is listed in
 * `missing`.
 */
export function splitByFont(
  text: string,
  { choose, mayFollow, fallback }: FontChoice,
): { readonly runs: readonly FontRun[]; readonly missing: readonly string[] } {
  const only = onlyFont(text, choose)
  if (only !== undefined) return { runs: [{ font: only, text }], missing: [] }
  const runs: { font: Font; text: string }[] = []
  const missing: string[] = []
  let leading = ''
  for (const cluster of clustersOf(text)) {
    const last = runs.at(-1)
    if (isInvisible(cluster) || isSpaceAfter(last, cluster, mayFollow)) {
      if (last === undefined) leading += cluster.text
      else last.text += cluster.text
      continue
    }
    const found = chooseFor(cluster, choose)
    if (!found.isComplete) missing.push(cluster.text)
    const font = found.font ?? last?.font ?? fallback
    if (last?.font === font) last.text += cluster.text
    else runs.push({ font, text: leading + cluster.text })
    leading = ''
  }
  if (leading !== '') runs.push({ font: fallback, text: leading })
  return { runs, missing }
}

/** The font of the whole text when it is plain Latin and one font has it all: nearly every word. */
function onlyFont(text: string, choose: ChooseFont): Font | undefined {
  let font: Font | undefined
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code === 0xad || code >= 0x300) return undefined
    const found = choose(code, [])
    if (found === undefined || (font !== undefined && found !== font)) return undefined
    font = found
  }
  return font
}

interface Cluster {
  readonly text: string
  readonly codePoints: readonly number[]
}

function isInvisible({ text }: Cluster): boolean {
  return /^[\p{Cc}\p{Cf}]/u.test(text) && !/\p{M}/u.test(text)
}

/** Whether this is a space that the font of the text before it may draw. */
function isSpaceAfter(
  run: FontRun | undefined,
  { text, codePoints: [space = 0] }: Cluster,
  mayFollow: MayFollow,
): boolean {
  const before = run && Array.from(run.text.slice(-2)).at(-1)?.codePointAt(0)
  return before !== undefined && /^\p{Zs}$/u.test(text) && mayFollow(before, space)
}

/** A character with the marks, joiners and variation selectors that follow it. */
function clustersOf(text: string): Cluster[] {
  const clusters: Cluster[] = []
  for (const [cluster] of text.matchAll(/\P{M}?\p{M}*/gsu)) {
    if (cluster === '') continue
    clusters.push({
      text: cluster,
      codePoints: Array.from(cluster, (character) => character.codePointAt(0) ?? 0),
    })
  }
  return clusters
}

function chooseFor(
  cluster: Cluster,
  choose: ChooseFont,
): { readonly font: Font | undefined; readonly isComplete: boolean } {
  const [base = 0, ...marks] = cluster.codePoints
  const drawnMarks = marks.filter((mark) => !isVariationSelector(mark))
  const whole = choose(base, drawnMarks)
  if (whole !== undefined) return { font: whole, isComplete: true }
  if (drawnMarks.length === 0) return { font: undefined, isComplete: false }
  // A font may have the letter with its mark as one character only: é, but not U+0301.
  const [composed = 0, ...others] = Array.from(
    cluster.text.normalize('NFC'),
    (character) => character.codePointAt(0) ?? 0,
  )
  const precomposed = others.length === 0 ? choose(composed, []) : undefined
  if (precomposed !== undefined) return { font: precomposed, isComplete: true }
  return { font: choose(base, []), isComplete: false }
}

function isVariationSelector(codePoint: number): boolean {
  return codePoint >= 0xfe00 && codePoint <= 0xfe0f
}
