/** Memory is taken one piece after another, and given back the last pieces first. */

/** The first byte that nothing uses. */
let end: usize = __heap_base

/** Address of so many bytes that nothing else uses. */
export function allocate(size: usize): usize {
  const address = (end + 7) & ~7
  end = address
  extend(size)
  return address
}

/** Makes the piece that was taken last longer. */
export function extend(size: usize): void {
  end += size
  const pages = i32((end + 0xffff) >> 16)
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) unreachable()
}

/** Gives back all that was taken from an address on; from 0, everything. */
export function free(address: usize): void {
  end = max(address, __heap_base)
}

/** Bytes of a number. */
export const numberSize = 8

/** A number of the row that begins at an address. */
export function at(row: usize, index: i32): f64 {
  return load<f64>(row + index * numberSize)
}

export function put(row: usize, index: i32, value: f64): void {
  store<f64>(row + index * numberSize, value)
}

/** Address of room for so many numbers. */
export function numbers(count: i32): usize {
  return allocate(count * numberSize)
}

/** A number that was kept in half the size. */
export function single(row: usize, index: i32): f64 {
  return f64(load<f32>(row + index * 4))
}

export function putSingle(row: usize, index: i32, value: f64): void {
  store<f32>(row + index * 4, f32(value))
}

/** A number from 0 to 255. */
export function byte(row: usize, index: i32): i32 {
  return load<u8>(row + index)
}

export function putByte(row: usize, index: i32, value: i32): void {
  store<u8>(row + index, u8(value))
}

/** Address of room for so many bytes, all 0. */
export function zeros(size: i32): usize {
  const address = allocate(size)
  memory.fill(address, 0, size)
  return address
}
