/** Numbers as PDF operators write them: short, and the same on every machine. */

/** A coordinate or length in points, to a hundredth (3.5 µm). */
export function coordinate(value: number): string {
  const hundredths = Math.round(value * 100 + noise)
  // Figures are made of them: put together from two whole numbers, they take a third of the time.
  if (hundredths >= 0 && hundredths <= 1e9) {
    const whole = Math.floor(hundredths / 100)
    return whole + (fractions[hundredths - whole * 100] ?? '')
  }
  return rounded(value + noise / 100, 100)
}

/** A part of a transform, to a hundred-thousandth: it is multiplied by lengths. */
export function factor(value: number): string {
  return rounded(value, 100_000)
}

/** Half a hundredth goes up, also where the sum that it comes from falls short of it by the last bit. */
const noise = 1e-6

/** What stands behind the whole part for 0, 1, … 99 hundredths. */
const fractions = Array.from({ length: 100 }, (_, hundredths) =>
  String(hundredths / 100).replace(/^0/, ''),
)

function rounded(value: number, steps: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number that can be painted: ${value}`)
  // Adding 0 turns -0 into 0.
  return String(Math.round(value * steps) / steps + 0)
}
