/** Places on the picture plane while a figure is composed: metres, y upwards, before a view is chosen. */
import type { Path } from '../../geometry/path.ts'
import type { View } from '../camera.ts'

export type Place = readonly [x: number, y: number]

/** The least view that holds all places. */
export function viewAround(places: readonly Place[], margin = 0): View {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const place of places) {
    left = Math.min(left, place[0])
    right = Math.max(right, place[0])
    bottom = Math.min(bottom, place[1])
    top = Math.max(top, place[1])
  }
  return {
    left: left - margin,
    right: right + margin,
    bottom: bottom - margin,
    top: top + margin,
  }
}

export function union(views: readonly View[]): View {
  return {
    left: Math.min(...views.map(({ left }) => left)),
    right: Math.max(...views.map(({ right }) => right)),
    bottom: Math.min(...views.map(({ bottom }) => bottom)),
    top: Math.max(...views.map(({ top }) => top)),
  }
}

/** How much larger a view becomes to hold another, in square metres. */
export function growth(view: View, other: View): number {
  const area = ({ left, right, bottom, top }: View): number => (right - left) * (top - bottom)
  return area(union([view, other])) - area(view)
}

/** On the sketch: from the view's top left corner, y downwards, to a tenth of a millimetre. */
export function onSheet(view: View, [x, y]: Place): { readonly x: number; readonly y: number } {
  return { x: tenths(x - view.left), y: tenths(view.top - y) }
}

/** A closed outline on the sketch. */
export function outlinePath(view: View, places: readonly Place[]): Path {
  return [
    ...places.map((place, index) => ({
      type: index === 0 ? ('move' as const) : ('line' as const),
      ...onSheet(view, place),
    })),
    { type: 'close' },
  ]
}

export function tenths(metres: number): number {
  return Math.round(metres * 1e4) / 1e4
}

/** Points along a polyline, `count` of them, evenly spaced. */
export function spaced(line: readonly Place[], count: number): readonly Place[] {
  const at = [0]
  line.forEach(([x, y], index) => {
    const before = line[index - 1]
    if (before) at.push((at[index - 1] ?? 0) + Math.hypot(x - before[0], y - before[1]))
  })
  const total = at[at.length - 1] ?? 0
  return Array.from({ length: count }, (_, k): Place => {
    const wanted = (total * k) / (count - 1)
    let i = 0
    while (i < line.length - 2 && (at[i + 1] ?? 0) < wanted) i++
    const a = line[i] ?? [0, 0]
    const b = line[i + 1] ?? a
    const gap = (at[i + 1] ?? 0) - (at[i] ?? 0)
    const share = gap > 0 ? (wanted - (at[i] ?? 0)) / gap : 0
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  })
}

export function lengthOf(line: readonly Place[]): number {
  return line.reduce((sum, [x, y], index) => {
    const before = line[index - 1]
    return before ? sum + Math.hypot(x - before[0], y - before[1]) : sum
  }, 0)
}

/** The way of a line at one of its points turned left by a right angle, length 1. */
export function normalAt(line: readonly Place[], index: number): Place {
  const a = line[Math.max(0, index - 1)] ?? [0, 0]
  const b = line[Math.min(line.length - 1, index + 1)] ?? a
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const size = Math.hypot(dx, dy)
  return size === 0 ? [0, 1] : [-dy / size, dx / size]
}
