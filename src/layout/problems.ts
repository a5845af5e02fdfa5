/** What does not fit, said with the box that does not and by how much. */
import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { toMillimetres, type Pt } from '../geometry/units.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Box } from './box.ts'
import { isPercentage, type Containing } from './sizing.ts'

// A tenth of a millimetre nobody sees; less than that is the rounding of lengths written in millimetres.
const tolerance: Pt = 0.25

type Named = Pick<Box, 'name' | 'place'>

/** `reach` is where the box ends, counted from the start of the content box it stands in. */
export function tooWide(box: Named, reach: Pt, room: Pt): readonly Diagnostic[] {
  if (reach <= room + tolerance) return []
  return [
    diagnose(
      'layout-too-wide',
      { name: box.name, millimetres: toMillimetres(reach - room), room: toMillimetres(room) },
      box.place,
    ),
  ]
}

/** Both heights are those of the border box. */
export function tooHigh(box: Named, content: Pt, height: Pt): readonly Diagnostic[] {
  if (content <= height + tolerance) return []
  return [
    diagnose(
      'layout-too-high',
      {
        name: box.name,
        millimetres: toMillimetres(content - height),
        height: toMillimetres(height),
      },
      box.place,
    ),
  ]
}

/** A percentage of a height that nobody knows yet is auto (CSS 2.2, 10.5): rarely what was meant. */
export function percentHeightProblems(box: Box, containing: Containing): readonly Diagnostic[] {
  const isUnknown = containing.height === undefined && box.style.position !== 'absolute'
  return isUnknown && hasRelativeHeight(box.style) ? [percentHeight(box)] : []
}

export function percentHeight({ name, place }: Named): Diagnostic {
  return diagnose('layout-percent-height', { name }, place)
}

/** Whether the layout of a box depends on a height of its container. */
export function wantsHeight({ style }: Box): boolean {
  if (style.position === 'absolute') return false
  const { top, bottom } = style.inset
  const isMoved = style.position === 'relative' && (isPercentage(top) || isPercentage(bottom))
  return isMoved || hasRelativeHeight(style)
}

export function hasRelativeHeight({ height, minHeight, maxHeight }: ComputedStyle): boolean {
  return isPercentage(height) || isPercentage(minHeight) || isPercentage(maxHeight)
}
