/** Reads the few numbers we need from the tables of a font file (OpenType 1.9: head, hhea, OS/2, post, name, hmtx). */

/** Distances are in font units, y upwards. */
export interface FontTables {
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly weight: number
  readonly isFixedPitch: boolean
  readonly boundingBox: readonly [xMin: number, yMin: number, xMax: number, yMax: number]
  /** OS/2 fsType: what the font's owner allows. */
  readonly embedding: number
  readonly advanceWidths: Uint16Array
}

/** The tables of a font file by tag, or undefined when a table lies outside the file. */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, DataView> | undefined {
  const file = viewOf(bytes)
  if (file.byteLength < 12) return undefined
  const tables = new Map<string, DataView>()
  const count = file.getUint16(4)
  if (12 + count * 16 > file.byteLength) return undefined
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    const offset = file.getUint32(entry + 8)
    const length = file.getUint32(entry + 12)
    if (offset + length > file.byteLength) return undefined
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    tables.set(name, new DataView(file.buffer, file.byteOffset + offset, length))
  }
  return tables
}

/** Read the tables, or name the one that is missing or too short. */
export function readTables(directory: ReadonlyMap<string, DataView>): FontTables | BrokenTable {
  for (const [name, length] of Object.entries(requiredLengths)) {
    const table = directory.get(name)
    if (table === undefined || table.byteLength < length) return { broken: name }
  }
  const table = (name: string): DataView => directory.get(name) ?? new DataView(new ArrayBuffer(0))
  const head = table('head')
  const os2 = table('OS/2')
  const post = table('post')
  const unitsPerEm = head.getUint16(18)
  if (unitsPerEm === 0) return { broken: 'head' }
  const advanceWidths = readAdvanceWidths(table('hhea'), table('maxp'), table('hmtx'))
  if (advanceWidths === undefined) return { broken: 'hmtx' }
  // Version 2 brought the x-height and cap height; the guesses are those of most sans serifs.
  const hasHeights = os2.getUint16(0) >= 2 && os2.byteLength >= 90
  return {
    postScriptName: readPostScriptName(table('name')) ?? 'Unnamed',
    unitsPerEm,
    ...readLineMetrics(os2, table('hhea')),
    xHeight: hasHeights ? os2.getInt16(86) : Math.round(unitsPerEm * 0.5),
    capHeight: hasHeights ? os2.getInt16(88) : Math.round(unitsPerEm * 0.7),
    italicAngle: post.getInt32(4) / 65536,
    weight: os2.getUint16(4),
    isFixedPitch: post.getUint32(12) !== 0,
    boundingBox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    embedding: os2.getUint16(8),
    advanceWidths,
  }
}

/** The tag of the table that is missing or damaged. */
export interface BrokenTable {
  readonly broken: string
}

const requiredLengths = {
  head: 54,
  hhea: 36,
  maxp: 6,
  hmtx: 4,
  'OS/2': 74,
  post: 16,
  name: 6,
  cmap: 4,
  loca: 2,
  glyf: 0,
}

/** Ascender and descender as browsers choose them: the typographic ones where the font says so. */
function readLineMetrics(
  os2: DataView,
  hhea: DataView,
): { readonly ascender: number; readonly descender: number } {
  const useTypographicMetrics = (os2.getUint16(62) & 0x80) !== 0
  return useTypographicMetrics
    ? { ascender: os2.getInt16(68), descender: os2.getInt16(70) }
    : { ascender: hhea.getInt16(4), descender: hhea.getInt16(6) }
}

function readAdvanceWidths(
  hhea: DataView,
  maxp: DataView,
  hmtx: DataView,
): Uint16Array | undefined {
  const glyphCount = maxp.getUint16(4)
  const metricCount = hhea.getUint16(34)
  if (metricCount === 0 || hmtx.byteLength < metricCount * 4) return undefined
  const widths = new Uint16Array(glyphCount)
  for (let glyph = 0; glyph < glyphCount; glyph += 1) {
    // Glyphs past the last metric have its advance (the digits of a fixed-pitch font).
    widths[glyph] = hmtx.getUint16(Math.min(glyph, metricCount - 1) * 4)
  }
  return widths
}

function readPostScriptName(name: DataView): string | undefined {
  const count = name.getUint16(2)
  const storage = name.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const record = 6 + index * 12
    if (record + 12 > name.byteLength) return undefined
    const isMacintosh = name.getUint16(record) === 1
    const isPostScriptName = name.getUint16(record + 6) === 6
    const length = name.getUint16(record + 8)
    const start = storage + name.getUint16(record + 10)
    if (!isPostScriptName || start + length > name.byteLength) continue
    // PostScript names are ASCII: Windows records hold them as UTF-16, Macintosh ones as bytes.
    const codes: number[] = []
    for (let at = start; at < start + length; at += isMacintosh ? 1 : 2) {
      codes.push(isMacintosh ? name.getUint8(at) : name.getUint16(at))
    }
    return String.fromCharCode(...codes).replace(/[^!-~]|[[\](){}<>/%]/g, '')
  }
  return undefined
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
