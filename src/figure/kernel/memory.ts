/** Bytes of a number. */
export const numberSize: usize = 8

/** A number of the row that begins at an address. */
export function at(row: usize, index: i32): f64 {
  return load<f64>(row + index * numberSize)
}

export function put(row: usize, index: i32, value: f64): void {
  store<f64>(row + index * numberSize, value)
}

/** Address of room for so many numbers. */
export function numbers(count: i32): usize {
  return heap.alloc(count * numberSize)
}
