/** A figure that is wrong is an error of every document that prints it. */
import { expect, test } from 'vitest'
import { buildDocument } from '../../src/build.ts'
import { diskFiles } from '../../src/content/disk-files.ts'
import { changedFiles } from './changed-files.ts'
import { openPack, repository, targetsOf } from './shipped.ts'

test.each([
  [
    'an exercise',
    'content/exercises/hamstring-stretch.yaml',
    'hands: on strap',
    'hands: onn strap',
  ],
  ['a place to roll', 'content/exercises/roll-back-thigh.yaml', 'sliding on', 'slides on'],
])('%s', async (_, file, right, wrong) => {
  const changes = { [file]: (text: string) => text.replace(right, wrong) }
  const { press, pack } = await openPack(changedFiles(diskFiles(repository), changes))
  const target = targetsOf(pack).find(({ document }) => document === 'stretching-handout')
  if (target === undefined) throw new Error('no handout')
  const { diagnostics } = await buildDocument(press, pack, target)
  const told = diagnostics.map(({ code, place }) => `${place?.file ?? '?'} ${code}`)
  expect(told).toEqual([`${file} figure-unknown-contact`])
})
