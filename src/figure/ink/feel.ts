/** "Feel it here": the part of a muscle's area that the camera sees, its core and its fibres. */
import type { MuscleArea } from '../muscle-area.ts'
import { project } from '../camera.ts'
import type { Area, Line } from '../sketch.ts'
import { resample } from '../trace/fair.ts'
import { along } from './curve.ts'
import { lineOf } from './lines.ts'
import { outlineOf } from './picture.ts'
import type { Manner, Picture } from './picture.ts'

/** The field at the edge of the core; 1 at the edge of the area. */
const coreLevel = 0.62
const manner: Manner = { leastArea: 0.0002, smoothing: 2.5, limit: 0.4 }
/** Fibres lie under the skin by up to this, in metres. */
const skinDepth = 0.03
/** Pixels between the places where the field is asked first. */
const step = 4
const spacing = 0.004

export interface FeelView {
  readonly muscle: string
  /** How much of the area the camera sees, 0 to 1: little calls for a second view. */
  readonly visibleShare: number
  readonly areas: readonly Area[]
  readonly fibres: readonly Line[]
}

export function drawFeel(picture: Picture, area: MuscleArea): FeelView {
  const { buffers, solid, isBody } = picture
  const { width, height } = buffers
  const groups = new Set(area.groups.map((name) => solid.groups.findIndex((g) => g.name === name)))
  const field = fieldOf(picture, area, groups)
  const inside = (level: number) => {
    const mask = new Uint8Array(field.length)
    for (let i = 0; i < field.length; i++)
      if (isBody[i] === 1 && (field[i] ?? 2) < level) mask[i] = 1
    return mask
  }
  const whole = inside(1)
  const draw = (level: number, part: 'area' | 'core', mask: Uint8Array): readonly Area[] => {
    const path = outlineOf(picture, mask, isolineWithin(picture, field, level), manner)
    return path.length > 0 ? [{ kind: 'area', role: { kind: 'feel', part }, path }] : []
  }
  return {
    muscle: area.muscle,
    visibleShare: visibleShare(picture, area, whole, width, height),
    areas: [...draw(1, 'area', whole), ...draw(coreLevel, 'core', inside(coreLevel))],
    fibres: area.fibres.flatMap((points) => fibreLines(picture, points, whole)),
  }
}

/** The field at each pixel of the groups: 2 elsewhere. Asked on a coarse grid, closely only near the area. */
function fieldOf(
  { buffers, probe }: Picture,
  area: MuscleArea,
  groups: ReadonlySet<number>,
): Float32Array {
  const { width, height, depth, group } = buffers
  const field = new Float32Array(width * height).fill(2)
  const ask = (x: number, y: number): number => {
    const i = y * width + x
    if (!groups.has(group[i] ?? 255)) return 2
    return area.field(probe.worldAt(x + 0.5, y + 0.5, depth[i] ?? 0))
  }
  const isNear = new Uint8Array(Math.ceil(width / step) * Math.ceil(height / step))
  const columns = Math.ceil(width / step)
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (ask(x, y) > 1.4) continue
      for (let v = -1; v <= 1; v++) {
        for (let u = -1; u <= 1; u++) {
          const column = x / step + u
          const line = y / step + v
          if (column >= 0 && column < columns && line >= 0) isNear[line * columns + column] = 1
        }
      }
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = Math.floor(y / step) * columns + Math.floor(x / step)
      if (isNear[block] === 1) field[y * width + x] = ask(x, y)
    }
  }
  return field
}

/** Contours of the field, but at the edges of the body and of its forms. Clothes do not stop it. */
function isolineWithin({ refiner }: Picture, field: Float32Array, level: number) {
  const isoline = refiner.isoline(field, level)
  return (from: number, to: number): number => {
    const a = (field[from] ?? 2) - level
    const b = (field[to] ?? 2) - level
    if (a < 0 !== b < 0 && (field[from] ?? 2) < 2 && (field[to] ?? 2) < 2) return a / (a - b)
    return isoline(from, to)
  }
}

function visibleShare(
  { buffers }: Picture,
  area: MuscleArea,
  whole: Uint8Array,
  width: number,
  height: number,
): number {
  const places = area.fibres.length > 0 ? area.fibres.flat() : [area.centre]
  const { camera, view, pixelsPerMetre, depth } = buffers
  let seen = 0
  for (const place of places) {
    const at = project(camera, place)
    const x = Math.floor((at.x - view.left) * pixelsPerMetre)
    const y = Math.floor((view.top - at.y) * pixelsPerMetre)
    if (x < 0 || y < 0 || x >= width || y >= height) continue
    const i = y * width + x
    if (whole[i] === 1 && at.depth < (depth[i] ?? 0) + skinDepth * 1.5) seen++
  }
  return seen / places.length
}

function fibreLines(
  { buffers }: Picture,
  points: MuscleArea['fibres'][number],
  whole: Uint8Array,
): readonly Line[] {
  const { camera, view, pixelsPerMetre, width, height, depth } = buffers
  const flat = along(points, 0.005).map(({ point }) => {
    const at = project(camera, point)
    return [
      (at.x - view.left) * pixelsPerMetre,
      (view.top - at.y) * pixelsPerMetre,
      at.depth,
    ] as const
  })
  const runs: number[][] = [[]]
  flat.forEach(([x0, y0, d0], index) => {
    const [x1, y1, d1] = flat[index + 1] ?? [x0, y0, d0]
    const count = Math.max(1, Math.ceil(Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)))
    for (let k = 0; k < count; k++) {
      const x = x0 + ((x1 - x0) * k) / count
      const y = y0 + ((y1 - y0) * k) / count
      const i = Math.floor(y) * width + Math.floor(x)
      const isOn = x >= 0 && y >= 0 && x < width && y < height && whole[i] === 1
      const isSeen = isOn && d0 + ((d1 - d0) * k) / count < (depth[i] ?? 0) + skinDepth
      const run = runs[runs.length - 1]
      if (isSeen) run?.push(x, y)
      else if (run && run.length > 0) runs.push([])
    }
  })
  return runs.flatMap((run) => {
    if (run.length / 2 < 0.012 * pixelsPerMetre) return []
    const spaced = resample(Float64Array.from(run), spacing * pixelsPerMetre, false)
    const last = spaced.length / 2 - 1
    const weights = Float64Array.from({ length: last + 1 }, (_, i) => {
      const way = i / Math.max(1, last)
      return 0.3 + 0.7 * Math.min(1, 4 * way * (1 - way) * 1.6)
    })
    return [lineOf('fibre', spaced, weights, false, pixelsPerMetre)]
  })
}
