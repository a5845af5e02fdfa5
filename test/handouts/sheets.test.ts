/** Posters, cards, pockets, the tracker and the booklet in every paper: they build, fit, and can be read from where they hang. */
import { describe, expect, test } from 'vitest'
import type { Target } from '../../src/build.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import type { Pt } from '../../src/geometry/units.ts'
import type { Fragment, Page } from '../../src/layout/fragment.ts'
import { readingDistance, smallestEssentialText } from '../../src/layout/reading-distance.ts'
import { readPdf } from '../paint/support/read-pdf.ts'
import { checkAccessibility } from '../support/accessibility/check.ts'
import { readBlocks, textOf } from '../support/reading-order.ts'
import { contrast, flowOf, marginsOf, overhang, overlap } from './page-geometry.ts'
import type { PlacedLine } from './page-geometry.ts'
import { descriptionOf, layOut, openPack, print, sheetTargets, type LaidOut } from './shipped.ts'
import { standInFigures } from './stand-in-figures.ts'

const open = () => openPack(undefined, { figuresOf: standInFigures })
const sheets = await open()

const printed = new Map<Target, ReturnType<typeof print>>()
function printedSheet(target: Target): ReturnType<typeof print> {
  const known = printed.get(target) ?? print(sheets, target)
  printed.set(target, known)
  return known
}

const laidOut = new Map<Target, Promise<LaidOut>>()
function laidOutSheet(target: Target): Promise<LaidOut> {
  const known = laidOut.get(target) ?? layOut(sheets, target)
  laidOut.set(target, known)
  return known
}

const posterPapers = ['a3', 'tabloid', 'a2', 'a1', '24x36']

test('every format exists in every paper that it is wanted in', () => {
  expect(sheetTargets.map(([name]) => name)).toEqual([
    ...['a5', 'half-letter'].map((paper) => `glute-circuit-cards.${paper}`),
    ...posterPapers.flatMap((paper) => [
      `glute-circuit-poster.${paper}`,
      `glute-circuit-poster.${paper}.photocopy`,
    ]),
    ...['a7', 'eighth-letter'].map((paper) => `pocket-card.${paper}`),
    ...['a5', 'half-letter'].map((paper) => `runners-knee-guide.${paper}`),
    ...['a5', 'half-letter'].map((paper) => `stretching-cards.${paper}`),
    ...posterPapers.flatMap((paper) => [
      `stretching-poster.${paper}`,
      `stretching-poster.${paper}.photocopy`,
    ]),
    ...['a4', 'letter'].map((paper) => `tracker.${paper}`),
  ])
})

