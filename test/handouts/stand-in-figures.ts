/** Plain boxes in place of figures, for tests of pages: they take up room, and cost nothing. */
import type { FiguresOf } from '../../src/image/figures.ts'

const tall = ['kneeling-hip-stretch', 'mini-squat', 'step-up']
const metre = 283

export const standInFigures: FiguresOf = () => ({
  isDrawn: (_exercise, phase) => phase !== 'mistake',
  find({ exercise, phase }) {
    const [width, height] = tall.includes(exercise) ? [metre, 1.2 * metre] : [1.8 * metre, metre]
    const path = [
      { type: 'move', x: 0, y: 0 },
      { type: 'line', x: width, y: 0 },
      { type: 'line', x: width, y: height },
      { type: 'close' },
    ] as const
    const fill = { red: 0.9, green: 0.9, blue: 0.9 }
    const items = [{ kind: 'path', path, fill }] as const
    const drawing = { key: `stand-in-${exercise}-${phase}`, width, height, items }
    return Promise.resolve({ kind: 'drawing', drawing })
  },
  study: () =>
    Promise.resolve({
      describe: () => 'Somebody shows the exercise on the floor.',
      check: () => undefined,
    }),
})
