/** What is wrong with a figure as it is written, in its author's words. */
import { diagnose, suggest } from '../../diagnostics/index.ts'
import type { Place, Report } from '../../diagnostics/index.ts'
import type { BodyModel, Footwear } from '../../model/body.ts'
import { opposites } from '../../model/joints.ts'
import type { FigureDescription, PhaseName, Pose } from '../../model/pose.ts'
import { baseNames, findBase } from './bases.ts'
import {
  nameOf,
  nearestPhrase,
  parsePhrase,
  parseSubject,
  subjectWords,
  type Subject,
  type Target,
} from './contacts/phrases.ts'
import { isLandmark, landmarks } from './landmarks.ts'
import { propNames } from './props.ts'
import { rangeOf } from './ranges.ts'
import { solveAll } from './solve-phases.ts'

/** Where a figure is written: paths begin below `figure`. */
export interface WrittenFigure {
  readonly placeOf: (path: readonly (string | number)[]) => Place | undefined
  /** What the author wrote there, to tell `extension: 10` from `flexion: -10`. */
  readonly valueOf: (path: readonly (string | number)[]) => unknown
}

/** Names and ranges: quick, without solving anything. */
export function checkFigure(
  description: FigureDescription,
  written: WrittenFigure,
  report: Report,
): void {
  const { phases, props } = description
  checkLandmarks(description, written, report)
  for (const [index, prop] of props.entries()) {
    if (propNames.some((name) => name === prop)) continue
    const hint = suggest(prop, propNames)
    report(diagnose('figure-unknown-prop', { prop, hint }, written.placeOf(['props', index])))
  }
  for (const [phase, pose] of Object.entries(phases)) {
    checkBase(phase, pose, written, report)
    checkJoints(phase, pose, written, report)
    checkContacts(phase, pose, written, report)
  }
  checkPropsTouched({ phases, props }, written, report)
}

function checkLandmarks(
  { arrow = 'none', wrong }: FigureDescription,
  written: WrittenFigure,
  report: Report,
): void {
  const named = { arrow: arrow === 'none' ? undefined : arrow, wrong }
  for (const [key, words] of Object.entries(named)) {
    if (words === undefined || isLandmark(words)) continue
    const hint = suggest(words, landmarks) ?? 'for example: right knee, pelvis, waist'
    report(diagnose('figure-unknown-landmark', { words, hint }, written.placeOf([key])))
  }
}

function checkBase(phase: string, { base }: Pose, written: WrittenFigure, report: Report): void {
  if (base === undefined || findBase(base) !== undefined) return
  const hint = suggest(base, baseNames)
  report(
    diagnose('figure-unknown-base', { base, hint }, written.placeOf(['phases', phase, 'base'])),
  )
}

function checkJoints(
  phase: string,
  { joints }: Pose,
  written: WrittenFigure,
  report: Report,
): void {
  for (const [name, angles] of Object.entries(joints)) {
    for (const [movement, degrees] of Object.entries(angles)) {
      const range = rangeOf(name, movement)
      if (range === undefined || (degrees >= range.min && degrees <= range.max)) continue
      const joint = name
        .replace(/^(?:left|right) /, '')
        .replace(/^(hip|knee|ankle|shoulder|elbow|wrist)s$/, '$1')
      const at = ['phases', phase, 'joints', name]
      const other = opposites[movement]?.find(
        (word) => written.valueOf([...at, word]) !== undefined,
      )
      const said =
        other === undefined
          ? { movement, degrees, min: range.min, max: range.max }
          : { movement: other, degrees: 0 - degrees, min: 0 - range.max, max: 0 - range.min }
      const details = { joint, ...said, source: range.source }
      report(diagnose('figure-pose-out-of-range', details, written.placeOf([...at, said.movement])))
    }
  }
}

