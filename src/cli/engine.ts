/** What the command line asks of the program: the few calls that every command is written against. */
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Edition, Paper } from '../model/document.ts'

/** One file to make. */
export interface Target {
  readonly document: string
  readonly locale: string
  readonly paper: Paper
  readonly edition: Edition
  /** Below the output folder, with forward slashes: `en/glute-circuit.a4.pdf`. */
  readonly path: string
}

export interface BuildResult {
  /** Undefined when the document has errors. */
  readonly bytes?: Uint8Array | undefined
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
}

/** A pack that was opened and read. */
export interface Engine {
  /** What is wrong with the pack as a whole, whichever document is asked for. */
  readonly problems: readonly Diagnostic[]
  /** Everything the pack can make, in a fixed order. */
  readonly targets: readonly Target[]
  check(targets: readonly Target[]): Promise<readonly Diagnostic[]>
  build(target: Target): Promise<BuildResult>
}

export interface EngineOptions {
  /** The folder of the pack. */
  readonly pack: string
  /** Seconds since 1970 from SOURCE_DATE_EPOCH; otherwise dates come from the content. */
  readonly date: number | undefined
}

export type OpenEngine = (options: EngineOptions) => Promise<Engine>
