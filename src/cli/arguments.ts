/** What was typed, read strictly: an unknown word is answered with the nearest known one. */
import { parseArgs } from 'node:util'
import { suggest } from '../diagnostics/index.ts'
import { papers } from '../model/document.ts'
import type { Edition, Paper } from '../model/document.ts'
import type { PhaseName } from '../model/pose.ts'
import type { Production } from '../imposition/production.ts'
import type { FigureStyleName } from '../image/figure-style.ts'
import { productionOptions, readProduction } from './production-options.ts'

export type CommandName = 'build' | 'check' | 'list' | 'figure' | 'explain' | 'help' | 'version'

export interface Selection {
  /** Empty means all. */
  readonly documents: readonly string[]
  readonly locales: readonly string[]
  readonly papers: readonly Paper[]
  readonly editions: readonly Edition[]
}

/** What `posepress figure` draws, and how. */
export interface FigureSelection {
  /** Empty means all. */
  readonly phases: readonly PhaseName[]
  readonly isAll: boolean
  readonly isSheet: boolean
  readonly isMirrored: boolean
  readonly look: string | undefined
  readonly style: FigureStyleName
  /** Undefined where neither was asked for. */
  readonly format: 'svg' | 'png' | undefined
  /** Pixels, 300 to an inch of paper. */
  readonly width: number | undefined
}

export interface CommandLine {
  readonly command: CommandName
  /** What follows the command: documents, a code, or a command to explain. */
  readonly words: readonly string[]
  readonly selection: Selection
  readonly figure: FigureSelection
  /** Undefined where nothing was asked for. */
  readonly production: Production | undefined
  readonly pack: string
  /** Undefined where the command decides. */
  readonly out: string | undefined
  readonly isStrict: boolean
  readonly isJson: boolean
}

export type Parsed =
  | { readonly ok: true; readonly line: CommandLine }
  | { readonly ok: false; readonly message: string; readonly hint?: string | undefined }

const commands: readonly CommandName[] = ['build', 'check', 'list', 'figure', 'explain', 'help']
const phases: readonly PhaseName[] = ['start', 'end', 'mistake']
const figureStyles: readonly FigureStyleName[] = ['color', 'grey', 'photocopy', 'outline']
const editions: readonly Edition[] = ['standard', 'large-print', 'photocopy']

interface OptionRules {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** The commands that take it. */
  readonly commands: readonly CommandName[]
}

const selecting: readonly CommandName[] = ['build', 'check', 'list']

const options: Readonly<Record<string, OptionRules>> = {
  locale: { type: 'string', commands: selecting },
  paper: { type: 'string', commands: selecting },
  edition: { type: 'string', commands: selecting },
  ...Object.fromEntries(
    Object.entries(productionOptions).map(([name, type]): [string, OptionRules] => [
      name,
      { type, commands: ['build', 'check'] },
    ]),
  ),
  phase: { type: 'string', commands: ['figure'] },
  svg: { type: 'boolean', commands: ['figure'] },
  png: { type: 'boolean', commands: ['figure'] },
  width: { type: 'string', commands: ['figure'] },
  mirror: { type: 'boolean', commands: ['figure'] },
  look: { type: 'string', commands: ['figure'] },
  style: { type: 'string', commands: ['figure'] },
  all: { type: 'boolean', commands: ['figure'] },
  sheet: { type: 'boolean', commands: ['figure'] },
  out: { type: 'string', commands: ['build', 'figure'] },
  pack: { type: 'string', commands: [...selecting, 'figure'] },
  strict: { type: 'boolean', commands: ['build', 'check'] },
  json: { type: 'boolean', commands: [...selecting, 'figure', 'explain'] },
  help: { type: 'boolean', short: 'h', commands: [...commands, 'version'] },
  version: { type: 'boolean', commands: [...commands, 'version'] },
}

