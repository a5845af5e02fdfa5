/** A sketch becomes a drawing: colours of a style, and lines as thick as the printed size asks for. */
import { createHash } from 'node:crypto'
import type { Drawing, PathItem } from '../../drawing.ts'
import { scaling } from '../../geometry/matrix.ts'
import type { Path, PathSegment } from '../../geometry/path.ts'
import { ellipsePath } from '../../geometry/shapes.ts'
import { transformPath } from '../../geometry/transform-path.ts'
import type { Pt } from '../../geometry/units.ts'
import type { Look } from '../../model/body.ts'
import type { Dot, Line, Sketch, SketchItem } from '../sketch.ts'
import type { FigureStyle } from '../style.ts'
import { areaItems, hatchAngle } from './areas.ts'
import type { AreaTools } from './areas.ts'
import { legibleLines, lineItem } from './lines.ts'
import type { Pen } from './lines.ts'
import { paletteOf } from './palette.ts'
import { black } from './tones.ts'

/** `style.outline` is meant for this size: somebody who lies on the floor, printed 6 cm long. */
const plainScale = 90
/** Larger figures have thicker lines, but not in proportion: a poster is not a magnified handout. */
const growth = 0.45

/** `sketch` as it is printed `printedWidth` wide, in points. Coordinates to a hundredth of a point. */
export function finishSketch(
  sketch: Sketch,
  style: FigureStyle,
  look: Look,
  printedWidth: Pt,
): Drawing {
  const scale = printedWidth / sketch.width
  const grown = style.outline * (scale / plainScale) ** growth
  const outline = Math.max(style.thinnest, grown)
  // Finer than a printer shows, and coarse enough to keep files small.
  const limit = Math.min(0.14, 0.05 + outline * 0.025)
  const pen: Pen = { scale, outline, thinnest: style.thinnest, limit }
  const lines = sketch.items.filter((item) => item.kind === 'line')
  const tools: AreaTools = {
    style,
    palette: paletteOf(style, look),
    thin: Math.max(style.thinnest, outline * 0.5),
    hatchAngle: hatchAngle(lines),
  }
  const legible = new Set(legibleLines(lines, pen))
  const isWanted = (item: SketchItem): boolean =>
    item.kind !== 'line' || (legible.has(item) && isInked(item, style))
  const items = joinRibbons(
    sketch.items
      .filter(isWanted)
      .flatMap((item) => itemsOf(item, pen, tools).map((drawn) => ({ from: item.kind, drawn }))),
  ).map(rounded)
  const width = hundredths(printedWidth)
  const height = hundredths(sketch.height * scale)
  const text = JSON.stringify([width, height, items])
  return { key: createHash('sha256').update(text).digest('hex').slice(0, 40), width, height, items }
}

/** Hatching takes the place of fibres where there are no tones, and dashes follow the ghost's area. */
function isInked({ role }: Line, { manner, hasGhost }: FigureStyle): boolean {
  if (role === 'fibre') return manner === 'tones'
  return role !== 'ghost' || hasGhost
}

function itemsOf(item: SketchItem, pen: Pen, tools: AreaTools): readonly PathItem[] {
  const { palette, style } = tools
  const ink = style.manner === 'photocopy' ? black : palette.ink
  switch (item.kind) {
    case 'area':
      return areaItems(item, transformPath(item.path, scaling(pen.scale)), tools)
    case 'line': {
      const color =
        item.role === 'fibre' ? palette.fibre : item.role === 'ghost' ? palette.ghostDash : ink
      return [lineItem(item, pen, color)]
    }
    case 'dot':
      return [{ kind: 'path', path: dotPath(item, pen), fill: ink }]
  }
}

/** An eye is never smaller than a line is thin. */
function dotPath({ x, y, radii, angle }: Dot, { scale, thinnest }: Pen): Path {
  const [rx, ry] = radii.map((radius) => Math.max(radius * scale, thinnest * 0.6))
  const turn = (angle * Math.PI) / 180
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const round = ellipsePath({ x: 0, y: 0 }, rx ?? 0, ry ?? 0)
  return transformPath(round, [c, s, -s, c, x * scale, y * scale])
}

interface Drawn {
  readonly from: SketchItem['kind']
  readonly drawn: PathItem
}

/** Neighbouring lines of one colour become one item. All ribbons turn the same way, so overlaps stay filled. */
function joinRibbons(items: readonly Drawn[]): readonly PathItem[] {
  const result: PathItem[] = []
  let before: Drawn | undefined
  for (const item of items) {
    const last = result[result.length - 1]
    if (last !== undefined && item.from === 'line' && isAlike(before, item)) {
      result[result.length - 1] = { ...last, path: [...last.path, ...item.drawn.path] }
    } else result.push(item.drawn)
    before = item
  }
  return result
}

function isAlike(before: Drawn | undefined, { drawn }: Drawn): boolean {
  if (before?.from !== 'line' || before.drawn.fill !== drawn.fill) return false
  const { stroke } = before.drawn
  return stroke?.color === drawn.stroke?.color && stroke?.width === drawn.stroke?.width
}

function rounded(item: PathItem): PathItem {
  return { ...item, path: item.path.map(roundedSegment) }
}

function roundedSegment(segment: PathSegment): PathSegment {
  switch (segment.type) {
    case 'close':
      return segment
    case 'curve': {
      const { x1, y1, x2, y2, x, y } = segment
      return {
        type: 'curve',
        x1: hundredths(x1),
        y1: hundredths(y1),
        x2: hundredths(x2),
        y2: hundredths(y2),
        x: hundredths(x),
        y: hundredths(y),
      }
    }
    default:
      return { type: segment.type, x: hundredths(segment.x), y: hundredths(segment.y) }
  }
}

function hundredths(length: number): number {
  return Math.round(length * 100) / 100 + 0
}
