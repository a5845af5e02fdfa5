/** `posepress figure`: the figures of exercises as files of their own, or all of them on one sheet. */
import { extname, join } from 'node:path'
import { hasErrors, suggest } from '../diagnostics/index.ts'
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Size } from '../geometry/rect.ts'
import { pointsPerInch } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import { svgToPng } from '../image/svg-png.ts'
import { drawingToSvg } from '../paint/svg.ts'
import type { FigureSelection } from './arguments.ts'
import { complainOfUsage, openPack } from './context.ts'
import type { Command, CommandContext, ExitCode } from './context.ts'
import type { FigureCatalogue } from './engine.ts'
import { cellSize, sheetToSvg } from './figure-sheet.ts'
import type { DrawnShot, Shot } from './figure-sheet.ts'
import { countProblems, formatDiagnostic, withoutRepeats } from './print-diagnostics.ts'
import { createProgress } from './progress.ts'
import { createPainter, mayColor, printable } from './terminal.ts'

/** Pixels of a PNG to an inch of paper: `--width 1200` is a figure of 4 inches, with the lines of that size. */
const resolution = 300

const usualWidth = 1200
/** Eight exercises below each other and two beside each other, as large as on a handout. */
const usualSheetWidth = 4800

interface Written extends Shot {
  readonly path: string
}

type Refusal = { readonly message: string; readonly hint?: string | undefined }

export const figureCommand: Command = async (context) => {
  const { line, terminal } = context
  const { figure, words } = line
  if (words.length === 0 && !figure.isAll && !figure.isSheet) {
    const hint = 'posepress figure clamshell, or --all, or --sheet'
    return complainOfUsage(terminal, { message: 'which exercise?', hint })
  }
  const progress = createProgress(terminal)
  const engine = await openPack(context, (text) => progress.show(text))
  if (typeof engine === 'number') return engine
  const { figures, problems } = engine
  const shots = chooseShots(context, figures)
  if ('message' in shots) {
    // An exercise that does not load cannot be chosen: its own problem explains more.
    if (!hasErrors(problems)) return complainOfUsage(terminal, shots)
    return report(context, { written: [], isWhole: false }, problems)
  }
  const exercises = [...new Set(shots.map(({ exercise }) => exercise))]
  const found = await figures.check(exercises)
  const written = figure.isSheet
    ? await writeSheet(context, figures, shots)
    : await writeEach(context, figures, shots)
  progress.clear()
  const isWhole = written.length === shots.length
  return report(context, { written, isWhole }, [...problems, ...found])
}

/** The phases that were asked for, or what is wrong with the question. */
function chooseShots(
  { line }: CommandContext,
  { exercises, looks }: FigureCatalogue,
): readonly Shot[] | Refusal {
  const { figure, words, out } = line
  const ids = exercises.map(({ id }) => id)
  const unknown = words.find((word) => !ids.includes(word))
  if (unknown !== undefined) {
    return { message: `there is no exercise "${unknown}"`, hint: suggest(unknown, ids) }
  }
  if (figure.look !== undefined && !looks.includes(figure.look)) {
    return { message: `there is no look "${figure.look}"`, hint: suggest(figure.look, looks) }
  }
  const chosen = exercises.filter(({ id }) => words.length === 0 || words.includes(id))
  for (const { id, phases } of words.length === 0 ? [] : chosen) {
    const missing = figure.phases.find((phase) => !phases.includes(phase))
    if (missing === undefined) continue
    return { message: `"${id}" has no ${missing}`, hint: `it has: ${phases.join(', ')}` }
  }
  const shots = chosen.flatMap(({ id, phases }) =>
    phases
      .filter((phase) => figure.phases.length === 0 || figure.phases.includes(phase))
      .map((phase) => ({ exercise: id, phase })),
  )
  const wrongName = out === undefined ? undefined : nameTrouble(out, figure.format)
  if (wrongName !== undefined) return wrongName
  if (out !== undefined && shots.length > 1 && !figure.isSheet) {
    const hint = 'choose one with --phase, or leave out --out'
    return { message: `${shots.length} figures do not fit into one file`, hint }
  }
  return shots
}

