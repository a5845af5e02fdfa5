/** Elliptical arcs as cubic curves (SVG 2, appendix B.2: from endpoints to centre). */
import type { PathSegment } from './path.ts'
import type { Point } from './rect.ts'

export interface ArcShape {
  readonly rx: number
  readonly ry: number
  /** Degrees from the x axis to the ellipse's own. */
  readonly rotation: number
  readonly isLarge: boolean
  /** As seen with y downwards: SVG's sweep flag. */
  readonly isClockwise: boolean
}

type Curve = PathSegment & { readonly type: 'curve' }

/** The curves of an arc between two points; undefined where SVG asks for a straight line instead. */
export function arcToCurves(from: Point, to: Point, shape: ArcShape): readonly Curve[] | undefined {
  if (shape.rx === 0 || shape.ry === 0) return undefined
  if (from.x === to.x && from.y === to.y) return []
  const angle = (shape.rotation * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  // B.2.4 step 1: half the distance, in the ellipse's own directions.
  const halfX = (from.x - to.x) / 2
  const halfY = (from.y - to.y) / 2
  const x = cos * halfX + sin * halfY
  const y = cos * halfY - sin * halfX
  // B.2.5: radii too small to reach are scaled up until they do.
  const reach = Math.hypot(x / shape.rx, y / shape.ry)
  const grow = Math.max(1, reach)
  const rx = Math.abs(shape.rx) * grow
  const ry = Math.abs(shape.ry) * grow
  // Steps 2 and 3: the centre.
  const ratio = Math.hypot(x / rx, y / ry)
  const away =
    (shape.isLarge === shape.isClockwise ? -1 : 1) * Math.sqrt(Math.max(0, 1 / (ratio * ratio) - 1))
  const ownX = (away * rx * y) / ry
  const ownY = (-away * ry * x) / rx
  const centre = {
    x: cos * ownX - sin * ownY + (from.x + to.x) / 2,
    y: sin * ownX + cos * ownY + (from.y + to.y) / 2,
  }
  // Step 4: the angles.
  const start = Math.atan2((y - ownY) / ry, (x - ownX) / rx)
  const end = Math.atan2((-y - ownY) / ry, (-x - ownX) / rx)
  const turn = 2 * Math.PI
  let extent = (end - start) % turn
  if (shape.isClockwise && extent < 0) extent += turn
  if (!shape.isClockwise && extent > 0) extent -= turn
  const onEllipse = (u: number, v: number): Point => ({
    x: centre.x + cos * rx * u - sin * ry * v,
    y: centre.y + sin * rx * u + cos * ry * v,
  })
  return unitArc(start, extent, onEllipse, to)
}

/** Curves of at most a quarter turn each: off by less than 0.03 % of the radius. */
function unitArc(
  start: number,
  extent: number,
  onEllipse: (u: number, v: number) => Point,
  last: Point,
): readonly Curve[] {
  const count = Math.max(1, Math.ceil(Math.abs(extent) / (Math.PI / 2) - 1e-9))
  const step = extent / count
  const handle = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, index) => {
    const a = start + index * step
    const b = a + step
    const first = onEllipse(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a))
    const second = onEllipse(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b))
    const end = index === count - 1 ? last : onEllipse(Math.cos(b), Math.sin(b))
    return {
      type: 'curve',
      x1: first.x,
      y1: first.y,
      x2: second.x,
      y2: second.y,
      x: end.x,
      y: end.y,
    }
  })
}
