/** QR codes as drawings: one outline without seams, with the quiet zone that scanners need. */
import { createHash } from 'node:crypto'
import { encodeQR } from 'qr'
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { Drawing } from '../drawing.ts'
import type { Path, PathSegment } from '../geometry/path.ts'

/** Modules of white on each side (ISO/IEC 18004, 9.1). */
const quietZone = 4

/** Natural size of one module: 0.53 mm, which telephones read from an arm's length. */
const moduleSize = 1.5

/** Above this many characters a code has more than 77 modules a side, and scans badly from paper. */
const longestText = 500

/** A QR code of error correction level M (15 %). Undefined when the text does not fit. */
export function qrDrawing(
  text: string,
  place: Place | undefined,
  report: Report,
): Drawing | undefined {
  const modules = text.length > longestText ? undefined : encode(text)
  if (modules === undefined) {
    const problem = `a QR code cannot hold this text of ${text.length} characters`
    report(diagnose('image-qr', { problem, hint: 'use a short web address' }, place))
    return undefined
  }
  const side = modules.length * moduleSize
  const path = outline(modules)
  const hash = createHash('sha256').update(JSON.stringify(path)).digest('hex')
  const black = { red: 0, green: 0, blue: 0 }
  return {
    key: hash,
    width: side,
    height: side,
    items: [{ kind: 'path', path, fill: black, fillRule: 'evenodd' }],
    keepWhole: [{ x: 0, y: 0, width: side, height: side }],
  }
}

function encode(text: string): readonly (readonly boolean[])[] | undefined {
  try {
    return encodeQR(text, 'raw', { ecc: 'medium', border: quietZone })
  } catch {
    return undefined
  }
}

type Corner = readonly [x: number, y: number]

/**
 * The borders between dark and light as closed loops. Squares side by side would show hairlines where
 * viewers smooth their edges.
 */
function outline(modules: readonly (readonly boolean[])[]): Path {
  const edges = borderEdges(modules)
  const path: PathSegment[] = []
  for (const [start, ends] of edges) {
    while (ends.length > 0) path.push(...loopFrom(start, edges))
  }
  return path
}

/** Unit edges by their starting corner, with the dark module on their right hand. */
function borderEdges(modules: readonly (readonly boolean[])[]): Map<string, Corner[]> {
  const edges = new Map<string, Corner[]>()
  const isDark = (x: number, y: number): boolean => modules[y]?.[x] === true
  const add = (from: Corner, to: Corner): void => {
    const key = from.join(' ')
    edges.set(key, [...(edges.get(key) ?? []), to])
  }
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return
      if (!isDark(x, y - 1)) add([x, y], [x + 1, y])
      if (!isDark(x + 1, y)) add([x + 1, y], [x + 1, y + 1])
      if (!isDark(x, y + 1)) add([x + 1, y + 1], [x, y + 1])
      if (!isDark(x - 1, y)) add([x, y + 1], [x, y])
    })
  })
  return edges
}

/** Follow edges until they return, taking them out of the map; only corners are kept. */
function loopFrom(start: string, edges: Map<string, Corner[]>): readonly PathSegment[] {
  const [startX = 0, startY = 0] = start.split(' ').map(Number)
  const corners: Corner[] = [[startX, startY]]
  for (let key = start; ;) {
    const next = edges.get(key)?.shift()
    if (next === undefined) break
    const [a, b] = [corners.at(-2), corners.at(-1)]
    const isStraight =
      a !== undefined &&
      ((a[0] === b?.[0] && a[0] === next[0]) || (a[1] === b?.[1] && a[1] === next[1]))
    if (isStraight) corners.pop()
    corners.push(next)
    key = next.join(' ')
    if (key === start) break
  }
  corners.pop()
  return [
    ...corners.map(([x, y], index): PathSegment => ({
      type: index === 0 ? 'move' : 'line',
      x: x * moduleSize,
      y: y * moduleSize,
    })),
    { type: 'close' },
  ]
}
