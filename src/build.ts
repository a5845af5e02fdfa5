/** The whole program on one screen: content and a template go in at the top, a PDF comes out at the bottom. */
import { resolveHandout } from './content/resolve.ts'
import type { Pack } from './content/pack.ts'
import { diagnose, hasErrors } from './diagnostics/index.ts'
import type { Diagnostic, Place, Report } from './diagnostics/index.ts'
import type { DocumentMetadata } from './drawing.ts'
import { inGreys, noFigures } from './image/figures.ts'
import type { Figures } from './image/figures.ts'
import { decodePlaced } from './image/images.ts'
import { checkEdges, withPrinterMarks } from './imposition/edges.ts'
import { createLettering } from './imposition/lettering.ts'
import type { Lettering } from './imposition/lettering.ts'
import { edgeUse, produce } from './imposition/production.ts'
import type { Production } from './imposition/production.ts'
import { layoutDocument } from './layout/index.ts'
import type { LaidOutDocument } from './layout/index.ts'
import { exercisesOf } from './model/document.ts'
import type { Edition, Handout, Metres, Paper } from './model/document.ts'
import {
  checkReadingDistance,
  readingDistance,
  smallestEssentialText,
} from './layout/reading-distance.ts'
import { secondsSince1970 } from './model/date.ts'
import { paintDocument } from './paint/page.ts'
import { writePdf } from './paint/pdf/write.ts'
import { placedRasters } from './paint/survey.ts'
import type { Press } from './press.ts'
import type { StyledDocument } from './style/computed.ts'
import { checkSafety } from './template/check-safety.ts'
import type { TemplateView } from './template/compile.ts'
import type { Element } from './template/markup.ts'
import { handoutView } from './template/view.ts'
import { createWords } from './template/words.ts'
import type { Words } from './template/words.ts'
import { createFonts } from './text/fonts.ts'
import type { Fonts } from './text/fonts.ts'
import { optimizeAsEver } from './v8-flags.ts'

/** One file to make. */
export interface Target {
  readonly document: string
  readonly locale: string
  readonly paper: Paper
  readonly edition: Edition
  /** As reading pages where it is not said. */
  readonly production?: Production
}

