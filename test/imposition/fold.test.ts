import { describe, expect, test } from 'vitest'
import type { PaintedDocument } from '../../src/drawing.ts'
import { apply } from '../../src/geometry/matrix.ts'
import type { Size } from '../../src/geometry/rect.ts'
import { foldBooklet, foldPocketCard, layUp } from '../../src/imposition/arrangements.ts'
import { sheetSizes } from '../../src/imposition/sheet.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { writeSmall } from '../paint/support/paint-small.ts'
import { structureText } from '../paint/support/read-structure.ts'
import { documentOfPages, pageOf, words } from './posters.ts'

const mm = (width: number, height: number): Size => ({
  width: fromMillimetres(width),
  height: fromMillimetres(height),
})
const a5 = mm(148, 210)
const panel = mm(74.25, 105)

function numbered(count: number, size: Size): PaintedDocument {
  const pages = Array.from({ length: count }, (_, index) =>
    pageOf(size, [], [[words(`page ${index + 1}`, 20, 40, 12)]]),
  )
  return documentOfPages(pages)
}

/** What is printed at places of a side, as [page, is it upright], read from where the pages' texts come to lie. */
function printed(document: PaintedDocument, side: number, across: number, down: number) {
  const page = document.pages[side]
  const cells: { text: string; isUpright: boolean }[][] = Array.from({ length: down }, () =>
    Array.from({ length: across }, () => ({ text: '', isUpright: true })),
  )
  for (const item of page?.items ?? []) {
    if (item.kind !== 'tagged') continue
    for (const group of item.items) {
      if (group.kind !== 'group') throw new Error('a page is moved as a group')
      for (const mark of group.items) {
        if (mark.kind !== 'glyphs') continue
        const { x, y } = apply(group.transform, { x: mark.x, y: mark.baseline })
        const column = Math.floor((x / (page?.width ?? 1)) * across)
        const row = Math.floor((y / (page?.height ?? 1)) * down)
        const isUpright = group.transform[0] > 0 && group.transform[3] > 0
        const text = mark.glyphs.map((glyph) => glyph.text).join('')
        const cell = cells[row]?.[column]
        if (cell !== undefined) cells[row]?.splice(column, 1, { text, isUpright })
      }
    }
  }
  return cells
}

describe('a booklet', () => {
  /**
   * Stack the sheets, front sides up, fold the stack in the middle and turn the leaves: of each leaf first its
   * right-hand side (recto), then the side behind it.
   */
  function read(document: PaintedDocument): readonly string[] {
    const sheets = Array.from({ length: document.pages.length / 2 }, (_, index) => {
      const [front] = printed(document, 2 * index, 2, 1)
      // Flipped on the short edge, what is printed left on the back lies behind the right of the front.
      const [back] = printed(document, 2 * index + 1, 2, 1)
      return { front, back }
    })
    const firstHalf = sheets.flatMap(({ front, back }) => [front?.[1], back?.[0]])
    const secondHalf = [...sheets].reverse().flatMap(({ front, back }) => [back?.[1], front?.[0]])
    return [...firstHalf, ...secondHalf].map((cell) => {
      expect(cell?.isUpright).toBe(true)
      return cell?.text ?? ''
    })
  }
  const fold = (count: number) =>
    foldBooklet(numbered(count, a5), { sheet: sheetSizes.a4, report: () => undefined })

  test.each([4, 8, 12])('of %i pages reads from the first to the last when folded', (count) => {
    const pages = Array.from({ length: count }, (_, index) => `page ${index + 1}`)
    expect(read(fold(count))).toEqual(pages)
  })

  test('of 8 pages is printed [8, 1], [2, 7], [6, 3], [4, 5]', () => {
    const booklet = fold(8)
    const sides = booklet.pages.map((_, side) =>
      printed(booklet, side, 2, 1).flatMap((row) => row.map(({ text }) => Number(text.slice(5)))),
    )
    expect(sides).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ])
  })

  test('has empty pages at its end where the sheet has more places', () => {
    expect(read(fold(6))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `page ${n}`).concat(['', '']))
  })

  test('is read out in the order of its pages, whatever their order on the sheets', async () => {
    const tree = structureText(await writeSmall(fold(8)))
    expect(tree.match(/page \d/g)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `page ${n}`))
  })

  test('keeps bookmarks on their pages', () => {
    const { outline } = fold(8)
    expect(outline.map(({ title, page }) => [title, page])).toEqual([
      ['Page 1', 1],
      ['Page 2', 2],
      ['Page 3', 3],
      ['Page 4', 4],
      ['Page 5', 4],
      ['Page 6', 3],
      ['Page 7', 2],
      ['Page 8', 1],
    ])
  })

  test('on paper that is too small says how small its pages get', () => {
    const problems: Diagnostic[] = []
    const report = (problem: Diagnostic) => problems.push(problem)
    foldBooklet(numbered(4, mm(210, 297)), { sheet: sheetSizes.a4, report })
    expect(problems.map(({ message }) => message)).toEqual([
      'pages are printed at 70.7 % of their size to go onto the sheet',
    ])
  })
})

