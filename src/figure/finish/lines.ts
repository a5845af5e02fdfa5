/** Ink: line weights in points at the printed size, and which lines are left out where they would clog. */
import type { Color, PathItem } from '../../drawing.ts'
import type { PathSegment } from '../../geometry/path.ts'
import type { Pt } from '../../geometry/units.ts'
import type { Curve, LineRole } from '../sketch.ts'
import { addRibbon } from './ribbon.ts'
import type { Controls } from './ribbon.ts'
import { rounded } from './scaled.ts'

/** Share of the outline's width. */
export const weights: Readonly<Record<LineRole, number>> = {
  silhouette: 1,
  contour: 0.8,
  crease: 0.65,
  seam: 0.55,
  feature: 0.6,
  fold: 0.5,
  detail: 0.45,
  fibre: 0.5,
  ghost: 0.5,
  inset: 0.6,
}

export interface Pen {
  /** Points per metre of the sketch. */
  readonly scale: number
  readonly outline: Pt
  readonly thinnest: Pt
}

/** Lines whose width changes by less, in points, are drawn with a pen of one width: half the curves. */
const even: Pt = 0.08
/** Pens differ by no less than this, so that many lines share one. */
const penStep: Pt = 0.05

/** Lines of one colour as few items: the ribbons in one path, and the strokes of each pen in another. */
export function inkItems(lines: readonly Curve[], pen: Pen, color: Color): readonly PathItem[] {
  const ribbons: PathSegment[] = []
  const strokes = new Map<Pt, PathSegment[]>()
  for (const line of lines) {
    const { controls, least, most } = atSize(line, pen)
    if (2 * (most - least) >= even) {
      addRibbon(ribbons, controls, line.isClosed)
      continue
    }
    const width = rounded(Math.ceil((2 * most) / penStep - 1e-6) * penStep)
    const stroked = strokes.get(width) ?? []
    strokes.set(width, stroked)
    addMiddle(stroked, controls, line.isClosed)
  }
  return [
    ...[...strokes].map(([width, path]): PathItem => {
      return { kind: 'path', path, stroke: { color, width, cap: 'round', join: 'round' } }
    }),
    ...(ribbons.length > 0 ? [{ kind: 'path', path: ribbons, fill: color } as const] : []),
  ]
}

interface Sized {
  readonly controls: Controls
  /** Half widths. */
  readonly least: Pt
  readonly most: Pt
}

/** The curves in points, with half their widths: nowhere thinner than the style allows, since a Bézier curve stays between its controls. */
function atSize({ role, controls }: Curve, { scale, outline, thinnest }: Pen): Sized {
  const full = (weights[role] * outline) / 2
  const result = new Float64Array(controls.length)
  let [least, most] = [Infinity, 0]
  for (let i = 0; i + 2 < controls.length; i += 3) {
    result[i] = (controls[i] ?? 0) * scale
    result[i + 1] = (controls[i + 1] ?? 0) * scale
    const half = Math.max(thinnest / 2, full * (controls[i + 2] ?? 1))
    result[i + 2] = half
    if (half < least) least = half
    if (half > most) most = half
  }
  return { controls: result, least, most }
}

/** The line itself, for a pen of one width. */
function addMiddle(path: PathSegment[], c: Controls, isClosed: boolean): void {
  path.push({ type: 'move', x: rounded(c[0] ?? 0), y: rounded(c[1] ?? 0) })
  for (let at = 3; at + 8 < c.length; at += 9) {
    path.push({
      type: 'curve',
      x1: rounded(c[at] ?? 0),
      y1: rounded(c[at + 1] ?? 0),
      x2: rounded(c[at + 3] ?? 0),
      y2: rounded(c[at + 4] ?? 0),
      x: rounded(c[at + 6] ?? 0),
      y: rounded(c[at + 7] ?? 0),
    })
  }
  if (isClosed) path.push({ type: 'close' })
}
