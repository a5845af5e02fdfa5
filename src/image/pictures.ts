/** The picture of every img, svg and qr element of a document, found in the pack or among the figures. */
import { nothingKept } from '../content/kept-files.ts'
import type { KeptFiles } from '../content/kept-files.ts'
import type { PackFiles } from '../content/pack-files.ts'
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Diagnostic, Place, Report } from '../diagnostics/index.ts'
import type { Drawing } from '../drawing.ts'
import type { FigureStyle } from '../figure/style.ts'
import type { PhaseName } from '../model/pose.ts'
import type { StyledElement } from '../style/computed.ts'
import type { Element } from '../template/markup.ts'
import { readFigureStyle } from './figure-style.ts'
import { qrDrawing } from './qr.ts'
import type { Picture } from './picture.ts'
import { readRaster } from './read.ts'
import { readKeptSvg } from './kept-svg.ts'
import { readInlineSvg } from './svg.ts'

/** What `figure:clamshell/end/mirrored` names. */
export interface FigureName {
  readonly exercise: string
  readonly phase: PhaseName
  readonly isMirrored: boolean
}

/** The picture of a figure in a style; undefined where there is none. */
export type FindFigure = (name: FigureName, style: FigureStyle) => Promise<Picture | undefined>

/** The pictures of one pack: each file is read once, however many documents show it. */
export interface Pictures {
  /** Every picture of a document by its element; pictures that cannot be shown are reported and left out. */
  resolve(
    root: StyledElement,
    figures: FindFigure,
    report: Report,
  ): Promise<ReadonlyMap<Element, Picture>>
}

/** A pixel is a CSS pixel: 96 to the inch. */
const pointsPerPixel = 0.75

const figureScheme = 'figure:'

const phaseNames: readonly PhaseName[] = ['start', 'end', 'mistake']

/** A file that was read: its picture, and what there is to say about it wherever it is shown. */
interface FileReading {
  readonly picture: Picture | undefined
  readonly problems: (place: Place | undefined) => readonly Diagnostic[]
}

export function createPictures(files: PackFiles, kept: KeptFiles = nothingKept): Pictures {
  const readings = new Map<string, Promise<FileReading>>()

  const readFile = (path: string): Promise<FileReading> => {
    const known = readings.get(path) ?? readPicture(files, path, kept)
    readings.set(path, known)
    return known
  }

  const resolveImage = async (
    { element, variables }: StyledElement,
    figures: FindFigure,
    report: Report,
  ): Promise<Picture | undefined> => {
    const source = element.attributes['src'] ?? ''
    if (source === '') return undefined
    if (source.startsWith(figureScheme)) {
      const style = readFigureStyle(variables, element.place, report)
      const picture = await findFigure(source.slice(figureScheme.length), style, figures)
      if (picture === undefined) report(noFigure(source, element.place))
      return picture
    }
    const { picture, problems } = await readFile(source)
    problems(element.place).forEach(report)
    return picture
  }

  return {
    async resolve(root, figures, report) {
      const found = await Promise.all(
        pictureElements(root).map(async (styled) => {
          // Reading is concurrent; problems are reported in document order all the same.
          const problems: Diagnostic[] = []
          const collect: Report = (problem) => problems.push(problem)
          const { element } = styled
          const picture =
            element.name === 'img'
              ? await resolveImage(styled, figures, collect)
              : drawingPicture(
                  element.name === 'svg'
                    ? readInlineSvg(styled, collect)
                    : qrDrawing(element.attributes['value'] ?? '', element.place, collect),
                )
          return { element, picture, problems }
        }),
      )
      const pictures = new Map<Element, Picture>()
      for (const { element, picture, problems } of found) {
        problems.forEach(report)
        if (picture !== undefined) pictures.set(element, picture)
      }
      return pictures
    },
  }
}

function pictureElements(styled: StyledElement): readonly StyledElement[] {
  if (styled.style.display === 'none') return []
  const { name } = styled.element
  if (name === 'img' || name === 'svg' || name === 'qr') return [styled]
  return styled.children.flatMap((child) =>
    child.type === 'element' ? pictureElements(child) : [],
  )
}

async function findFigure(
  name: string,
  style: FigureStyle,
  figures: FindFigure,
): Promise<Picture | undefined> {
  const [exercise = '', phaseName, side, ...more] = name.split('/')
  const phase = phaseNames.find((known) => known === phaseName)
  const isSide = side === undefined || side === 'mirrored'
  if (phase === undefined || !isSide || more.length > 0) return undefined
  return figures({ exercise, phase, isMirrored: side !== undefined }, style)
}

function noFigure(source: string, place: Place | undefined): Diagnostic {
  const [exercise = '', ...rest] = source.slice(figureScheme.length).split('/')
  return diagnose('image-no-figure', { exercise, phase: rest.join('/') }, place)
}

async function readPicture(files: PackFiles, path: string, kept: KeptFiles): Promise<FileReading> {
  if (!isInside(path)) return notFound(path, undefined)
  const source = path.toLowerCase().endsWith('.svg') ? files.readText(path) : undefined
  if (source !== undefined) {
    const problems: Diagnostic[] = []
    const drawing = readKeptSvg(source, kept, (problem) => problems.push(problem))
    const picture = drawingPicture(drawing)
    return { picture, problems: () => problems }
  }
  const bytes = files.readBytes(path)
  if (bytes === undefined) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    return notFound(path, suggest(path, files.list(folder)))
  }
  const reading = await readRaster(path, bytes)
  if (!reading.ok) return { picture: undefined, problems: (place) => [reading.problem(place)] }
  const { raster } = reading
  const width = raster.width * pointsPerPixel
  const height = raster.height * pointsPerPixel
  return { picture: { kind: 'raster', raster, width, height }, problems: () => [] }
}

/** The pack refuses such paths as well; two locks on this door. */
function isInside(path: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) && !path.split(/[/\\]/).includes('..')
}

function notFound(path: string, hint: string | undefined): FileReading {
  return {
    picture: undefined,
    problems: (place) => [diagnose('image-not-found', { path, hint }, place)],
  }
}

function drawingPicture(drawing: Drawing | undefined): Picture | undefined {
  return drawing === undefined ? undefined : { kind: 'drawing', drawing }
}
