import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignByYoga, alignFlexLine, type AlignedItem } from '../../src/layout/flex/flex-line.ts'
import {
  resolveFlexibleLengths,
  type FlexibleLength,
} from '../../src/layout/flex/flexible-lengths.ts'

const seed = 20260

function item(changes: Partial<FlexibleLength> = {}): FlexibleLength {
  const basis = changes.basis ?? 0
  return {
    basis,
    innerBasis: basis,
    margins: 0,
    grow: 0,
    shrink: 1,
    min: 0,
    max: Infinity,
    ...changes,
  }
}

interface Case {
  readonly name: string
  readonly items: readonly FlexibleLength[]
  readonly sizes: readonly number[]
}

const cases: readonly Case[] = [
  { name: 'nothing flexes that may not', items: [item({ basis: 30, shrink: 0 })], sizes: [30] },
  {
    name: 'free space is shared by the grow factors',
    items: [item({ basis: 10, grow: 1 }), item({ basis: 30, grow: 3 })],
    sizes: [25, 75],
  },
  {
    name: 'a greatest size passes the rest on',
    items: [item({ grow: 1, max: 20 }), item({ grow: 1 }), item({ grow: 1 })],
    sizes: [20, 40, 40],
  },
  {
    name: 'least sizes met one after the other pass their lack on each time',
    items: [item({ basis: 60, min: 50 }), item({ basis: 60, min: 29 }), item({ basis: 60 })],
    sizes: [50, 29, 21],
  },
  {
    name: 'factors that add up to less than 1 take that part',
    items: [item({ grow: 0.2 }), item({ grow: 0.3 })],
    sizes: [20, 30],
  },
  {
    name: 'margins are taken off first',
    items: [item({ grow: 1, margins: 40 }), item({ grow: 1 })],
    sizes: [30, 30],
  },
  {
    name: 'only the content box shrinks',
    items: [item({ basis: 90, innerBasis: 60, min: 30 }), item({ basis: 60 })],
    sizes: [65, 35],
  },
]

test.each(cases)('$name', ({ items, sizes }) => {
  expect(resolveFlexibleLengths(items, 100)).toEqual(sizes)
})

const lengths = fc.integer({ min: 0, max: 100 })
const arbitraryItem = fc
  .record({
    basis: lengths,
    margins: fc.integer({ min: -5, max: 10 }),
    grow: fc.integer({ min: 0, max: 3 }),
    shrink: fc.integer({ min: 0, max: 3 }),
    limits: fc.tuple(lengths, lengths),
  })
  .map(({ limits: [a, b], ...rest }) =>
    item({ ...rest, innerBasis: rest.basis, min: Math.min(a, b), max: Math.max(a, b) }),
  )

describe('whatever the items', () => {
  test('sizes keep their limits, and fill the line unless every item met one', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryItem, { minLength: 1, maxLength: 6 }),
        lengths,
        (items, available) => {
          const sizes = resolveFlexibleLengths(items, available)
          const used = items.reduce(
            (sum, each, index) => sum + each.margins + (sizes[index] ?? NaN),
            0,
          )
          items.forEach(({ min, max }, index) => {
            expect(sizes[index]).toBeGreaterThanOrEqual(min)
            expect(sizes[index]).toBeLessThanOrEqual(max)
          })
          const free = available - used
          if (Math.abs(free) < 1e-6) return
          const canHelp = items.some(({ grow, shrink, basis, min, max }, index) => {
            const size = sizes[index] ?? NaN
            return free > 0
              ? grow > 0 && size < max && size >= basis
              : shrink > 0 && basis > 0 && size > min && size <= basis
          })
          expect(canHelp).toBe(false)
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})

describe('lines packed at their start', () => {
  const side = fc.integer({ min: -5, max: 10 })
  const aligned: fc.Arbitrary<AlignedItem> = fc.record({
    width: lengths,
    height: lengths,
    margin: fc.record({ top: side, right: side, bottom: side, left: side }),
    align: fc.constant('flex-start'),
  })

  test('stand where yoga puts them', () => {
    fc.assert(
      fc.property(
        fc.array(aligned, { maxLength: 5 }),
        fc.constantFrom('row', 'column'),
        fc.integer({ min: 0, max: 9 }),
        (items, direction, gap) => {
          const line = {
            direction,
            isRightToLeft: false,
            justify: 'flex-start',
            gap,
            width: 600,
            height: 600,
          } as const
          expect(alignFlexLine(items, line)).toEqual(alignByYoga(items, line))
        },
      ),
      { seed, numRuns: 200 },
    )
  })
})
