import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { PaintedDocument } from '../../src/drawing.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import { planTiles, type TileOptions } from '../../src/imposition/tile-grid.ts'
import { tileDocument } from '../../src/imposition/tile.ts'
import { sheetSizes } from '../../src/imposition/sheet.ts'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { renderPages, type Raster } from '../support/raster.ts'
import { triangle } from '../paint/support/small-pages.ts'
import {
  bandPoster,
  box,
  code,
  placed,
  documentOfPages,
  pageOf,
  widthOf,
  withoutText,
  words,
} from './posters.ts'
import { lettering, tilingWords } from './lettering.ts'

const options: TileOptions = {
  sheet: { width: 595, height: 842 },
  orientation: 'auto',
  overlap: fromMillimetres(10),
  printerMargin: fromMillimetres(7),
}

function tile(document: PaintedDocument, changes: Partial<TileOptions> = {}) {
  const problems: Diagnostic[] = []
  const tiled = tileDocument(
    document,
    { ...options, ...changes },
    { words: tilingWords, lettering, report: (problem) => problems.push(problem) },
  )
  return { tiled, problems }
}

/** What each tile shows when all are cut and joined, pasted into one picture. */
async function joined(document: PaintedDocument, scale: number): Promise<Raster> {
  const { tiled } = tile(document)
  const [page] = document.pages
  const grid = page === undefined ? undefined : planTiles(page, options)
  if (tiled === undefined || page === undefined || grid === undefined) throw new Error('no tiles')
  const [, ...sheets] = await renderPages(await writePdf(tiled, createPdfCache()), scale)
  const [width, height] = [page.width * scale, page.height * scale]
  const data = new Uint8Array(width * height * 4)
  const { columns, rows, area } = grid
  let index = 0
  for (let row = 0; row <= rows.length; row += 1) {
    for (let column = 0; column <= columns.length; column += 1) {
      const sheet = sheets[index]
      index += 1
      if (sheet === undefined) throw new Error('a sheet is missing')
      const [left, top] = [columns[column - 1], rows[row - 1]]
      const from = { x: left?.cut ?? 0, y: top?.cut ?? 0 }
      const to = { x: columns[column]?.cut ?? page.width, y: rows[row]?.cut ?? page.height }
      const moved = { x: area.x - (left?.start ?? 0), y: area.y - (top?.start ?? 0) }
      for (let y = from.y * scale; y < to.y * scale; y += 1) {
        const source = 4 * ((y + moved.y * scale) * sheet.width + (from.x + moved.x) * scale)
        const length = 4 * (to.x - from.x) * scale
        data.set(sheet.data.subarray(source, source + length), 4 * (y * width + from.x * scale))
      }
    }
  }
  return { width, height, data }
}

const face = { x: 15, y: 0, width: 10, height: 8 }

/** How many samples of two pictures differ, and by how much at most. */
function compare(a: Raster, b: Raster | undefined) {
  if (b === undefined || a.data.length !== b.data.length) throw new Error('not the same size')
  let count = 0
  let most = 0
  for (let at = 0; at < a.data.length; at += 1) {
    const by = Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0))
    if (by === 0) continue
    count += 1
    most = Math.max(most, by)
  }
  return { share: count / a.data.length, most }
}

const posters = [
  ['a poster of 2 by 2 sheets', { width: 842, height: 1190 }, 2],
  ['a poster of 4 by 2 sheets', { width: 1190, height: 1684 }, 1],
  ['a poster that lies', { width: 1684, height: 1190 }, 1],
] as const

describe('tiles that are joined', () => {
  test.each(posters)('are the poster again, pixel for pixel: %s', async (_, size, scale) => {
    const poster = withoutText(bandPoster(size))
    const [whole] = await renderPages(await writePdf(poster, createPdfCache()), scale)
    expect(compare(await joined(poster, scale), whole)).toEqual({ share: 0, most: 0 })
  })

  // PDFium counts in 32-bit floats: where a curve of a letter comes to lie depends on how far it is from the corner.
  // test/handouts/tiles.test.ts compares the shipped posters byte for byte, with Poppler, which has 64 bits.
  test.each(posters)('are its text, to one of 255 levels: %s', async (_, size, scale) => {
    const poster = bandPoster(size)
    const [whole] = await renderPages(await writePdf(poster, createPdfCache()), scale)
    const { share, most } = compare(await joined(poster, scale), whole)
    expect(most).toBeLessThanOrEqual(1)
    expect(share).toBeLessThan(0.0001)
  })
})

