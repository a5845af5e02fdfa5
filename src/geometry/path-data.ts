/** SVG path data (SVG 2, 9.3) to paths of lines and cubic curves. */
import { arcToCurves } from './arc.ts'
import type { Path, PathSegment } from './path.ts'

/** The path up to the first mistake, and the mistake: SVG draws what comes before it, we report it too. */
export interface ParsedPath {
  readonly path: Path
  readonly error?: { readonly offset: number; readonly message: string }
}

/** How many numbers a command takes, and which of them are flags of an arc. */
const argumentCounts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
}

/** Parse path data. Quadratic curves and elliptical arcs become cubic curves. */
export function parsePathData(data: string): ParsedPath {
  const reader = new NumberReader(data)
  const pen = new Pen()
  while (!reader.isAtEnd()) {
    const offset = reader.offset
    const letter = reader.command()
    const count = letter === undefined ? undefined : argumentCounts[letter.toLowerCase()]
    if (letter === undefined || count === undefined) {
      return { path: pen.path, error: { offset, message: 'a command letter is expected here' } }
    }
    if (pen.path.length === 0 && letter.toLowerCase() !== 'm') {
      return { path: pen.path, error: { offset, message: 'path data begins with M or m' } }
    }
    let command = letter
    do {
      const numbers = reader.numbers(count, letter.toLowerCase() === 'a')
      if (numbers === undefined) {
        const message = `"${letter}" takes ${count === 1 ? 'one number' : `${count} numbers`}, and here is none`
        return { path: pen.path, error: { offset: reader.offset, message } }
      }
      pen.draw(command, numbers)
      // Further pairs after a move are lines.
      if (command === 'M') command = 'L'
      if (command === 'm') command = 'l'
    } while (count > 0 && reader.isAtNumber())
  }
  return { path: pen.path }
}

/** Reads the characters of path data one by one: figures hold hundreds of thousands of them. */
class NumberReader {
  offset = 0
  private readonly data: string

  constructor(data: string) {
    this.data = data
    this.skipSpaces()
  }

  isAtEnd(): boolean {
    return this.offset >= this.data.length
  }

  isAtNumber(): boolean {
    const code = this.data.charCodeAt(this.offset)
    return isDigit(code) || code === plus || code === minus || code === point
  }

  command(): string | undefined {
    const code = this.data.charCodeAt(this.offset) | 0x20
    if (!(code >= lowerA && code <= lowerZ)) return undefined
    const letter = this.data.charAt(this.offset)
    this.offset += 1
    this.skipSpaces()
    return letter
  }

  /** The next `count` numbers. The fourth and fifth of an arc are flags: one digit, with no space needed. */
  numbers(count: number, isArc: boolean): readonly number[] | undefined {
    const numbers: number[] = []
    for (let index = 0; index < count; index += 1) {
      const number = isArc && (index === 3 || index === 4) ? this.flag() : this.number()
      if (number === undefined) return undefined
      numbers.push(number)
      this.skipSpaces()
      if (this.data.charCodeAt(this.offset) === comma) {
        this.offset += 1
        this.skipSpaces()
      }
    }
    return numbers
  }

  private flag(): number | undefined {
    const digit = this.data.charCodeAt(this.offset) - zero
    if (digit !== 0 && digit !== 1) return undefined
    this.offset += 1
    return digit
  }

  /** Moves behind a number only when there is one. */
  private number(): number | undefined {
    const { data } = this
    let end = this.offset
    const sign = data.charCodeAt(end)
    if (sign === plus || sign === minus) end += 1
    const whole = endOfDigits(data, end)
    let digits = whole - end
    end = whole
    if (data.charCodeAt(end) === point) {
      const fraction = endOfDigits(data, end + 1)
      const count = fraction - end - 1
      // "1." is a number and "." is not.
      if (digits + count > 0) end = fraction
      digits += count
    }
    if (digits === 0) return undefined
    end = endOfExponent(data, end)
    const value = Number(data.slice(this.offset, end))
    this.offset = end
    return Number.isFinite(value) ? value : undefined
  }

  private skipSpaces(): void {
    while (isSpace(this.data.charCodeAt(this.offset))) this.offset += 1
  }
}

const plus = 0x2b
const comma = 0x2c
const minus = 0x2d
const point = 0x2e
const zero = 0x30
const lowerA = 0x61
const lowerE = 0x65
const lowerZ = 0x7a

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9
}

