/** Values that were found on a coarse grid, for every pixel between. Grids and results are of half-size numbers. */
import { putSingle, single, zeros } from './memory'

/** Between the four places around, where more than 1 counts as 1; `step` pixels are between places. */
export function mixGrid(
  grid: usize,
  columns: i32,
  lines: i32,
  step: i32,
  width: i32,
  height: i32,
): usize {
  const result = zeros(width * height * 4)
  for (let y = 0; y < height; y++) {
    const line = min(lines - 2, y / step)
    const t = f64(y) / f64(step) - f64(line)
    for (let x = 0; x < width; x++) {
      const column = min(columns - 2, x / step)
      const s = f64(x) / f64(step) - f64(column)
      const a = line * columns + column
      const above = mix(single(grid, a), single(grid, a + 1), s)
      const below = mix(single(grid, a + columns), single(grid, a + columns + 1), s)
      putSingle(result, y * width + x, mix(above, below, t))
    }
  }
  return result
}

/** Far is far: mixing with Infinity would make NaN of a share of 0. */
function mix(a: f64, b: f64, share: f64): f64 {
  return Math.min(a, 1) * (1 - share) + Math.min(b, 1) * share
}

/** The same of those places around that are not below 0, weighted by nearness; 1 where there are none, or no depth. */
export function mixKnown(
  grid: usize,
  columns: i32,
  lines: i32,
  step: i32,
  width: i32,
  height: i32,
  depth: usize,
): usize {
  const result = zeros(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const isSeen = single(depth, i) < Infinity
      const mean = isSeen
        ? meanAround(grid, columns, lines, f64(x) / f64(step), f64(y) / f64(step))
        : 1
      putSingle(result, i, mean)
    }
  }
  return result
}

function meanAround(grid: usize, columns: i32, lines: i32, x: f64, y: f64): f64 {
  const left = i32(x)
  const top = i32(y)
  let sum: f64 = 0
  let weights: f64 = 0
  for (let v = 0; v <= 1; v++) {
    for (let u = 0; u <= 1; u++) {
      if (left + u >= columns || top + v >= lines) continue
      const value = single(grid, (top + v) * columns + left + u)
      const weight = (1 - Math.abs(f64(left + u) - x)) * (1 - Math.abs(f64(top + v) - y))
      if (value < 0 || weight <= 0) continue
      sum += value * weight
      weights += weight
    }
  }
  return weights > 0 ? sum / weights : 1
}