describe.each(sheetTargets)('%s', (_name, target) => {
  test('builds without errors, and warns of nothing but of the placeholder for its address', async () => {
    const codes = (await printedSheet(target)).diagnostics.map(({ code }) => code)
    const { url } = descriptionOf(target)
    expect(codes).toEqual(url === undefined ? [] : ['content-placeholder-address'])
  })

  test('makes the same bytes twice', async () => {
    const again = await print(await open(), target)
    expect(Buffer.compare((await printedSheet(target)).bytes, again.bytes)).toBe(0)
  })

  test('has exactly the pages it says', async () => {
    expect((await printedSheet(target)).pages).toBe(descriptionOf(target).maxPages)
  })

  test('has the size of its paper', async () => {
    const [page] = (await laidOutSheet(target)).pages
    const sides = [page?.style.width ?? 0, page?.style.height ?? 0]
    const { orientation } = descriptionOf(target)
    const [short = 0, long = 0] = sizes[target.paper]
    const wanted = orientation === 'landscape' ? [long, short] : [short, long]
    expect(sides.map(millimetres)).toEqual(wanted)
  })

  test('meets every condition of PDF/UA that a program can check', async () => {
    expect(checkAccessibility((await printedSheet(target)).bytes)).toEqual([])
  })

  test('can be read from where it says', async () => {
    const distance = descriptionOf(target).distance?.[target.paper]
    const smallest = smallestEssentialText((await laidOutSheet(target)).pages)
    const from = smallest && readingDistance(smallest)
    expect((await printedSheet(target)).readableFrom).toBe(
      distance === undefined ? undefined : from,
    )
    expect(from ?? 0).toBeGreaterThanOrEqual(distance ?? 0)
  })

  test('says its names in capitals of 8.3 mm or more for each metre', async () => {
    const distance = descriptionOf(target).distance?.[target.paper]
    // A card is read from the mat beside it, a pocket from the hand: theirs are smaller.
    if (distance === undefined || distance <= 1.2) return
    const names = (await linesOf(target)).filter(({ runs }) => runs[0]?.style.fontWeight === 800)
    for (const { runs, text } of names) {
      const { capHeight = 0, unitsPerEm = 1 } = runs[0]?.shaped.font ?? {}
      const height = ((runs[0]?.style.fontSize ?? 0) * capHeight) / unitsPerEm
      // The heads of the dose and of the stop rules are set as their lines are.
      const wanted = /^(?:Start|Goal|Stop)/.test(text) ? 6.9 : 8.3
      expect(millimetres(height) / distance, text).toBeGreaterThanOrEqual(wanted)
    }
  })

  test('sets nothing below 9 pt', async () => {
    const small = (await linesOf(target)).filter(({ runs }) => sizeOf(runs) < 9 - 1e-6)
    expect(small.map(({ text }) => text)).toEqual([])
  })

  test('keeps its words 5 mm inside the cut and the folds', async () => {
    const edge = fromMillimetres(4.9)
    for (const page of (await laidOutSheet(target)).pages) {
      const { width, height } = page.style
      const room = { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge }
      const near = visibleLines(page).filter((line) => overhang(inked(line), room) > 0)
      expect(near.map(({ text }) => text)).toEqual([])
    }
  })

  test('prints all text in a contrast of 7:1 or more', async () => {
    for (const line of await linesOf(target)) {
      const background = groundOf(line, (await laidOutSheet(target)).pages)
      for (const { style } of line.runs) {
        expect(contrast(style.color, background), line.text).toBeGreaterThanOrEqual(7)
      }
    }
  })

  test('prints no line over another', async () => {
    for (const page of (await laidOutSheet(target)).pages) {
      const lines = visibleLines(page).map((line) => ({ ...line, ink: tight(line) }))
      const collisions = lines.flatMap((line, index) =>
        lines
          .slice(index + 1)
          .filter(({ ink }) => overlap(line.ink, ink) > 0.3)
          .map(({ text }) => `"${line.text}" and "${text}"`),
      )
      expect(collisions).toEqual([])
    }
  })
})

test('cards leave no half of a sheet empty', () => {
  const cards = sheetTargets.filter(([, target]) => descriptionOf(target).sheets === 'cards')
  expect(cards).toHaveLength(4)
  for (const [name, target] of cards) expect(descriptionOf(target).maxPages % 2, name).toBe(0)
})

test('the card that comes first says how the circuit runs, in what order, and how much pain is OK', async () => {
  for (const [, target] of sheetTargets.filter(([name]) =>
    name.startsWith('glute-circuit-cards'),
  )) {
    const { view, handout } = await laidOutSheet(target)
    const blocks = readBlocks(readPdf((await printedSheet(target)).bytes))
    const said = textOf(blocks.filter(({ page }) => page === 1))
    const { bands, after } = handout.safety.painScale
    const stations = view.items.map(({ label, exercise }) => `${label} ${exercise.name}`)
    const dose = [view.dose?.first, view.dose?.later, view.dose?.rounds, handout.routine.tempo]
    for (const words of [...stations, ...dose, ...bands.map(({ text }) => text), after]) {
      expect(said).toContain(words)
    }
  }
})

test('each card says when to stop', async () => {
  for (const [, target] of sheetTargets.filter(([name]) => name.includes('cards'))) {
    const { handout } = await laidOutSheet(target)
    const blocks = readBlocks(readPdf((await printedSheet(target)).bytes))
    for (let page = 1; page <= descriptionOf(target).maxPages; page += 1) {
      const said = textOf(blocks.filter((block) => block.page === page))
      const { signs, more, help } = handout.safety.short
      for (const rule of [signs, more, help]) expect(said).toContain(rule)
    }
  }
})

