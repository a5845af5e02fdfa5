/** Each page as it was when somebody last looked at it and found it good. */
import { expect, test } from 'vitest'
import type { Target } from '../../src/build.ts'
import { encodePng, posterized, renderPages, type Raster } from '../support/raster.ts'
import { expectPicture } from '../support/reference.ts'
import { printedFile, shippedTargets } from './shipped.ts'

/** Enough to see every line and every stroke move; a page takes about 40 kB. */
const dotsPerInch = 60

test.each(shippedTargets)('%s looks as it was accepted', async (name, target) => {
  const outcomes = await Promise.allSettled(
    (await picturesOf(target)).map((page, index) => expectPicture(`${name}.${index + 1}`, page)),
  )
  const problems = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(outcome.reason)] : [],
  )
  expect(problems).toEqual([])
})

test.each(shippedTargets)('%s has pictures small enough to keep', async (_name, target) => {
  for (const page of await picturesOf(target)) {
    expect((await encodePng(page)).length).toBeLessThan(60_000)
  }
})

async function picturesOf(target: Target): Promise<readonly Raster[]> {
  const { bytes } = await printedFile(target)
  return (await renderPages(bytes, dotsPerInch / 72)).map(posterized)
}
