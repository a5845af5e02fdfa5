/** Markers of list items: outside, on the baseline of the item's first line (CSS Lists 3, 3.2). */
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import type { Marker } from '../box.ts'
import type { Engine } from '../engine.ts'
import { withHeight, type Laid } from '../laid.ts'
import type { Inset } from '../sizing.ts'

/** Put the marker of a list item into the padding of the item or of its list. */
export function placeMarker(
  engine: Engine,
  item: Laid,
  marker: Marker,
  { style, inset }: { readonly style: ComputedStyle; readonly inset: Inset },
): Laid {
  const isRightToLeft = style.direction === 'rtl'
  const room =
    paddingAtStart(style) || (marker.list === undefined ? 0 : paddingAtStart(marker.list))
  const width = Math.max(room, engine.contribution(marker.box).max)
  const laid = engine.layout(marker.box, {
    width,
    independent: true,
    containing: { width, height: undefined },
  })
  const baselines = [item.baseline, laid.baseline]
  const y =
    item.baseline === undefined || laid.baseline === undefined
      ? inset.top
      : item.baseline - laid.baseline
  const x = isRightToLeft ? item.width - inset.right : inset.left - width
  const isEmpty = baselines[0] === undefined && style.height === 'auto'
  const grown = isEmpty
    ? {
        ...withHeight(item, Math.max(item.height, laid.height + inset.vertical)),
        collapsesThrough: false,
      }
    : item
  return { ...grown, positioned: [{ x, y, laid }, ...item.positioned] }
}

function paddingAtStart({ direction, padding }: ComputedStyle): Pt {
  return direction === 'rtl' ? padding.right.points : padding.left.points
}
