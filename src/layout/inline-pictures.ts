/** Sizes of pictures that stand in a line of text. */
import type { Size } from '../geometry/rect.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Picture } from '../image/picture.ts'
import type { InlineContent, InlineItem } from './inline-content.ts'
import { replacedSize } from './replaced.ts'
import { isPercentage, usedInset, type Containing } from './sizing.ts'

/** The content box of a picture in a line; its padding left and right is spacing, above and below it has none. */
export function inlinePictureSize(
  style: ComputedStyle,
  picture: Picture,
  containing: Containing | undefined,
): Size {
  const inset = usedInset(style, 0)
  const { width, height } = replacedSize(style, picture, inset, containing)
  return { width: width - inset.horizontal, height: height - inset.vertical }
}

/** Whether the size of a picture depends on that of its container. */
export function isRelative(style: ComputedStyle): boolean {
  const { width, height, minWidth, minHeight, maxWidth, maxHeight } = style
  return [width, height, minWidth, minHeight, maxWidth, maxHeight].some(isPercentage)
}

/** The content of a block with the sizes that its content box gives to the pictures in it. */
export function sizePictures(
  content: InlineContent,
  pictures: ReadonlyMap<InlineItem, ComputedStyle>,
  inner: Containing | undefined,
): InlineContent {
  if (inner === undefined || pictures.size === 0) return content
  const items = content.items.map((item): InlineItem => {
    const style = pictures.get(item)
    if (item.kind !== 'picture' || style === undefined) return item
    return { ...item, size: inlinePictureSize(style, item.picture, inner) }
  })
  return { ...content, items }
}
