/** Damped least squares (Levenberg 1944, Marquardt 1963) for a few unknowns, with derivatives by differences. */

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
  const toValues = (scaled: readonly number[]) =>
    unknowns.map((unknown, index) =>
      clampTo(unknown, unknown.start + (scaled[index] ?? 0) * unknown.ease),
    )
  const toScaled = (values: readonly number[]) =>
    unknowns.map(({ start, ease }, index) => ((values[index] ?? start) - start) / ease)
  let scaled: readonly number[] = toScaled(from ?? [])
  let residuals = residualsOf(toValues(scaled))
  let cost = sumOfSquares(residuals) + sumOfSquares(scaled)
  let damping = 1e-2
  for (let round = 0; round < rounds; round += 1) {
    const columns = unknowns.map((_, index) => {
      const moved = scaled.map((value, other) => (other === index ? value + nudge : value))
      const after = residualsOf(toValues(moved))
      return after.map((value, row) => (value - (residuals[row] ?? 0)) / nudge)
    })
    const { matrix, right } = normalEquations(columns, residuals, scaled)
    let improved = false
    for (let attempt = 0; attempt < 8 && !improved; attempt += 1) {
      const step = solveSymmetric(matrix, right, damping)
      const next = scaled.map((value, index) => value + (step[index] ?? 0))
      const kept = toScaled(toValues(next))
      const nextResiduals = residualsOf(toValues(kept))
      const nextCost = sumOfSquares(nextResiduals) + sumOfSquares(kept)
      if (nextCost < cost) {
        improved = cost - nextCost > 1e-9 * cost + 1e-12
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

function sumOfSquares(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}

/** JᵀJ + I and -(Jᵀr + x): the cost of straying counts as one more residual for each unknown. */
function normalEquations(
  columns: readonly (readonly number[])[],
  residuals: readonly number[],
  scaled: readonly number[],
): { readonly matrix: readonly (readonly number[])[]; readonly right: readonly number[] } {
  const product = (a: readonly number[], b: readonly number[]) => {
    let sum = 0
    for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0)
    return sum
  }
  const matrix = columns.map(() => new Array<number>(columns.length).fill(0))
  for (const [i, column] of columns.entries()) {
    // The matrix is symmetric.
    for (let j = 0; j <= i; j += 1) {
      const value = product(column, columns[j] ?? column) + (i === j ? 1 : 0)
      const [row, mirrored] = [matrix[i], matrix[j]]
      if (row) row[j] = value
      if (mirrored) mirrored[i] = value
    }
  }
  return {
    matrix,
    right: columns.map((column, index) => -product(column, residuals) - (scaled[index] ?? 0)),
  }
}

/** Gaussian elimination of (A + damping * diag A) x = b; A is symmetric and positive definite. */
function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  damping: number,
): readonly number[] {
  const size = right.length
  const rows = matrix.map((row, i) => [
    ...row.map((value, j) => (i === j ? value * (1 + damping) : value)),
    right[i] ?? 0,
  ])
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = rows[pivot] ?? []
    for (let below = pivot + 1; below < size; below += 1) {
      const other = rows[below] ?? []
      const factor = (other[pivot] ?? 0) / (row[pivot] ?? 1)
      for (let column = pivot; column <= size; column += 1) {
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0)
      }
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let pivot = size - 1; pivot >= 0; pivot -= 1) {
    const row = rows[pivot] ?? []
    let value = row[size] ?? 0
    for (let column = pivot + 1; column < size; column += 1) {
      value -= (row[column] ?? 0) * (result[column] ?? 0)
    }
    result[pivot] = value / (row[pivot] ?? 1)
  }
  return result
}