/** White space of SVG 2, 9.3.9: tab, line feed, form feed, carriage return, space. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
}

function endOfDigits(data: string, from: number): number {
  let end = from
  while (isDigit(data.charCodeAt(end))) end += 1
  return end
}

/** Behind an exponent such as "e-3"; an "e" without digits is not part of the number. */
function endOfExponent(data: string, from: number): number {
  if ((data.charCodeAt(from) | 0x20) !== lowerE) return from
  const sign = data.charCodeAt(from + 1)
  const digits = from + (sign === plus || sign === minus ? 2 : 1)
  const end = endOfDigits(data, digits)
  return end === digits ? from : end
}

/** Draws commands one after another, remembering what relative and smooth commands refer to. */
class Pen {
  readonly path: PathSegment[] = []
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0
  /** The last control point, and the kind of curve it belongs to. */
  private control: { readonly kind: 'cubic' | 'quadratic'; x: number; y: number } | undefined

  draw(command: string, numbers: readonly number[]): void {
    const kind = command.toLowerCase()
    const isRelative = kind === command
    const [dx, dy] = isRelative ? [this.x, this.y] : [0, 0]
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers
    const { control } = this
    this.control = undefined
    switch (kind) {
      case 'm':
        this.move(a + dx, b + dy)
        break
      case 'l':
        this.line(a + dx, b + dy)
        break
      case 'h':
        this.line(a + dx, this.y)
        break
      case 'v':
        this.line(this.x, a + dy)
        break
      case 'c':
        this.curve(a + dx, b + dy, c + dx, d + dy, e + dx, f + dy)
        break
      case 's': {
        const [x1, y1] = this.reflected(control, 'cubic')
        this.curve(x1, y1, a + dx, b + dy, c + dx, d + dy)
        break
      }
      case 'q':
        this.quadratic(a + dx, b + dy, c + dx, d + dy)
        break
      case 't': {
        const [x1, y1] = this.reflected(control, 'quadratic')
        this.quadratic(x1, y1, a + dx, b + dy)
        break
      }
      case 'a':
        this.arc([a, b, c, d, e], f + dx, g + dy)
        break
      default:
        this.close()
    }
  }

  private move(x: number, y: number): void {
    this.path.push({ type: 'move', x, y })
    this.x = this.startX = x
    this.y = this.startY = y
  }

  private line(x: number, y: number): void {
    this.reopen()
    this.path.push({ type: 'line', x, y })
    this.x = x
    this.y = y
  }

  private curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.reopen()
    this.path.push({ type: 'curve', x1, y1, x2, y2, x, y })
    this.control = { kind: 'cubic', x: x2, y: y2 }
    this.x = x
    this.y = y
  }

  /** A quadratic curve is a cubic one with its control points at two thirds of the way. */
  private quadratic(qx: number, qy: number, x: number, y: number): void {
    const third = (from: number, to: number): number => from + ((to - from) * 2) / 3
    this.curve(third(this.x, qx), third(this.y, qy), third(x, qx), third(y, qy), x, y)
    this.control = { kind: 'quadratic', x: qx, y: qy }
  }

  private arc([rx = 0, ry = 0, rotation = 0, large, sweep]: number[], x: number, y: number): void {
    const from = { x: this.x, y: this.y }
    const shape = { rx, ry, rotation, isLarge: large === 1, isClockwise: sweep === 1 }
    const curves = arcToCurves(from, { x, y }, shape)
    if (curves === undefined) this.line(x, y)
    else for (const { x1, y1, x2, y2, x, y } of curves) this.curve(x1, y1, x2, y2, x, y)
    this.control = undefined
  }

  private close(): void {
    if (this.path.at(-1)?.type !== 'close') this.path.push({ type: 'close' })
    this.x = this.startX
    this.y = this.startY
  }

  /** What is drawn after a `z` begins where the closed part began. */
  private reopen(): void {
    if (this.path.at(-1)?.type === 'close') this.path.push({ type: 'move', x: this.x, y: this.y })
  }

  private reflected(control: Pen['control'], kind: 'cubic' | 'quadratic'): [number, number] {
    if (control?.kind !== kind) return [this.x, this.y]
    return [2 * this.x - control.x, 2 * this.y - control.y]
  }
}