/** What a file holds must be what its name says. */
function nameTrouble(out: string, format: FigureSelection['format']): Refusal | undefined {
  const ending = extname(out).toLowerCase()
  if (ending !== '.svg' && ending !== '.png') {
    const hint = 'end the name of the file in .svg or .png'
    return { message: `a figure cannot be written as "${ending || out}"`, hint }
  }
  if (format === undefined || ending === `.${format}`) return undefined
  return { message: `--${format} does not go with --out ${out}`, hint: 'leave out one of them' }
}

async function writeEach(
  context: CommandContext,
  figures: FigureCatalogue,
  shots: readonly Shot[],
): Promise<readonly Written[]> {
  const { figure, out } = context.line
  const width = figure.width ?? usualWidth
  const within = { width: pointsOf(width), height: Infinity }
  const written: Written[] = []
  for (const { drawing, ...shot } of await drawAll(figures, shots, figure, within)) {
    const manner = figure.style === 'color' ? '' : `-${figure.style}`
    const name = `${shot.exercise}-${shot.phase}${manner}${figure.isMirrored ? '-mirrored' : ''}`
    const path = out ?? join('out', 'figures', `${name}.${formatOf(context)}`)
    if (await write(context, path, drawingToSvg(drawing), width)) written.push({ ...shot, path })
  }
  return written
}

async function writeSheet(
  context: CommandContext,
  figures: FigureCatalogue,
  shots: readonly Shot[],
): Promise<readonly Written[]> {
  const { figure, out } = context.line
  const width = figure.width ?? usualSheetWidth
  const drawn = await drawAll(figures, shots, figure, cellSize)
  const svg = sheetToSvg(drawn, pointsOf(width))
  const path = out ?? join('out', 'figures', `sheet.${formatOf(context)}`)
  const isWritten = await write(context, path, svg, width)
  return isWritten ? shots.map((shot) => ({ ...shot, path })) : []
}

/** All at once, so that threads may share the work. */
async function drawAll(
  figures: FigureCatalogue,
  shots: readonly Shot[],
  { isMirrored, look, style }: FigureSelection,
  within: Size,
): Promise<readonly DrawnShot[]> {
  const drawn = await Promise.all(
    shots.map(async (shot) => ({
      ...shot,
      drawing: await figures.draw({ ...shot, isMirrored, look, style, within }),
    })),
  )
  // A pose without a known base is nothing to draw, and an empty file would say that it is.
  return drawn.flatMap(({ drawing, ...shot }) =>
    drawing === undefined || drawing.items.length === 0 ? [] : [{ ...shot, drawing }],
  )
}

function pointsOf(pixels: number): Pt {
  return (pixels / resolution) * pointsPerInch
}

/** As asked for; otherwise as the name of the file says. */
function formatOf({ line }: CommandContext): 'svg' | 'png' {
  const { figure, out } = line
  return figure.format ?? (out?.toLowerCase().endsWith('.png') === true ? 'png' : 'svg')
}

/** A full disk or a closed folder is neither the author's mistake nor ours: say it and go on. */
async function write(
  context: CommandContext,
  path: string,
  svg: string,
  width: number,
): Promise<boolean> {
  const { terminal, writer } = context
  try {
    const isPng = formatOf(context) === 'png'
    await writer.write(path, isPng ? await svgToPng(svg, width) : new TextEncoder().encode(svg))
    return true
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    terminal.err(`posepress: ${printable(path)} cannot be written: ${printable(reason)}\n`)
    return false
  }
}

/** Problems for people, and the paths of what was written; everything with --json. */
function report(
  { terminal, line }: CommandContext,
  { written, isWhole }: { readonly written: readonly Written[]; readonly isWhole: boolean },
  diagnostics: readonly Diagnostic[],
): ExitCode {
  const found = withoutRepeats(diagnostics)
  if (line.isJson) {
    terminal.out(`${JSON.stringify({ files: written, diagnostics: found }, undefined, 2)}\n`)
  } else {
    const paint = createPainter(mayColor(terminal.isErrInteractive, terminal.environment))
    for (const diagnostic of found) terminal.err(`${formatDiagnostic(diagnostic, paint)}\n`)
    const paths = [...new Set(written.map(({ path }) => path))]
    terminal.out(paths.map((path) => `${path}\n`).join(''))
    const counted = countProblems(found)
    if (counted !== undefined) terminal.err(`${counted}\n`)
  }
  return isWhole && !hasErrors(found) ? 0 : 1
}
