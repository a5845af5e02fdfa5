/** Tables whose first column is a place along a foot or shoe: more rows between the rows. */

export type Row = readonly [
  place: number,
  height: number,
  up: number,
  down: number,
  outer: number,
  inner: number,
]

/** As many rows as asked for, evenly spaced, closer together at both ends, by linear interpolation. */
export function interpolateRows(rows: readonly Row[], count: number): readonly Row[] {
  const first = rows[0]
  const last = rows[rows.length - 1]
  if (first === undefined || last === undefined) throw new Error('a table without rows')
  return Array.from({ length: count }, (_, index) => {
    const even = index / (count - 1)
    // Half a cosine wave: heel and toe are rounder than the middle.
    const share = 0.5 * even + 0.25 * (1 - Math.cos(Math.PI * even))
    return rowAt(rows, first, last, first[0] + (last[0] - first[0]) * share)
  })
}

function rowAt(rows: readonly Row[], first: Row, last: Row, place: number): Row {
  const next = rows.findIndex((row) => row[0] >= place)
  const b = rows[next] ?? last
  const a = rows[next - 1] ?? first
  const share = b[0] === a[0] ? 0 : (place - a[0]) / (b[0] - a[0])
  const between = (column: 1 | 2 | 3 | 4 | 5) => a[column] + (b[column] - a[column]) * share
  return [place, between(1), between(2), between(3), between(4), between(5)]
}
