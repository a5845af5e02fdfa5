/** The page before the tiles: how to join them, a map of them all, and a line to check the printer's scale with. */
import type {
  ContentSlot,
  Mark,
  PageItem,
  PaintedDocument,
  StructureElement,
  StructureNode,
  StructureRole,
} from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import { ink } from './lettering.ts'
import type { LetteredLine, Lettering } from './lettering.ts'
import { straightLine } from './marks.ts'
import type { FrontMatter } from './sheet.ts'
import type { TileGrid } from './tile-grid.ts'
import { rowName, tileMap } from './tile-map.ts'
import type { TilingWords } from './words.ts'

const margin = fromMillimetres(20)
const rulerLength = fromMillimetres(100)
const [headingSize, titleSize, textSize] = [28, 16, 14]
const lineHeight = 1.35
const leastMap = fromMillimetres(30)

export interface GuideContext {
  readonly words: TilingWords
  readonly lettering: Lettering
}

/** One page, however many posters there are; each has its map. */
export function joinGuide(
  { metadata, pages }: PaintedDocument,
  grids: readonly TileGrid[],
  { width, height }: Size,
  { words, lettering }: GuideContext,
): FrontMatter {
  const column = width - 2 * margin
  const page = createColumn(margin)
  const sections: StructureElement[] = []
  const text = (role: StructureRole, content: string, size: Pt, weight: number): void => {
    const lines = lettering.paragraph(content, { size, weight }, column)
    sections.push(element(role, [page.lines(lines, size, margin)]))
    page.skip(size * 0.5)
  }
  text('H1', words.title, headingSize, 700)
  text('P', metadata.title, titleSize, 600)
  page.skip(textSize)
  sections.push(steps(words.steps, lettering, page, column))
  page.skip(textSize)
  text('P', words.ruler, textSize, 400)
  page.decoration(ruler(page.y))
  page.skip(textSize * 2.5)
  const room = Math.max(leastMap, (height - margin - page.y) / grids.length)
  grids.forEach((grid, index) => {
    const number = grids.length > 1 ? index + 1 : undefined
    const poster = pages[index]?.items ?? []
    const area = { width: column, height: room - textSize }
    sections.push(map({ grid, poster, number }, { words, lettering }, page, area))
    page.skip(textSize)
  })
  const { items } = page
  return {
    title: words.title,
    pages: [{ width, height, bleed: 0, marks: [], items }],
    structure: [element('Sect', sections)],
  }
}

/** What is painted from the top down. */
interface Column {
  readonly y: Pt
  readonly items: readonly PageItem[]
  skip(height: Pt): void
  lines(lines: readonly LetteredLine[], size: Pt, x: Pt): ContentSlot
  /** On the line that is painted next. */
  beside(line: LetteredLine, size: Pt, x: Pt): ContentSlot
  picture(marks: readonly Mark[], height: Pt): ContentSlot
  decoration(marks: readonly Mark[]): void
}

function createColumn(top: Pt): Column {
  const items: PageItem[] = []
  let y = top
  const tagged = (marks: readonly Mark[]): ContentSlot => {
    const slot: ContentSlot = { kind: 'content' }
    items.push({ kind: 'tagged', slot, items: marks })
    return slot
  }
  return {
    get y() {
      return y
    },
    items,
    skip(height) {
      y += height
    },
    lines(lines, size, x) {
      const marks = lines.flatMap((line) => {
        const baseline = y + size
        y += size * lineHeight
        return line.at({ x, y: baseline })
      })
      return tagged(marks)
    },
    beside: (line, size, x) => tagged(line.at({ x, y: y + size })),
    picture(marks, height) {
      y += height
      return tagged(marks)
    },
    decoration(marks) {
      items.push({ kind: 'artifact', type: 'layout', items: marks })
    },
  }
}

/** A numbered list. */
function steps(
  words: readonly string[],
  lettering: Lettering,
  page: Column,
  width: Pt,
): StructureElement {
  const indent = textSize * 1.8
  const items = words.map((step, index) => {
    const number = lettering.line(`${index + 1} `, { size: textSize, weight: 700 })
    const label = element('Lbl', [page.beside(number, textSize, margin)])
    const style = { size: textSize, weight: 400 }
    const lines = lettering.paragraph(step, style, width - indent)
    const body = element('LBody', [page.lines(lines, textSize, margin + indent)])
    page.skip(textSize * 0.4)
    return element('LI', [label, body])
  })
  return { kind: 'element', role: 'L', list: 'decimal', children: items }
}

function ruler(y: Pt): readonly Mark[] {
  const stroke = { color: ink, width: 1 }
  const [left, right, middle] = [margin, margin + rulerLength, y + 6]
  return [
    straightLine({ x: left, y: middle }, { x: right, y: middle }, stroke),
    straightLine({ x: left, y }, { x: left, y: y + 12 }, stroke),
    straightLine({ x: right, y }, { x: right, y: y + 12 }, stroke),
  ]
}

interface Poster {
  readonly grid: TileGrid
  readonly poster: readonly PageItem[]
  /** Where there are several. */
  readonly number: number | undefined
}

/** The poster made small, as large as there is room, with the letters of its rows and the numbers of its columns. */
function map(
  { grid, poster, number }: Poster,
  { words, lettering }: GuideContext,
  page: Column,
  room: Size,
): StructureElement {
  const { size, rows, columns } = grid
  const gutter = textSize * (number === undefined ? 1.8 : 3)
  const height = Math.min(room.height - gutter, ((room.width - gutter) * size.height) / size.width)
  const scale = height / size.height
  const at = { x: margin + gutter, y: page.y + gutter }
  const small: Mark = {
    kind: 'group',
    transform: [scale, 0, 0, scale, at.x, at.y],
    clip: { x: 0, y: 0, ...size },
    items: poster.flatMap((item) => (item.kind === 'link' ? [] : item.items)),
  }
  const drawn = tileMap(grid, { at, height })
  const style = { size: textSize, weight: 700 }
  const rowNames = drawn.cells.flatMap(([cell], row) => {
    if (cell === undefined) return []
    const name = lettering.line(`${number === undefined ? '' : `${number}-`}${rowName(row)}`, style)
    const y = cell.y + cell.height / 2 + textSize * 0.35
    return name.at({ x: at.x - name.width - textSize * 0.6, y })
  })
  const columnNames = (drawn.cells[0] ?? []).flatMap((cell, column) => {
    const name = lettering.line(String(column + 1), style)
    const x = cell.x + (cell.width - name.width) / 2
    return name.at({ x, y: at.y - textSize * 0.6 })
  })
  return {
    kind: 'element',
    role: 'Figure',
    alternativeText: words.mapDescription(rows.length + 1, columns.length + 1),
    children: [page.picture([small, ...drawn.items, ...rowNames, ...columnNames], height + gutter)],
  }
}

function element(role: StructureRole, children: readonly StructureNode[]): StructureElement {
  return { kind: 'element', role, children }
}
