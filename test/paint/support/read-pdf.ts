/** A small reader of the PDF files we write: objects, the structure tree with its text, artifacts and pages. */
import { inflateSync } from 'node:zlib'

export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class Reference {
  readonly id: number
  constructor(id: number) {
    this.id = id
  }
}

export class Operator {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Dictionary = Map<string, Value>
export type Value =
  number | boolean | null | Buffer | Name | Reference | Operator | Value[] | Dictionary

interface PdfObject {
  readonly value: Value
  readonly stream: Buffer | undefined
}

export interface Pdf {
  readonly trailer: Dictionary
  readonly catalog: Dictionary
  readonly objects: ReadonlyMap<number, PdfObject>
  /** Follow a reference. */
  resolve(value: Value | undefined): Value | undefined
  /** The entry of a dictionary, resolved. */
  get(dictionary: Value | undefined, ...path: readonly string[]): Value | undefined
  /** A stream, inflated. */
  data(reference: Value | undefined): Buffer
  pages(): readonly { readonly reference: Reference; readonly page: Dictionary }[]
}

export function readPdf(bytes: Uint8Array): Pdf {
  const buffer = Buffer.from(bytes)
  const start = Number(/startxref\s+(\d+)/.exec(buffer.subarray(-64).toString('latin1'))?.[1])
  const table = buffer.subarray(start).toString('latin1')
  const count = Number(/xref\s+0 (\d+)/.exec(table)?.[1])
  const first = table.indexOf('0000000000 65535')
  const objects = new Map<number, PdfObject>()
  for (let id = 1; id < count; id += 1) {
    const offset = Number(table.slice(first + 20 * id, first + 20 * id + 10))
    objects.set(id, readObject(buffer, offset))
  }
  const trailer = asDictionary(
    new Lexer(buffer, buffer.lastIndexOf('trailer') + 'trailer'.length).next(),
  )
  const resolve = (value: Value | undefined): Value | undefined =>
    value instanceof Reference ? objects.get(value.id)?.value : value
  const get: Pdf['get'] = (dictionary, ...path) =>
    path.reduce<Value | undefined>(
      (value, key) => (value instanceof Map ? resolve(value.get(key)) : undefined),
      resolve(dictionary),
    )
  const data: Pdf['data'] = (reference) => {
    if (!(reference instanceof Reference)) throw new Error('a stream is an indirect object')
    const object = objects.get(reference.id)
    if (object?.stream === undefined) throw new Error(`object ${reference.id} has no stream`)
    const filter = get(object.value, 'Filter')
    return filter instanceof Name && filter.name === 'FlateDecode'
      ? inflateSync(object.stream)
      : object.stream
  }
  const catalog = asDictionary(resolve(trailer.get('Root')))
  return {
    trailer,
    catalog,
    objects,
    resolve,
    get,
    data,
    pages: () =>
      asArray(get(catalog, 'Pages', 'Kids')).map((reference) => ({
        reference: reference as Reference,
        page: asDictionary(resolve(reference)),
      })),
  }
}

/** The operators of a content stream with their operands. */
export function readOperators(
  content: Buffer,
): readonly { readonly operator: string; readonly operands: readonly Value[] }[] {
  const lexer = new Lexer(content, 0)
  const operators: { operator: string; operands: Value[] }[] = []
  let operands: Value[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof Operator) {
      operators.push({ operator: token.name, operands })
      operands = []
    } else {
      operands.push(token)
    }
  }
  return operators
}

export function asDictionary(value: Value | undefined): Dictionary {
  if (!(value instanceof Map)) throw new Error('not a dictionary')
  return value
}

export function asArray(value: Value | undefined): readonly Value[] {
  if (!Array.isArray(value)) throw new Error('not an array')
  return value
}

/** A text string: UTF-16 with a byte order mark, or ASCII. */
export function asText(value: Value | undefined): string {
  if (!(value instanceof Buffer)) throw new Error('not a string')
  return value[0] === 0xfe && value[1] === 0xff
    ? Buffer.from(value.subarray(2)).swap16().toString('utf16le')
    : value.toString('latin1')
}

export function nameOf(value: Value | undefined): string | undefined {
  return value instanceof Name ? value.name : undefined
}

