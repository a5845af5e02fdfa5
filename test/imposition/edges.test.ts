import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import { checkEdges, withPrinterMarks, type EdgeUse } from '../../src/imposition/edges.ts'
import type { BoxFragment, Fragment, Page } from '../../src/layout/fragment.ts'
import { paintDocument } from '../../src/paint/page.ts'
import { hasProgram, inspect, metadata } from '../paint/support/paint-small.ts'
import { el, layOut, type StyleOf } from '../paint/support/small-pages.ts'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'

const mm = fromMillimetres
const orange = { red: 1, green: 0.5, blue: 0 }

/** A page with one line of text, moved and wrapped in a box with a background. */
function pageWith(options: {
  readonly textAt?: { readonly x: number; readonly y: number }
  readonly band?: { readonly x: number; readonly width: number }
  readonly isPicture?: boolean
}): { readonly pages: readonly Page[]; readonly source: ReturnType<typeof layOut>['source'] } {
  const style: StyleOf = (element) =>
    element.name === 'section' && options.band !== undefined ? { backgroundColor: orange } : {}
  const content = options.isPicture === true ? el('img', { alt: 'Legs' }) : el('p', {}, 'Stop.')
  const { pages, source } = layOut(el('document', {}, el('section', {}, content)), style)
  const moved = (fragment: Fragment): Fragment => {
    if (fragment.kind === 'line') {
      const { x = 100, y = 100 } = options.textAt ?? {}
      const runs = fragment.runs.map((run) =>
        run.kind === 'text' ? { ...run, x, baseline: y + 8 } : run,
      )
      return { ...fragment, runs }
    }
    if (fragment.kind === 'replaced') {
      const rect = { ...fragment.rect, ...options.textAt }
      return { ...fragment, rect, pictureRect: rect }
    }
    const children = fragment.children.map(moved)
    return { ...fragment, children, rect: bandOf(fragment) }
  }
  const bandOf = ({ source: { element }, rect }: BoxFragment) =>
    element?.name === 'section' ? { ...rect, ...options.band } : rect
  return {
    source,
    pages: pages.map((page) => ({ ...page, fragments: page.fragments.map(moved) })),
  }
}

function problemsOf(
  laidOut: ReturnType<typeof pageWith>,
  marks: Parameters<typeof withPrinterMarks>[1],
  use?: EdgeUse,
): readonly string[] {
  const problems: Diagnostic[] = []
  const pages = withPrinterMarks(laidOut.pages, marks)
  checkEdges({ ...laidOut, pages }, use, (problem) => problems.push(problem))
  return problems.map(({ message }) => message)
}

describe('text and pictures', () => {
  test('5 mm from the cut are safe, nearer ones are errors with the distance', () => {
    const shop = { bleed: mm(3), marks: true }
    expect(problemsOf(pageWith({ textAt: { x: mm(5), y: 100 } }), shop)).toEqual([])
    expect(problemsOf(pageWith({ textAt: { x: mm(3.2), y: 100 } }), shop)).toEqual([
      '“Stop.” is 3.2 mm from the edge where the page is cut',
    ])
    expect(problemsOf(pageWith({ textAt: { x: mm(-1.5), y: 100 } }), shop)).toEqual([
      '“Stop.” reaches 1.5 mm beyond the edge where the page is cut',
    ])
  })

  test('are not looked at where nothing is cut', () => {
    expect(problemsOf(pageWith({ textAt: { x: 1, y: 100 } }), {})).toEqual([])
  })

  test('keep 5 mm from the cuts of cards and 4 mm from folds', () => {
    const near = pageWith({ textAt: { x: mm(4.2), y: 100 } })
    expect(problemsOf(near, {}, 'fold')).toEqual([])
    expect(problemsOf(near, {}, 'cut')).toHaveLength(1)
    expect(problemsOf(pageWith({ textAt: { x: mm(3), y: 100 } }), {}, 'fold')).toEqual([
      '“Stop.” is 3 mm from the fold',
    ])
  })

  test('may run off the page on purpose when they are pictures that fill the bleed', () => {
    const shop = { bleed: mm(3) }
    const isPicture = true
    expect(problemsOf(pageWith({ isPicture, textAt: { x: mm(-3), y: 100 } }), shop)).toEqual([])
    expect(problemsOf(pageWith({ isPicture, textAt: { x: mm(2), y: 100 } }), shop)).toEqual([
      '<img> is 2 mm from the edge where the page is cut',
    ])
    expect(problemsOf(pageWith({ isPicture, textAt: { x: 0, y: 100 } }), shop)).toEqual([
      'the background reaches the edge of the page, but only 0 of 3 mm into the bleed',
    ])
  })
})

describe('backgrounds', () => {
  const wide = { x: -mm(3), width: 300 + 2 * mm(3) }
  test.each([
    ['run through the bleed', wide, []],
    ['stay inside the page', { x: 40, width: 200 }, []],
    [
      'end at the edge of the page',
      { x: 0, width: 300 },
      ['the background reaches the edge of the page, but only 0 of 3 mm into the bleed'],
    ],
    [
      'end within the bleed',
      { x: -mm(1), width: 300 + mm(4) },
      ['the background reaches the edge of the page, but only 1 of 3 mm into the bleed'],
    ],
  ])('that %s', (_, band, expected) => {
    expect(problemsOf(pageWith({ band }), { bleed: mm(3) })).toEqual(expected)
  })
})

describe('the boxes of a page', () => {
  test.skipIf(!hasProgram('pdfinfo'))('are what was asked for, from 0, 0', async () => {
    const laidOut = layOut(el('document', {}, el('p', {}, 'Knee')))
    const pages = withPrinterMarks(laidOut.pages, { bleed: mm(3), marks: true })
    const painted = paintDocument(pages, laidOut.source, metadata, {
      report: () => undefined,
      imageAtSize: () => undefined,
    })
    const bytes = await writePdf(painted, createPdfCache())
    const boxes = Object.fromEntries(
      [...inspect('pdfinfo', ['-box'], bytes).matchAll(/^(\w+)Box:\s+(.*)$/gm)].map(
        ([, name = '', numbers = '']) => [name, numbers.split(/\s+/).map(Number)],
      ),
    )
    // Marks stand 1 mm outside the bleed, are 5 mm long, and have 1 mm of paper beyond them.
    const [trim, bleed] = [mm(10), mm(7)]
    const around = (inset: number) => [inset, inset, 300 + 2 * trim - inset, 400 + 2 * trim - inset]
    for (const [name, inset] of [
      ['Media', 0],
      ['Bleed', bleed],
      ['Trim', trim],
    ] as const) {
      around(inset).forEach((edge, index) => {
        expect(boxes[name]?.[index]).toBeCloseTo(edge, 1)
      })
    }
  })

  test('are the style sheet’s where nothing was asked for', () => {
    const { pages } = layOut(el('document', {}, el('p', {}, 'Knee')), () => ({}), { bleed: 9 })
    expect(withPrinterMarks(pages, {})).toBe(pages)
    expect(withPrinterMarks(pages, { marks: true })[0]?.style).toMatchObject({
      bleed: 9,
      marks: ['crop', 'cross'],
    })
    expect(withPrinterMarks(pages, { bleed: 6 })[0]?.style).toMatchObject({ bleed: 6, marks: [] })
  })
})
