/** Pictures at their places, cut off at their box where they are larger. */
import type { ImageItem, PlacedDrawingItem } from '../drawing.ts'
import { contains } from '../geometry/rect.ts'
import type { Rect } from '../geometry/rect.ts'
import type { ImageAtSize } from '../image/images.ts'
import type { Picture } from '../image/picture.ts'

/** Paint a picture into `rect`, showing what lies inside `box`; nothing when its pixels could not be read. */
export function paintPicture(
  picture: Picture,
  rect: Rect,
  box: Rect,
  imageAtSize: ImageAtSize,
): ImageItem | PlacedDrawingItem | undefined {
  // To a hundredth of a point, which nobody sees.
  const clip = contains(box, rect, 0.01) ? {} : { clip: box }
  if (picture.kind === 'raster') {
    const image = imageAtSize(picture.raster, rect)
    return image === undefined ? undefined : { kind: 'image', image, rect, ...clip }
  }
  const drawing = picture.kind === 'figure' ? picture.at(rect) : picture.drawing
  const transform = [
    rect.width / drawing.width,
    0,
    0,
    rect.height / drawing.height,
    rect.x,
    rect.y,
  ] as const
  return { kind: 'drawing', drawing, transform, ...clip }
}
