/** Numbers as PDF operators write them: short, and the same on every machine. */

/** A coordinate or length in points, to a hundredth (3.5 µm). */
export function coordinate(value: number): string {
  return rounded(value, 100)
}

/** A part of a transform, to a hundred-thousandth: it is multiplied by lengths. */
export function factor(value: number): string {
  return rounded(value, 100_000)
}

function rounded(value: number, steps: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number that can be painted: ${value}`)
  // Adding 0 turns -0 into 0.
  return String(Math.round(value * steps) / steps + 0)
}
