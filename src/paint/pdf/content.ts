/** A content stream, of a page or of a form: marked content that never nests, and a graphics state that is set only where it changes. */
import type { Color, Stroke } from '../../drawing.ts'
import { compose, type Matrix } from '../../geometry/matrix.ts'
import type { Path } from '../../geometry/path.ts'
import type { Rect } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import { coordinate, factor } from './numbers.ts'

/** Where (0, 0), the top left corner of what is painted, lies in PDF's space, whose y runs upwards. */
export interface Origin {
  readonly x: Pt
  readonly y: Pt
}

/** What a group must not change for what follows it, as the operators that set it. */
interface GraphicsState {
  readonly fill: string
  readonly stroke: string
  readonly line: string
  readonly font: string
  readonly origin: Origin
}

/** Appends operators. On a page everything painted must be marked; a form must hold no marks of its own. */
export class ContentStream {
  #content = ''
  #isMarked = false
  #isText = false
  #fill = ''
  #stroke = ''
  #line = ''
  #font = ''
  readonly #outside: GraphicsState[] = []
  #origin: Origin
  readonly #isPage: boolean

  constructor(origin: Origin, kind: 'page' | 'form') {
    this.#origin = origin
    this.#isPage = kind === 'page'
  }

  /** Begin marked content; `tag` and `properties` as in `/P <</MCID 0>> BDC`. */
  beginMarked(tag: string, properties: string): void {
    if (this.#isMarked || !this.#isPage) throw new Error('marked content does not nest')
    this.#isMarked = true
    this.#append(`/${tag} <<${properties}>> BDC`)
  }

  endMarked(): void {
    if (!this.#isMarked) throw new Error('no marked content to end')
    this.#leaveText()
    this.#isMarked = false
    this.#append('EMC')
  }

  /** Limit everything that follows to a rectangle. */
  clip(rect: Rect): void {
    this.#leaveText()
    this.#append(`${this.#rectangle(rect)} W n`)
  }

  paintPath(
    path: Path,
    fill: Color | undefined,
    stroke: Stroke | undefined,
    fillRule: 'nonzero' | 'evenodd' = 'nonzero',
  ): void {
    this.#requireMark()
    this.#leaveText()
    if (fill !== undefined) this.#setFill(fill)
    if (stroke !== undefined) this.#setStroke(stroke)
    const operator = paintOperator(fill !== undefined, stroke !== undefined, fillRule)
    if (operator !== undefined) this.#append(`${this.#pathOperators(path)}${operator}`)
  }

  /** Paint a form or image XObject `height` high, whose own y runs downwards before `transform`. */
  paintObject(name: string, height: number, transform: Matrix, clip: Rect | undefined): void {
    this.#requireMark()
    this.#leaveText()
    const [a, b, c, d, e, f] = compose(transform, [1, 0, 0, -1, 0, height])
    const clipping = clip === undefined ? '' : `${this.#rectangle(clip)} W n `
    const linear = [a, -b, c, -d].map(factor).join(' ')
    this.#append(`q ${clipping}${linear} ${this.#x(e)} ${this.#y(f)} cm /${name} Do Q`)
  }

  /**
   * Until `endGroup`, paint in coordinates of their own, and nothing outside `clip`, which is in these. `inside` is
   * where their corner lies in what is written, so that marks of another page are written as they are there.
   */
  beginGroup(transform: Matrix, clip: Rect | undefined, inside: Origin = this.#origin): void {
    this.#requireMark()
    this.#leaveText()
    this.#outside.push({
      fill: this.#fill,
      stroke: this.#stroke,
      line: this.#line,
      font: this.#font,
      origin: this.#origin,
    })
    const { x, y } = this.#origin
    const [a, b, c, d, e, f] = compose(compose([1, 0, 0, -1, x, y], transform), [
      1,
      0,
      0,
      -1,
      -inside.x,
      inside.y,
    ])
    this.#origin = inside
    const linear = [a, b, c, d].map(factor).join(' ')
    const clipping = clip === undefined ? '' : ` ${this.#rectangle(clip)} W n`
    this.#append(`q ${linear} ${coordinate(e)} ${coordinate(f)} cm${clipping}`)
  }

  endGroup(): void {
    const outside = this.#outside.pop()
    if (outside === undefined) throw new Error('no group to end')
    this.#leaveText()
    this.#append('Q')
    this.#fill = outside.fill
    this.#stroke = outside.stroke
    this.#line = outside.line
    this.#font = outside.font
    this.#origin = outside.origin
  }

