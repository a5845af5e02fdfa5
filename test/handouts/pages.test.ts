/** Every shipped document in every paper: it builds without a complaint, and its pages can be read. */
import { describe, expect, test } from 'vitest'
import { fromMillimetres } from '../../src/geometry/units.ts'
import type { Handout } from '../../src/model/document.ts'
import { secondsSince1970 } from '../../src/model/date.ts'
import { asText, readPdf } from '../paint/support/read-pdf.ts'
import { contentArea, contrast, flowOf, marginsOf, overhang, overlap } from './page-geometry.ts'
import { descriptionOf, laidOutPages, printedFile, shippedPack, shippedTargets } from './shipped.ts'

/** Content that is ready before the document that will show it. */
test('the pack has no problem', () => {
  expect(shippedPack.problems).toEqual([])
})

test('the glute circuit and the stretching routine exist for A4 and Letter', () => {
  const names = shippedTargets.map(([name]) => name)
  for (const document of ['glute-circuit-handout', 'stretching-handout']) {
    expect(names).toContain(`${document}.a4`)
    expect(names).toContain(`${document}.letter`)
  }
})

describe.each(shippedTargets)('%s', (_name, target) => {
  test('builds without errors and warnings', async () => {
    expect((await printedFile(target)).diagnostics).toEqual([])
  })

  test('has as many pages as it may have, and as its layout says', async () => {
    const { pages } = await printedFile(target)
    expect(pages).toBeLessThanOrEqual(descriptionOf(target).maxPages)
    expect((await laidOutPages(target)).pages).toHaveLength(pages)
  })

  test('is smaller than 1 MB', async () => {
    expect((await printedFile(target)).bytes.length).toBeLessThan(1_000_000)
  })

  test('says its title, language and date', async () => {
    const pdf = readPdf((await printedFile(target)).bytes)
    const { title, date } = descriptionOf(target)
    expect(asText(pdf.get(pdf.trailer.get('Info'), 'Title'))).toBe(title)
    expect(asText(pdf.get(pdf.catalog, 'Lang'))).toBe(target.locale)
    const written = asText(pdf.get(pdf.trailer.get('Info'), 'CreationDate'))
    const [, ...parts] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(written) ?? []
    const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(Number)
    const when = Date.UTC(year, month - 1, day, hours, minutes, seconds) / 1000
    expect(when).toBe(secondsSince1970(date))
  })

  test('says on every page which sheet it is, how old, and which page of how many', async () => {
    const { handout, pages } = await laidOutPages(target)
    for (const page of pages) {
      const said = marginsOf(page)
        .lines.map(({ text }) => text)
        .join(' ')
      for (const part of footerParts(handout, page.number, pages.length)) {
        expect(said).toContain(part)
      }
    }
  })

  test('sets nothing that is read between the margins below 12 pt, large print below 18, the rest below 9', async () => {
    const smallest = target.edition === 'large-print' ? 18 : 12
    for (const page of (await laidOutPages(target)).pages) {
      expect(smallerThan(smallest, flowOf(page).lines)).toEqual([])
      expect(smallerThan(9, marginsOf(page).lines)).toEqual([])
    }
  })

  test('keeps margins of 10 mm, and everything between them', async () => {
    for (const page of (await laidOutPages(target)).pages) {
      const { top, right, bottom, left } = page.style.margin
      expect(Math.min(top, right, bottom, left)).toBeGreaterThanOrEqual(fromMillimetres(10))
      const area = contentArea(page)
      const { lines, pictures, boxes } = flowOf(page)
      for (const rect of [...pictures, ...boxes]) expect(overhang(rect, area)).toBeLessThan(0.1)
      // A large letter is moved by its own side bearing, so that its ink begins at the margin.
      const outside = lines.filter(
        ({ ink, runs }) => overhang(ink, area) > 0.05 * (runs[0]?.style.fontSize ?? 0),
      )
      expect(outside.map(({ text }) => text)).toEqual([])
    }
  })

  test('keeps the footer below the content and 5 mm from the edge, where printers still print', async () => {
    for (const page of (await laidOutPages(target)).pages) {
      const { width, height, margin } = page.style
      const edge = fromMillimetres(5)
      const room = {
        x: edge,
        y: height - margin.bottom,
        width: width - 2 * edge,
        height: margin.bottom - edge,
      }
      const { lines, pictures } = marginsOf(page)
      for (const rect of [...pictures, ...lines.map(({ ink }) => ink)]) {
        expect(overhang(rect, room)).toBeLessThan(0.1)
      }
    }
  })

  test('prints no line over another, over a picture, or over the edge of its frame', async () => {
    for (const page of (await laidOutPages(target)).pages) {
      const flow = flowOf(page)
      const lines = [...flow.lines, ...marginsOf(page).lines]
      const collisions = lines.flatMap((line, index) => [
        ...lines
          .slice(index + 1)
          .filter(({ ink }) => overlap(line.ink, ink) > 0.3)
          .map(({ text }) => `"${line.text}" and "${text}"`),
        ...flow.pictures
          .filter((picture) => overlap(line.ink, picture) > 0.3)
          .map(() => `"${line.text}" and a picture`),
        ...flow.frames
          .filter((frame) => !line.frames.includes(frame) && overlap(line.ink, frame) > 0.3)
          .map(() => `"${line.text}" and a frame it does not belong in`),
        ...line.frames
          .filter((frame) => overhang(line.ink, frame) > 0.3)
          .map(() => `"${line.text}" and its frame`),
      ])
      expect(collisions).toEqual([])
    }
  })

  test('prints all text in a contrast of 7:1 or more', async () => {
    for (const page of (await laidOutPages(target)).pages) {
      for (const { runs, background, text } of [...flowOf(page).lines, ...marginsOf(page).lines]) {
        for (const { style } of runs) {
          expect(contrast(style.color, background), text).toBeGreaterThanOrEqual(7)
        }
      }
    }
  })
})

/** File name, version, hash, review month and page number, in the words of the locale. */
function footerParts(
  { document, contentHash, strings, safety }: Handout,
  page: number,
  pages: number,
): readonly string[] {
  const [year = '', month = ''] = document.reviewBy.split('-')
  const monthName = strings[`month-${Number(month)}`]
  const pageOf = String(strings['page-of'])
  return [
    document.id,
    String(strings['version']).replace('{version}', document.version),
    contentHash,
    `${String(monthName)} ${year}`,
    pageOf.replace('{page}', String(page)).replace('{pages}', String(pages)),
    safety.disclaimer,
  ]
}

function smallerThan(size: number, lines: ReturnType<typeof flowOf>['lines']): readonly string[] {
  return lines
    .filter(({ runs }) => runs.some(({ style }) => style.fontSize < size - 0.01))
    .map(({ text }) => text)
}
