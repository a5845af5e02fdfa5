/** Path data as short as SVG allows (SVG 2, 9.3): relative, in hundredths, without what a reader can do without. */
import type { Path } from '../geometry/path.ts'

/** The path in points, to a hundredth. Steps lead from one rounded place to the next, so that no error adds up. */
export function pathData(path: Path): string {
  const writer = new DataWriter()
  for (const segment of path) {
    switch (segment.type) {
      case 'move':
        writer.move(segment.x, segment.y)
        break
      case 'line':
        writer.line(segment.x, segment.y)
        break
      case 'curve':
        writer.command('c')
        writer.control(segment.x1, segment.y1)
        writer.control(segment.x2, segment.y2)
        writer.step(segment.x, segment.y)
        break
      case 'close':
        writer.close()
    }
  }
  return writer.data
}

/** Remembers, in hundredths, where the pen is, and how the text ends. */
class DataWriter {
  data = ''
  #letter = ''
  /** What stands before the next number, and whether that is a number with a point. */
  #before: 'letter' | 'whole' | 'fraction' = 'letter'
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0

  /** A letter, unless the numbers may go on under the last. */
  command(letter: string): void {
    // Pairs after a move are lines.
    if (letter === this.#letter || (letter === 'l' && this.#letter === 'm')) return
    this.data += letter
    this.#letter = letter
    this.#before = 'letter'
  }

  move(x: number, y: number): void {
    this.#letter = ''
    this.command('m')
    this.step(x, y)
    this.#startX = this.#x
    this.#startY = this.#y
  }

  line(x: number, y: number): void {
    const dx = hundredths(x) - this.#x
    const dy = hundredths(y) - this.#y
    this.command(dy === 0 ? 'h' : dx === 0 ? 'v' : 'l')
    if (dx !== 0 || dy === 0) this.#number(dx)
    if (dy !== 0) this.#number(dy)
    this.#x += dx
    this.#y += dy
  }

  control(x: number, y: number): void {
    this.#number(hundredths(x) - this.#x)
    this.#number(hundredths(y) - this.#y)
  }

  step(x: number, y: number): void {
    this.control(x, y)
    this.#x = hundredths(x)
    this.#y = hundredths(y)
  }

  close(): void {
    this.data += 'z'
    this.#letter = 'z'
    this.#x = this.#startX
    this.#y = this.#startY
  }

  /** A sign, or a second point, parts two numbers as well as a space does. */
  #number(value: number): void {
    const text = shortest(value)
    const isFraction = text.includes('.')
    const isApart =
      this.#before === 'letter' ||
      value < 0 ||
      (text.startsWith('.') && this.#before === 'fraction')
    this.data += isApart ? text : ` ${text}`
    this.#before = isFraction ? 'fraction' : 'whole'
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) + 0
}

/** -5 as -.05 and 310 as 3.1. */
function shortest(value: number): string {
  return String(value / 100).replace(/^(-?)0\./, '$1.')
}
