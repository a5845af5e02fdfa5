/** The kinds of content files: the shape of each, and the rules beyond the shape. */
import type { z } from 'zod'
import { diagnose, type Report } from '../diagnostics/index.ts'
import { checkExercise, checkStepLength } from './check-exercise.ts'
import { checkPainScale } from './check-safety.ts'
import { checkWords } from './check-words.ts'
import { bodySchema, looksSchema, musclesSchema } from './schemas/body.ts'
import { brandSchema } from './schemas/brand.ts'
import { documentSchema } from './schemas/document.ts'
import { exerciseSchema } from './schemas/exercise.ts'
import { routineSchema } from './schemas/routine.ts'
import { safetySchema } from './schemas/safety.ts'
import { sourcesSchema } from './schemas/sources.ts'
import { stringsSchema } from './schemas/strings.ts'
import { topicSchema } from './schemas/topic.ts'
import type { YamlFile } from './yaml.ts'

type Check = (file: YamlFile, report: Report) => void

/** A kind of file. Checks read what is written, and run also when the shape is wrong somewhere. */
export interface Kind<T> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly checks: readonly Check[]
}

function kind<T>(name: string, schema: z.ZodType<T>, ...checks: readonly Check[]): Kind<T> {
  return { name, schema, checks }
}

export const kinds = {
  exercise: kind('exercise', exerciseSchema, checkExercise, sourced('exercise'), wordsExcept('figure')),
  routine: kind('routine', routineSchema, checkRollingSteps, sourced('routine'), wordsExcept()),
  document: kind('document', documentSchema, wordsExcept()),
  topic: kind('topic', topicSchema, sourced('topic'), checkTopicWords),
  brand: kind('brand', brandSchema, wordsExcept()),
  safety: kind('safety', safetySchema, checkPainScale, wordsExcept()),
  // Titles of studies are quoted as published, whatever words they use.
  sources: kind('sources', sourcesSchema),
  strings: kind('strings', stringsSchema, wordsExcept()),
  body: kind('body', bodySchema),
  looks: kind('looks', looksSchema),
  muscles: kind('muscles', musclesSchema),
} as const

function checkRollingSteps(file: YamlFile, report: Report): void {
  checkStepLength(file, ['rolling', 'steps'], report)
}

/** Exercises, routines and topics say that something helps: each names who says so. */
function sourced(name: string): Check {
  return (file, report) => {
    const named = file.valueOf(['sources'])
    if (!Array.isArray(named) || named.length > 0) return
    report(diagnose('content-no-source', { kind: name }, file.placeOf(['sources'])))
  }
}

function wordsExcept(...skip: readonly string[]): Check {
  return (file, report) => {
    checkWords(file, { skip: ['sources', ...skip], mayDiscussClaims: false }, report)
  }
}

/** A topic with sources may name what is not advised, to say so. */
function checkTopicWords(file: YamlFile, report: Report): void {
  const named = file.valueOf(['sources'])
  const mayDiscussClaims = Array.isArray(named) && named.length > 0
  checkWords(file, { skip: ['sources'], mayDiscussClaims }, report)
}
