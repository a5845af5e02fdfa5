/** Bytes of a number. */
export const numberSize: usize = 8

/** A number of the row that begins at an address. */
export function at(row: usize, index: i32): f64 {
  return load<f64>(row + index * numberSize)
}
