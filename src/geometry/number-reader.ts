/** The letters and numbers of SVG path data (SVG 2, 9.3.9). */

/** The numbers of one command, in an array that is used again for the next. */
export type CommandNumbers = readonly [number, number, number, number, number, number, number]

/**
 * Reads the characters of path data, by their codes: a drawing holds tens of thousands of numbers, and a
 * regular expression for each takes five times as long.
 */
export class NumberReader {
  offset = 0
  readonly numbers: [number, number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0, 0]
  private readonly data: string

  constructor(data: string) {
    // Ends with a character that is in no number, so that looking one ahead always finds something: V8
    // gives up optimized code that reads behind the end of a string.
    this.data = `${data}\0`
    this.skipSpace()
  }

  isAtEnd(): boolean {
    return this.offset >= this.data.length - 1
  }

  isAtNumber(): boolean {
    const code = this.data.charCodeAt(this.offset)
    return isDigit(code) || code === minus || code === plus || code === point
  }

  command(): string | undefined {
    const letter = this.data[this.offset]
    if (letter === undefined || !/[a-z]/i.test(letter)) return undefined
    this.offset += 1
    this.skipSpace()
    return letter
  }

  /** Read the next `count` numbers. The fourth and fifth of an arc are flags: one digit, with no space needed. */
  readNumbers(count: number, isArc: boolean): boolean {
    for (let index = 0; index < count; index += 1) {
      const number = isArc && (index === 3 || index === 4) ? this.flag() : this.number()
      if (!Number.isFinite(number)) return false
      this.numbers[index] = number
      this.skipSeparator()
    }
    return true
  }

  /** NaN when there is none. */
  private flag(): number {
    const digit = this.data.charCodeAt(this.offset) - zero
    if (digit !== 0 && digit !== 1) return NaN
    this.offset += 1
    return digit
  }

  /** The same number that `Number` makes of the same characters; NaN, and no step ahead, when there is none. */
  private number(): number {
    const { data, offset } = this
    let at = offset
    const sign = data.charCodeAt(at)
    if (sign === minus || sign === plus) at += 1
    const wholeStart = at
    let digits = 0
    let code = data.charCodeAt(at)
    for (; code >= zero && code <= nine; code = data.charCodeAt(++at)) {
      digits = digits * 10 + (code - zero)
    }
    let count = at - wholeStart
    let decimals = 0
    if (code === point) {
      const pointAt = at
      code = data.charCodeAt(++at)
      for (; code >= zero && code <= nine; code = data.charCodeAt(++at)) {
        digits = digits * 10 + (code - zero)
      }
      decimals = at - pointAt - 1
      count += decimals
    }
    if (count === 0) return NaN
    const exponent = code === smallE || code === capitalE ? exponentLength(data, at) : 0
    this.offset = at + exponent
    // Up to 15 digits and their power of ten are exact, so their quotient is rounded only once.
    const power = exponent === 0 && count <= 15 ? powersOfTen[decimals] : undefined
    if (power === undefined) return Number(data.slice(offset, this.offset))
    return sign === minus ? -digits / power : digits / power
  }

  private skipSpace(): void {
    while (isSpace(this.data.charCodeAt(this.offset))) this.offset += 1
  }

  /** Spaces, with one comma among them. */
  private skipSeparator(): void {
    if (this.data.charCodeAt(this.offset) > comma) return
    this.skipSpace()
    if (this.data.charCodeAt(this.offset) !== comma) return
    this.offset += 1
    this.skipSpace()
  }
}

const zero = 0x30
const nine = 0x39
const minus = 0x2d
const plus = 0x2b
const point = 0x2e
const comma = 0x2c
const smallE = 0x65
const capitalE = 0x45
const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)

function isDigit(code: number): boolean {
  return code >= zero && code <= nine
}

/** Tab, line feed, form feed, carriage return, space. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
}

/** How many characters an exponent has, its letter included; 0 when no digit follows. */
function exponentLength(data: string, at: number): number {
  const sign = data.charCodeAt(at + 1)
  const start = sign === minus || sign === plus ? at + 2 : at + 1
  let end = start
  while (isDigit(data.charCodeAt(end))) end += 1
  return end === start ? 0 : end - at
}
