/** What a person hears who does not see the page: all of it, in order, with every picture in words. */
import { describe, expect, test } from 'vitest'
import type { Target } from '../../src/build.ts'
import { nameOf as pdfName, readPdf, type Pdf } from '../paint/support/read-pdf.ts'
import { checkAccessibility } from '../support/accessibility/check.ts'
import { describePdf } from '../support/describe-pdf.ts'
import {
  collapsed,
  markupText,
  readBlocks,
  textOf,
  type ReadBlock,
} from '../support/reading-order.ts'
import { expectText } from '../support/reference.ts'
import { laidOutPages, printedFile, shippedPack, shippedTargets } from './shipped.ts'

describe.each(shippedTargets)('%s', (name, target) => {
  test('meets every condition of PDF/UA that a program can check', async () => {
    expect(checkAccessibility((await printedFile(target)).bytes)).toEqual([])
  })

  test('has the pages, bookmarks and tags that were accepted', async () => {
    expectText(`${name}.tags`, describePdf((await printedFile(target)).bytes))
  })

  test('is read in the order of its markup, every word once', async () => {
    const { styled } = await laidOutPages(target)
    expect(textOf(await blocksOf(target))).toBe(markupText(styled.root))
  })

  test('shows when to stop, what pain is fine and when to get help on page 1', async () => {
    const { safety } = (await laidOutPages(target)).handout
    const firstPage = textOf((await blocksOf(target)).filter(({ page }) => page === 1))
    const { bands, after, title } = safety.painScale
    const rules = [
      title,
      ...bands.map(({ from, to, text }) => `${from}–${to} ${text}`),
      after,
      ...[safety.stop, safety.sameDay].flatMap(({ title, items }) => [title, ...items]),
      safety.seeSomeone.title,
      safety.seeSomeone.text,
      safety.checkFirst.title,
    ]
    for (const rule of rules) expect(firstPage).toContain(collapsed(rule))
  })

  test('gives each exercise a heading, its dose, and all of its words below it', async () => {
    const { view } = await laidOutPages(target)
    const sections = sectionsOf(await blocksOf(target))
    const { items } = view
    for (const { label, exercise, dose, steps } of items) {
      const section = sections.get(`${label} ${exercise.name}`)
      expect(section?.text, exercise.name).toBeDefined()
      const { purpose, feel, mistake, easier, harder } = exercise
      const words = [purpose, ...steps, dose.join(' '), feel, mistake, easier, harder]
      for (const part of words) expect(section?.text).toContain(collapsed(part))
    }
  })

  test('numbers the steps of an exercise through both pictures', async () => {
    const { view } = await laidOutPages(target)
    const sections = sectionsOf(await blocksOf(target))
    for (const { label, exercise, steps } of view.items) {
      const blocks = sections.get(`${label} ${exercise.name}`)?.blocks ?? []
      const labels = blocks.filter(({ type }) => type === 'Lbl').map(({ text }) => text)
      expect(labels).toEqual(steps.map((_step, index) => String(index + 1)))
    }
  })

  test('says what each picture shows, in words where it is not drawn', async () => {
    const { view } = await laidOutPages(target)
    const sections = sectionsOf(await blocksOf(target))
    for (const { label, exercise, phases } of view.items) {
      const blocks = sections.get(`${label} ${exercise.name}`)?.blocks ?? []
      for (const { alt, drawn } of [phases.start, phases.end]) {
        const saying = blocks.filter(({ text }) => text === collapsed(alt))
        expect(saying.map(({ type }) => type === 'Figure')).toEqual([drawn])
      }
    }
  })

  test('embeds every font, only with the glyphs it needs', async () => {
    const pdf = readPdf((await printedFile(target)).bytes)
    const fonts = objectsOfType(pdf, 'Font').filter((font) => font.has('DescendantFonts'))
    expect(fonts.length).toBeGreaterThan(0)
    expect(objectsOfType(pdf, 'Font')).toHaveLength(2 * fonts.length)
    for (const font of fonts) expect(pdfName(font.get('BaseFont'))).toMatch(/^[A-Z]{6}\+./)
    const descriptors = objectsOfType(pdf, 'FontDescriptor')
    expect(descriptors).toHaveLength(fonts.length)
    // A whole face has 50 to 300 kB.
    for (const descriptor of descriptors) {
      expect(pdf.data(descriptor.get('FontFile2')).length).toBeLessThan(30_000)
    }
  })

  test('claims PDF/UA-1 and PDF/A-2a or 3a', async () => {
    const pdf = readPdf((await printedFile(target)).bytes)
    const xmp = pdf.data(pdf.catalog.get('Metadata')).toString('utf8')
    expect(xmp).toMatch(/pdfuaid:part>1</)
    expect(xmp).toMatch(/pdfaid:part>[23]</)
    expect(xmp).toMatch(/pdfaid:conformance>A</)
  })
})

