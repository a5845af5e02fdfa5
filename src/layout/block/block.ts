/** Block containers: their height, and lines or blocks inside (CSS 2.2, 9.4.1 and 10.6.3). */
import type { Diagnostic } from '../../diagnostics/index.ts'
import { flowBlocks, type Flow } from './block-flow.ts'
import { isOutOfFlow, type BlockBox, type Box } from '../box.ts'
import type { Engine, Space } from '../engine.ts'
import { layoutLines, reportOverflow } from '../inline.ts'
import type { GalleyLine } from '../galley.ts'
import { makeLaid, type Laid } from '../laid.ts'
import { emptyMargin } from './margin-collapse.ts'
import { placeMarker } from './marker.ts'
import {
  hasRelativeHeight,
  percentHeight,
  percentHeightProblems,
  tooHigh,
  wantsHeight,
} from '../problems.ts'
import {
  clamp,
  contentHeight,
  givenHeight,
  heightLimits,
  usedInset,
  type Containing,
  type Inset,
} from '../sizing.ts'
import type { Pt } from '../../geometry/units.ts'

/** Lay out a block container whose width is settled. */
export function layoutBlock(engine: Engine, box: BlockBox, space: Space): Laid {
  const { style } = box
  const { containing } = space
  const inset = usedInset(style, containing.width)
  const limits = heightLimits(style, inset, containing.height)
  const own = definiteHeight(box, space, inset)
  const inner: Containing = {
    width: Math.max(0, space.width - inset.horizontal),
    height: own === undefined ? undefined : Math.max(0, own - inset.vertical),
  }
  const flow =
    box.inline === undefined
      ? flowBlocks(engine, box.children, {
          inner,
          x: inset.left,
          y: inset.top,
          direction: style.direction,
          keepsStart: space.independent === true || inset.top > 0,
          keepsEnd:
            own === undefined &&
            (space.independent === true || inset.bottom > 0 || limits.min > inset.vertical),
        })
      : flowLines(engine, box, inset, inner)
  const wanted = contentHeight(style, flow.bottom + inset.bottom, space.width, inset)
  const height = own ?? clamp(wanted, limits)
  const laid = makeLaid({
    source: box.source,
    width: space.width,
    height,
    children: flow.children,
    lines: flow.lines,
    linesAt: { x: inset.left, y: inset.top },
    pending: flow.pending,
    anchors: box.anchors,
    baseline: flow.baseline,
    startMargin: flow.startMargin,
    endMargin: own === undefined ? flow.endMargin : emptyMargin,
    collapsesThrough:
      flow.isEmpty && height === 0 && inset.vertical === 0 && space.independent !== true,
    wantsHeight: own === undefined && (box.children.some(wantsHeight) || holdsTallPictures(box)),
    problems: [
      ...percentHeightProblems(box, containing),
      ...tooHigh(box, flow.reach + inset.bottom, height),
      ...flow.problems,
    ],
  })
  return box.marker === undefined ? laid : placeMarker(engine, laid, box.marker, { style, inset })
}

/** The border-box height that is known before the content is laid out. */
export function definiteHeight(box: Box, space: Space, inset: Inset): Pt | undefined {
  if (space.height !== undefined) return space.height
  if (space.ignoreHeight === true) return undefined
  const given = givenHeight(box.style, inset, space.containing.height)
  return given === undefined
    ? undefined
    : clamp(given, heightLimits(box.style, inset, space.containing.height))
}

function flowLines(engine: Engine, box: BlockBox, inset: Inset, inner: Containing): Flow {
  const { width } = inner
  const prepared = engine.prepared(box, inner)
  const problems: Diagnostic[] = []
  if (prepared !== undefined) reportOverflow(prepared, width, (problem) => problems.push(problem))
  const content = prepared === undefined ? undefined : layoutLines(prepared, width)
  const lines = content?.lines ?? []
  const baseline = content?.firstBaseline
  if (inner.height === undefined && holdsTallPictures(box)) problems.push(percentHeight(box))
  return {
    children: [],
    lines,
    reach: lastInk(lines, box) + inset.top,
    pending: box.children
      .filter(isOutOfFlow)
      .map((child) => ({ box: child, x: inset.left, y: inset.top })),
    bottom: inset.top + (content?.height ?? 0),
    baseline: baseline === undefined ? undefined : inset.top + baseline,
    isEmpty: lines.length === 0,
    startMargin: emptyMargin,
    endMargin: emptyMargin,
    problems,
  }
}

/** Where letters end: lines may reach a little further without anything being printed there. */
function lastInk(lines: readonly GalleyLine[], { style }: BlockBox): Pt {
  const last = lines.at(-1)
  if (last === undefined) return 0
  return Math.min(last.rect.y + last.rect.height, last.baseline + style.fontSize * descent)
}

// In em: as far as the letters of our fonts reach below the baseline.
const descent = 0.25

/** Whether a picture in a line asks for a percentage of the block's height. */
function holdsTallPictures({ relativePictures }: BlockBox): boolean {
  return relativePictures.size > 0 && [...relativePictures.values()].some(hasRelativeHeight)
}
