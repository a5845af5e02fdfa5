/**
 * Damped least squares (Levenberg 1944, Marquardt 1963) for a few unknowns within bounds, with derivatives by
 * differences. An unknown at its bound that would go beyond stays out of the step (Bertsekas 1982).
 */

export interface Unknown {
  readonly start: number
  /** It costs 1 to stray this far from the start. */
  readonly ease: number
  readonly least: number
  readonly most: number
}

/** Values near their starts that make the residuals small. The residuals' number must not change. */
export function solveLeastSquares(
  unknowns: readonly Unknown[],
  residualsOf: (values: readonly number[]) => readonly number[],
  { from, rounds = 30 }: { readonly from?: readonly number[]; readonly rounds?: number } = {},
): readonly number[] {
  const count = unknowns.length
  if (count === 0) return []
  // Scaled unknowns: distance from the start in units of ease.
  const toValues = (scaled: Float64Array) =>
    unknowns.map((unknown, index) =>
      clampTo(unknown, unknown.start + (scaled[index] ?? 0) * unknown.ease),
    )
  const toScaled = (values: readonly number[]) =>
    Float64Array.from(unknowns, ({ start, ease }, index) => {
      return ((values[index] ?? start) - start) / ease
    })
  const measure = (scaled: Float64Array) => Float64Array.from(residualsOf(toValues(scaled)))
  const bottom = toScaled(unknowns.map(({ least }) => least))
  const top = toScaled(unknowns.map(({ most }) => most))
  let scaled = toScaled(from ?? [])
  let residuals = measure(scaled)
  let cost = sumOfSquares(residuals) + sumOfSquares(scaled)
  let damping = 1e-2
  for (let round = 0; round < rounds; round += 1) {
    const columns = unknowns.map((_, index) => {
      const moved = Float64Array.from(scaled)
      // Beyond the upper bound nothing would change.
      const by = (scaled[index] ?? 0) < (top[index] ?? 0) ? nudge : -nudge
      moved[index] = (moved[index] ?? 0) + by
      return slopes(residuals, measure(moved), by)
    })
    const { matrix, right } = normalEquations(columns, residuals, scaled)
    for (let index = 0; index < count; index += 1) {
      const at = scaled[index] ?? 0
      const way = right[index] ?? 0
      if ((way < 0 && at <= (bottom[index] ?? 0)) || (way > 0 && at >= (top[index] ?? 0))) {
        hold(matrix, right, index)
      }
    }
    let improved = false
    for (let attempt = 0; attempt < 8 && !improved; attempt += 1) {
      const step = solveSymmetric(matrix, right, damping)
      const next = scaled.map((value, index) => value + (step[index] ?? 0))
      const kept = toScaled(toValues(next))
      const nextResiduals = measure(kept)
      const nextCost = sumOfSquares(nextResiduals) + sumOfSquares(kept)
      if (nextCost < cost) {
        improved = cost - nextCost > 1e-6 * cost + 1e-12
        scaled = kept
        residuals = nextResiduals
        cost = nextCost
        damping = Math.max(damping / 5, 1e-9)
        if (!improved) return toValues(scaled)
      } else {
        damping *= 6
      }
    }
    if (!improved) break
  }
  return toValues(scaled)
}

const nudge = 1e-5

function clampTo({ least, most }: Unknown, value: number): number {
  return Math.max(least, Math.min(most, value))
}

function sumOfSquares(values: Float64Array): number {
  return product(values, values)
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}

function slopes(before: Float64Array, after: Float64Array, by: number): Float64Array {
  const result = new Float64Array(before.length)
  for (let row = 0; row < result.length; row += 1) {
    result[row] = ((after[row] ?? 0) - (before[row] ?? 0)) / by
  }
  return result
}

/** JᵀJ + I, row by row, and -(Jᵀr + x): the cost of straying counts as one more residual for each unknown. */
function normalEquations(
  columns: readonly Float64Array[],
  residuals: Float64Array,
  scaled: Float64Array,
): { readonly matrix: Float64Array; readonly right: Float64Array } {
  const size = columns.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  for (const [i, column] of columns.entries()) {
    right[i] = -product(column, residuals) - (scaled[i] ?? 0)
    // The matrix is symmetric.
    for (let j = 0; j <= i; j += 1) {
      const value = product(column, columns[j] ?? column) + (i === j ? 1 : 0)
      matrix[i * size + j] = value
      matrix[j * size + i] = value
    }
  }
  return { matrix, right }
}

/** Takes an unknown out of the equations: it will not move. */
function hold(matrix: Float64Array, right: Float64Array, index: number): void {
  const size = right.length
  for (let other = 0; other < size; other += 1) {
    matrix[index * size + other] = 0
    matrix[other * size + index] = 0
  }
  matrix[index * size + index] = 1
  right[index] = 0
}

/** Gaussian elimination of (A + damping * diag A) x = b; A is symmetric and positive definite. */
function solveSymmetric(matrix: Float64Array, right: Float64Array, damping: number): Float64Array {
  const size = right.length
  const rows = Float64Array.from(matrix)
  const result = Float64Array.from(right)
  for (let i = 0; i < size; i += 1) rows[i * size + i] = (rows[i * size + i] ?? 0) * (1 + damping)
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot * size + pivot] ?? 1
    for (let below = pivot + 1; below < size; below += 1) {
      const factor = (rows[below * size + pivot] ?? 0) / top
      for (let column = pivot; column < size; column += 1) {
        const at = below * size + column
        rows[at] = (rows[at] ?? 0) - factor * (rows[pivot * size + column] ?? 0)
      }
      result[below] = (result[below] ?? 0) - factor * (result[pivot] ?? 0)
    }
  }
  for (let pivot = size - 1; pivot >= 0; pivot -= 1) {
    let value = result[pivot] ?? 0
    for (let column = pivot + 1; column < size; column += 1) {
      value -= (rows[pivot * size + column] ?? 0) * (result[column] ?? 0)
    }
    result[pivot] = value / (rows[pivot * size + pivot] ?? 1)
  }
  return result
}
