/** Which strings and running elements the margins of each page show (CSS Generated Content for Paged Media 3, 1.1.1 and 1.2.1). */
import type { Pt } from '../../geometry/units.ts'
import type { StyledElement } from '../../style/computed.ts'
import type { Galley } from '../galley.ts'

export interface InForce {
  readonly strings: ReadonlyMap<string, string>
  readonly running: ReadonlyMap<string, StyledElement>
}

/**
 * For each page, by where it begins in the galley: the first that is set on the page itself, else the last set
 * before it.
 */
export function inForce(galley: Galley, pageTops: readonly Pt[]): readonly InForce[] {
  const strings = new Map<string, { readonly y: Pt; readonly value: string }[]>()
  for (const { name, value, y } of galley.strings) {
    const known = strings.get(name)
    if (known === undefined) strings.set(name, [{ y, value }])
    else known.push({ y, value })
  }
  return pageTops.map((top, index) => {
    const bottom = pageTops[index + 1] ?? Infinity
    return {
      // Before it is set for the first time a string is empty.
      strings: new Map([
        ...[...strings.keys()].map((name) => [name, ''] as const),
        ...pick(strings, top, bottom, ({ value }) => value),
      ]),
      running: pick(galley.running, top, bottom, ({ content }) => content),
    }
  })
}

// Places that pagination and layout computed on different ways differ by less.
const hair: Pt = 0.01

function pick<Item extends { readonly y: Pt }, Value>(
  all: ReadonlyMap<string, readonly Item[]>,
  top: Pt,
  bottom: Pt,
  valueOf: (item: Item) => Value,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  for (const [name, items] of all) {
    const isOnPage = ({ y }: Item) => y >= top - hair && y < bottom - hair
    const item = items.find(isOnPage) ?? items.findLast(({ y }) => y < top)
    if (item !== undefined) found.set(name, valueOf(item))
  }
  return found
}