function readObject(buffer: Buffer, offset: number): PdfObject {
  const lexer = new Lexer(buffer, offset)
  lexer.next()
  lexer.next()
  lexer.next()
  const value = lexer.next()
  if (value === undefined) throw new Error(`no object at ${offset}`)
  const keyword = lexer.next()
  if (!(keyword instanceof Operator && keyword.name === 'stream')) {
    return { value, stream: undefined }
  }
  const length = asDictionary(value).get('Length')
  if (typeof length !== 'number') throw new Error('the length of a stream is a number')
  const from = lexer.at + (buffer[lexer.at] === 13 ? 2 : 1)
  return { value, stream: buffer.subarray(from, from + length) }
}

const delimiters = '()<>[]{}/% \t\r\n\f\0'

class Lexer {
  at: number
  readonly #bytes: Buffer

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  next(): Value | undefined {
    this.#skipSpace()
    if (this.at >= this.#bytes.length) return undefined
    const two = this.#bytes.subarray(this.at, this.at + 2).toString('latin1')
    if (two === '<<') return this.#dictionary()
    if (two === '>>') return this.#operator(2)
    switch (two.charAt(0)) {
      case '/':
        this.at += 1
        return new Name(this.#word().replace(/#(..)/g, (_, hex: string) => unhex(hex)))
      case '(':
        return this.#literal()
      case '<':
        return this.#hexadecimal()
      case '[':
        this.at += 1
        return this.#until(']')
      case ']':
        return this.#operator(1)
    }
    return this.#numberOrOperator()
  }

  #numberOrOperator(): Value {
    const reference = /^(\d+)\s+\d+\s+R(?![A-Za-z])/.exec(
      this.#bytes.subarray(this.at, this.at + 24).toString('latin1'),
    )
    if (reference !== null) {
      this.at += reference[0].length
      return new Reference(Number(reference[1]))
    }
    const word = this.#word()
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : new Operator(word)
  }

  #dictionary(): Dictionary {
    this.at += 2
    const entries = this.#until('>>')
    const dictionary: Dictionary = new Map()
    for (let index = 0; index < entries.length; index += 2) {
      const [key, value] = [entries[index], entries[index + 1]]
      if (key instanceof Name && value !== undefined) dictionary.set(key.name, value)
    }
    return dictionary
  }

  #until(end: string): Value[] {
    const values: Value[] = []
    for (let value = this.next(); value !== undefined; value = this.next()) {
      if (value instanceof Operator && value.name === end) return values
      values.push(value)
    }
    throw new Error(`${end} is missing`)
  }

  #literal(): Buffer {
    const bytes: number[] = []
    let depth = 1
    for (this.at += 1; ; this.at += 1) {
      const byte = this.#bytes[this.at]
      if (byte === undefined) throw new Error('a string does not end')
      if (byte === 0x5c) {
        this.at += 1
        const next = String.fromCharCode(this.#bytes[this.at] ?? 0)
        const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
        bytes.push((escapes[next] ?? next).charCodeAt(0))
        continue
      }
      if (byte === 0x28) depth += 1
      if (byte === 0x29) depth -= 1
      if (depth === 0) break
      bytes.push(byte)
    }
    this.at += 1
    return Buffer.from(bytes)
  }

  #hexadecimal(): Buffer {
    const end = this.#bytes.indexOf('>', this.at)
    const hex = this.#bytes.subarray(this.at + 1, end).toString('latin1')
    this.at = end + 1
    return Buffer.from(hex.replace(/\s/g, ''), 'hex')
  }

  #operator(length: number): Operator {
    const name = this.#bytes.subarray(this.at, this.at + length).toString('latin1')
    this.at += length
    return new Operator(name)
  }

  #word(): string {
    const from = this.at
    while (
      this.at < this.#bytes.length &&
      !delimiters.includes(String.fromCharCode(this.#bytes[this.at] ?? 0))
    ) {
      this.at += 1
    }
    if (this.at === from) this.at += 1
    return this.#bytes.subarray(from, this.at).toString('latin1')
  }

  #skipSpace(): void {
    for (;;) {
      const character = String.fromCharCode(this.#bytes[this.at] ?? 0x41)
      if (character === '%') {
        while (this.at < this.#bytes.length && this.#bytes[this.at] !== 10) this.at += 1
      } else if (!' \t\r\n\f\0'.includes(character)) {
        return
      } else {
        this.at += 1
      }
    }
  }
}

function unhex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16))
}