test('the tracker is a table: a head for each column, a head for each week, room for each session', async () => {
  for (const [, target] of sheetTargets.filter(([name]) => name.startsWith('tracker'))) {
    const { styled } = await laidOutSheet(target)
    const heads = elementsOf(styled.root, 'th').map(textIn)
    expect(heads).toEqual([
      ...['Week', 'Day', 'How many', '1', '2', '3', '4', '5', 'Stretch', 'Pain during', 'Next day'],
      ...['1', '2', '3', '4', '5', '6'],
    ])
    const rows = elementsOf(styled.root, 'tr')
    expect(rows).toHaveLength(1 + 1 + 6 * 3)
    const widths = rows.map(
      ({ children }) => children.filter(({ type }) => type === 'element').length,
    )
    expect(widths).toEqual([11, 11, ...Array.from({ length: 6 }, () => [11, 10, 10]).flat()])
  }
})

const sizes: Readonly<Record<Target['paper'], readonly [number, number]>> = {
  a7: [74.25, 105],
  'eighth-letter': [69.85, 107.95],
  a5: [148, 210],
  'half-letter': [139.7, 215.9],
  a4: [210, 297],
  letter: [215.9, 279.4],
  a3: [297, 420],
  tabloid: [279.4, 431.8],
  a2: [420, 594],
  a1: [594, 841],
  '24x36': [609.6, 914.4],
}

function millimetres(length: Pt): number {
  return Math.round(length * (25.4 / 72) * 100) / 100
}

function sizeOf(runs: PlacedLine['runs']): Pt {
  return Math.min(...runs.map(({ style }) => style.fontSize))
}

function visibleLines(page: Page): readonly PlacedLine[] {
  return [...flowOf(page).lines, ...marginsOf(page).lines]
}

async function linesOf(target: Target): Promise<readonly PlacedLine[]> {
  return (await laidOutSheet(target)).pages.flatMap(visibleLines)
}

/** Bands lie beside the words on them, not around them: the last box painted below a line is its ground. */
function groundOf(line: PlacedLine, pages: readonly Page[]): PlacedLine['background'] {
  const page = pages.find((one) =>
    visibleLines(one).some(
      ({ ink, text }) => text === line.text && ink.x === line.ink.x && ink.y === line.ink.y,
    ),
  )
  let ground = line.background
  const visit = (fragment: Fragment): void => {
    if (fragment.kind !== 'box') return
    const { backgroundColor } = fragment.source.style
    if (backgroundColor !== undefined && overhang(tight(line), fragment.rect) < 1) {
      ground = backgroundColor
    }
    fragment.children.forEach(visit)
  }
  page?.fragments.forEach(visit)
  return ground
}

/** What letters without accents cover: capitals, and what hangs below the line; figures hang nowhere. */
function inked({ ink, runs, text }: PlacedLine): PlacedLine['ink'] {
  const size = Math.max(...runs.map(({ style }) => style.fontSize))
  const below = /[gjpqy,;]/.test(text) ? 0.22 : 0.02
  return { ...ink, y: ink.y + 0.13 * size, height: (0.67 + below) * size }
}

/** The body of the letters alone, which nothing may touch. */
function tight(line: PlacedLine): PlacedLine['ink'] {
  const { height, ...ink } = inked({ ...line, text: '' })
  return { ...ink, height }
}

type Styled = LaidOut['styled']['root']

/** All elements of a name, in document order. */
function elementsOf(root: Styled, name: string): readonly Styled[] {
  const below = root.children.flatMap((child) =>
    child.type === 'element' ? elementsOf(child, name) : [],
  )
  return root.element.name === name ? [root, ...below] : below
}

function textIn({ children }: Styled): string {
  return children
    .map((child) => (child.type === 'element' ? textIn(child) : child.text))
    .join('')
    .trim()
}
