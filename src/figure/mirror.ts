/** The other side: a sketch seen in a mirror, arrow and marks included. */
import { mapPath } from '../geometry/map-path.ts'
import type { Rect } from '../geometry/rect.ts'
import type { KeptSketch } from './keep.ts'
import type { KeptItem, Sketch } from './sketch.ts'

export function mirrorSketch(sketch: Sketch): Sketch {
  const { width, head, items } = sketch
  return {
    ...sketch,
    key: `${sketch.key}-mirrored`,
    head: mirrorRect(head, width),
    items: items.map((item) => mirrorItem(item, width)),
  }
}

/** As `mirrorSketch`, for a sketch that is not unpacked yet. */
export function mirrorKept(kept: KeptSketch): KeptSketch {
  return {
    ...kept,
    key: `${kept.key}-mirrored`,
    head: mirrorRect(kept.head, kept.width),
    read: () => mirrorSketch(kept.read()),
  }
}

function mirrorRect(rect: Rect, width: number): Rect {
  return { ...rect, x: width - rect.x - rect.width }
}

function mirrorItem(item: KeptItem, width: number): KeptItem {
  switch (item.kind) {
    case 'area':
      return {
        ...item,
        path: mapPath(
          item.path,
          (x) => width - x,
          (y) => y,
        ),
      }
    case 'curve': {
      // x, y, weight of each point.
      const controls = item.controls.map((value, i) => (i % 3 === 0 ? width - value : value))
      return { ...item, controls }
    }
    case 'dot':
      return { ...item, x: width - item.x, angle: 0 - item.angle }
  }
}
