/** What the camera saw, pixel by pixel: the picture before it is traced. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { Primitive, SurfacePlace } from '../solid.ts'

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
  /** Metres from the floor point behind a pixel to the solid, also where the body hides it; Infinity where there is none near. */
  readonly floorDistance: Float32Array
}

/** Asks the solid again, between pixels: contours are refined with it. Pixel centres are at half numbers. */
export interface Probe {
  /** The primitives in the order of the numbers in `Buffers.primitive`. */
  readonly primitives: readonly Primitive[]
  /** Depth at a place in pixels, Infinity if nothing is met. */
  depthAt(x: number, y: number): number
  /** The same between two depths only: cheaper next to where the depth is known. */
  depthBetween(x: number, y: number, from: number, to: number): number
  /** Where the last `depthAt` met the surface. */
  placeAt(x: number, y: number): SurfacePlace | undefined
  /**
   * Where between two places, the first on a form and the second past its rim, the rim lies: 0 to 1. `depth` is that
   * of the first. NaN when the form does not end in a smooth rim there.
   */
  rimBetween(x: number, y: number, dx: number, dy: number, depth: number): number
  /** Index of the material of the surface at a place whose depth is known. */
  materialAt(x: number, y: number, depth: number): number
  worldAt(x: number, y: number, depth: number): Vec3
}
