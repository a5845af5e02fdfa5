/** Adding an exercise to a routine takes one new file and one line in another. */
import { expect, test } from 'vitest'
import { diskFiles } from '../../src/content/disk-files.ts'
import { hasErrors } from '../../src/diagnostics/index.ts'
import { readPdf } from '../paint/support/read-pdf.ts'
import { readBlocks } from '../support/reading-order.ts'
import { changedFiles } from './changed-files.ts'
import { openPack, print, repository, targetsOf } from './shipped.ts'

const wallSit = `# yaml-language-server: $schema=../schemas/exercise.json
name: Wall sit
kind: strength
purpose: Works the front of your thighs
equipment:
  - { item: wall, where: behind your back }
muscles: { primary: [quadriceps] }
dosage:
  sets: 3
  hold: 30 s
  sides: none
  rest: 15 s
  days-per-week: 2-3
  start-with: { sets: 1, hold: 15 s }
steps:
  start:
    - Stand with your back to a wall.
  end:
    - Slide down a little and hold.
feel: both thighs.
mistake: sliding too deep.
easier: slide less.
harder: stay longer.
alternative-text:
  start: Standing with the back to a wall.
  end: Sitting on the wall with the knees bent a little.
sources: [willy-2019]
figure:
  camera: { azimuth: 20, elevation: 5 }
  props: [wall]
  phases:
    start: { base: standing, contacts: { back: wall } }
    end: { from: start, joints: { hips: { flexion: 40 }, knees: { flexion: 40 } } }
`

const changes = {
  'content/exercises/wall-sit.yaml': () => wallSit,
  'content/routines/glute-circuit.yaml': (text: string) =>
    text.replace(/^( *)- straight-leg-raise$/m, '$&\n$1- wall-sit'),
}

test('a new file and a new line put a sixth exercise on every sheet of the circuit', async () => {
  const open = await openPack(changedFiles(diskFiles(repository), changes))
  expect(hasErrors(open.problems)).toBe(false)
  const targets = targetsOf(open.pack).filter(({ document }) =>
    document.startsWith('glute-circuit'),
  )
  expect(targets.length).toBeGreaterThan(0)
  for (const target of targets) {
    const { bytes, pages } = await print(open, target)
    const blocks = readBlocks(readPdf(bytes))
    const headings = blocks.filter(({ type }) => type === 'H2').map(({ text }) => text)
    expect(headings).toContain('5 Straight leg raise')
    expect(headings).toContain('6 Wall sit')
    // The card that says how the circuit runs gives way: two go on a sheet.
    if (target.document.endsWith('cards')) expect(pages).toBe(6)
    const text = blocks.map((block) => block.text)
    // One dose for all is no longer true: each exercise says its own.
    if (target.document.endsWith('poster')) {
      const doses = text.filter((block) => ['10 each side', '15 seconds'].includes(block))
      expect(doses).toHaveLength(6)
    }
    // Posters and cards have no room for steps.
    if (!target.document.endsWith('handout')) continue
    for (const part of ['Works the front of your thighs', 'Slide down a little and hold.']) {
      expect(text).toContain(part)
    }
    expect(text.some((block) => block.includes('15 seconds'))).toBe(true)
  }
})