describe('a pocket card', () => {
  const fold = (size: Size, sheet: Size) =>
    foldPocketCard(numbered(8, size), { sheet, report: () => undefined })

  interface Cell {
    readonly text: string
    readonly isUpright: boolean
  }

  /** A panel of the folded card: where its own right and down point to, and whether it faces the reader. */
  interface Panel extends Cell {
    readonly column: number
    readonly right: readonly [number, number]
    readonly down: readonly [number, number]
    readonly faces: 'front' | 'back'
  }

  const flat = (cells: readonly Cell[]): readonly Panel[] =>
    cells.map((cell, column) => {
      const up = cell.isUpright ? 1 : -1
      return { ...cell, column, right: [up, 0], down: [0, up], faces: 'front' }
    })

  /** Round a level axis: what was down points up, and the printed side is on the other side. */
  const turned = (panels: readonly Panel[]): readonly Panel[] =>
    panels.map(({ right, down, faces, ...panel }) => ({
      ...panel,
      right: [right[0], -right[1]],
      down: [down[0], -down[1]],
      faces: faces === 'front' ? 'back' : 'front',
    }))

  /** The strip after the lower half was folded behind the upper one, zigzag folds opened like an accordion. */
  const strip = (upper: readonly Cell[], lower: readonly Cell[]): readonly Panel[] => [
    ...flat(upper),
    ...turned(flat(lower)),
  ]

  const readSide = (panels: readonly Panel[]): readonly string[] =>
    panels
      .filter(({ faces }) => faces === 'front')
      .sort((a, b) => a.column - b.column)
      .map(({ text, right, down }) => {
        expect([right[0], down[1]]).toEqual([1, 1])
        return text
      })

  const readFront = (upper: readonly Cell[], lower: readonly Cell[]) =>
    readSide(strip(upper, lower))

  /** Turned over upwards, like a notepad. */
  const readBack = (upper: readonly Cell[], lower: readonly Cell[]) =>
    readSide(turned(strip(upper, lower)))

  test.each([
    ['A4', panel, sheetSizes.a4],
    ['Letter', { width: 198, height: 306 }, sheetSizes.letter],
  ])('on %s reads from the first panel to the last when folded and turned', (_, size, sheet) => {
    const card = fold(size, sheet)
    if (card === undefined) throw new Error('no card')
    const [upper = [], lower = []] = printed(card, 0, 4, 2)
    expect([...readFront(upper, lower), ...readBack(upper, lower)]).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `page ${n}`),
    )
    expect(card.pages).toHaveLength(1)
  })

  test('needs eight panels', () => {
    const problems: Diagnostic[] = []
    const report = (problem: Diagnostic) => problems.push(problem)
    expect(foldPocketCard(numbered(7, panel), { sheet: sheetSizes.a4, report })).toBeUndefined()
    expect(problems.map(({ message }) => message)).toEqual([
      'a pocket card takes 8 pages, and the document has 7',
    ])
  })
})

describe('cards', () => {
  const lay = (count: number, size: Size, sheet: Size) => {
    const problems: Diagnostic[] = []
    const report = (problem: Diagnostic) => problems.push(problem)
    return { sheets: layUp(numbered(count, size), { sheet, report }), problems }
  }

  test('of A5 lie two on an A4 sheet, at full size, in order', () => {
    const { sheets, problems } = lay(5, mm(210, 148), sheetSizes.a4)
    expect(problems).toEqual([])
    expect(sheets.pages).toHaveLength(3)
    expect(printed(sheets, 0, 1, 2).map(([cell]) => cell?.text)).toEqual(['page 1', 'page 2'])
    expect(printed(sheets, 2, 1, 2).map(([cell]) => cell?.text)).toEqual(['page 5', ''])
  })

  test('of half a Letter sheet lie two on it, and A5 is made a little smaller', () => {
    expect(lay(2, { width: 612, height: 396 }, sheetSizes.letter).problems).toEqual([])
    const { sheets, problems } = lay(2, mm(210, 148), sheetSizes.letter)
    expect(problems.map(({ message }) => message)).toEqual([
      'pages are printed at 94.3 % of their size to go onto the sheet',
    ])
    expect(sheets.pages).toHaveLength(1)
  })

  test('of A6 lie four on a sheet', () => {
    const { sheets } = lay(4, mm(105, 148.5), sheetSizes.a4)
    expect(printed(sheets, 0, 2, 2).map((row) => row.map(({ text }) => text))).toEqual([
      ['page 1', 'page 2'],
      ['page 3', 'page 4'],
    ])
  })
})
