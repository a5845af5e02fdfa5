/** The pixels of a rendered picture: addresses of its buffers (`render/buffers.ts`). */
import { none } from '../codes'
import { byte, putByte, zeros } from './memory'

export let width = 0
export let height = 0
export let depth: usize = 0
export let normalRight: usize = 0
export let normalUp: usize = 0
export let normalNear: usize = 0
export let openness: usize = 0
export let group: usize = 0
export let material: usize = 0
export let primitive: usize = 0
/** 1 where the body or a prop is seen. */
export let isBody: usize = 0

export function openPicture(
  columns: i32,
  rows: i32,
  depths: usize,
  normalsRight: usize,
  normalsUp: usize,
  normalsNear: usize,
  opennesses: usize,
  groups: usize,
  materials: usize,
  primitives: usize,
): void {
  width = columns
  height = rows
  depth = depths
  normalRight = normalsRight
  normalUp = normalsUp
  normalNear = normalsNear
  openness = opennesses
  group = groups
  material = materials
  primitive = primitives
  isBody = zeros(columns * rows)
  for (let i = 0; i < columns * rows; i++) putByte(isBody, i, i32(byte(groups, i) !== none))
}
