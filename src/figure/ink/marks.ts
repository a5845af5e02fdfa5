/** Marks on the surface, eyes, brows, folds, laces: projected, and drawn where the camera sees them. */
import { dot } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { project } from '../camera.ts'
import type { Dot, Line, SketchItem } from '../sketch.ts'
import type { SurfaceMark } from '../solid.ts'
import { resample } from '../trace/fair.ts'
import { along } from './curve.ts'
import { lineOf } from './lines.ts'
import { rounded } from './picture.ts'
import type { Picture } from './picture.ts'

/** Metres between the places where a mark is tested. */
const step = 0.002
/** A mark may lie this far behind what is seen, in metres. */
const tolerance = 0.012
/** Least share by which the surface must face the viewer. */
const leastFacing = 0.22
const spacing = 0.003
/** Shorter remains of a mark are left out, in metres. */
const leastLength = 0.005

interface Seen {
  readonly x: number
  readonly y: number
  readonly share: number
}

export function drawMarks(picture: Picture): readonly SketchItem[] {
  return picture.solid.marks.flatMap((mark): readonly SketchItem[] =>
    mark.dotRadius === undefined ? linesOf(picture, mark) : dotsOf(picture, mark, mark.dotRadius),
  )
}

/** The pixel at which a point is seen, or undefined when something hides it or it faces away. */
function pixelOf({ buffers, solid }: Picture, point: Vec3, group: number): number | undefined {
  const { view, pixelsPerMetre, width, height } = buffers
  const { x, y, depth } = project(buffers.camera, point)
  const column = Math.floor((x - view.left) * pixelsPerMetre)
  const line = Math.floor((view.top - y) * pixelsPerMetre)
  if (column < 0 || line < 0 || column >= width || line >= height) return undefined
  const i = line * width + column
  const seen = buffers.depth[i] ?? Infinity
  const isOwn =
    buffers.group[i] === group || solid.groups[buffers.group[i] ?? 255]?.name === 'trunk'
  if (!isOwn || depth > seen + tolerance) return undefined
  return (buffers.normalNear[i] ?? 0) > leastFacing ? i : undefined
}

function linesOf(picture: Picture, mark: SurfaceMark): readonly Line[] {
  const { view, camera, pixelsPerMetre } = picture.buffers
  const group = picture.solid.groups.findIndex(({ name }) => name === mark.group)
  const runs: Seen[][] = [[]]
  for (const { point, share } of along(mark.points, step)) {
    const run = runs[runs.length - 1]
    if (pixelOf(picture, point, group) === undefined) {
      if (run && run.length > 0) runs.push([])
      continue
    }
    const { x, y } = project(camera, point)
    run?.push({ x: (x - view.left) * pixelsPerMetre, y: (view.top - y) * pixelsPerMetre, share })
  }
  return runs.flatMap((run) => {
    const from = run[0]
    const to = run[run.length - 1]
    if (!from || !to || run.length < 3) return []
    const points = resample(
      Float64Array.from(run.flatMap(({ x, y }) => [x, y])),
      spacing * pixelsPerMetre,
      false,
    )
    const count = points.length / 2
    if ((count - 1) * spacing < leastLength) return []
    const weights = Float64Array.from({ length: count }, (_, i) => {
      const way = i / Math.max(1, count - 1)
      const share = from.share + (to.share - from.share) * way
      // An end that something hides is held by what hides it, but thins all the same.
      return weightAt(mark.weights, share)
    })
    const role = mark.kind === 'detail' ? 'detail' : mark.kind
    return [lineOf(role, points, weights, false, pixelsPerMetre)]
  })
}

function weightAt([start, middle, end]: SurfaceMark['weights'], share: number): number {
  // A parabola that is full in the middle.
  const bow = 4 * share * (1 - share)
  const base = share < 0.5 ? start : end
  return base + (middle - base) * bow
}

/** A disc on the surface is an ellipse in the picture, flat towards where the surface turns away. */
function dotsOf(picture: Picture, mark: SurfaceMark, radius: number): readonly Dot[] {
  const { buffers } = picture
  const group = picture.solid.groups.findIndex(({ name }) => name === mark.group)
  return mark.points.flatMap((point) => {
    const i = pixelOf(picture, point, group)
    if (i === undefined) return []
    const facing = Math.max(0.45, buffers.normalNear[i] ?? 1)
    const right = buffers.normalRight[i] ?? 0
    const up = buffers.normalUp[i] ?? 0
    const angle = (Math.atan2(-up, right) * 180) / Math.PI
    return [
      {
        kind: 'dot' as const,
        x: rounded(dot(point, buffers.camera.right) - buffers.view.left),
        y: rounded(buffers.view.top - dot(point, buffers.camera.up)),
        radii: [rounded(radius * facing), rounded(radius)] as const,
        angle: Math.round(angle),
      },
    ]
  })
}
