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
    const code = this.data.charCodeAt(this.offset) | 0x20
    if (code < letterA || code > letterZ) return undefined
    const letter = this.data.charAt(this.offset)
    this.offset += 1
    this.skipSpace()
    return letter
  }

  /**
   * Read the next `count` numbers. The fourth and fifth of an arc are flags: one digit, with no space needed.
   * One loop over local variables: with a call for each number it takes twice as long until V8 has
   * optimized it, and by then most drawings are read.
   */
  readNumbers(count: number, isArc: boolean): boolean {
    const { data, numbers } = this
    for (let index = 0; index < count; index += 1) {
      const start = this.offset
      let at = start
      const first = data.charCodeAt(at)
      let code = first === minus || first === plus ? data.charCodeAt(++at) : first
      let digits = 0
      let length = 0
      let decimals = 0
      if (isArc && (index === 3 || index === 4)) {
        if (first !== zero && first !== one) return false
        digits = first - zero
        at += 1
      } else {
        const wholeAt = at
        for (; code >= zero && code <= nine; code = data.charCodeAt(++at)) {
          digits = digits * 10 + (code - zero)
        }
        length = at - wholeAt
        if (code === point) {
          const decimalsAt = at + 1
          code = data.charCodeAt(++at)
          for (; code >= zero && code <= nine; code = data.charCodeAt(++at)) {
            digits = digits * 10 + (code - zero)
          }
          decimals = at - decimalsAt
          length += decimals
        }
        if (length === 0) return false
        if ((code | 0x20) === letterE) {
          const exponent = exponentLength(data, at)
          at += exponent
          // Beyond what is exact.
          if (exponent > 0) length = Infinity
        }
      }
      // Up to 15 digits and their power of ten are exact: their quotient is what `Number` makes of them.
      const power = length <= 15 ? powersOfTen[decimals] : undefined
      const value = power === undefined ? Number(data.slice(start, at)) : digits / power
      numbers[index] = power !== undefined && first === minus ? -value : value
      this.offset = at
      if (!Number.isFinite(value)) return false
      this.skipSeparator()
    }
    return true
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
const one = 0x31
const nine = 0x39
const minus = 0x2d
const plus = 0x2b
const point = 0x2e
const comma = 0x2c
const letterA = 0x61
const letterE = 0x65
const letterZ = 0x7a
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
