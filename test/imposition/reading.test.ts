import { describe, expect, test } from 'vitest'
import type { ContentSlot, PageItem, PaintedDocument } from '../../src/drawing.ts'
import { imposeSheets } from '../../src/imposition/impose.ts'
import type { Sheet } from '../../src/imposition/sheet.ts'
import { tileDocument } from '../../src/imposition/tile.ts'
import { writeSmall } from '../paint/support/paint-small.ts'
import { structureText } from '../paint/support/read-structure.ts'
import { lettering, tilingWords } from './lettering.ts'
import { bandPoster, documentOfPages, pageOf, words } from './posters.ts'

const size = { width: 400, height: 200 }

/** Left half on the first sheet, right half on the second, 40 points on both; or the other way round. */
function halves(order: 'left first' | 'right first' = 'left first'): readonly Sheet[] {
  const half = (x: number): Sheet => ({
    width: 220,
    height: 200,
    furniture: [],
    placements: [
      { page: 1, transform: [1, 0, 0, 1, -x, 0], window: { x, y: 0, width: 220, height: 200 } },
    ],
  })
  return order === 'left first' ? [half(0), half(180)] : [half(180), half(0)]
}

const tagged = (document: PaintedDocument, page: number) =>
  document.pages[page]?.items.filter(({ kind }) => kind === 'tagged') ?? []

describe('what shows on several sheets', () => {
  const onBoth = documentOfPages([pageOf(size, [], [[words('Both', 188, 50, 12)]])])

  test('is painted on each and read out once', () => {
    const imposed = imposeSheets(onBoth, halves())
    expect(imposed.pages.map((_, page) => tagged(imposed, page).length)).toEqual([1, 0])
    expect(imposed.pages[1]?.items.map(({ kind }) => kind)).toEqual(['artifact'])
  })

  test('is read out where most of it shows', () => {
    const mostlyRight = documentOfPages([pageOf(size, [], [[words('Right side', 170, 50, 24)]])])
    const imposed = imposeSheets(mostlyRight, halves())
    expect(imposed.pages.map((_, page) => tagged(imposed, page).length)).toEqual([0, 1])
  })

  test('is cut off at the edge of each window', () => {
    const line = words('Knees stay together', 100, 50, 24)
    const crossing = documentOfPages([pageOf(size, [], [[line]])])
    const imposed = imposeSheets(crossing, halves())
    const clips = imposed.pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'link'
          ? []
          : item.items.map((mark) => (mark.kind === 'group' ? mark.clip?.x : undefined)),
      ),
    )
    expect(clips).toEqual([0, 180])
  })
})

test('a paragraph that goes to several sheets keeps its order, whatever the order of the sheets', async () => {
  const lines = [words('one ', 20, 50, 12), words('two ', 300, 50, 12), words('three', 20, 70, 12)]
  const document = documentOfPages([pageOf(size, [], [lines])])
  for (const order of ['left first', 'right first'] as const) {
    const pdf = await writeSmall(imposeSheets(document, halves(order)))
    expect(structureText(pdf).trim()).toBe('Document\n  P "one |two |three"')
  }
})

test('elements that show on no sheet leave the tree', async () => {
  const document = documentOfPages([
    pageOf(size, [], [[words('here', 20, 50, 12)], [words('gone', 20, 550, 12)]]),
  ])
  const pdf = await writeSmall(imposeSheets(document, halves()))
  expect(structureText(pdf).trim()).toBe('Document\n  P "here"')
})

test('links and bookmarks lead to where their goal has gone', () => {
  const area: ContentSlot = { kind: 'content' }
  const link: PageItem = {
    kind: 'link',
    slot: area,
    rect: { x: 300, y: 40, width: 60, height: 12 },
    target: { kind: 'destination', page: 1, y: 150 },
    description: 'below',
  }
  const plain = documentOfPages([pageOf(size, [], [[words('text', 300, 50, 12)]])])
  const document: PaintedDocument = {
    ...plain,
    pages: plain.pages.map((page) => ({ ...page, items: [...page.items, link] })),
    structure: {
      ...plain.structure,
      children: [
        ...plain.structure.children,
        {
          kind: 'element',
          role: 'P',
          children: [{ kind: 'element', role: 'Link', children: [area] }],
        },
      ],
    },
  }
  const imposed = imposeSheets(document, halves())
  const links = imposed.pages.map(({ items }) => items.filter(({ kind }) => kind === 'link'))
  expect(links).toEqual([
    [],
    [
      {
        ...link,
        rect: { x: 120, y: 40, width: 60, height: 12 },
        target: { kind: 'destination', page: 1, y: 150 },
      },
    ],
  ])
  expect(imposed.outline).toEqual([{ title: 'Page 1', page: 1, y: 10, children: [] }])
})

const figure = 'Figure [Placement=Block alt="A shape"] ""'

test('a poster in tiles reads: how to join it, then the poster, each line once', async () => {
  const tiled = tileDocument(
    bandPoster({ width: 842, height: 1190 }),
    { sheet: { width: 595, height: 842 }, orientation: 'auto', overlap: 29, printerMargin: 20 },
    { words: tilingWords, lettering, report: () => undefined },
  )
  if (tiled === undefined) throw new Error('no tiles')
  const tree = structureText(await writeSmall(tiled))
    .trim()
    .split('\n')
  expect(tree.slice(0, 4)).toEqual([
    'Document',
    '  Sect',
    '    H1 "How to put this poster together"',
    '    P "Knees"',
  ])
  expect(tree.filter((line) => /^ {2}\w/.test(line)).map((line) => line.trim())).toEqual([
    'Sect',
    ...[1, 2, 3, 4].flatMap((n) => [`P "Move ${n} of four"`, figure]),
    figure,
  ])
  expect(tiled.outline.map(({ title, page }) => [title, page])).toEqual([
    ['How to put this poster together', 1],
    ['Page 1', 2],
  ])
})
