/** Whether a JPEG file holds anything besides its picture: places, names, thumbnails, comments. */

/** APP0 with the JFIF header alone is 16 bytes long; longer ones hold a thumbnail. */
const plainJfifLength = 16

/**
 * True unless every segment is one that decoding needs (ITU-T T.81, B.1.1.3). Strict on purpose: a telephone
 * writes its position into APP1, and a second picture or a video behind the end.
 */
export function carriesMetadata(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return true
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (!isNeeded(marker, length)) return true
    at += 2 + length
    if (marker === 0xda) at = endOfScan(bytes, at)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2 !== bytes.length
  }
  return true
}

function isNeeded(marker: number, length: number): boolean {
  const isFrame = marker === 0xc0 || marker === 0xc1 || marker === 0xc2
  const isTable = marker === 0xc4 || marker === 0xdb || marker === 0xdd
  const isJfif = marker === 0xe0 && length === plainJfifLength
  // Adobe's APP14 says how colours are coded: 14 bytes, nothing personal.
  const isAdobe = marker === 0xee && length === 14
  return isFrame || isTable || marker === 0xda || isJfif || isAdobe
}

/** The next marker after entropy-coded data; stuffed zeros and restart markers belong to the data. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
