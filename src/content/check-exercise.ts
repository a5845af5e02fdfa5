/** Rules for an exercise that go beyond the shape of its fields: steps, dose, and where poses begin. */
import { diagnose, suggest, type Report } from '../diagnostics/index.ts'
import type { YamlFile } from './yaml.ts'

/** A step is read while moving. */
export const LONGEST_STEP = 15

/** Check what the file says, also when its shape is not right in other places. */
export function checkExercise(file: YamlFile, report: Report): void {
  checkStepCount(file, report)
  checkDosage(file, report)
  checkPoses(file, report)
}

/** Report each step that is too long, in the list of texts at `path`. */
export function checkStepLength(
  file: YamlFile,
  path: readonly (string | number)[],
  report: Report,
): void {
  for (const [index, step] of listAt(file, path).entries()) {
    const words = typeof step === 'string' ? countWords(step) : 0
    if (words <= LONGEST_STEP) continue
    const place = file.placeOf([...path, index])
    report(diagnose('content-long-step', { words, most: LONGEST_STEP }, place))
  }
}

function checkStepCount(file: YamlFile, report: Report): void {
  const lists = ['start', 'end'].map((phase) => ['steps', phase])
  for (const path of lists) checkStepLength(file, path, report)
  // A list that is missing has been reported, and is no reason to say more.
  if (lists.some((path) => !Array.isArray(file.valueOf(path)))) return
  const count = lists.reduce((sum, path) => sum + listAt(file, path).length, 0)
  if (count >= 2 && count <= 7) return
  report(diagnose('content-step-count', { count }, file.placeOfField(['steps'])))
}

/** Sets, sides and days are asked for by the schema; here is what depends on something else. */
function checkDosage(file: YamlFile, report: Report): void {
  if (!isFields(file.valueOf(['dosage']))) return
  const place = file.placeOfField(['dosage'])
  const has = (field: string) => file.valueOf(['dosage', field]) !== undefined
  if (!has('reps') && !has('hold')) {
    const details = {
      missing: 'how many repetitions, or how long to hold',
      hint: 'add reps: 10, or hold: 30 s',
    }
    report(diagnose('content-missing-dose', details, place))
  }
  if (has('reps') && !has('rest')) {
    const details = { missing: 'how long to rest between sets', hint: 'add rest: 15 s' }
    report(diagnose('content-missing-dose', details, place))
  }
}

/** A chain of `from` must end at a phase with a base. */
function checkPoses(file: YamlFile, report: Report): void {
  const phases = file.valueOf(['figure', 'phases'])
  if (!isFields(phases)) return
  const origin = new Map(
    Object.keys(phases).map((phase) => [phase, file.valueOf(['figure', 'phases', phase, 'from'])]),
  )
  for (const [phase, from] of origin) {
    if (typeof from !== 'string') continue
    const hint = originProblem(phase, from, origin)
    if (hint === undefined) continue
    const place = file.placeOf(['figure', 'phases', phase, 'from'])
    report(diagnose('content-pose-from', { from, hint }, place))
  }
}

function originProblem(
  phase: string,
  from: string,
  origin: ReadonlyMap<string, unknown>,
): string | undefined {
  const others = [...origin.keys()].filter((other) => other !== phase)
  if (from === phase) return 'that is the pose itself; write base: supine, or another'
  if (!origin.has(from)) return suggest(from, others)
  const passed = new Set([phase])
  for (let next: unknown = from; typeof next === 'string'; next = origin.get(next)) {
    if (passed.has(next)) return 'the phases are made from each other; give one of them a base'
    passed.add(next)
  }
  return undefined
}

function listAt(file: YamlFile, path: readonly (string | number)[]): readonly unknown[] {
  const value = file.valueOf(path)
  return Array.isArray(value) ? value : []
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
