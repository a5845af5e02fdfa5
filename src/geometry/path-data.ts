/** SVG path data (SVG 2, 9.3) to paths of lines and cubic curves. */
import { arcToCurves } from './arc.ts'
import { NumberReader } from './number-reader.ts'
import type { CommandNumbers } from './number-reader.ts'
import type { Path, PathSegment } from './path.ts'
import type { Point } from './rect.ts'

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
    const kind = letter?.toLowerCase()
    const count = kind === undefined ? undefined : argumentCounts[kind]
    if (letter === undefined || kind === undefined || count === undefined) {
      return { path: pen.path, error: { offset, message: 'a command letter is expected here' } }
    }
    if (pen.path.length === 0 && kind !== 'm') {
      return { path: pen.path, error: { offset, message: 'path data begins with M or m' } }
    }
    // Further pairs after a move are lines.
    let next = kind
    do {
      if (!reader.readNumbers(count, kind === 'a')) {
        const message = `"${letter}" takes ${count === 1 ? 'one number' : `${count} numbers`}, and here is none`
        return { path: pen.path, error: { offset: reader.offset, message } }
      }
      pen.draw(next, kind === letter, reader.numbers)
      if (next === 'm') next = 'l'
    } while (count > 0 && reader.isAtNumber())
  }
  return { path: pen.path }
}

/** Draws commands one after another, remembering what relative and smooth commands refer to. */
class Pen {
  readonly path: PathSegment[] = []
  private isClosed = false
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0
  /** The last control point, and the kind of curve it belongs to: fields, because every curve has one. */
  private controlX = 0
  private controlY = 0
  private control: 'cubic' | 'quadratic' | undefined

  /** Draw one command; `kind` is its lower case letter. */
  draw(kind: string, isRelative: boolean, numbers: CommandNumbers): void {
    const dx = isRelative ? this.x : 0
    const dy = isRelative ? this.y : 0
    // Not `const [a, b, …] = numbers`: the iterator costs more than all else that is done to a curve.
    const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f, 6: g } = numbers
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
        const { x: x1, y: y1 } = this.reflected(control === 'cubic')
        this.curve(x1, y1, a + dx, b + dy, c + dx, d + dy)
        break
      }
      case 'q':
        this.quadratic(a + dx, b + dy, c + dx, d + dy)
        break
      case 't': {
        const { x: x1, y: y1 } = this.reflected(control === 'quadratic')
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
    this.pushMove(x, y)
    this.x = this.startX = x
    this.y = this.startY = y
  }

  private pushMove(x: number, y: number): void {
    this.isClosed = false
    this.path.push({ type: 'move', x, y })
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
    this.control = 'cubic'
    this.controlX = x2
    this.controlY = y2
    this.x = x
    this.y = y
  }

  /** A quadratic curve is a cubic one with its control points at two thirds of the way. */
  private quadratic(qx: number, qy: number, x: number, y: number): void {
    const third = (from: number, to: number): number => from + ((to - from) * 2) / 3
    this.curve(third(this.x, qx), third(this.y, qy), third(x, qx), third(y, qy), x, y)
    this.control = 'quadratic'
    this.controlX = qx
    this.controlY = qy
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
    if (!this.isClosed) this.path.push({ type: 'close' })
    this.isClosed = true
    this.x = this.startX
    this.y = this.startY
  }

  /** What is drawn after a `z` begins where the closed part began. */
  private reopen(): void {
    if (this.isClosed) this.pushMove(this.x, this.y)
  }

  /** The first control point of a smooth curve: the last one reflected, or where the curve begins. */
  private reflected(follows: boolean): Point {
    const { x, y } = this
    return follows ? { x: 2 * x - this.controlX, y: 2 * y - this.controlY } : { x, y }
  }
}