  /** Begin text at a position, y being the baseline. */
  moveText(fontName: string, size: Pt, color: Color, x: Pt, y: Pt): void {
    this.#requireMark()
    this.#setFill(color)
    if (!this.#isText) {
      this.#append('BT')
      this.#isText = true
    }
    const font = `/${fontName} ${coordinate(size)} Tf`
    if (font !== this.#font) {
      this.#font = font
      this.#append(font)
    }
    // Not Td, which counts from the last position: errors would add up, and differently on the tiles of a poster.
    this.#append(`1 0 0 1 ${this.#x(x)} ${this.#y(y)} Tm`)
  }

  /** Show glyphs: hexadecimal strings and adjustments, as `TJ` takes them. */
  showText(array: string): void {
    this.#append(`[${array}] TJ`)
  }

  end(): string {
    if (this.#isMarked) throw new Error('marked content was not ended')
    return this.#content
  }

  #append(operators: string): void {
    this.#content += operators
    this.#content += '\n'
  }

  #requireMark(): void {
    if (this.#isPage && !this.#isMarked)
      throw new Error('content is painted that is neither tagged nor an artifact')
  }

  #leaveText(): void {
    if (!this.#isText) return
    this.#isText = false
    this.#append('ET')
  }

  #setFill(color: Color): void {
    const operator = colorOperator(color, 'fill')
    if (operator === this.#fill) return
    this.#fill = operator
    this.#append(operator)
  }

  #setStroke(stroke: Stroke): void {
    const color = colorOperator(stroke.color, 'stroke')
    if (color !== this.#stroke) {
      this.#stroke = color
      this.#append(color)
    }
    const line = lineOperators(stroke)
    if (line !== this.#line) {
      this.#line = line
      this.#append(line)
    }
  }

  #pathOperators(path: Path): string {
    const { x: left, y: top } = this.#origin
    const point = (x: number, y: number): string => `${coordinate(x + left)} ${coordinate(top - y)}`
    let operators = ''
    for (const segment of path) {
      switch (segment.type) {
        case 'move':
          operators += `${point(segment.x, segment.y)} m\n`
          break
        case 'line':
          operators += `${point(segment.x, segment.y)} l\n`
          break
        case 'curve': {
          const { x1, y1, x2, y2, x, y } = segment
          operators += `${point(x1, y1)} ${point(x2, y2)} ${point(x, y)} c\n`
          break
        }
        case 'close':
          operators += 'h\n'
      }
    }
    return operators
  }

  #rectangle({ x, y, width, height }: Rect): string {
    return `${this.#x(x)} ${this.#y(y + height)} ${coordinate(width)} ${coordinate(height)} re`
  }

  #x(x: number): string {
    return coordinate(x + this.#origin.x)
  }

  #y(y: number): string {
    return coordinate(this.#origin.y - y)
  }
}

/** The operators that set a colour: one number for a grey. */
export function colorOperator({ red, green, blue }: Color, use: 'fill' | 'stroke'): string {
  const [gray, rgb] = use === 'fill' ? ['g', 'rg'] : ['G', 'RG']
  if (red === green && green === blue) return `${channel(red)} ${gray}`
  return `${channel(red)} ${channel(green)} ${channel(blue)} ${rgb}`
}

/** Width, caps, joins and dashes, all of them: what was set before does not matter. */
export function lineOperators(stroke: Stroke): string {
  const cap = { butt: 0, round: 1, square: 2 }[stroke.cap ?? 'butt']
  const join = { miter: 0, round: 1, bevel: 2 }[stroke.join ?? 'miter']
  const dash = (stroke.dash ?? []).map(coordinate).join(' ')
  return `${coordinate(stroke.width)} w ${cap} J ${join} j [${dash}] 0 d`
}

/** The operator that paints the path before it, or undefined when there is nothing to paint. */
export function paintOperator(
  fills: boolean,
  strokes: boolean,
  fillRule: 'nonzero' | 'evenodd',
): string | undefined {
  const star = fillRule === 'evenodd' ? '*' : ''
  if (fills && strokes) return `B${star}`
  if (fills) return `f${star}`
  return strokes ? 'S' : undefined
}

function channel(value: number): string {
  // Thousandths: finer than the 255 steps colours are written in.
  return String(Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000)
}
