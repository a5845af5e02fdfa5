/** The guides to figures know every word that may be written, and their example can be drawn. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '../../src/content/disk-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { baseNames } from '../../src/figure/pose/bases.ts'
import { parsePhrase, parseSubject } from '../../src/figure/pose/contacts/phrases.ts'
import { landmarks } from '../../src/figure/pose/landmarks.ts'
import { propNames } from '../../src/figure/pose/props.ts'
import { rangeOf } from '../../src/figure/pose/ranges.ts'
import { figureProperties } from '../../src/image/figure-style.ts'
import { movements } from '../../src/model/joints.ts'
import { changedFiles } from '../handouts/changed-files.ts'
import { openPack, repository } from '../handouts/shipped.ts'

const guide = readFileSync(join(repository, 'src/figure/README.md'), 'utf8')
const templates = readFileSync(join(repository, 'templates/README.md'), 'utf8')
const content = readFileSync(join(repository, 'content/README.md'), 'utf8')

const everyMovement = Object.entries(movements).flatMap(([joint, names]) =>
  names.map((movement) => [joint, movement] as const),
)

describe('src/figure/README.md', () => {
  test.each(everyMovement)('shows %s %s, with its range', (joint, movement) => {
    const written = /^(?:pelvis|neck|.* spine)$/.test(joint) ? joint : `${joint}s`
    const row = guide.split('\n').find((line) => line.includes(`\`${written}: { ${movement} }\``))
    const picture = `assets/pictures/movements/${joint.replace(' ', '-')}-${movement}.png`
    expect(row).toContain(picture)
    expect(existsSync(join(repository, picture))).toBe(true)
    const range = rangeOf(joint, movement)
    if (joint !== 'pelvis') expect(row).toContain(`(${range?.min ?? NaN} to ${range?.max ?? NaN})`)
  })

  test.each(baseNames)('explains the base %s', (base) => {
    expect(guide).toContain(`\n| \`${base}\` |`)
  })

  test.each([...propNames])('names the thing %s', (prop) => {
    expect(guide).toMatch(new RegExp(`^\`props: .*\`${prop}\``, 'm'))
    expect(content).toMatch(new RegExp(`\\*\\*\`props\`\\*\\*.*\`${prop}\``))
  })

  test('names every place that an arrow or a ring may have', () => {
    const places = landmarks.filter((place) => !place.startsWith('right '))
    for (const place of places) {
      expect(guide).toMatch(new RegExp(`\`(?:right )?${place.replace('left ', '')}\``))
    }
  })

  test('has no phrase among the contacts that is not understood', () => {
    const table = guide.slice(guide.indexOf('| what | phrases |'), guide.indexOf('## Things'))
    const quoted = [...table.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)
    expect(quoted.length).toBeGreaterThan(25)
    const unknown = quoted.filter((words) => {
      const [, who = 'left hand', phrase = words] = /^([a-z ]+): (.*)$/.exec(words) ?? []
      return (parseSubject(who) ?? []).every(
        (subject) => parsePhrase(subject, phrase) === undefined,
      )
    })
    expect(unknown).toEqual([])
  })

  test('has an example that is a whole exercise, and whose poses are possible', async () => {
    const [, example = ''] = /```yaml\n(# yaml-language-server[^]*?)```/.exec(guide) ?? []
    const changes = { 'content/exercises/wall-sit.yaml': () => example }
    const { press, pack, problems } = await openPack(changedFiles(diskFiles(repository), changes))
    expect(problems.map(({ code }) => code)).toEqual(['content-unused'])
    const wallSit = pack.exercises.entries.get('wall-sit')?.value
    const found: Diagnostic[] = []
    const study = await press.figuresOf(pack).study(wallSit === undefined ? [] : [wallSit])
    study.check((problem) => found.push(problem))
    expect(found).toEqual([])
  })
})

test.each(figureProperties)('templates/README.md explains %s', (property) => {
  expect(templates).toContain(`\`${property}\``)
})
