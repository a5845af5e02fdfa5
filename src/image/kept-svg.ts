/** SVG files that were read in an earlier run: their size is known, and their paths are read only when asked for. */
import type { KeptFiles } from '../content/kept-files.ts'
import type { Report, SourceFile } from '../diagnostics/index.ts'
import type { Drawing, PathItem } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import { readSvgFile, svgKey } from './svg.ts'

/** Changes when the same file would be read as another drawing. */
const reading = 1

/** As `readSvgFile`. Only files without problems are kept, so that problems are said in every run. */
export function readKeptSvg(
  source: SourceFile,
  kept: KeptFiles,
  report: Report,
): Drawing | undefined {
  const key = svgKey(source)
  const name = `svg-${reading}-${key}`
  const size = sizeIn(kept.read(name))
  if (size !== undefined) return drawingOnDemand(source, key, size)
  let isClean = true
  const drawing = readSvgFile(source, (problem) => {
    isClean = false
    report(problem)
  })
  if (drawing !== undefined && isClean) kept.write(name, bytesOf(drawing))
  return drawing
}

/** Width and height, eight bytes each. */
const sizeLength = 16

function sizeIn(bytes: Uint8Array | undefined): Size | undefined {
  if (bytes?.length !== sizeLength) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, sizeLength)
  return { width: view.getFloat64(0), height: view.getFloat64(8) }
}

function bytesOf({ width, height }: Size): Uint8Array {
  const view = new DataView(new ArrayBuffer(sizeLength))
  view.setFloat64(0, width)
  view.setFloat64(8, height)
  return new Uint8Array(view.buffer)
}

function drawingOnDemand(source: SourceFile, key: string, { width, height }: Size): Drawing {
  let items: readonly PathItem[] | undefined
  return {
    key,
    width,
    height,
    get items() {
      return (items ??= readSvgFile(source, () => undefined)?.items ?? [])
    },
  }
}
