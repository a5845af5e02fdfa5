/** The figures of a pack as the command line orders them: by exercise and phase, within a size, in a style by name. */
import type { Pack } from '../content/pack.ts'
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Drawing } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import { figureStyles } from '../image/figure-style.ts'
import type { Picture } from '../image/picture.ts'
import type { PhaseName } from '../model/pose.ts'
import type { Press } from '../press.ts'
import type { FigureCatalogue } from './engine.ts'

const phaseNames: readonly PhaseName[] = ['start', 'end', 'mistake']

export function figureCatalogue(press: Press, pack: Pack): FigureCatalogue {
  return {
    exercises: [...pack.exercises.entries].map(([id, { value }]) => ({
      id,
      phases: phaseNames.filter((phase) => press.figuresOf(pack).isDrawn(value, phase)),
    })),
    looks: [...(pack.looks?.value.keys() ?? [])],
    async draw({ exercise, phase, isMirrored, look, style, within }) {
      const { find } = press.figuresOf(pack, look)
      const picture = await find({ exercise, phase, isMirrored }, figureStyles[style])
      return picture === undefined ? undefined : drawingIn(picture, within)
    },
    async check(ids) {
      const exercises = ids.flatMap((id) => pack.exercises.entries.get(id)?.value ?? [])
      const found: Diagnostic[] = []
      const shown = await press.figuresOf(pack).study(exercises)
      shown.check((problem) => found.push(problem))
      return found
    },
  }
}

/** As large as fits. */
function drawingIn(picture: Picture, within: Size): Drawing | undefined {
  if (picture.kind !== 'figure') return undefined
  const { width, height } = picture
  const scale = Math.min(within.width / width, within.height / height)
  return picture.at({ width: width * scale, height: height * scale })
}
