/** Loose hair falls. */
import { describe, expect, test } from 'vitest'
import { hairGroup } from '../../../src/figure/body/hair.ts'
import { aboutY } from '../../../src/geometry/rotation.ts'

describe('a ponytail, at every tilt of the head', () => {
  const height = 0.6
  /** From face up, over upright, to face down and beyond. */
  const tilts = Array.from({ length: 17 }, (_, index) => -80 + index * 15)

  test.each(tilts)('%d degrees: hangs from the head, and stands up nowhere', (tilt) => {
    const tail = tailOf(tilt, height)
    const [root] = tail
    const rise = Math.max(...tail.map(({ to }) => to[2])) - (root?.from[2] ?? 0)
    // Over the round of the head at most, not a hand's breadth above it.
    expect(rise).toBeLessThan(0.08)
    const end = tail.at(-1)
    expect(end === undefined ? 0 : end.to[2] - end.from[2]).toBeLessThan(0)
  })

  test('stays above the floor when the head lies on it', () => {
    for (const tilt of tilts) {
      for (const { to, toRadius } of tailOf(tilt, 0.1))
        expect(to[2]).toBeGreaterThanOrEqual(toRadius)
    }
  })
})

function tailOf(tilt: number, height: number) {
  const group = hairGroup({ origin: [0, 0, height], axes: aboutY(tilt) }, 'ponytail', 1)
  return (group?.parts ?? [])
    .flatMap(({ primitives }) => primitives)
    .flatMap((shape) => (shape.kind === 'round-cone' && shape.tissue === 'hair' ? [shape] : []))
}
