/** A free place for something round beside the figure: a second view, or the cross of a mistake. */
import type { View } from '../camera.ts'
import { isCoveredAt } from './mask.ts'
import type { Mask } from './mask.ts'
import { growth, viewAround } from './plane.ts'
import type { Place } from './plane.ts'

const step = 0.04

export interface Crowd {
  readonly masks: readonly Mask[]
  /** Places that are taken, such as those of an arrow. */
  readonly taken: readonly Place[]
  readonly view: View
}

/**
 * The centre of a free disc, near `target` and where the picture need not grow for it: a little beside it
 * if there is no room within.
 */
export function freePlace(radius: number, target: Place, { masks, taken, view }: Crowd): Place {
  let best: Place = [view.right + radius, view.top - radius]
  let least = Infinity
  const isFree = (place: Place): boolean =>
    ring(place, radius).every((point) => masks.every((mask) => !isCoveredAt(mask, point))) &&
    taken.every((other) => Math.hypot(other[0] - place[0], other[1] - place[1]) > radius + 0.03)
  // Not below: there is the mat.
  for (let y = view.bottom + radius; y <= view.top + radius; y += step) {
    for (let x = view.left - radius; x <= view.right + radius; x += step) {
      const place: Place = [x, y]
      const larger = growth(view, viewAround([place], radius))
      const away = Math.hypot(x - target[0], y - target[1])
      const cost = larger * 1.6 + away * 0.35
      if (cost >= least || !isFree(place)) continue
      least = cost
      best = place
    }
  }
  return best
}

/** Points all over a disc and the room around it. */
function ring([x, y]: Place, radius: number): readonly Place[] {
  return [1.12, 0.75, 0.4, 0].flatMap((share) =>
    Array.from({ length: share === 0 ? 1 : 16 }, (_, k): Place => {
      const angle = (2 * Math.PI * k) / 16
      return [x + Math.cos(angle) * radius * share, y + Math.sin(angle) * radius * share]
    }),
  )
}
