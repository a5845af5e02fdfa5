import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { layoutLines, reportOverflow } from '../../src/layout/inline.ts'
import { linesOf, prepare } from './inline-for-tests.ts'

describe('any text in any box', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zA-Z0-9é.,–-]{1,12}$/),
    fc.constantFrom('✓', '→', '½', '3 × 15', 'تمرين', 'الورك', '12', 'e\u0301a', 'office'),
  )
  const words = fc.array(word, { minLength: 1, maxLength: 25 }).map((list) => list.join(' '))
  const style = fc.record({
    textWrap: fc.constantFrom('wrap', 'balance', 'pretty'),
    textAlign: fc.constantFrom('start', 'end', 'center'),
    direction: fc.constantFrom('ltr', 'rtl'),
    overflowWrap: fc.constantFrom('normal', 'anywhere'),
    letterSpacing: fc.constantFrom(0, 0.5),
  } as const)
  const width = fc.integer({ min: 5, max: 300 })
  const seeded = { seed: 7, numRuns: 300 }

  it('is copied as it was written: the lines tile the text', () => {
    fc.assert(
      fc.property(words, style, width, (source, changes, box) => {
        expect(linesOf(source, box, changes).join('')).toBe(source)
      }),
      seeded,
    )
  })

  it('stays inside the box, or is reported', () => {
    fc.assert(
      fc.property(words, style, width, (source, changes, box) => {
        const prepared = prepare(source, changes)
        const problems: Diagnostic[] = []
        reportOverflow(prepared, box, (problem) => problems.push(problem))
        const tooWide = layoutLines(prepared, box).lines.filter(
          ({ rect }) => rect.width > box + 0.01,
        )
        expect(problems).toHaveLength(tooWide.length)
        expect(tooWide.length > 0).toBe(prepared.text.minContentWidth > box + 0.01)
      }),
      seeded,
    )
  })

  it('stacks its lines without gaps, and runs do not overlap', () => {
    fc.assert(
      fc.property(words, style, width, (source, changes, box) => {
        const layout = layoutLines(prepare(source, changes), box)
        let y = 0
        for (const { rect, runs } of layout.lines) {
          expect(rect.y).toBeCloseTo(y, 6)
          y += rect.height
          const edges = runs
            .flatMap((run) => (run.kind === 'text' ? [[run.x, run.x + run.width] as const] : []))
            .sort((a, b) => a[0] - b[0])
          edges.slice(1).forEach(([left], index) => {
            expect(left).toBeCloseTo(edges[index]?.[1] ?? 0, 6)
          })
        }
        expect(layout.height).toBeCloseTo(y, 6)
      }),
      seeded,
    )
  })
})