export interface BuildResult {
  /** Undefined when there are errors. */
  readonly bytes: Uint8Array | undefined
  readonly pages: number
  /** From how far away all that matters can be read, in metres; for documents that say a distance. */
  readonly readableFrom?: Metres | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Content → a document with everything it refers to → what its template sees → markup → a file. */
export async function buildDocument(
  press: Press,
  pack: Pack,
  target: Target,
  date?: number,
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = []
  const report: Report = (problem) => void diagnostics.push(problem)
  const handout = resolveHandout(pack, target.document, target, report)
  if (handout === undefined) return { bytes: undefined, pages: 0, diagnostics }
  const { document, safety, place } = handout
  const { paper, edition } = target
  const figures = press.figuresOf(pack, document.look)
  const shown = await figures.study(exercisesOf(handout.routines))
  shown.check(report)
  const { isDrawn } = figures
  const { describe } = shown
  const view = handoutView(handout, { paper, edition, isDrawn, describe, report })
  const markup = press.templates.render(document.template, view, report)
  if (markup === undefined) return { bytes: undefined, pages: 0, diagnostics }
  checkSafety(markup, safety, document.safety, report)
  const { bytes, pages, sides, readableFrom } = await printMarkup(press, markup, {
    template: document.template,
    metadata: metadataOf(handout, date),
    distance: document.distance?.[paper],
    figures,
    report,
    production: {
      ...target.production,
      words: createWords(handout.locale, handout.strings),
      place,
    },
  })
  if (pages > document.maxPages) {
    const details = { pages, maxPages: document.maxPages, paper }
    report(diagnose('layout-too-many-pages', details, place))
  }
  return {
    bytes: hasErrors(diagnostics) ? undefined : bytes,
    pages: sides,
    readableFrom,
    diagnostics,
  }
}

/** A view of one's own through a template: for programs that bring their own data. */
export async function printTemplate(
  press: Press,
  template: string,
  view: TemplateView,
  metadata: DocumentMetadata,
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = []
  const report: Report = (problem) => void diagnostics.push(problem)
  const markup = press.templates.render(template, view, report)
  if (markup === undefined) return { bytes: undefined, pages: 0, diagnostics }
  const { bytes, pages } = await printMarkup(press, markup, {
    template,
    metadata,
    figures: noFigures,
    report,
  })
  return { bytes: hasErrors(diagnostics) ? undefined : bytes, pages, diagnostics }
}

interface PrintResult {
  readonly bytes: Uint8Array | undefined
  /** As they are read. */
  readonly pages: number
  /** Of the file: the sides of sheets where pages are put on sheets. */
  readonly sides: number
  readonly readableFrom: Metres | undefined
}

interface PrintOptions {
  readonly template: string
  readonly metadata: DocumentMetadata
  /** How far away it must be readable; undefined for what is read in the hand. */
  readonly distance?: Metres | undefined
  readonly figures: Figures
  readonly report: Report
  readonly production?: Production & { readonly words: Words; readonly place: Place }
}

/** Markup → styles → pages → painted pages → sheets → PDF. Every stage reports all it finds. */
async function printMarkup(
  press: Press,
  markup: Element,
  { template, metadata, distance, figures, report: tell, production }: PrintOptions,
): Promise<PrintResult> {
  const problems: Diagnostic[] = []
  const report: Report = (problem) => {
    problems.push(problem)
    tell(problem)
  }
  const laidOut = await layoutMarkup(press, markup, {
    template,
    language: metadata.language,
    // Greys of the same luminance would not do: what is felt must stand out from dark skin and clothes.
    figures: production?.grey === true ? inGreys(figures) : figures,
    report,
  })
  const { source, fonts } = laidOut
  const smallest = distance === undefined ? undefined : smallestEssentialText(laidOut.pages)
  if (smallest !== undefined && distance !== undefined) {
    checkReadingDistance(smallest, distance, report)
  }
  const pages = withPrinterMarks(laidOut.pages, production ?? {})
  checkEdges({ pages, source }, edgeUse(production ?? {}), report)
  const imageAtSize = await decodePlaced(placedRasters(pages), report, production?.grey)
  const painted = paintDocument(pages, source, metadata, { imageAtSize, report })
  const lettering = (): Lettering => createLettering(fonts, source.style, report)
  const sheets =
    production === undefined
      ? painted
      : produce(painted, production, { ...production, lettering, report })
  const isGood = sheets !== undefined && !hasErrors(problems)
  const bytes = isGood ? await writePdf(sheets, press.pdfCache) : undefined
  optimizeAsEver()
  return {
    bytes,
    pages: pages.length,
    sides: sheets?.pages.length ?? 0,
    readableFrom: smallest && readingDistance(smallest),
  }
}

export interface LayoutOptions {
  readonly template: string
  readonly language: string
  readonly figures: Figures
  readonly report: Report
}

/** The part of printing that decides what stands where: markup → styles → pages. */
export async function layoutMarkup(
  press: Press,
  markup: Element,
  { template, language, figures, report }: LayoutOptions,
): Promise<LaidOutDocument & { readonly styled: StyledDocument; readonly fonts: Fonts }> {
  const style = press.styleOf(template)
  style.problems.forEach(report)
  const styled = style.cascade.style(markup, { language, report })
  const pictures = await press.pictures.resolve(styled.root, figures.find, report)
  const fonts = createFonts(styled.fontFaces, press.loadFont, press.fontCache, report)
  return {
    styled,
    fonts,
    ...layoutDocument(styled, { fonts, pictures, cache: press.layoutCache, report }),
  }
}

function metadataOf(
  { document, brand, locale, contentHash }: Handout,
  date?: number,
): DocumentMetadata {
  return {
    title: document.title,
    language: locale,
    author: brand.name,
    subject: document.description,
    keywords: [document.id, `version ${document.version}`, contentHash],
    date: date ?? secondsSince1970(document.date),
  }
}
