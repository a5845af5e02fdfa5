/** The orthographic camera: where the viewer stands, and the plane on which the world is drawn. */
import { radiansPerDegree } from '../geometry/rotation.ts'
import { cross, dot, scale } from '../geometry/vec3.ts'
import type { Vec3 } from '../geometry/vec3.ts'
import type { Degrees } from '../model/pose.ts'

/** Axes of the view, each of length 1: right and up on the picture, forward into it. */
export interface Camera {
  readonly right: Vec3
  readonly up: Vec3
  readonly forward: Vec3
}

/** Azimuth 0 looks along +y with x to the right; it grows as the viewer walks to the person's front. Elevation looks down. */
export function cameraAt(azimuth: Degrees, elevation: Degrees): Camera {
  const a = azimuth * radiansPerDegree
  const e = elevation * radiansPerDegree
  const towardsViewer: Vec3 = [Math.sin(a) * Math.cos(e), -Math.cos(a) * Math.cos(e), Math.sin(e)]
  const forward = scale(towardsViewer, -1)
  const right: Vec3 = [Math.cos(a), Math.sin(a), 0]
  return { right, up: cross(right, forward), forward }
}

/** A rectangle of the picture plane in metres, y upwards. */
export interface View {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** A place on the picture plane in metres, and how far behind it the point lies. */
export function project(camera: Camera, point: Vec3): { x: number; y: number; depth: number } {
  return {
    x: dot(point, camera.right),
    y: dot(point, camera.up),
    depth: dot(point, camera.forward),
  }
}
