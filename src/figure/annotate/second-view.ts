/** A muscle that the camera does not see is shown in a small round second view, from where it can be seen. */
import { mapPath } from '../../geometry/map-path.ts'
import { dot, normalize, scale } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { cameraAt, project } from '../camera.ts'
import type { Camera, View } from '../camera.ts'
import { drawBody } from '../ink/body.ts'
import type { MuscleArea } from '../muscle-area.ts'
import type { Buffers, Probe } from '../render/buffers.ts'
import { render } from '../render/render.ts'
import { createSight } from '../render/sight.ts'
import type { Sight } from '../render/sight.ts'
import type { Line, SketchItem } from '../sketch.ts'
import type { Solid } from '../solid.ts'
import { circle } from './mistake.ts'
import { onSheet, outlinePath, tenths, viewAround } from './plane.ts'
import type { Place } from './plane.ts'

/** Metres of the body round the muscle that the second view shows, and its size on the sketch. */
const shown = 0.29
export const insetRadius = 0.2
/** Pixels per metre of the body; it is drawn smaller than the figure. */
const pixelsPerMetre = 240
/** Less of a muscle than this is too little to tell where it is. */
const enough = 0.35
/** Square metres: smaller, the area is a sliver at the figure's edge. */
const leastSize = 0.0045
/** Metres round its fibres in which a muscle may be seen. */
const around = 0.06
/** Pixels per metre that tell whether a muscle is seen. */
const coarse = 110
/** How far behind the surface a fibre may lie, in metres. */
const skinDepth = 0.03

/** The muscles that call for a second view: too little of them is seen, or only their edge. */
export function hiddenAreas(solid: Solid, camera: Camera): readonly MuscleArea[] {
  if (solid.feel.length === 0) return []
  const places = solid.feel.flatMap((area) => placesOf(area, camera))
  const view = viewAround(
    places.map(({ x, y }): Place => [x, y]),
    around + 0.01,
  )
  const sight = createSight(solid, camera, view, coarse)
  return solid.feel.filter((area) => !isSeen(area, sight))
}

/** Whether the camera sees enough of a muscle's fibres, and enough of its surface. */
function isSeen(area: MuscleArea, { frame, marcher }: Sight): boolean {
  const { camera, view, width, height, pixelsPerMetre } = frame
  const depths = new Map<number, number>()
  /** The depth at a pixel that shows the muscle, -Infinity elsewhere. */
  const depthAt = (column: number, row: number): number => {
    if (column < 0 || row < 0 || column >= width || row >= height) return -Infinity
    const pixel = row * width + column
    let depth = depths.get(pixel)
    if (depth === undefined) {
      depth = marcher.cast(column + 0.5, row + 0.5).depth
      const isOn =
        depth < Infinity && area.field(marcher.worldAt(column + 0.5, row + 0.5, depth)) < 1
      if (!isOn) depth = -Infinity
      depths.set(pixel, depth)
    }
    return depth
  }
  const places = placesOf(area, camera).map(({ x, y, depth: far }) => {
    const column = Math.floor((x - view.left) * pixelsPerMetre)
    const row = Math.floor((view.top - y) * pixelsPerMetre)
    return { column, row, isSeen: far < depthAt(column, row) + skinDepth }
  })
  if (places.filter(({ isSeen }) => isSeen).length < enough * places.length) return false
  const columns = places.map(({ column }) => column)
  const rows = places.map(({ row }) => row)
  const room = Math.ceil(around * pixelsPerMetre)
  let missing = leastSize * pixelsPerMetre * pixelsPerMetre
  for (let row = Math.min(...rows) - room; row <= Math.max(...rows) + room; row++) {
    for (
      let column = Math.min(...columns) - room;
      column <= Math.max(...columns) + room;
      column++
    ) {
      if (depthAt(column, row) > -Infinity) missing -= 1
      if (missing <= 0) return true
    }
  }
  return false
}

function placesOf({ fibres, centre }: MuscleArea, camera: Camera) {
  return (fibres.length > 0 ? fibres.flat() : [centre]).map((place) => project(camera, place))
}

/** A camera that faces the muscle, as near to the figure's own as that allows. */
export function cameraFacing({ outward }: MuscleArea, { forward }: Camera): Camera {
  const own = scale(forward, -1)
  let best: Camera | undefined
  let most = -Infinity
  for (let elevation = -60; elevation <= 60; elevation += 15) {
    for (let azimuth = -180; azimuth < 180; azimuth += 15) {
      const camera = cameraAt(azimuth, elevation)
      const viewer = scale(camera.forward, -1)
      const facing = dot(viewer, normalize(outward))
      const value =
        Math.min(facing, 0.85) + 0.3 * dot(viewer, own) - Math.max(0, -elevation) * 0.004
      if (value > most) {
        most = value
        best = camera
      }
    }
  }
  return best ?? cameraAt(0, 0)
}

