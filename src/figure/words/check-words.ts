/** Words and figure must agree about left and right: a reader who follows the words must do what is drawn. */
import { diagnose } from '../../diagnostics/index.ts'
import type { Place, Report } from '../../diagnostics/index.ts'
import type { Exercise } from '../../model/exercise.ts'
import type { PhaseName } from '../../model/pose.ts'
import type { SideWords } from '../../model/side-words.ts'
import { otherSide } from '../skeleton.ts'
import type { Say } from './describe.ts'
import { resolvePhase } from './facts.ts'
import type { FigureStudy } from './study.ts'

export interface WordCheck {
  readonly exercise: Exercise
  readonly study: FigureStudy
  readonly sideWords: SideWords
  /** A string of the locale that the exercise is written in. */
  readonly say: Say
  /** Where a text of the exercise is written: `['alternative-text', 'end']`. */
  readonly placeOf: (path: readonly (string | number)[]) => Place | undefined
}

/** A text about one phase. */
interface PhaseText {
  readonly phase: PhaseName
  readonly text: string
  readonly path: readonly (string | number)[]
}

export function checkFigureWords(check: WordCheck, report: Report): void {
  for (const { phase, text, path } of textsOf(check.exercise)) {
    const problem =
      phase === 'start' ? lyingProblem(check, text) : movingProblem(check, phase, text)
    if (problem === undefined) continue
    report(diagnose('figure-words-disagree', { ...problem, phase }, check.placeOf(path)))
  }
}

function textsOf({ alternativeText, steps, mistake }: Exercise): readonly PhaseText[] {
  return [
    ...(['start', 'end', 'mistake'] as const).flatMap((phase) => {
      const text = alternativeText[phase]
      return text === undefined ? [] : [{ phase, text, path: ['alternative-text', phase] }]
    }),
    ...steps.start.map((text, index) => ({
      phase: 'start' as const,
      text,
      path: ['steps', 'start', index],
    })),
    ...steps.end.map((text, index) => ({
      phase: 'end' as const,
      text,
      path: ['steps', 'end', index],
    })),
    { phase: 'mistake', text: mistake, path: ['mistake'] },
  ]
}

interface Disagreement {
  readonly words: 'left' | 'right'
  readonly drawn: string
}

/** One side moves, and the text names the other alone. */
function movingProblem(
  { study, sideWords }: WordCheck,
  phase: PhaseName,
  text: string,
): Disagreement | undefined {
  const [moving, ...more] = study.phases[phase]?.moving ?? []
  if (moving === undefined || more.length > 0) return undefined
  const named = sideWords.sidesIn(text)
  const words = otherSide(moving)
  if (!named.has(words) || named.has(moving)) return undefined
  return { words, drawn: `the ${moving} side moves` }
}

/** Somebody lies on one side, and the text says the other in just the words of the language for it. */
function lyingProblem({ exercise, say }: WordCheck, text: string): Disagreement | undefined {
  const base = resolvePhase(exercise.figure, 'start')?.base.name
  const side = (['left', 'right'] as const).find((name) => base === `side-lying ${name}`)
  if (side === undefined) return undefined
  const words = otherSide(side)
  const lying = say(`figure-side-lying-${words}`).replace(/\.$/, '').toLowerCase()
  if (lying === '' || !text.toLowerCase().includes(lying)) return undefined
  return { words, drawn: `the person lies on the ${side} side` }
}
