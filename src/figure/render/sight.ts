/** A solid and a camera made ready to cast rays: what every picture begins with. */
import type { Camera, View } from '../camera.ts'
import { createField } from '../field/field.ts'
import type { Field } from '../field/field.ts'
import { compile } from '../field/program.ts'
import type { Solid } from '../solid.ts'
import { createMarcher } from './march.ts'
import type { Frame, Marcher } from './march.ts'
import { tileRows } from './tiles.ts'
import type { Tiles } from './tiles.ts'

export interface Sight {
  readonly frame: Frame
  readonly field: Field
  readonly tiles: Tiles
  readonly marcher: Marcher
}

export function createSight(
  solid: Solid,
  camera: Camera,
  view: View,
  pixelsPerMetre: number,
): Sight {
  const frame = frameOf(camera, view, pixelsPerMetre)
  const field = createField(compile(solid))
  const tiles = tileRows(field, camera, view, pixelsPerMetre, frame.width, frame.height)
  return { frame, field, tiles, marcher: createMarcher(field, tiles, frame) }
}

/** The picture's size: a multiple of the grid's step, and one, so that the grid ends on the last pixel. */
export function frameOf(camera: Camera, view: View, pixelsPerMetre: number): Frame {
  const pixels = (size: number) => Math.ceil((size * pixelsPerMetre) / 4) * 4 + 1
  const width = pixels(view.right - view.left)
  const height = pixels(view.top - view.bottom)
  return { camera, view, pixelsPerMetre, width, height }
}
