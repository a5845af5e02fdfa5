/** What the command line asks of the program: the few calls that every command is written against. */
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Drawing } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { FigureStyleName } from '../image/figure-style.ts'
import type { Production } from '../imposition/production.ts'
import type { Edition, Paper } from '../model/document.ts'
import type { PhaseName } from '../model/pose.ts'

/** One file to make. */
export interface Target {
  readonly document: string
  readonly locale: string
  readonly paper: Paper
  readonly edition: Edition
  /** As reading pages where it is not said. */
  readonly production?: Production
  /** Below the output folder, with forward slashes: `en/glute-circuit.a4.pdf`. */
  readonly path: string
}

export interface BuildResult {
  /** Undefined when the document has errors. */
  readonly bytes?: Uint8Array | undefined
  readonly pages: number
  /** Metres from which the smallest text that matters can be read, for what hangs on a wall or lies beside a mat. */
  readonly readableFrom?: number | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** One figure to draw on its own. */
export interface FigureOrder {
  readonly exercise: string
  readonly phase: PhaseName
  readonly isMirrored: boolean
  /** The id of a person; undefined for the one that the exercise has. */
  readonly look: string | undefined
  readonly style: FigureStyleName
  /** The largest it may be printed, in points. */
  readonly within: Size
}

/** The exercises that can be drawn. */
export interface FigureCatalogue {
  /** In the order of their ids, each with the phases that have a pose. */
  readonly exercises: readonly { readonly id: string; readonly phases: readonly PhaseName[] }[]
  readonly looks: readonly string[]
  /** Undefined where there is no such figure. */
  draw(order: FigureOrder): Promise<Drawing | undefined>
  /** What is wrong with the poses of exercises, or with their words about them. */
  check(exercises: readonly string[]): Promise<readonly Diagnostic[]>
}

/** Says what takes long: "drawing figures 3/42". */
export type ShowProgress = (text: string) => void

/** A pack that was opened and read. */
export interface Engine {
  /** What is wrong with the pack as a whole, whichever document is asked for. */
  readonly problems: readonly Diagnostic[]
  /** Everything the pack can make, in a fixed order. */
  readonly targets: readonly Target[]
  check(targets: readonly Target[]): Promise<readonly Diagnostic[]>
  build(target: Target): Promise<BuildResult>
  readonly figures: FigureCatalogue
}

export interface EngineOptions {
  /** The folder of the pack. */
  readonly pack: string
  /** Seconds since 1970 from SOURCE_DATE_EPOCH; otherwise dates come from the content. */
  readonly date: number | undefined
  readonly onProgress?: ShowProgress
}

export type OpenEngine = (options: EngineOptions) => Promise<Engine>
