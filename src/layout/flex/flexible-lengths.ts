/** How flex items share the main axis: resolving flexible lengths (CSS Flexbox 1, 9.7). */
import type { Pt } from '../../geometry/units.ts'
import { clamp, type Limits } from '../sizing.ts'

export interface FlexibleLength extends Limits {
  /** Flex base size: border box along the main axis. */
  readonly basis: Pt
  /** The part of the base size that shrinks: the content box. */
  readonly innerBasis: Pt
  /** Margins along the main axis, with auto as 0. */
  readonly margins: Pt
  readonly grow: number
  readonly shrink: number
}

interface Share {
  readonly item: FlexibleLength
  /** The flex factor, and what the free space is shared by. */
  readonly factor: number
  readonly weight: number
  wanted: Pt
  size: Pt
  isFlexible: boolean
}

/**
 * Border-box sizes along the main axis that fill `available`, which has the gaps taken off. Done here because
 * yoga 3.2 redistributes only once: three items of 100 in 150, least sizes 60 and 49, come out unshrunk.
 */
export function resolveFlexibleLengths(items: readonly FlexibleLength[], available: Pt): Pt[] {
  let wanted = 0
  for (const item of items) wanted += clamp(item.basis, item) + item.margins
  const isGrowing = wanted < available
  const shares = items.map((item): Share => {
    const size = clamp(item.basis, item)
    const factor = isGrowing ? item.grow : item.shrink
    const isFlexible = factor > 0 && (isGrowing ? item.basis <= size : item.basis >= size)
    const weight = isGrowing ? factor : factor * item.innerBasis
    return { item, factor, weight, wanted: size, size, isFlexible }
  })
  const initialFree = freeSpace(shares, available)
  for (let left = flexible(shares); left.length > 0; left = flexible(shares)) {
    distribute(left, freeSpace(shares, available), initialFree)
    freeze(left)
  }
  return shares.map(({ size }) => size)
}

function flexible(shares: readonly Share[]): Share[] {
  return shares.filter(({ isFlexible }) => isFlexible)
}

function freeSpace(shares: readonly Share[], available: Pt): Pt {
  let free = available
  for (const { item, size, isFlexible } of shares) {
    free -= item.margins + (isFlexible ? item.basis : size)
  }
  return free
}

function distribute(shares: readonly Share[], free: Pt, initialFree: Pt): void {
  let factors = 0
  let weights = 0
  for (const { factor, weight } of shares) {
    factors += factor
    weights += weight
  }
  // Factors that add up to less than 1 take only that part of the space.
  const part = initialFree * factors
  const shared = factors < 1 && Math.abs(part) < Math.abs(free) ? part : free
  for (const share of shares) {
    share.wanted = share.item.basis + (weights > 0 ? (shared * share.weight) / weights : 0)
    share.size = clamp(share.wanted, share.item)
  }
}

/** Fix the items that met a limit, on the side that the violations add up to; all of them when none weighs more. */
function freeze(shares: readonly Share[]): void {
  let violation = 0
  for (const { size, wanted } of shares) violation += size - wanted
  const violators = shares.filter(({ size, wanted }) =>
    violation > 0 ? size > wanted : violation < 0 && size < wanted,
  )
  for (const share of violators.length > 0 ? violators : shares) share.isFlexible = false
}
