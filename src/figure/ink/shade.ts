/** The second tone: where the body turns from the light, as a smooth field whose level 0 is the boundary. */
import type { Picture } from './picture.ts'

/** Where the light comes from, in the camera's axes: right, up, towards the viewer. Length 1 but for rounding. */
const light = [-0.42, 0.72, 0.55] as const
/** How much a closed corner darkens. */
const occlusion = 0.55
/** Normal · light below this is shaded. */
const threshold = 0.02
/** Radii of the two passes of smoothing, in metres. */
const radii = [0.0105, 0.0125]

/** Below 0 in the shade, for each pixel. */
export function toneOf({ buffers, solid, isBody }: Picture): Float32Array {
  const { width, height, pixelsPerMetre, normalRight, normalUp, normalNear, openness } = buffers
  const tone = new Float32Array(width * height)
  for (let i = 0; i < tone.length; i++) {
    if (isBody[i] === 0) continue
    const facing =
      (normalRight[i] ?? 0) * light[0] +
      (normalUp[i] ?? 0) * light[1] +
      (normalNear[i] ?? 0) * light[2]
    tone[i] = facing - (1 - (openness[i] ?? 0)) * occlusion - threshold
  }
  // A shirt and an arm shade as one surface where they are one; a head and its hair do not.
  const sheetOfGroup = solid.groups.map(({ name }) =>
    name === 'head' ? 1 : name === 'hair' ? 2 : name === 'props' ? 3 : 0,
  )
  const sheet = buffers.group.map((group) => sheetOfGroup[group] ?? 9)
  return radii.reduce<Float32Array>(
    (values, radius) =>
      smoothWithin(values, sheet, buffers.depth, width, height, radius * pixelsPerMetre),
    tone,
  )
}

/** A step in depth between neighbours larger than this parts two surfaces, in metres. */
const gap = 0.015

/** A tent filter along rows, then columns, that stops where the surface ends. */
function smoothWithin(
  values: Float32Array,
  sheet: Uint8Array,
  depth: Float32Array,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  const reach = Math.max(1, Math.round(radius))
  const along = new Float32Array(values.length)
  const result = new Float32Array(values.length)
  filterLines(values, along, sheet, depth, width, height, 1, reach)
  filterLines(along, result, sheet, depth, width, height, width, reach)
  return result
}

function filterLines(
  from: Float32Array,
  to: Float32Array,
  sheet: Uint8Array,
  depth: Float32Array,
  width: number,
  height: number,
  stride: number,
  reach: number,
): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const own = sheet[i]
      if (own === 9) continue
      const before = Math.min(reach, stride === 1 ? x : y)
      const after = Math.min(reach, stride === 1 ? width - 1 - x : height - 1 - y)
      let sum = (from[i] ?? 0) * (reach + 1)
      let weights = reach + 1
      for (let k = 1, j = i - stride; k <= before; k++, j -= stride) {
        if (sheet[j] !== own || Math.abs((depth[j] ?? 0) - (depth[j + stride] ?? 0)) > gap) break
        sum += (from[j] ?? 0) * (reach + 1 - k)
        weights += reach + 1 - k
      }
      for (let k = 1, j = i + stride; k <= after; k++, j += stride) {
        if (sheet[j] !== own || Math.abs((depth[j] ?? 0) - (depth[j - stride] ?? 0)) > gap) break
        sum += (from[j] ?? 0) * (reach + 1 - k)
        weights += reach + 1 - k
      }
      to[i] = sum / weights
    }
  }
}
