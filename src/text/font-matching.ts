/** Chooses faces for a style as CSS does (CSS Fonts 4, 5.2): family by family, then slant, then the nearest weight. */
import type { FontFace, TextStyle } from '../style/computed.ts'

/** The part of a style that chooses fonts. */
export type FontWish = Pick<TextStyle, 'fontFamily' | 'fontWeight' | 'fontStyle'>

/** The faces to try for a style, best first: those of its families, then one of every other family. */
export function matchFaces(faces: readonly FontFace[], wish: FontWish): readonly FontFace[] {
  const wanted = wish.fontFamily.map(folded)
  const others = faces.map(({ family }) => folded(family))
  const families = [...new Set([...wanted, ...others])]
  return families.flatMap((family) =>
    matchInFamily(
      faces.filter((face) => folded(face.family) === family),
      wish,
    ),
  )
}

/** Families of the style that no face declares; the generic families of CSS are not meant to be declared. */
export function unknownFamilies(faces: readonly FontFace[], wish: FontWish): readonly string[] {
  const known = new Set(faces.map(({ family }) => folded(family)))
  return wish.fontFamily.filter(
    (family) => !known.has(folded(family)) && !genericFamilies.has(folded(family)),
  )
}

/** Whether a face's unicode-range lets it draw a code point. */
export function isInRange(face: FontFace, codePoint: number): boolean {
  const ranges = face.unicodeRange
  return ranges === undefined || ranges.some(([from, to]) => codePoint >= from && codePoint <= to)
}

const genericFamilies = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'fantasy',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'ui-rounded',
  'math',
])

/**
 * The faces of one family with the slant and weight that fit best. Several when they differ in unicode-range;
 * the one declared last comes first, because it wins where ranges overlap (CSS Fonts 4, 4.5.1).
 */
function matchInFamily(faces: readonly FontFace[], wish: FontWish): readonly FontFace[] {
  const sameStyle = faces.filter(({ style }) => style === wish.fontStyle)
  const styled = sameStyle.length > 0 ? sameStyle : faces
  const weight = nearestWeight(
    styled.map((face) => face.weight),
    wish.fontWeight,
  )
  return styled.filter((face) => face.weight === weight).reverse()
}

/** CSS Fonts 4, 5.2.2: regular text looks up to medium first, light text looks lighter, bold text bolder. */
function nearestWeight(weights: readonly number[], wish: number): number | undefined {
  const heavier = weights.filter((weight) => weight >= wish).sort((a, b) => a - b)
  const lighter = weights.filter((weight) => weight <= wish).sort((a, b) => b - a)
  if (wish > 500) return heavier[0] ?? lighter[0]
  if (wish < 400) return lighter[0] ?? heavier[0]
  const [nearestHeavier] = heavier
  return nearestHeavier !== undefined && nearestHeavier <= 500
    ? nearestHeavier
    : (lighter[0] ?? nearestHeavier)
}

/** Family names are matched without regard to case. */
function folded(family: string): string {
  return family.toLowerCase()
}