describe('each exercise of the routines is on a sheet with how much of it to do', () => {
  test.each([
    ['glute-circuit-handout', 'clamshell'],
    ['glute-circuit-handout', 'donkey-kick'],
    ['glute-circuit-handout', 'fire-hydrant'],
    ['glute-circuit-handout', 'straight-leg-raise'],
    ['glute-circuit-handout', 'side-leg-raise'],
    ['stretching-handout', 'hamstring-stretch'],
    ['stretching-handout', 'kneeling-hip-stretch'],
    ['stretching-handout', 'figure-four-stretch'],
    ['stretching-handout', 'half-pigeon'],
  ])('%s: %s', async (document, id) => {
    for (const target of targetsFor(document)) {
      const { view } = await laidOutPages(target)
      const item = view.items.find(({ exercise }) => exercise.id === id)
      const section = sectionsOf(await blocksOf(target)).get(
        `${item?.label ?? ''} ${item?.exercise.name ?? ''}`,
      )
      expect(section?.text).toMatch(/\d+ (?:each side|seconds)/)
      expect(section?.text).toMatch(/\d sets?\b|twice each side|\d times each side/)
    }
  })

  test.each(['roll-buttock', 'roll-outer-thigh', 'roll-front-thigh', 'roll-back-thigh'])(
    'stretching-handout: %s',
    async (id) => {
      const spot = shippedPack.pack.exercises.entries.get(id)?.value.name ?? 'no such exercise'
      for (const target of targetsFor('stretching-handout')) {
        const { handout } = await laidOutPages(target)
        const title = handout.routine.rolling?.title ?? 'no rolling'
        const [section] = [...sectionsOf(await blocksOf(target))].flatMap(([heading, found]) =>
          heading.endsWith(title) ? [found.text] : [],
        )
        expect(section).toContain(spot)
        expect(section).toContain('30 seconds each spot')
      }
    },
  )
})

function targetsFor(document: string): readonly Target[] {
  const found = shippedTargets.flatMap(([, target]) =>
    target.document === document ? [target] : [],
  )
  if (found.length === 0) throw new Error(`no document ${document}`)
  return found
}

async function blocksOf(target: Target): Promise<readonly ReadBlock[]> {
  return readBlocks(readPdf((await printedFile(target)).bytes))
}

interface Section {
  readonly blocks: readonly ReadBlock[]
  readonly text: string
}

/** What stands below each heading of the second level. */
function sectionsOf(blocks: readonly ReadBlock[]): ReadonlyMap<string, Section> {
  const starts = blocks.flatMap(({ type }, index) => (type === 'H2' ? [index] : []))
  return new Map(
    starts.map((start, index) => {
      const below = blocks.slice(start + 1, starts[index + 1])
      return [blocks[start]?.text ?? '', { blocks: below, text: textOf(below) }]
    }),
  )
}

function objectsOfType(pdf: Pdf, type: string) {
  return [...pdf.objects.values()].flatMap(({ value }) =>
    value instanceof Map && pdfName(value.get('Type')) === type ? [value] : [],
  )
}