export interface SecondView {
  readonly area: MuscleArea
  /** The middle of the disc on the picture plane. */
  readonly place: Place
  /** Where the muscle is in the figure, on the picture plane. */
  readonly target: Place
}

/** The disc, the body part in it and a line to its place on the figure. */
export function secondViewItems(
  solid: Solid,
  camera: Camera,
  { area, place, target }: SecondView,
  view: View,
): readonly SketchItem[] {
  const facing = cameraFacing(area, camera)
  // Without what lies under it: that is in the picture already.
  const groups = solid.groups.filter(({ name }) => name !== 'props')
  const marks = solid.marks.filter(({ group }) => group !== 'props')
  const bare: Solid = { ...solid, groups, marks }
  const cut = cutOut(bare, facing, area.centre)
  const { items } = drawBody(bare, cut.buffers, cut.probe, { hasContactShadow: false })
  const factor = insetRadius / shown
  const corner = onSheet(view, [place[0] - insetRadius, place[1] + insetRadius])
  const disc = circle(place, insetRadius, 72)
  return [
    leader(place, target, view),
    { kind: 'area', role: { kind: 'inset' }, path: outlinePath(view, disc) },
    ...items.map((item) => moved(item, factor, corner.x, corner.y)),
    ringLine(disc, view),
  ]
}

/** What a camera sees of a body within a disc round a point. */
function cutOut(
  solid: Solid,
  camera: Camera,
  centre: Vec3,
): { readonly buffers: Buffers; readonly probe: Probe } {
  const { x, y } = project(camera, centre)
  const view: View = { left: x - shown, right: x + shown, bottom: y - shown, top: y + shown }
  const { buffers, probe } = render(solid, camera, view, pixelsPerMetre, { hasFloor: false })
  const middle = shown * pixelsPerMetre
  const reach = middle - 1
  const isInside = (u: number, v: number): boolean =>
    (u - middle) ** 2 + (v - middle) ** 2 < reach * reach
  for (let row = 0; row < buffers.height; row++) {
    for (let column = 0; column < buffers.width; column++) {
      if (isInside(column + 0.5, row + 0.5)) continue
      const i = row * buffers.width + column
      buffers.depth[i] = Infinity
      buffers.group[i] = 255
      buffers.material[i] = 255
      buffers.primitive[i] = -1
    }
  }
  return {
    buffers,
    probe: {
      ...probe,
      depthAt: (u, v) => (isInside(u, v) ? probe.depthAt(u, v) : Infinity),
      depthBetween: (u, v, from, to) =>
        isInside(u, v) ? probe.depthBetween(u, v, from, to) : Infinity,
      // The disc's edge is no rim of the body: it is found by halving.
      rimBetween: (u, v, dx, dy, depth) =>
        isInside(u + dx, v + dy) ? probe.rimBetween(u, v, dx, dy, depth) : Number.NaN,
    },
  }
}

function moved(item: SketchItem, factor: number, x: number, y: number): SketchItem {
  const placeX = (value: number): number => tenths(value * factor + x)
  const placeY = (value: number): number => tenths(value * factor + y)
  switch (item.kind) {
    case 'area':
      return { ...item, path: mapPath(item.path, placeX, placeY) }
    case 'line':
      return {
        ...item,
        points: item.points.map((value, index) =>
          index % 3 === 0 ? placeX(value) : index % 3 === 1 ? placeY(value) : value * 0.85,
        ),
      }
    case 'dot':
      return { ...item, x: placeX(item.x), y: placeY(item.y) }
  }
}

function ringLine(disc: readonly Place[], view: View): Line {
  const points = disc.flatMap((place) => {
    const { x, y } = onSheet(view, place)
    return [x, y, 1]
  })
  return { kind: 'line', role: 'inset', isClosed: true, points: Float32Array.from(points) }
}

/** From the disc's edge to the muscle's place. */
function leader(place: Place, target: Place, view: View): Line {
  const [dx, dy] = [target[0] - place[0], target[1] - place[1]]
  const size = Math.hypot(dx, dy) || 1
  const from = Math.min(1, insetRadius / size)
  const points = Array.from({ length: 9 }, (_, i) => {
    const share = from + ((1 - from) * i) / 8
    const { x, y } = onSheet(view, [place[0] + dx * share, place[1] + dy * share])
    return [x, y, 1]
  })
  return {
    kind: 'line',
    role: 'inset',
    isClosed: false,
    points: Float32Array.from(points.flat()),
  }
}
