/** The figures of a pack: which phases are drawn, and their pictures, drawn when they are first asked for. */
import { SOURCE_LOCALE } from '../content/pack.ts'
import type { Authored, Pack } from '../content/pack.ts'
import type { Report } from '../diagnostics/index.ts'
import { mirrorKept } from '../figure/mirror.ts'
import { checkFigure, reportMissed } from '../figure/pose/check.ts'
import { figureRequest } from '../figure/request.ts'
import type { FigureRequest } from '../figure/request.ts'
import type { Sketches } from '../figure/sketches.ts'
import { checkFigureWords } from '../figure/words/check-words.ts'
import { describePhase } from '../figure/words/describe.ts'
import type { Say } from '../figure/words/describe.ts'
import type { FigureStudy, Studies, StudyRequest } from '../figure/words/study.ts'
import type { Exercise } from '../model/exercise.ts'
import type { PhaseName } from '../model/pose.ts'
import { createSideWords } from '../model/side-words.ts'
import { createWords } from '../template/words.ts'
import { figurePicture } from './figure-picture.ts'
import type { FinishSketch } from './figure-picture.ts'
import type { FindFigure } from './pictures.ts'

export interface Figures {
  isDrawn(exercise: Exercise, phase: PhaseName): boolean
  readonly find: FindFigure
  /** Look at what the figures of some exercises show. */
  study(exercises: readonly Exercise[]): Promise<ShownFigures>
}

/** What figures show, for those who write or check words about them. */
export interface ShownFigures {
  /** A phase in words; empty where it is not drawn. */
  describe(exercise: Exercise, phase: PhaseName, say: Say): string
  /** Report what is wrong with their poses, or with the words about them. */
  check(report: Report): void
}

const nothingShown: ShownFigures = { describe: () => '', check: () => undefined }

/** Where nothing draws: words are printed in place of pictures. */
export const noFigures: Figures = {
  isDrawn: () => false,
  find: () => Promise.resolve(undefined),
  study: () => Promise.resolve(nothingShown),
}

/** The same figures without colours, whatever the style of the document says. */
export function inGreys(figures: Figures): Figures {
  return {
    ...figures,
    find: (name, style) => figures.find(name, { ...style, isGreyscale: true }),
  }
}

/** The figures of a pack; `look` names the person who shows all of them, where one is to. */
export type FiguresOf = (pack: Pack, look?: string) => Figures

export interface FigureTools {
  readonly sketches: Sketches
  readonly studies: Studies
  readonly finish: FinishSketch
}

export function createFigures({ sketches, studies, finish }: FigureTools): FiguresOf {
  return (pack, look) => {
    const requestOf = (exercise: string, phase: PhaseName): FigureRequest | undefined =>
      figureRequest(pack, { exercise, phase, look })
    return {
      isDrawn: ({ id }, phase) => requestOf(id, phase) !== undefined,
      async find({ exercise, phase, isMirrored }, style) {
        const request = requestOf(exercise, phase)
        if (request === undefined) return undefined
        const sketch = await sketches.of(request).catch((cause: unknown) => {
          throw new Error(`figure:${exercise}/${phase} cannot be drawn`, { cause })
        })
        const { look: person } = request
        const shown = isMirrored ? mirrorKept(sketch) : sketch
        return figurePicture(shown, { style, look: person, finish })
      },
      async study(exercises) {
        const found = exercises.flatMap(({ id }) => {
          // Every figure has an end, and the poses of all phases are studied together.
          const request = requestOf(id, 'end')
          return request === undefined ? [] : [{ id, study: studies.of(studyRequest(request)) }]
        })
        const shown = new Map<string, FigureStudy>()
        for (const { id, study } of found) shown.set(id, await study)
        return {
          describe: ({ id }, phase, say) =>
            describePhase(phase, shown.get(id)?.phases[phase]?.facts ?? [], say),
          check(report) {
            for (const [id, study] of shown) checkExercise(pack, id, study, report)
          },
        }
      },
    }
  }
}

function studyRequest({ description, body, look }: FigureRequest): StudyRequest {
  return { description, body, footwear: look.footwear }
}

function checkPoses({ value, file }: Authored<Exercise>, study: FigureStudy, report: Report): void {
  const written = {
    placeOf: (path: readonly (string | number)[]) => file.placeOf(['figure', ...path]),
    valueOf: (path: readonly (string | number)[]) => file.valueOf(['figure', ...path]),
  }
  checkFigure(value.figure, written, report)
  reportMissed(study.missed, written, report)
}

function checkExercise(pack: Pack, id: string, study: FigureStudy, report: Report): void {
  const authored = pack.exercises.entries.get(id)
  if (authored === undefined) return
  const strings = pack.strings.entries.get(SOURCE_LOCALE)?.value ?? {}
  checkPoses(authored, study, report)
  const { text } = createWords(SOURCE_LOCALE, strings)
  const words = {
    exercise: authored.value,
    study,
    sideWords: createSideWords(strings),
    say: (key: string) => text(key) ?? '',
    placeOf: authored.file.placeOf,
  }
  checkFigureWords(words, report)
}
