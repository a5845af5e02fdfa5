/** The shipped posters as tiles, rasterised by Poppler: cut and joined, they are the poster, byte for byte. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Target } from '../../src/build.ts'
import type { Rect } from '../../src/geometry/rect.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import { arrangementFor } from '../../src/imposition/production.ts'
import { sheetSizes } from '../../src/imposition/sheet.ts'
import { planTiles, type TileGrid } from '../../src/imposition/tile-grid.ts'
import { paintDocument } from '../../src/paint/page.ts'
import { describeTool, run } from '../support/tools.ts'
import { everyTarget, laidOutPages, print, printedFile, shippedPack } from './shipped.ts'

const posters = everyTarget.filter(([, target]) => target.document.endsWith('-poster'))

const folder = mkdtempSync(join(tmpdir(), 'posepress-tiles-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('what is left of each tile between its cut lines', () => {
  test.each(posters)('covers each point of the poster once: %s', async (_, target) => {
    const grid = await planned(target)
    const { width, height } = wholePoints(grid)
    const times = new Uint8Array(width * height)
    for (const { part } of partsOf(grid)) {
      for (let y = part.y; y < part.y + part.height; y += 1) {
        for (let x = part.x; x < part.x + part.width; x += 1) {
          times[y * width + x] = (times[y * width + x] ?? 0) + 1
        }
      }
    }
    expect(times.every((count) => count === 1)).toBe(true)
  })
})

describeTool('pdftoppm', () => {
  describe('what is left of each tile between its cut lines is the poster there', () => {
    test.each(posters)('in every byte at 72 pixels an inch: %s', async (_, target) => {
      await compareTiles(target, 1)
    })

    const small = posters.filter(([, { paper }]) => paper === 'a3' || paper === 'tabloid')
    test.each(small)('in every byte at 144 pixels an inch: %s', async (_, target) => {
      await compareTiles(target, 2)
    })
  })
})

async function compareTiles(target: Target, pixelsPerPoint: number): Promise<void> {
  const production = { arrangement: tilesFor(target) }
  const { bytes: poster } = await printedFile(target)
  const { bytes: tiles } = await print(shippedPack, { ...target, production })
  const grid = await planned(target)
  const seen = (pdf: Uint8Array, page: number, window: Box, rect: Rect): Buffer =>
    crop(rasterise(withMediaBox(pdf, page, window), page, pixelsPerPoint), rect, pixelsPerPoint)
  for (const [index, { part, onSheet }] of partsOf(grid).entries()) {
    const { ofPoster, ofSheet } = windows(grid, part, onSheet)
    // The first page says how to join them.
    const shown = seen(tiles, index + 2, ofSheet, onSheet)
    const wanted = seen(poster, 1, ofPoster, onSheet)
    expect(shown).toHaveLength(3 * part.width * part.height * pixelsPerPoint ** 2)
    expect(Buffer.compare(shown, wanted), `sheet ${index + 1}`).toBe(0)
  }
}

function tilesFor({ paper }: Target) {
  const arrangement = arrangementFor('tiles', paper)
  return { ...arrangement, kind: 'tiles' } as const
}

async function planned(target: Target): Promise<TileGrid> {
  const { pages, source } = await laidOutPages(target)
  const metadata = { title: '', language: 'en', author: '', subject: '', keywords: [], date: 0 }
  const context = { report: () => undefined, imageAtSize: () => undefined }
  const [page] = paintDocument(pages, source, metadata, context).pages
  const grid =
    page &&
    planTiles(page, {
      sheet: sheetSizes[tilesFor(target).paper],
      orientation: 'auto',
      overlap: fromMillimetres(10),
      printerMargin: fromMillimetres(7),
    })
  if (grid === undefined) throw new Error('no grid')
  return grid
}

/** Without the part of a point at the right and at the foot of papers that are measured in millimetres. */
function wholePoints({ size }: TileGrid) {
  return { width: Math.floor(size.width), height: Math.floor(size.height) }
}

interface Part {
  /** On the poster. */
  readonly part: Rect
  readonly onSheet: Rect
}