/** Read the words after `posepress`. */
export function parseCommandLine(typed: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        short === undefined ? { type } : { type, short },
      ]),
    ),
    strict: false,
    tokens: true,
  })
  const words: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const problem = optionProblem(token)
    if (problem !== undefined) return problem
    if (given.has(token.name)) return failed(`${token.rawName} is given twice`)
    given.set(token.name, token.value ?? '')
  }
  if (given.has('version')) return succeeded('version', [], given)
  const [typedCommand, ...rest] = words
  if (typedCommand === undefined) return succeeded('help', [], given)
  const command = commands.find((name) => name === typedCommand)
  if (command === undefined) {
    return failed(`there is no command "${typedCommand}"`, suggest(typedCommand, commands))
  }
  if (given.has('help')) return succeeded('help', [command], given)
  for (const name of given.keys()) {
    if (options[name]?.commands.includes(command) === true) continue
    return failed(`"${command}" takes no option --${name}`, `see: posepress help ${command}`)
  }
  return succeeded(command, rest, given)
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function optionProblem({ name, rawName, value }: OptionToken): Parsed | undefined {
  const rules = Object.hasOwn(options, name) ? options[name] : undefined
  if (rules === undefined) {
    const known = Object.keys(options).map((option) => `--${option}`)
    return failed(`there is no option ${rawName}`, suggest(`--${name}`, known))
  }
  if (rules.type === 'boolean' && value !== undefined) {
    return failed(`${rawName} takes no value`)
  }
  if (rules.type === 'string' && (value === undefined || value === '' || value.startsWith('--'))) {
    return failed(`${rawName} needs a value`, `write ${rawName} <value>`)
  }
  return undefined
}

function succeeded(
  command: CommandName,
  words: readonly string[],
  given: ReadonlyMap<string, string>,
): Parsed {
  const paper = chosen('paper', papers, given)
  const edition = chosen('edition', editions, given)
  if (!Array.isArray(paper)) return paper
  if (!Array.isArray(edition)) return edition
  const figure = figureSelection(given)
  if ('ok' in figure) return figure
  const produced = readProduction(given)
  if ('message' in produced) return failed(produced.message, produced.hint)
  return {
    ok: true,
    line: {
      command,
      words,
      selection: {
        documents: selecting.includes(command) ? words : [],
        locales: listOf(given.get('locale')),
        papers: paper,
        editions: edition,
      },
      figure,
      production: produced.production,
      pack: given.get('pack') ?? '.',
      out: given.get('out'),
      isStrict: given.has('strict'),
      isJson: given.has('json'),
    },
  }
}

type Failure = Parsed & { readonly ok: false }

function figureSelection(given: ReadonlyMap<string, string>): FigureSelection | Failure {
  const phase = chosen('phase', phases, given)
  if (!Array.isArray(phase)) return phase
  const style = chosen('style', figureStyles, given)
  if (!Array.isArray(style)) return style
  const [firstStyle = 'color', ...moreStyles] = style
  if (moreStyles.length > 0) return failed('--style takes one style at a time')
  if (given.has('svg') && given.has('png')) {
    return failed('--svg and --png do not go together', 'run the command once for each')
  }
  const typedWidth = given.get('width')
  const width = typedWidth === undefined ? undefined : Number(typedWidth)
  if (width !== undefined && !(Number.isInteger(width) && width >= 50 && width <= 20_000)) {
    return failed(`"${typedWidth ?? ''}" is no width`, 'write pixels, from 50 to 20000')
  }
  return {
    phases: phase,
    isAll: given.has('all'),
    isSheet: given.has('sheet'),
    isMirrored: given.has('mirror'),
    look: given.get('look'),
    style: firstStyle,
    format: given.has('svg') ? 'svg' : given.has('png') ? 'png' : undefined,
    width,
  }
}

/** The values of an option that knows them all, or the first that is not one. */
function chosen<Name extends string>(
  option: string,
  known: readonly Name[],
  given: ReadonlyMap<string, string>,
): Name[] | Failure {
  const names: Name[] = []
  for (const word of listOf(given.get(option))) {
    const name = known.find((candidate) => candidate === word)
    if (name === undefined) return failed(`there is no ${option} "${word}"`, suggest(word, known))
    names.push(name)
  }
  return names
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function failed(message: string, hint?: string): Failure {
  return { ok: false, message, hint }
}
