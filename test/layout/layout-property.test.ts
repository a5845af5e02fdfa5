import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GalleyBox } from '../../src/layout/galley.ts'
import { dump, layOut } from './lay-out.ts'

const seed = 4711
const epsilon = 0.01

interface Node {
  readonly css: readonly string[]
  readonly content: string | readonly Node[]
}

const points = (min: number, max: number) => fc.integer({ min, max }).map((value) => `${value}pt`)
const optional = (declaration: fc.Arbitrary<string>) => fc.option(declaration, { nil: '', freq: 2 })

/** Declarations that never ask for more room than there is. */
const modest = fc
  .tuple(
    fc.constantFrom(
      'display: block',
      'display: flex',
      'display: flex; flex-wrap: wrap',
      'display: flex; flex-direction: column',
    ),
    optional(points(0, 4).map((value) => `padding: ${value}`)),
    optional(points(0, 6).map((value) => `margin: ${value} 0`)),
    optional(points(0, 2).map((value) => `border: ${value} solid #000`)),
    optional(points(0, 5).map((value) => `gap: ${value}`)),
    optional(fc.integer({ min: 0, max: 2 }).map((value) => `flex-grow: ${value}`)),
    optional(
      fc.constantFrom('center', 'flex-end', 'baseline').map((value) => `align-items: ${value}`),
    ),
    optional(
      fc
        .constantFrom('center', 'flex-end', 'space-between')
        .map((value) => `justify-content: ${value}`),
    ),
    optional(points(0, 30).map((value) => `min-height: ${value}`)),
  )
  .map((declarations) => declarations.filter((declaration) => declaration !== ''))

/** Anything goes: sizes that do not fit, negative margins, percentages of nothing. */
const wild = fc
  .tuple(
    modest,
    optional(fc.constantFrom('10pt', '150%', '50%').map((value) => `width: ${value}`)),
    optional(fc.constantFrom('0', '5pt', '50%', '200pt').map((value) => `height: ${value}`)),
    optional(points(-9, 9).map((value) => `margin: ${value}`)),
    optional(
      fc.constantFrom(
        'position: relative; top: 10%',
        'position: absolute; left: 5%; bottom: 3pt',
        'margin: auto',
      ),
    ),
    optional(
      fc.constantFrom('max-width: 20pt', 'min-width: 80pt', 'max-height: 8pt', 'aspect-ratio: 2'),
    ),
    optional(fc.constantFrom('flex: 1', 'flex: none', 'flex-basis: 40pt', 'align-self: stretch')),
  )
  .map(([declarations, ...others]) => [...declarations, ...others.filter((other) => other !== '')])

function nodes(style: fc.Arbitrary<string[]>): fc.Arbitrary<readonly Node[]> {
  const { list } = fc.letrec<{ node: Node; list: readonly Node[] }>((tie) => ({
    node: fc.record({
      css: style,
      content: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', 'a', 'a bb', 'a bb c dd'),
        tie('list'),
      ),
    }),
    list: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  }))
  return list
}

function write(tree: readonly Node[]): { readonly markup: string; readonly css: string } {
  const rules: string[] = []
  const element = ({ css, content }: Node): string => {
    const name = `n${rules.length}`
    rules.push(`.${name} { ${css.join('; ')} }`)
    const inside = typeof content === 'string' ? content : content.map(element).join('')
    return `<div class="${name}">${inside}</div>`
  }
  const markup = tree.map(element).join('')
  return { markup, css: rules.join('\n') }
}

function everyBox(box: GalleyBox, see: (box: GalleyBox) => void): void {
  see(box)
  for (const child of [...box.children, ...box.positioned]) everyBox(child, see)
}

describe('documents that ask for no more than there is', () => {
  test('keep children inside parents and siblings apart', () => {
    fc.assert(
      fc.property(nodes(modest), (tree) => {
        const { markup, css } = write(tree)
        const { galley, problems } = layOut(markup, css, { width: 400 })
        if (problems.length > 0) return
        everyBox(galley.box, ({ rect, children, flow }) => {
          children.forEach(({ rect: child }, index) => {
            expect(child.x).toBeGreaterThanOrEqual(rect.x - epsilon)
            expect(child.y).toBeGreaterThanOrEqual(rect.y - epsilon)
            expect(child.x + child.width).toBeLessThanOrEqual(rect.x + rect.width + epsilon)
            expect(child.y + child.height).toBeLessThanOrEqual(rect.y + rect.height + epsilon)
            const next = children[index + 1]?.rect
            if (next === undefined) return
            if (flow === 'sequential') {
              expect(next.y).toBeGreaterThanOrEqual(child.y + child.height - epsilon)
            } else {
              expect(next.x).toBeGreaterThanOrEqual(child.x + child.width - epsilon)
            }
          })
        })
      }),
      { seed, numRuns: 100 },
    )
  })
})

describe('documents of any kind', () => {
  test('have finite places and sizes that are not negative', () => {
    fc.assert(
      fc.property(nodes(wild), (tree) => {
        const { markup, css } = write(tree)
        everyBox(layOut(markup, css).galley.box, ({ rect, lines }) => {
          for (const { x, y, width, height } of [rect, ...lines.map((line) => line.rect)]) {
            expect([x, y, width, height].every(Number.isFinite)).toBe(true)
            expect(Math.min(width, height)).toBeGreaterThanOrEqual(0)
          }
        })
      }),
      { seed, numRuns: 100 },
    )
  })

  test('come out the same twice', () => {
    fc.assert(
      fc.property(nodes(wild), (tree) => {
        const { markup, css } = write(tree)
        const [first, second] = [layOut(markup, css), layOut(markup, css)]
        expect(dump(second.galley.box)).toBe(dump(first.galley.box))
        expect(second.problems).toEqual(first.problems)
      }),
      { seed, numRuns: 30 },
    )
  })
})
