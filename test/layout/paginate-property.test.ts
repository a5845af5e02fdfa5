/** What holds for every document: nothing is lost, doubled, out of order or below the page, and pagination ends. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Fragment } from '../../src/layout/fragment.ts'
import type { GalleyBox } from '../../src/layout/galley.ts'
import { paginate } from '../../src/layout/paginate/index.ts'
import {
  arranger,
  atoms,
  block,
  galley,
  pagesOf,
  paragraph,
  picture,
  row,
  table,
  type Atom,
  type Options,
  type Spec,
} from './galley-builder.ts'

/** A document as fast-check makes and shrinks it; ids are given when it is built. */
type Plan =
  | { readonly kind: 'paragraph'; readonly count: number; readonly options: Options }
  | { readonly kind: 'picture'; readonly height: number; readonly options: Options }
  | {
      readonly kind: 'block' | 'row' | 'table' | 'arranger'
      readonly options: Options
      readonly children: readonly Plan[]
    }

const between = fc.constantFrom('auto', 'auto', 'auto', 'avoid', 'page' as const)
const unforced = fc.constantFrom('auto', 'auto', 'avoid' as const)
const length = fc.constantFrom(0, 0, 3, 8, 25)

function optionsWith(breaks: fc.Arbitrary<'auto' | 'avoid' | 'page'>): fc.Arbitrary<Options> {
  return fc.record({
    breakBefore: breaks,
    breakAfter: breaks,
    breakInside: fc.constantFrom('auto', 'auto', 'avoid'),
    orphans: fc.integer({ min: 1, max: 3 }),
    widows: fc.integer({ min: 1, max: 3 }),
    margin: length,
    padding: length,
    spare: length,
    visible: fc.boolean(),
  })
}

function plansWith(breaks: fc.Arbitrary<'auto' | 'avoid' | 'page'>): fc.Arbitrary<readonly Plan[]> {
  const options = optionsWith(breaks)
  const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
    plan: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.record({
        kind: fc.constant('paragraph' as const),
        count: fc.integer({ min: 1, max: 12 }),
        options,
      }),
      fc.record({
        kind: fc.constant('picture' as const),
        height: fc.integer({ min: 1, max: 90 }),
        options,
      }),
      fc.record({
        kind: fc.constantFrom('block', 'row', 'table', 'arranger' as const),
        options,
        children: fc.array(tie('plan'), { maxLength: 4 }),
      }),
    ),
  }))
  return fc.array(plan, { minLength: 1, maxLength: 6 })
}

const heights = fc.array(fc.integer({ min: 25, max: 160 }), { minLength: 1, maxLength: 2 })

describe('for every document', () => {
  check('each line and picture is printed once', between, ({ pages, box }) => {
    const printed = pages.flatMap((page) => page.filter(({ isRepeated }) => !isRepeated))
    expect(printed.map(({ name }) => name).sort()).toEqual([...names(box)].sort())
  })

  check('what follows in a flow stands below or on a later page', between, ({ pages, box }) => {
    checkOrder(box, placesOf(pages))
  })

  check('nothing stands outside a page unless it is reported', between, (result) => {
    const isReported = result.problems.some(({ code }) => code === 'layout-too-tall')
    for (const [index, page] of result.pages.entries()) {
      const limit = (index === 0 ? result.heights[0] : result.heights.at(-1)) ?? 0
      for (const { y, bottom } of page) {
        expect(y).toBeGreaterThanOrEqual(-0.01)
        if (!isReported) expect(bottom).toBeLessThanOrEqual(limit + 0.01)
      }
    }
  })

  check('only forced breaks make empty pages', unforced, ({ pages, fragments }) => {
    if (pages.length > 1) expect(fragments.every(takesRoom)).toBe(true)
  })

  check('what may not part is on one page, or there is a warning', unforced, (result) => {
    const places = placesOf(result.pages)
    const codes = new Set(result.problems.map(({ code }) => code))
    if (codes.has('layout-box-split')) return
    for (const kept of boxesOf(result.box)) {
      if (kept.source?.style.breakInside !== 'avoid') continue
      expect(new Set(names(kept).map((name) => places.get(name)?.page)).size).toBeLessThan(2)
    }
  })

  check('the same document gives the same pages', between, ({ box, heights: tall }) => {
    const once = paginate(box, pagesOf(...tall), () => undefined)
    const again = paginate(box, pagesOf(...tall), () => undefined)
    expect(again).toEqual(once)
  })
})

