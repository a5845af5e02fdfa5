/** "Feel it here": the part of a muscle's area that the camera sees, its core and its fibres. */
import { place } from '../kernel.ts'
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
/** The field's value where there is no area. */
const outside = 2
/** Depths of one smooth surface differ by less over a few pixels, in metres. */
const smooth = 0.02
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
      if (isBody[i] === 1 && (field[i] ?? outside) < level) mask[i] = 1
    return mask
  }
  const whole = inside(1)
  const draw = (level: number, part: 'area' | 'core', mask: Uint8Array): readonly Area[] => {
    const path = outlineOf(
      picture,
      place(picture.kernel, mask),
      isolineWithin(picture, field, level),
      manner,
    )
    return path.length > 0 ? [{ kind: 'area', role: { kind: 'feel', part }, path }] : []
  }
  return {
    muscle: area.muscle,
    visibleShare: visibleShare(picture, area, whole, width, height),
    areas: [...draw(1, 'area', whole), ...draw(coreLevel, 'core', inside(coreLevel))],
    fibres: area.fibres.flatMap((points) => fibreLines(picture, points, whole)),
  }
}

/** The field at each pixel of the groups: 2 elsewhere. Asked on a grid, and mixed between on smooth surfaces. */
function fieldOf(
  { buffers, probe }: Picture,
  area: MuscleArea,
  groups: ReadonlySet<number>,
): Float32Array {
  const { width, height, depth, group } = buffers
  const field = new Float32Array(width * height).fill(outside)
  const isOwn = Uint8Array.from({ length: 256 }, (_, index) => Number(groups.has(index)))
  const ask = (x: number, y: number): number => {
    const i = y * width + x
    if (isOwn[group[i] ?? 255] === 0) return outside
    return Math.min(outside, area.field(probe.worldAt(x + 0.5, y + 0.5, depth[i] ?? 0)))
  }
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) field[y * width + x] = ask(x, y)
  }
  const areNear = (i: number, j: number) =>
    Math.abs((depth[i] ?? Infinity) - (depth[j] ?? Infinity)) < smooth
  for (let y = 0; y + step < height; y += step) {
    for (let x = 0; x + step < width; x += step) {
      const a = y * width + x
      const b = a + step
      const c = a + step * width
      const d = c + step
      const fa = field[a] ?? outside
      const fb = field[b] ?? outside
      const fc = field[c] ?? outside
      const fd = field[d] ?? outside
      if (fa === outside && fb === outside && fc === outside && fd === outside) continue
      const isFilled = areNear(a, b) && areNear(c, d) && areNear(a, c) && areNear(a, d)
      const isKnown = fa < outside && fb < outside && fc < outside && fd < outside
      for (let v = 0; v < step; v++) {
        for (let u = 0; u < step; u++) {
          if (u === 0 && v === 0) continue
          const s = u / step
          const t = v / step
          field[a + v * width + u] =
            isFilled && isKnown
              ? (fa * (1 - s) + fb * s) * (1 - t) + (fc * (1 - s) + fd * s) * t
              : ask(x + u, y + v)
        }
      }
    }
  }
  return field
}

/** Contours of the field, but at the edges of the body and of its forms. Clothes do not stop it. */
function isolineWithin({ refiner }: Picture, field: Float32Array, level: number) {
  const isoline = refiner.isoline(field, level)
  return (from: number, to: number): number => {
    const a = (field[from] ?? outside) - level
    const b = (field[to] ?? outside) - level
    if (a < 0 !== b < 0 && (field[from] ?? outside) < outside && (field[to] ?? outside) < outside)
      return a / (a - b)
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
