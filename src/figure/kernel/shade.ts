/** The second tone: where the body turns from the light, as a smooth field whose level 0 is the boundary. */
import { noSheet } from '../codes'
import { byte, putSingle, single, zeros } from './memory'
import {
  depth, group, height, isBody, normalNear, normalRight, normalUp, openness, width,
} from './picture' // prettier-ignore

/** Where the light comes from, in the camera's axes: right, up, towards the viewer. Length 1 but for rounding. */
const lightRight: f64 = -0.42
const lightUp: f64 = 0.72
const lightNear: f64 = 0.55
/** How much a closed corner darkens. */
const occlusion: f64 = 0.55
/** Normal · light below this is shaded. */
const threshold: f64 = 0.02
/** A step in depth between neighbours larger than this parts two surfaces, in metres. */
const gap: f64 = 0.015

/** Below 0 in the shade, for each pixel. Groups of one sheet shade as one surface. */
export function findTone(sheetOfGroup: usize): usize {
  const tone = zeros(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    if (byte(isBody, i) === 0) continue
    const facing =
      single(normalRight, i) * lightRight +
      single(normalUp, i) * lightUp +
      single(normalNear, i) * lightNear
    putSingle(tone, i, facing - (1 - single(openness, i)) * occlusion - threshold)
  }
  const sheet = zeros(width * height)
  for (let i = 0; i < width * height; i++) {
    store<u8>(sheet + i, u8(byte(sheetOfGroup, byte(group, i))))
  }
  toneSheet = sheet
  return tone
}

let toneSheet: usize = 0

/** A tent filter along rows, then columns, that stops where the surface ends; `reach` in pixels. */
export function smoothTone(tone: usize, reach: i32): usize {
  return filterLines(filterLines(tone, 1, reach), width, reach)
}

function filterLines(from: usize, stride: i32, reach: i32): usize {
  const to = zeros(width * height * 4)
  const sheet = toneSheet
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const own = byte(sheet, i)
      if (own === noSheet) continue
      const before = min(reach, stride === 1 ? x : y)
      const after = min(reach, stride === 1 ? width - 1 - x : height - 1 - y)
      let weight = reach + 1
      let sum = single(from, i) * f64(weight)
      let weights = weight
      let j = i
      for (let k = 1; k <= before; k++) {
        const next = j - stride
        if (byte(sheet, next) !== own || isStep(j, next)) break
        j = next
        weight = reach + 1 - k
        sum += single(from, j) * f64(weight)
        weights += weight
      }
      j = i
      for (let k = 1; k <= after; k++) {
        const next = j + stride
        if (byte(sheet, next) !== own || isStep(j, next)) break
        j = next
        weight = reach + 1 - k
        sum += single(from, j) * f64(weight)
        weights += weight
      }
      putSingle(to, i, sum / f64(weights))
    }
  }
  return to
}

function isStep(i: i32, j: i32): bool {
  return Math.abs(single(depth, j) - single(depth, i)) > gap
}