interface Result {
  readonly box: GalleyBox
  readonly heights: readonly number[]
  readonly fragments: readonly (readonly Fragment[])[]
  readonly pages: readonly (readonly Atom[])[]
  readonly problems: readonly Diagnostic[]
}

function check(
  name: string,
  breaks: fc.Arbitrary<'auto' | 'avoid' | 'page'>,
  property: (result: Result) => void,
): void {
  test(name, () => {
    fc.assert(
      fc.property(plansWith(breaks), heights, (plans, tall) => {
        const box = galley(...build(plans))
        const problems: Diagnostic[] = []
        const pages = paginate(box, pagesOf(...tall), (problem) => problems.push(problem))
        property({
          box,
          heights: tall,
          fragments: pages.map((page) => page.fragments),
          pages: pages.map(({ fragments }) => atoms(fragments)),
          problems,
        })
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
}

function build(plans: readonly Plan[], path = ''): readonly Spec[] {
  return plans.map((plan, index) => {
    const id = `${path}${String.fromCharCode(97 + index)}`
    switch (plan.kind) {
      case 'paragraph':
        return paragraph(id, plan.count, plan.options)
      case 'picture':
        return picture(id, plan.height, plan.options)
      case 'block':
        return block({ id, ...plan.options }, ...build(plan.children, id))
      case 'row':
        return row({ id, ...plan.options }, ...build(plan.children, id))
      case 'arranger':
        return arranger(row({ margin: plan.options.margin ?? 0 }, ...build(plan.children, id)))
      case 'table':
        return table(
          { id, ...plan.options },
          paragraph(`${id}-head`, 1),
          ...build(plan.children, id),
        )
    }
  })
}

interface PlaceOnPage {
  readonly page: number
  readonly y: number
  readonly bottom: number
}

function placesOf(pages: readonly (readonly Atom[])[]): ReadonlyMap<string, PlaceOnPage> {
  return new Map(
    pages.flatMap((page, index) =>
      page
        .filter(({ isRepeated }) => !isRepeated)
        .map(({ name, y, bottom }) => [name, { page: index, y, bottom }] as const),
    ),
  )
}

/** Every atom of an earlier child ends above every atom of a later one, or on an earlier page. */
function checkOrder(box: GalleyBox, places: ReadonlyMap<string, PlaceOnPage>): void {
  const parts =
    box.children.length > 0
      ? box.children.map(names)
      : box.lines.map((_, index) => [lineName(box, index)])
  if (box.flow === 'sequential') {
    let reached: PlaceOnPage = { page: 0, y: 0, bottom: 0 }
    for (const part of parts) {
      const standing = part.flatMap((name) => places.get(name) ?? [])
      for (const place of standing) {
        const isLater =
          place.page > reached.page ||
          (place.page === reached.page && place.y >= reached.bottom - 0.01)
        expect(isLater).toBe(true)
      }
      for (const place of standing) {
        const isBelow = place.page > reached.page || place.bottom > reached.bottom
        if (place.page >= reached.page && isBelow) reached = place
      }
    }
  }
  for (const child of box.children) checkOrder(child, places)
}

/** A box that is cut takes room only by what stands in it. */
function takesRoom(fragments: readonly Fragment[]): boolean {
  return fragments.some((fragment) => {
    if (fragment.kind !== 'box') return fragment.rect.height > 0
    const isWhole =
      fragment.isFirst &&
      (fragment.isLast || fragment.children.length === 0) &&
      !fragment.isRepeated
    return (isWhole && fragment.rect.height > 0) || takesRoom(fragment.children)
  })
}

function boxesOf(box: GalleyBox): readonly GalleyBox[] {
  return [box, ...box.children.flatMap(boxesOf)]
}

function names(box: GalleyBox): readonly string[] {
  return boxesOf(box).flatMap((item) => [
    ...item.lines.map((_, index) => lineName(item, index)),
    ...(item.picture === undefined ? [] : [item.source?.element?.attributes['id'] ?? '']),
  ])
}

function lineName({ source }: GalleyBox, index: number): string {
  return `${source?.element?.attributes['id'] ?? ''}.${index + 1}`
}
