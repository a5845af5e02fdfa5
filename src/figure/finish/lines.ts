/** Ink: line weights in points at the printed size, and which lines are left out where they would clog. */
import type { Color, PathItem } from '../../drawing.ts'
import type { Pt } from '../../geometry/units.ts'
import type { Line, LineRole } from '../sketch.ts'
import { fitPath } from '../trace/fit.ts'
import { evenStroke, ribbonPath } from './ribbon.ts'

/** Share of the outline's width. */
const weights: Readonly<Record<LineRole, number>> = {
  silhouette: 1,
  contour: 0.8,
  crease: 0.65,
  seam: 0.55,
  feature: 0.6,
  fold: 0.5,
  detail: 0.45,
  fibre: 0.5,
  ghost: 0.5,
  inset: 0.6,
}

/** Shorter marks are specks in print. Features are drawn at any size: a face needs its eyes. */
const leastMark: Pt = 2.5
/** Marks nearer than this to a heavier line along them would run together with it. */
const clear: Pt = 0.8
const marks: ReadonlySet<LineRole> = new Set(['fold', 'detail', 'fibre'])

export interface Pen {
  /** Points per metre of the sketch. */
  readonly scale: number
  readonly outline: Pt
  readonly thinnest: Pt
  /** How far curves may stray. */
  readonly limit: Pt
}

/** The lines that the printed size has room for, in their order. */
export function legibleLines(lines: readonly Line[], pen: Pen): readonly Line[] {
  const near = createCrowd()
  const kept = new Set<Line>()
  // Heavier lines claim their place first.
  const byWeight = [...lines].sort((a, b) => weights[b.role] - weights[a.role])
  for (const line of byWeight) {
    if (marks.has(line.role)) {
      if (lengthOf(line) * pen.scale < leastMark) continue
      // Fibres are even spaced: they go together or not at all.
      const room = line.role === 'fibre' ? 2 * clear : clear
      if (near.shareBeside(line, pen.scale, room) > 0.5) continue
    }
    near.add(line, pen.scale)
    kept.add(line)
  }
  return lines.filter((line) => kept.has(line))
}

/** Lines whose width changes by less, in points, are drawn with a pen of one width: half the curves. */
const even: Pt = 0.07

/** One line in points: a filled ribbon, or a plain stroke where its width does not change. */
export function lineItem({ role, isClosed, points }: Line, pen: Pen, color: Color): PathItem {
  const count = points.length / 3
  const centre = new Float64Array(count * 2)
  const widths = new Float64Array(count)
  const full = weights[role] * pen.outline
  let [least, most] = [Infinity, 0]
  for (let i = 0; i < count; i++) {
    centre[2 * i] = (points[3 * i] ?? 0) * pen.scale
    centre[2 * i + 1] = (points[3 * i + 1] ?? 0) * pen.scale
    const width = Math.max(pen.thinnest, full * (points[3 * i + 2] ?? 1))
    widths[i] = width
    least = Math.min(least, width)
    most = Math.max(most, width)
  }
  const step = Math.max(0.6, pen.outline * 0.7)
  const stroke = evenStroke(centre, widths, isClosed, step)
  if (most - least >= even)
    return { kind: 'path', path: ribbonPath(stroke, pen.limit), fill: color }
  const path = fitPath(stroke.points, pen.limit, isClosed)
  const width = Math.ceil(most * 20 - 1e-6) / 20
  return { kind: 'path', path, stroke: { color, width, cap: 'round', join: 'round' } }
}

function lengthOf({ points }: Line): number {
  let sum = 0
  for (let i = 3; i < points.length; i += 3) {
    sum += Math.hypot(
      (points[i] ?? 0) - (points[i - 3] ?? 0),
      (points[i + 1] ?? 0) - (points[i - 2] ?? 0),
    )
  }
  return sum
}

interface Crowd {
  add(line: Line, scale: number): void
  /** How much of a line runs along another within `room` of it. */
  shareBeside(line: Line, scale: number, room: Pt): number
}

/** Where lines are and which way they run, in cells of the page. */
function createCrowd(): Crowd {
  const cell = 2 * clear
  const places = new Map<number, { x: number; y: number; dx: number; dy: number }[]>()
  const keyOf = (x: number, y: number): number =>
    Math.floor(x / cell) * 65_536 + Math.floor(y / cell)
  const eachPlace = (
    { points }: Line,
    scale: number,
    visit: (x: number, y: number, dx: number, dy: number) => void,
  ): void => {
    for (let i = 3; i < points.length; i += 3) {
      const x = (points[i] ?? 0) * scale
      const y = (points[i + 1] ?? 0) * scale
      const dx = x - (points[i - 3] ?? 0) * scale
      const dy = y - (points[i - 2] ?? 0) * scale
      const size = Math.hypot(dx, dy) || 1
      visit(x, y, dx / size, dy / size)
    }
  }
  return {
    add(line, scale) {
      eachPlace(line, scale, (x, y, dx, dy) => {
        const key = keyOf(x, y)
        const there = places.get(key)
        if (there) there.push({ x, y, dx, dy })
        else places.set(key, [{ x, y, dx, dy }])
      })
    },
    shareBeside(line, scale, room) {
      let beside = 0
      let all = 0
      eachPlace(line, scale, (x, y, dx, dy) => {
        all++
        for (let v = -1; v <= 1; v++) {
          for (let u = -1; u <= 1; u++) {
            for (const other of places.get(keyOf(x + u * cell, y + v * cell)) ?? []) {
              const isNear = Math.hypot(other.x - x, other.y - y) < room
              if (isNear && Math.abs(other.dx * dx + other.dy * dy) > 0.8) {
                beside++
                return
              }
            }
          }
        }
      })
      return all === 0 ? 0 : beside / all
    },
  }
}
