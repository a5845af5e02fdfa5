/** What the camera saw, pixel by pixel: the picture before it is traced. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { SurfacePlace } from '../solid.ts'

export interface Buffers {
  readonly width: number
  readonly height: number
  readonly pixelsPerMetre: number
  readonly view: View
  readonly camera: Camera
  /** Metres along `forward`; Infinity where nothing was met. Row by row from the top. */
  readonly depth: Float32Array
  /** Normal in the camera's axes: right, up, towards the viewer. */
  readonly normalRight: Float32Array
  readonly normalUp: Float32Array
  readonly normalNear: Float32Array
  /** Index into the solid's groups, 255 for none. */
  readonly group: Uint8Array
  /** Index into the renderer's list of primitives, -1 for none. */
  readonly primitive: Int16Array
  /** Index into the renderer's list of materials, 255 for none. */
  readonly material: Uint8Array
  /** 0 in a deep corner to 1 in the open. */
  readonly openness: Float32Array
  /** For pixels that show the floor: metres from the floor point to the solid; Infinity elsewhere. */
  readonly floorDistance: Float32Array
}

/** Asks the solid again, between pixels: contours are refined with it. Pixel centres are at half numbers. */
export interface Probe {
  /** Depth at a place in pixels, Infinity if nothing is met. */
  depthAt(x: number, y: number): number
  /** Where the last `depthAt` met the surface. */
  placeAt(x: number, y: number): SurfacePlace | undefined
  worldAt(x: number, y: number, depth: number): Vec3
}
