/** Tables whose first column is a place along a foot or shoe: more rows between the rows. */

export type Row = readonly [
  place: number,
  height: number,
  up: number,
  down: number,
  outer: number,
  inner: number,
]

/** As many rows as asked for, evenly spaced, closer together at both ends and smooth. */
export function interpolateRows(rows: readonly Row[], count: number): readonly Row[] {
  const first = rows[0]
  const last = rows[rows.length - 1]
  if (first === undefined || last === undefined) throw new Error('a table without rows')
  return Array.from({ length: count }, (_, index) => {
    const even = index / (count - 1)
    // Half a cosine wave: heel and toe are rounder than the middle.
    const share = 0.3 * even + 0.35 * (1 - Math.cos(Math.PI * even))
    return rowAt(rows, first, last, first[0] + (last[0] - first[0]) * share)
  })
}

function rowAt(rows: readonly Row[], first: Row, last: Row, place: number): Row {
  const next = rows.findIndex((row) => row[0] >= place)
  const b = rows[next] ?? last
  const a = rows[next - 1] ?? first
  const span = b[0] - a[0]
  const t = span === 0 ? 0 : (place - a[0]) / span
  const before = rows[next - 2] ?? a
  const after = rows[next + 1] ?? b
  // Cubic Hermite with finite-difference tangents, as in profiles.
  const between = (column: 1 | 2 | 3 | 4 | 5) => {
    const slopeA = b === before ? 0 : (b[column] - before[column]) / (b[0] - before[0])
    const slopeB = after === a ? 0 : (after[column] - a[column]) / (after[0] - a[0])
    return (
      (2 * t ** 3 - 3 * t ** 2 + 1) * a[column] +
      (t ** 3 - 2 * t ** 2 + t) * span * slopeA +
      (3 * t ** 2 - 2 * t ** 3) * b[column] +
      (t ** 3 - t ** 2) * span * slopeB
    )
  }
  return [place, between(1), between(2), between(3), between(4), between(5)]
}
