/** Which lines are left out where they would run together in print. */
import type { Pt } from '../../geometry/units.ts'
import type { Curve, LineRole } from '../sketch.ts'
import { weights } from './lines.ts'

/** Shorter marks are specks in print. Features are drawn at any size: a face needs its eyes. */
const leastMark: Pt = 2.5
/** Marks nearer than this to a heavier line along them would run together with it. */
const clear: Pt = 0.8
const marks: ReadonlySet<LineRole> = new Set(['fold', 'detail', 'fibre'])
/** Metres: lines are looked at no closer, since they were traced no closer. */
const leastStep = 0.004

/** The lines that the printed size, in points per metre, has room for, in their order. */
export function legibleLines(lines: readonly Curve[], scale: number): readonly Curve[] {
  const crowd = new Crowd(scale)
  const kept = new Set<Curve>()
  // Heavier lines claim their place first.
  const byWeight = [...lines].sort((a, b) => weights[b.role] - weights[a.role])
  for (const line of byWeight) {
    const first = crowd.add(line)
    if (!marks.has(line.role)) {
      kept.add(line)
      continue
    }
    // Fibres are evenly spaced: they go together or not at all.
    const room = line.role === 'fibre' ? 2 * clear : clear
    const isLegible = crowd.lengthSince(first) >= leastMark && crowd.shareBeside(first, room) <= 0.5
    if (isLegible) kept.add(line)
    else crowd.removeSince(first)
  }
  return lines.filter((line) => kept.has(line))
}

/** Places on lines and which way they run there, found by cells of the page: numbers in rows, for there are many. */
class Crowd {
  readonly #scale: number
  readonly #step: Pt
  readonly #cell: Pt
  readonly #xs: number[] = []
  readonly #ys: number[] = []
  readonly #dxs: number[] = []
  readonly #dys: number[] = []
  /** The place before in the same cell, or -1. */
  readonly #next: number[] = []
  readonly #cells = new Map<number, number>()

  constructor(scale: number) {
    this.#scale = scale
    this.#cell = 2 * clear
    this.#step = Math.max(clear, leastStep * scale)
  }

  /** Returns the first of the line's places. */
  add({ controls }: Curve): number {
    const first = this.#xs.length
    for (let at = 0; at + 11 < controls.length; at += 9) this.#addCurve(controls, at)
    return first
  }

  #addCurve(c: Float32Array, at: number): void {
    const s = this.#scale
    const [x0, y0] = [(c[at] ?? 0) * s, (c[at + 1] ?? 0) * s]
    const [x1, y1] = [(c[at + 3] ?? 0) * s, (c[at + 4] ?? 0) * s]
    const [x2, y2] = [(c[at + 6] ?? 0) * s, (c[at + 7] ?? 0) * s]
    const [x3, y3] = [(c[at + 9] ?? 0) * s, (c[at + 10] ?? 0) * s]
    const size =
      Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)
    const count = Math.max(1, Math.round(size / this.#step))
    let [beforeX, beforeY] = [x0, y0]
    for (let i = 1; i <= count; i++) {
      const t = i / count
      const u = 1 - t
      const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      const x = k0 * x0 + k1 * x1 + k2 * x2 + k3 * x3
      const y = k0 * y0 + k1 * y1 + k2 * y2 + k3 * y3
      this.#addPlace((x + beforeX) / 2, (y + beforeY) / 2, x - beforeX, y - beforeY)
      beforeX = x
      beforeY = y
    }
  }

  #addPlace(x: number, y: number, dx: number, dy: number): void {
    const index = this.#xs.length
    const key = this.#keyOf(x, y)
    this.#xs.push(x)
    this.#ys.push(y)
    this.#dxs.push(dx)
    this.#dys.push(dy)
    this.#next.push(this.#cells.get(key) ?? -1)
    this.#cells.set(key, index)
  }

  #keyOf(x: number, y: number): number {
    return Math.floor(x / this.#cell) * 65_536 + Math.floor(y / this.#cell)
  }

  /** Points along the line that was added last. */
  lengthSince(first: number): Pt {
    let sum = 0
    for (let i = first; i < this.#xs.length; i++) sum += this.#sizeOf(i)
    return sum
  }

  #sizeOf(index: number): number {
    return Math.hypot(this.#dxs[index] ?? 0, this.#dys[index] ?? 0)
  }

  /** How much of the line that was added last runs along another within `room` of it. */
  shareBeside(first: number, room: Pt): number {
    const count = this.#xs.length - first
    let beside = 0
    for (let i = first; i < first + count; i++) if (this.#isBeside(i, first, room)) beside++
    return count === 0 ? 0 : beside / count
  }

  #isBeside(index: number, first: number, room: Pt): boolean {
    const x = this.#xs[index] ?? 0
    const y = this.#ys[index] ?? 0
    const dx = this.#dxs[index] ?? 0
    const dy = this.#dys[index] ?? 0
    const size = this.#sizeOf(index)
    for (let v = -1; v <= 1; v++) {
      for (let u = -1; u <= 1; u++) {
        const key = this.#keyOf(x + u * this.#cell, y + v * this.#cell)
        for (let other = this.#cells.get(key) ?? -1; other >= 0; other = this.#next[other] ?? -1) {
          if (other >= first) continue
          const awayX = (this.#xs[other] ?? 0) - x
          const awayY = (this.#ys[other] ?? 0) - y
          if (awayX * awayX + awayY * awayY >= room * room) continue
          const along = (this.#dxs[other] ?? 0) * dx + (this.#dys[other] ?? 0) * dy
          if (Math.abs(along) > 0.8 * size * this.#sizeOf(other)) return true
        }
      }
    }
    return false
  }

  /** Takes back the line that was added last. */
  removeSince(first: number): void {
    for (let index = this.#xs.length - 1; index >= first; index--) {
      const key = this.#keyOf(this.#xs[index] ?? 0, this.#ys[index] ?? 0)
      this.#cells.set(key, this.#next[index] ?? -1)
      for (const row of [this.#xs, this.#ys, this.#dxs, this.#dys, this.#next]) row.pop()
    }
  }
}
