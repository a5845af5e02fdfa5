/** Tones for a copier: dots and hatching in printed points, cut to an area by our own geometry. */
import type { Path, PathSegment } from '../../geometry/path.ts'
import { radiansPerDegree } from '../../geometry/rotation.ts'
import type { Pt } from '../../geometry/units.ts'
import { boundsOf, distanceToEdge, spansInside } from './polygon.ts'
import type { Rings } from './polygon.ts'

/** Diameter and spacing of the dots of cloth. Copiers keep dots above about half a point. */
export const dotSize: Pt = 1.15
export const dotPitch: Pt = 3.3
const dotTurn = 30
/** Half black: the same grey that copiers make of the feel-it area's colour. */
export const hatchWidth: Pt = 1.2
export const hatchPitch: Pt = 2.5

/**
 * Dots on a hexagonal grid, as lines without length: stroked with round ends as wide as `dotSize` they are discs
 * (ISO 32000-1, 8.5.3.2). All lie inside.
 */
export function dotsInside(rings: Rings): Path {
  const path: PathSegment[] = []
  const angle = dotTurn * radiansPerDegree
  const way: readonly [number, number] = [Math.cos(angle), Math.sin(angle)]
  const rowPitch = (dotPitch * Math.sqrt(3)) / 2
  eachRow(rings, way, rowPitch, (origin, row) => {
    const shift = row % 2 === 0 ? 0 : dotPitch / 2
    for (const [from, to] of spansInside(rings, origin, way)) {
      for (let k = Math.ceil((from - shift) / dotPitch); k * dotPitch + shift < to; k++) {
        const along = k * dotPitch + shift
        const x = origin[0] + way[0] * along
        const y = origin[1] + way[1] * along
        if (distanceToEdge(rings, x, y) < dotSize / 2 + 0.1) continue
        path.push({ type: 'move', x, y }, { type: 'line', x, y })
      }
    }
  })
  return path
}

/** Parallel lines at `degrees` from the page's x axis, from edge to edge; stroke them `hatchWidth` wide. */
export function hatchInside(rings: Rings, degrees: number): Path {
  const path: PathSegment[] = []
  const angle = degrees * radiansPerDegree
  const way: readonly [number, number] = [Math.cos(angle), Math.sin(angle)]
  eachRow(rings, way, hatchPitch, (origin) => {
    for (const [from, to] of spansInside(rings, origin, way)) {
      // Kept short of the edge, which has a line of its own.
      const gap = 0.2
      if (to - from < 2 * gap + 0.3) continue
      path.push(
        { type: 'move', ...placeOn(origin, way, from + gap) },
        { type: 'line', ...placeOn(origin, way, to - gap) },
      )
    }
  })
  return path
}

function placeOn(
  origin: readonly [number, number],
  way: readonly [number, number],
  along: number,
): { readonly x: number; readonly y: number } {
  return { x: origin[0] + way[0] * along, y: origin[1] + way[1] * along }
}

/** Rows of a grid that is fixed to the page, so that neighbouring areas have one pattern. */
function eachRow(
  rings: Rings,
  way: readonly [number, number],
  pitch: number,
  draw: (origin: readonly [number, number], row: number) => void,
): void {
  if (rings.length === 0) return
  const [left, top, right, bottom] = boundsOf(rings)
  const across = (x: number, y: number): number => -x * way[1] + y * way[0]
  const reach = [across(left, top), across(right, top), across(left, bottom), across(right, bottom)]
  const first = Math.ceil(Math.min(...reach) / pitch)
  const last = Math.floor(Math.max(...reach) / pitch)
  for (let row = first; row <= last; row++) {
    draw([-way[1] * row * pitch, way[0] * row * pitch], Math.abs(row))
  }
}