/** By rows: what is left of each tile between its cut lines. */
function partsOf(grid: TileGrid): readonly Part[] {
  const { columns, rows, area } = grid
  const { width, height } = wholePoints(grid)
  return [...rows, undefined].flatMap((bottom, row) =>
    [...columns, undefined].map((right, column): Part => {
      const [left, top] = [columns[column - 1], rows[row - 1]]
      const [x, y] = [left?.cut ?? 0, top?.cut ?? 0]
      const part = { x, y, width: (right?.cut ?? width) - x, height: (bottom?.cut ?? height) - y }
      const onSheet = {
        ...part,
        x: x - (left?.start ?? 0) + area.x,
        y: y - (top?.start ?? 0) + area.y,
      }
      return { part, onSheet }
    }),
  )
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

/**
 * Windows as large as the sheet, through which the poster is seen where it lies on the tile: Poppler places a page
 * by the upper left corner of its MediaBox. What is written to a hundredth of a point would often lie exactly
 * between two pixels, where the last bit of a sum decides: so both windows stand a little lower.
 */
function windows(grid: TileGrid, part: Rect, onSheet: Rect) {
  const [width, height] = [Math.ceil(grid.sheet.width) + 1, Math.ceil(grid.sheet.height) + 1]
  const moved = { x: onSheet.x - part.x, y: onSheet.y - part.y }
  const lower = 0.00314159
  const top = written(grid.size.height) + moved.y - lower
  const sheetTop = written(grid.sheet.height) - lower
  const ofPoster: Box = [-moved.x, top - height, width - moved.x, top]
  const ofSheet: Box = [0, sheetTop - height, width, sheetTop]
  return { ofPoster, ofSheet }
}

/** As the file says it. */
function written(length: number): number {
  return Math.round(length * 100) / 100
}

/** The file with another MediaBox on a page, from 1, as an incremental update (ISO 32000-1, 7.5.6). */
function withMediaBox(pdf: Uint8Array, page: number, box: Box): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const pages = [...text.matchAll(/^(\d+) 0 obj\n<<\n\/Type \/Page\n[^]*?endobj\n/gm)]
  const [object = '', id = ''] = pages[page - 1] ?? []
  const [, trailer = '', table = ''] = /trailer\n<<([^]*?)>>\nstartxref\n(\d+)/.exec(text) ?? []
  const numbers = box.map((edge) => edge.toFixed(8)).join(' ')
  const changed = object.replace(/\/MediaBox \[.*\]/, `/MediaBox [${numbers}]`)
  const offset = String(text.length).padStart(10, '0')
  const update = [
    `${changed}xref\n${id} 1\n${offset} 00000 n \n`,
    `trailer\n<<${trailer}/Prev ${table}\n>>\n`,
    `startxref\n${text.length + changed.length}\n%%EOF\n`,
  ]
  return Buffer.from(text + update.join(''), 'latin1')
}

/** RGB, 8 bits each, rows from the top. */
interface Picture {
  readonly width: number
  readonly data: Buffer
}

/** A page, from 1. */
function rasterise(pdf: Uint8Array, page: number, pixelsPerPoint: number): Picture {
  const [file, picture] = [join(folder, 'page.pdf'), join(folder, 'page')]
  writeFileSync(file, pdf)
  const resolution = String(72 * pixelsPerPoint)
  const { err } = run(
    'pdftoppm',
    '-r',
    resolution,
    '-f',
    String(page),
    '-singlefile',
    file,
    picture,
  )
  expect(err).toBe('')
  const bytes = readFileSync(`${picture}.ppm`)
  const [head = '', width] = /^P6\n(\d+) \d+\n255\n/.exec(bytes.toString('latin1', 0, 40)) ?? []
  return { width: Number(width), data: bytes.subarray(head.length) }
}

function crop({ width, data }: Picture, rect: Rect, pixelsPerPoint: number): Buffer {
  const [left, right] = [rect.x, rect.x + rect.width].map((x) => x * pixelsPerPoint)
  const rows = Array.from({ length: rect.height * pixelsPerPoint }, (_, row) => {
    const start = (rect.y * pixelsPerPoint + row) * width
    return data.subarray(3 * (start + (left ?? 0)), 3 * (start + (right ?? 0)))
  })
  return Buffer.concat(rows)
}
