/** What the documents of one pack share while a process runs: parsed templates, styles, fonts, figures and encoded streams. */
import type { Pack } from './content/pack.ts'
import { nothingKept } from './content/kept-files.ts'
import type { KeptFiles } from './content/kept-files.ts'
import type { PackFiles } from './content/pack-files.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import { finishSketch } from './figure/finish/finish.ts'
import { createSketches } from './figure/sketches.ts'
import { createStudies } from './figure/words/study.ts'
import { drawHere, drawingVersion } from './figure/workers/load.ts'
import type { DoTask } from './figure/workers/task.ts'
import { createFigures } from './image/figures.ts'
import type { FiguresOf } from './image/figures.ts'
import { createPictures } from './image/pictures.ts'
import type { Pictures } from './image/pictures.ts'
import { createLayoutCache } from './layout/index.ts'
import type { LayoutCache } from './layout/index.ts'
import { createPdfCache } from './paint/pdf/cache.ts'
import type { PdfCache } from './paint/pdf/cache.ts'
import { createCascade } from './style/cascade.ts'
import type { Cascade } from './style/cascade.ts'
import { loadStylesheet } from './style/load.ts'
import { createTemplates } from './template/compile.ts'
import type { Templates } from './template/compile.ts'
import { createFontCache } from './text/font-cache.ts'
import type { FontCache } from './text/font-cache.ts'
import { createFontLoader } from './text/font-source.ts'
import type { LoadFont } from './text/font-source.ts'

/** A stylesheet ready for use, and what is wrong with it: said again by every document that uses it. */
export interface TemplateStyle {
  readonly cascade: Cascade
  readonly problems: readonly Diagnostic[]
}

/**
 * Everything below remembers work by what it was made from, so that no document's bytes depend on what
 * was built before it.
 */
export interface Press {
  readonly templates: Templates
  readonly pictures: Pictures
  readonly fontCache: FontCache
  readonly loadFont: LoadFont
  readonly layoutCache: LayoutCache
  readonly pdfCache: PdfCache
  /** The style sheet of a template, `templates/<name>/<name>.css`. */
  styleOf(template: string): TemplateStyle
  /** The figures of the exercises of a pack. */
  readonly figuresOf: FiguresOf
}

export interface PressOptions {
  /** Draws figures; without it, this thread does. */
  readonly draw?: DoTask
  /** Told how many of the figures that nobody has drawn before are done. */
  readonly onFigure?: (done: number, asked: number) => void
  /** Figures from somewhere else: `() => noFigures` prints their words in place of them. */
  readonly figuresOf?: FiguresOf
  /** What is kept between runs; without it, nothing is. */
  readonly kept?: KeptFiles
}

/** Open a press on the files of a pack. */
export function openPress(files: PackFiles, options: PressOptions = {}): Press {
  const kept = drawingVersion === undefined ? nothingKept : (options.kept ?? nothingKept)
  const fontCache = createFontCache()
  const styles = new Map<string, TemplateStyle>()
  return {
    templates: createTemplates(files),
    pictures: createPictures(files, kept),
    fontCache,
    loadFont: createFontLoader(files, fontCache),
    layoutCache: createLayoutCache(),
    pdfCache: createPdfCache(kept),
    styleOf(template) {
      const known = styles.get(template)
      if (known !== undefined) return known
      const style = readStyle(files, template)
      styles.set(template, style)
      return style
    },
    figuresOf: options.figuresOf ?? figuresOfPack(kept, options),
  }
}

function figuresOfPack(kept: KeptFiles, { draw = drawHere, onFigure }: PressOptions): FiguresOf {
  const drawing = { doTask: draw, version: drawingVersion ?? '', kept }
  const sketches = createSketches({ ...drawing, ...(onFigure && { onProgress: onFigure }) })
  const studies = createStudies(drawing)
  return createFigures({ sketches, studies, finish: finishSketch })
}

/** What a pack says, and what is wrong with it, in any of its files. */
export interface PackContent {
  readonly pack: Pack
  readonly problems: readonly Diagnostic[]
}

/** Read the content of a pack. Its readers are loaded now: programs that bring their own views need none. */
export async function readContent(files: PackFiles): Promise<PackContent> {
  const { readPack } = await import('./content/read-pack.ts')
  const problems: Diagnostic[] = []
  const pack = readPack(files, (problem) => problems.push(problem))
  return { pack, problems }
}

function readStyle(files: PackFiles, template: string): TemplateStyle {
  const problems: Diagnostic[] = []
  const report = (problem: Diagnostic): void => void problems.push(problem)
  const sheet = loadStylesheet(files, `templates/${template}/${template}.css`, report)
  return { cascade: createCascade(sheet, report), problems }
}
