/** Values as a PDF file spells them (ISO 32000-1, 7.3), the same as pdfkit does, without its detours over bytes. */

/** An indirect object, to be referred to before it is written. */
export interface PdfReference {
  readonly id: number
}

/** A JavaScript string is a PDF name; a text string is made by `pdfText`. */
export type PdfValue =
  string | number | boolean | null | PdfText | PdfReference | readonly PdfValue[] | PdfDictionary

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined
}

/** A PDF text string, as it is spelt. */
export class PdfText {
  readonly spelling: string

  constructor(spelling: string) {
    this.spelling = spelling
  }
}

/** A PDF text string: ASCII as it is, anything else as UTF-16. */
export function pdfText(text: string): PdfText {
  const characters = isAscii(text) ? text : utf16(text)
  return new PdfText(`(${characters.replace(/[\n\r\t\b\f()\\]/g, escaped)})`)
}

/** A value as Latin-1 text. Entries of a dictionary that are undefined are left out. */
export function spell(value: PdfValue): string {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return spellNumber(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (value instanceof PdfText) return value.spelling
  if (isArray(value)) return `[${value.map(spell).join(' ')}]`
  // Keys of PDF begin with a capital.
  if ('id' in value) return `${String(value.id)} 0 R`
  let entries = ''
  for (const key of Object.keys(value)) {
    const entry = value[key]
    if (entry !== undefined) entries += `/${key} ${spell(entry)}\n`
  }
  return `<<\n${entries}>>`
}

function spellNumber(value: number): string {
  if (!(Math.abs(value) < 1e21)) throw new Error(`a number that PDF cannot hold: ${value}`)
  return String(Math.round(value * 1e6) / 1e6)
}

function isArray(value: object): value is readonly PdfValue[] {
  return Array.isArray(value)
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false
  }
  return true
}

/** The bytes of UTF-16 with its mark, each as one character. */
function utf16(text: string): string {
  let bytes = '\xfe\xff'
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes += String.fromCharCode(unit >> 8, unit & 0xff)
  }
  return bytes
}

const escapes = new Map([
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\b', 'b'],
  ['\f', 'f'],
])

function escaped(character: string): string {
  return `\\${escapes.get(character) ?? character}`
}
