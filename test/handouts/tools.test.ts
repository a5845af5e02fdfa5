/** What other people's programs find in the finished files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../paint/support/read-pdf.ts'
import { collapsed, readBlocks, textOf } from '../support/reading-order.ts'
import { describeTool, run } from '../support/tools.ts'
import { descriptionOf, printedFile, shippedTargets } from './shipped.ts'

const folder = mkdtempSync(join(tmpdir(), 'posepress-tools-'))
const fileOf = (name: string): string => join(folder, `${name}.pdf`)

beforeAll(async () => {
  for (const [name, target] of shippedTargets) {
    writeFileSync(fileOf(name), (await printedFile(target)).bytes)
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describeTool('qpdf', () => {
  test.each(shippedTargets)('%s has no syntax errors and no warnings', (name) => {
    const { status, out, err } = run('qpdf', '--check', fileOf(name))
    expect(err).toBe('')
    expect(out).toContain('No syntax or stream encoding errors found')
    expect(status).toBe(0)
  })
})

describeTool('pdfinfo', () => {
  test.each(shippedTargets)('%s is tagged, titled, and has its pages', async (name, target) => {
    const { out, err } = run('pdfinfo', '-box', fileOf(name))
    expect(err).toBe('')
    const said = new Map(
      [...out.matchAll(/^(.+?):\s+(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
    )
    const { pages } = await printedFile(target)
    const paper = target.paper === 'a4' ? '(A4)' : '(letter)'
    expect(said.get('Title')).toBe(descriptionOf(target).title)
    expect(said.get('Pages')).toBe(String(pages))
    expect([said.get('Tagged'), said.get('Encrypted'), said.get('JavaScript')]).toEqual([
      'yes',
      'no',
      'no',
    ])
    expect(said.get('Page size')).toContain(paper)
    // Nothing bleeds: all boxes are the paper.
    const boxes = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox'].map((box) => said.get(box))
    expect(new Set(boxes).size).toBe(1)
    expect(boxes[0]).toBeDefined()
  })

  test.each(shippedTargets)('%s is read in our order', async (name, target) => {
    const { out, err } = run('pdfinfo', '-struct-text', fileOf(name))
    expect(err).toBe('')
    const quoted = [...out.matchAll(/^ *"(.*)"$/gm)].map(([, text = '']) => text)
    const ours = readBlocks(readPdf((await printedFile(target)).bytes))
    expect(withoutSpaces(quoted.join(''))).toBe(withoutSpaces(textOf(ours)))
  })
})

describeTool('pdffonts', () => {
  test.each(shippedTargets)('%s embeds every font as a subset with a map to text', (name) => {
    const { out, err } = run('pdffonts', fileOf(name))
    expect(err).toBe('')
    const rows = out.trimEnd().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      // Name, type, encoding, embedded, subset, with a map to Unicode, object.
      expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes +\d+ +0$/)
    }
  })
})

/** Poppler breaks text by its own rules. */
function withoutSpaces(text: string): string {
  return collapsed(text).replaceAll(' ', '')
}
