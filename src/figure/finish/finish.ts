/** A sketch becomes a drawing: colours of a style, and lines as thick as the printed size asks for. */
import { createHash } from 'node:crypto'
import type { Color, Drawing, PathItem } from '../../drawing.ts'
import type { Path } from '../../geometry/path.ts'
import { ellipsePath } from '../../geometry/shapes.ts'
import { transformPath } from '../../geometry/transform-path.ts'
import type { Pt } from '../../geometry/units.ts'
import type { Look } from '../../model/body.ts'
import type { Curve, Dot, Sketch } from '../sketch.ts'
import type { FigureStyle } from '../style.ts'
import { areaItems, hatchAngle } from './areas.ts'
import type { AreaTools } from './areas.ts'
import { legibleLines } from './legible.ts'
import { inkItems } from './lines.ts'
import type { Pen } from './lines.ts'
import { paletteOf } from './palette.ts'
import type { Palette } from './palette.ts'
import { rounded, scaled } from './scaled.ts'
import { black } from './tones.ts'

/** `style.outline` is meant for this size: somebody who lies on the floor, printed 6 cm long. */
const plainScale = 90
/** Larger figures have thicker lines, but not in proportion: a poster is not a magnified handout. */
const growth = 0.45

/** Areas lie under ink: a tenth of a point, 0.035 mm, is as exact as they need to be. */
const areaSteps = 10

/**
 * `sketch` as it is printed `printedWidth` wide, in points. Coordinates to a hundredth of a point. Its key says
 * what it is made from: a sketch's key stands for all that is in it.
 */
export function finishSketch(
  sketch: Sketch,
  style: FigureStyle,
  look: Look,
  printedWidth: Pt,
): Drawing {
  const scale = printedWidth / sketch.width
  const grown = style.outline * (scale / plainScale) ** growth
  const outline = Math.max(style.thinnest, grown)
  const pen: Pen = { scale, outline, thinnest: style.thinnest }
  const lines = sketch.items.filter((item) => item.kind === 'curve')
  const palette = paletteOf(style, look)
  const tools: AreaTools = {
    style,
    palette,
    thin: Math.max(style.thinnest, outline * 0.5),
    hatchAngle: hatchAngle(lines),
  }
  const inked = lines.filter((line) => isInked(line, style))
  const legible = new Set(legibleLines(inked, scale))
  const items: PathItem[] = []
  /** The body, while nothing lies on it. */
  let onBody: PathItem | undefined
  // Lines that follow each other become few items; an area parts them, for it may cover those before it.
  const waiting = new Map<Color, Curve[]>()
  const drawLines = (): void => {
    for (const [color, some] of waiting) items.push(...inkItems(some, pen, color))
    waiting.clear()
  }
  for (const item of sketch.items) {
    if (item.kind === 'curve') {
      if (!legible.has(item)) continue
      const color = inkOf(item, style, palette)
      const some = waiting.get(color)
      if (some === undefined) waiting.set(color, [item])
      else some.push(item)
    } else if (item.kind === 'dot') {
      items.push({ kind: 'path', path: dotPath(item, pen), fill: inkOf(item, style, palette) })
    } else {
      drawLines()
      const drawn = areaItems(item, scaled(item.path, scale, areaSteps), tools)
      const isBody = item.role.kind === 'body'
      if (item.role.kind === 'material' && onBody !== undefined && isLost(drawn, onBody)) continue
      items.push(...drawn)
      onBody = isBody ? drawn[0] : undefined
    }
  }
  drawLines()
  return {
    key: keyOf(sketch, style, look, printedWidth),
    width: rounded(printedWidth),
    height: rounded(sketch.height * scale),
    items,
  }
}

/** Right after the body, what has its colour shows nothing new: it lies wholly on it. */
function isLost(drawn: readonly PathItem[], before: PathItem | undefined): boolean {
  const [area] = drawn
  if (drawn.length !== 1 || area === undefined || area.stroke !== undefined) return false
  const [one, other] = [area.fill, before?.fill]
  return one?.red === other?.red && one?.green === other?.green && one?.blue === other?.blue
}

function keyOf({ key }: Sketch, style: FigureStyle, look: Look, printedWidth: Pt): string {
  const text = JSON.stringify([key, style, look.colors, rounded(printedWidth)])
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** Hatching takes the place of fibres where there are no tones, and dashes follow the ghost's area. */
function isInked({ role }: Curve, { manner, hasGhost }: FigureStyle): boolean {
  if (role === 'fibre') return manner === 'tones'
  return role !== 'ghost' || hasGhost
}

function inkOf(item: Curve | Dot, { manner }: FigureStyle, palette: Palette): Color {
  if (item.kind === 'curve' && item.role === 'fibre') return palette.fibre
  if (item.kind === 'curve' && item.role === 'ghost') return palette.ghostDash
  return manner === 'photocopy' ? black : palette.ink
}

/** An eye is never smaller than a line is thin. */
function dotPath({ x, y, radii, angle }: Dot, { scale, thinnest }: Pen): Path {
  const [rx, ry] = radii.map((radius) => Math.max(radius * scale, thinnest * 0.6))
  const turn = (angle * Math.PI) / 180
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const round = ellipsePath({ x: 0, y: 0 }, rx ?? 0, ry ?? 0)
  return scaled(transformPath(round, [c, s, -s, c, x * scale, y * scale]), 1)
}
