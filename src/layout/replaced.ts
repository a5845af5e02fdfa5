/** Size of pictures, and where a picture lies in its box (CSS 2.2, 10.3.2 and 10.6.2; CSS Images 3, 5.5). */
import type { Rect, Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { ReplacedBox } from './box.ts'
import type { Space } from './engine.ts'
import type { Picture } from '../image/picture.ts'
import { makeLaid, type Laid } from './laid.ts'
import { percentHeightProblems } from './problems.ts'
import {
  clamp,
  givenHeight,
  givenWidth,
  heightLimits,
  resolve,
  usedInset,
  widthLimits,
  type Containing,
  type Inset,
} from './sizing.ts'

export function naturalSize(picture: Picture): Size {
  return picture.kind === 'drawing' ? picture.drawing : picture
}

/** Border-box size of a picture; `containing` is undefined where percentages have nothing to refer to. */
export function replacedSize(
  style: ComputedStyle,
  picture: Picture,
  inset: Inset,
  containing: Containing | undefined,
): Size {
  const width = givenWidth(style, inset, containing?.width)
  const height = givenHeight(style, inset, containing?.height)
  const across = widthLimits(style, inset, containing?.width)
  const down = heightLimits(style, inset, containing?.height)
  const ratio = ratioOf(style, picture)
  const widthFrom = (given: Pt) => (given - inset.vertical) * ratio + inset.horizontal
  const heightFrom = (given: Pt) => (given - inset.horizontal) / ratio + inset.vertical
  if (width !== undefined) {
    const used = clamp(width, across)
    return { width: used, height: clamp(height ?? heightFrom(used), down) }
  }
  if (height !== undefined) {
    const used = clamp(height, down)
    return { width: clamp(widthFrom(used), across), height: used }
  }
  // Both auto: meet one limit after the other, keeping proportions while that is possible.
  let used = clamp(naturalSize(picture).width + inset.horizontal, across)
  const tall = heightFrom(used)
  const limited = clamp(tall, down)
  if (limited !== tall) used = clamp(widthFrom(limited), across)
  return { width: used, height: clamp(heightFrom(used), down) }
}

/** Lay out a picture whose width is settled. */
export function layoutReplaced(box: ReplacedBox, space: Space): Laid {
  const { style, picture } = box
  const { width, containing } = space
  const inset = usedInset(style, containing.width)
  const height = space.height ?? settledHeight(box, inset, space)
  const rect = {
    x: inset.left,
    y: inset.top,
    width: Math.max(0, width - inset.horizontal),
    height: Math.max(0, height - inset.vertical),
  }
  return makeLaid({
    source: box.source,
    width,
    height,
    picture: { picture, rect, pictureRect: fitPicture(style, picture, rect) },
    anchors: box.anchors,
    problems: percentHeightProblems(box, containing),
  })
}

function settledHeight({ style, picture }: ReplacedBox, inset: Inset, space: Space): Pt {
  const { width, containing } = space
  const auto = (width - inset.horizontal) / ratioOf(style, picture) + inset.vertical
  return clamp(
    givenHeight(style, inset, containing.height) ?? auto,
    heightLimits(style, inset, containing.height),
  )
}

/** Where the picture lies in its content box after `object-fit` and `object-position`. */
export function fitPicture(style: ComputedStyle, picture: Picture, box: Rect): Rect {
  const natural = naturalSize(picture)
  if (style.objectFit === 'fill' || natural.width <= 0 || natural.height <= 0) return box
  const across = box.width / natural.width
  const down = box.height / natural.height
  const scale = style.objectFit === 'contain' ? Math.min(across, down) : Math.max(across, down)
  const width = natural.width * scale
  const height = natural.height * scale
  return {
    x: box.x + resolve(style.objectPosition.x, box.width - width),
    y: box.y + resolve(style.objectPosition.y, box.height - height),
    width,
    height,
  }
}

function ratioOf(style: ComputedStyle, picture: Picture): number {
  const { width, height } = naturalSize(picture)
  return style.aspectRatio ?? (width > 0 && height > 0 ? width / height : 1)
}