function checkContacts(
  phase: string,
  { contacts }: Pose,
  written: WrittenFigure,
  report: Report,
): void {
  for (const [who, words] of Object.entries(contacts)) {
    const place = written.placeOf(['phases', phase, 'contacts', who])
    const subjects = parseSubject(who)
    if (subjects === undefined) {
      report(
        diagnose(
          'figure-unknown-body-part',
          {
            part: who,
            hint: suggest(who, subjectWords) ?? 'write "left" or "right" before it, or the plural',
          },
          place,
        ),
      )
      continue
    }
    const targets = subjects.map((subject) => ({ subject, target: parsePhrase(subject, words) }))
    const unknown = targets.find(({ target }) => target === undefined)
    if (unknown !== undefined) {
      const near = nearestPhrase(words)
      const hint =
        near === undefined ? 'for example: floor, on cushion, free' : `did you mean "${near}"?`
      report(diagnose('figure-unknown-contact', { words, part: who, hint }, place))
    } else if (
      targets.some(({ subject, target }) => target !== undefined && !isPosed(subject, target))
    ) {
      report(diagnose('figure-contact-not-posed', { part: who, words }, place))
    }
  }
}

/** Whether there is a rule that brings this part there. */
function isPosed({ part }: Subject, target: Target): boolean {
  const isHand = part === 'hand'
  const isArm = isHand || part === 'forearm' || part === 'elbow' || part === 'arm'
  switch (target.kind) {
    case 'free':
    case 'together':
      return true
    case 'floor':
      return part !== 'ankle'
    case 'prop':
      if (target.prop === 'roller') return part === 'thigh' || part === 'knee'
      if (target.prop === 'ball') return part === 'buttock' || part === 'pelvis'
      return !isArm
    case 'strap':
      return target.way === 'on' ? isHand : part === 'foot'
    case 'wall':
      return part === 'back'
    case 'body': {
      const { of, way } = target
      if (isHand) return of.part === 'thigh' || of.part === 'knee' || of.part === 'hip'
      if (part === 'head') return of.part === 'arm' && way === 'on'
      if (part === 'ankle') return of.part === 'thigh' && way === 'on'
      // Said of front leg and hand: the hand makes way.
      return way === 'behind' ? part === 'knee' && of.part === 'hand' : way === 'toward'
    }
  }
}

function checkPropsTouched(
  { phases, props }: Pick<FigureDescription, 'phases' | 'props'>,
  written: WrittenFigure,
  report: Report,
): void {
  const said = Object.values(phases).flatMap(({ contacts }) => Object.values(contacts))
  for (const [index, prop] of props.entries()) {
    if (prop === 'mat' || prop === 'band' || !propNames.some((name) => name === prop)) continue
    if (said.some((words) => words.includes(prop))) continue
    report(diagnose('figure-prop-not-placed', { prop }, written.placeOf(['props', index])))
  }
}

/** A contact that the angles do not allow. Plain data, so that it can be found in another thread and kept. */
export interface MissedContact {
  readonly phase: PhaseName
  /** As in the skeleton's names: `left hand`. */
  readonly part: string
  readonly words: string
  readonly centimetres: number
}

/** Solve all phases and tell which contacts are missed. As slow as `solvePhases`. */
export function missedContacts(
  description: FigureDescription,
  body: BodyModel,
  footwear: Footwear = 'shoes',
): readonly MissedContact[] {
  const solved = solveAll(description, body, footwear)
  return (['start', 'end', 'mistake'] as const).flatMap((phase) =>
    (solved.get(phase)?.rest.unmet ?? []).map(({ contact, missing }) => ({
      phase,
      part: nameOf(contact.subject),
      words: contact.words,
      centimetres: Math.max(0.5, Math.round(missing * 200) / 2),
    })),
  )
}

export function reportMissed(
  missed: readonly MissedContact[],
  written: Pick<WrittenFigure, 'placeOf'>,
  report: Report,
): void {
  for (const { phase, part, words, centimetres } of missed) {
    const place = written.placeOf(['phases', phase, 'contacts', part])
    report(diagnose('figure-contact-missed', { phase, part, words, centimetres }, place))
  }
}