describe('the number of sheets', () => {
  const blank = (width: number, height: number) =>
    pageOf({ width: fromMillimetres(width), height: fromMillimetres(height) }, [], []).page
  test.each([
    ['A3 on A4', blank(297, 420), sheetSizes.a4, 4],
    ['A2 on A4', blank(420, 594), sheetSizes.a4, 8],
    ['A1 on A4', blank(594, 841), sheetSizes.a4, 15],
    ['24 × 36 in on Letter', blank(609.6, 914.4), sheetSizes.letter, 15],
    ['Tabloid on Letter', blank(279.4, 431.8), sheetSizes.letter, 4],
    ['A4 on A4, of which the printer leaves an edge white', blank(210, 297), sheetSizes.a4, 2],
    ['A6 on A4', blank(105, 148), sheetSizes.a4, 1],
  ])('is the least: %s', (_, page, sheet, expected) => {
    const grid = planTiles(page, { ...options, sheet })
    expect(((grid?.columns.length ?? 0) + 1) * ((grid?.rows.length ?? 0) + 1)).toBe(expected)
  })
})

describe('seams', () => {
  test('keep clear of lines that they can avoid', () => {
    const size = { width: 400, height: 1400 }
    // Where equal parts would meet.
    const lines = [440, 470, 700, 930].map((y) => [words('Back stays flat', 20, y, 30)])
    const { problems, tiled } = tile(documentOfPages([pageOf(size, [], lines)]))
    expect(tiled?.pages).toHaveLength(3)
    expect(problems).toEqual([])
  })

  test('that must cut a line cut between words, and say so', () => {
    const size = { width: 1000, height: 300 }
    const text = 'Bend bend'
    const fontSize = (30 * 940) / widthOf(text, 30)
    const poster = documentOfPages([pageOf(size, [], [[words(text, 30, 150, fontSize)]])])
    const { problems } = tile(poster, { orientation: 'portrait' })
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['imposition-seam-cuts', 'on 2 sheets, the seam between columns 1 and 2 cuts “Bend bend”'],
    ])
    const [page] = poster.pages
    const grid = page && planTiles(page, { ...options, orientation: 'portrait' })
    const cut = grid?.columns[0]?.cut ?? 0
    const ends = ['Bend '].map((part) => 30 + widthOf(part, fontSize))
    expect(ends.some((end) => cut <= end && cut >= end - widthOf(' ', fontSize))).toBe(true)
  })

  test.each([
    ['a code', [[placed(code, 120, 420, 2)]]],
    [
      'the face of a figure',
      [[placed({ ...triangle, key: 'face', keepWhole: [face] }, 60, 450, 6)]],
    ],
    ['a number', [[words('5', 60, 500, 150)]]],
  ])('go round %s', (_, paragraphs) => {
    const { problems, tiled } = tile(
      documentOfPages([pageOf({ width: 400, height: 960 }, [], paragraphs)]),
      {
        orientation: 'landscape',
      },
    )
    expect(tiled?.pages).toHaveLength(3)
    expect(problems).toEqual([])
  })

  test('go round a code even where that costs two more sheets, as for a line it may not', () => {
    const size = { width: 1050, height: 1500 }
    const printed = (marks: Parameters<typeof pageOf>[2][number]) =>
      tile(documentOfPages([pageOf(size, [], [marks])]), { orientation: 'portrait' })
    const ofCode = printed([placed(code, 100, 710, 2)])
    // The first page says how to join the others.
    expect([ofCode.tiled?.pages.length, ofCode.problems]).toEqual([1 + 6, []])
    const ofLine = printed([words('5', 100, 790, 120)])
    expect([ofLine.tiled?.pages.length, ofLine.problems.length]).toEqual([1 + 4, 1])
  })

  test('that cannot go round say what they cut, the first three by name', () => {
    const rows = [60, 120, 180, 240, 300].map((y) => [words('m'.repeat(60), 10, y, 20)])
    const { problems } = tile(documentOfPages([pageOf({ width: 980, height: 400 }, [], rows)]), {
      orientation: 'portrait',
    })
    const name = `“${'m'.repeat(60)}”`
    expect(problems.map(({ message }) => message)).toEqual([
      `on 2 sheets, the seam between columns 1 and 2 cuts ${name}, ${name}, ${name} and 2 more`,
    ])
  })

  test('too little room is an error', () => {
    const { problems, tiled } = tile(bandPoster({ width: 900, height: 900 }), {
      printerMargin: fromMillimetres(90),
    })
    expect(tiled).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(['imposition-no-room'])
  })

  test('cover every poster exactly, each part within the printable area', () => {
    const lengths = fc.integer({ min: 60, max: 2600 })
    const obstacle = fc.record({
      x: fc.nat(2600),
      y: fc.nat(2600),
      size: fc.integer({ min: 5, max: 90 }),
    })
    fc.assert(
      fc.property(
        lengths,
        lengths,
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 15, noNaN: true }),
        fc.constantFrom(sheetSizes.a4, sheetSizes.letter),
        fc.array(obstacle, { maxLength: 8 }),
        (width, height, overlap, margin, sheet, obstacles) => {
          const lines = obstacles.map(({ x, y, size }) => [words('Hip', x, y, size)])
          const { page } = pageOf({ width: width + 0.28, height: height + 0.89 }, [], lines)
          const wish = {
            ...options,
            sheet,
            overlap: fromMillimetres(overlap),
            printerMargin: fromMillimetres(margin),
          }
          const grid = planTiles(page, wish)
          if (grid === undefined) throw new Error('no grid')
          const { area } = grid
          expect(area.x).toBeGreaterThanOrEqual(wish.printerMargin)
          expect(area.y).toBeGreaterThanOrEqual(wish.printerMargin)
          expect(area.x + area.width).toBeLessThanOrEqual(grid.sheet.width - wish.printerMargin)
          expect(area.y + area.height).toBeLessThanOrEqual(grid.sheet.height - wish.printerMargin)
          for (const [seams, length, room] of [
            [grid.columns, page.width, area.width],
            [grid.rows, page.height, area.height],
          ] as const) {
            const starts = [0, ...seams.map(({ start }) => start)]
            const ends = [...seams.map(({ end }) => end), length]
            starts.forEach((start, index) => {
              const end = ends[index] ?? Number.NaN
              expect(end - start).toBeLessThanOrEqual(room)
              expect(end - start).toBeGreaterThan(0)
            })
            for (const { start, cut, end } of seams) {
              expect(end - start).toBeGreaterThanOrEqual(wish.overlap)
              expect(cut).toBeGreaterThanOrEqual(start)
              expect(cut).toBeLessThanOrEqual(end)
            }
          }
        },
      ),
      { seed: 4, numRuns: 60 },
    )
  })
})

describe('a file of tiles', () => {
  test('is the same bytes twice', async () => {
    const bytes = await Promise.all(
      [0, 1].map(async () => {
        const { tiled } = tile(bandPoster({ width: 842, height: 1190 }))
        if (tiled === undefined) throw new Error('no tiles')
        return writePdf(tiled, createPdfCache())
      }),
    )
    expect(Buffer.compare(bytes[0] ?? Buffer.alloc(0), bytes[1] ?? Buffer.alloc(1))).toBe(0)
  })

  test('holds on each sheet only what the sheet shows', () => {
    const size = { width: 800, height: 400 }
    const boxes = [
      box({ x: 10, y: 10, width: 20, height: 20 }),
      box({ x: 700, y: 10, width: 20, height: 20 }),
    ]
    const { tiled } = tile(documentOfPages([pageOf(size, boxes, [])]), { orientation: 'portrait' })
    const counts = tiled?.pages
      .slice(1)
      .map(({ items }) =>
        items.flatMap((item) =>
          item.kind === 'artifact' && item.type === 'layout'
            ? item.items.map((mark) => (mark.kind === 'group' ? mark.items.length : 0))
            : [],
        ),
      )
    expect(counts).toEqual([[1], [1]])
  })
})
