/** Lays out markup and CSS for tests, in a font whose every character is one em wide and half an em for spaces. */
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { FontProgram } from '../../src/drawing.ts'
import type { Picture } from '../../src/image/picture.ts'
import type { Galley, GalleyBox, GalleyLine } from '../../src/layout/galley.ts'
import { createLayoutCache } from '../../src/layout/layout-cache.ts'
import { layoutGalley } from '../../src/layout/layout-galley.ts'
import { createCascade } from '../../src/style/cascade.ts'
import type { StyledDocument } from '../../src/style/computed.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import type { Element } from '../../src/template/markup.ts'
import { markupOfFile } from '../../src/template/markup-source.ts'
import { parseMarkup } from '../../src/template/parse-markup.ts'
import type { Fonts } from '../../src/text/fonts.ts'

const program: FontProgram = {
  key: 'square',
  postScriptName: 'Square',
  unitsPerEm: 1000,
  ascender: 800,
  descender: -200,
  capHeight: 700,
  xHeight: 500,
  italicAngle: 0,
  weight: 400,
  isFixedPitch: false,
  boundingBox: [0, -200, 1000, 800],
  advanceWidth: () => 1000,
  subset: () => new Uint8Array(),
}

/** Ascent 0.8 em, descent 0.2 em; no glyph is missing. */
export const squareFonts: Fonts = {
  metrics: () => ({ ascent: 0.8, descent: 0.2, xHeight: 0.5, capHeight: 0.7 }),
  shape(text, _style, direction) {
    const glyphs = Array.from(text, (character) => ({
      glyph: character.codePointAt(0) ?? 0,
      advance: character === ' ' ? 0.5 : 1,
      xOffset: 0,
      yOffset: 0,
      text: character,
    }))
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    return [{ font: program, text, direction, glyphs, advance }]
  },
  isSound: () => true,
}

/** A plain start: no margins, 10 pt type on lines of 10 pt. */
const plain = `
* { box-sizing: border-box; margin: 0; padding: 0; break-after: auto; break-inside: auto }
:root { font-size: 10pt; line-height: 10pt }
`

export interface Laid {
  readonly galley: Galley
  readonly problems: readonly Diagnostic[]
}

export interface Options {
  readonly width?: number
  /** Natural sizes of pictures, by their `src`. */
  readonly pictures?: Readonly<Record<string, readonly [width: number, height: number]>>
}

/** Lay out the children of the document element. */
export function layOut(markup: string, css = '', options: Options = {}): Laid {
  const problems: Diagnostic[] = []
  const report = (problem: Diagnostic) => problems.push(problem)
  const { root } = styled(markup, css)
  const pictures = new Map<Element, Picture>()
  collectPictures(root.element, options.pictures ?? {}, pictures)
  const context = { fonts: squareFonts, pictures, cache: createLayoutCache(), report }
  return { galley: layoutGalley(root, options.width ?? 100, context), problems }
}

/** Markup and CSS up to the cascade; throws when they are wrong themselves. */
export function styled(markup: string, css: string): StyledDocument {
  const fail = (problem: Diagnostic): never => {
    throw new Error(`${problem.code}: ${problem.message}`)
  }
  const text = `<document>${markup}</document>`
  const root = parseMarkup(markupOfFile({ path: 'test.hbs', text }), fail)
  if (root === undefined) throw new Error('no document')
  const sheet = parseStylesheet({ path: 'test.css', text: plain + css }, fail)
  return createCascade(sheet, fail).style(root, { language: 'en', report: fail })
}

function collectPictures(
  element: Element,
  sizes: Readonly<Record<string, readonly [width: number, height: number]>>,
  pictures: Map<Element, Picture>,
): void {
  const size = sizes[element.attributes['src'] ?? '']
  if (size !== undefined) pictures.set(element, pictureOf(...size))
  for (const child of element.children) {
    if (child.type === 'element') collectPictures(child, sizes, pictures)
  }
}

export function pictureOf(width: number, height: number): Picture {
  return { kind: 'drawing', drawing: { key: `${width}x${height}`, width, height, items: [] } }
}

/** The boxes as indented text: name, x y width×height; lines with their text. */
export function dump(box: GalleyBox, depth = 0): string {
  const indent = '  '.repeat(depth)
  const flow = box.flow === 'parallel' ? ' |' : ''
  const own = `${indent}${boxName(box)} ${rectText(box.rect)}${flow}`
  return [
    own,
    ...box.lines.map((line) => `${indent}  ${lineText(line)}`),
    ...(box.picture ? [`${indent}  picture ${rectText(box.picture.pictureRect)}`] : []),
    ...box.children.map((child) => dump(child, depth + 1)),
    ...box.positioned.map((child) => `${indent}  positioned\n${dump(child, depth + 2)}`),
  ].join('\n')
}

/** The boxes inside the document element, one line each. */
export function boxesOf(laid: Laid): string {
  return laid.galley.box.children.map((child) => dump(child)).join('\n')
}

export function rectText({
  x,
  y,
  width,
  height,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}): string {
  return `${rounded(x)} ${rounded(y)} ${rounded(width)}x${rounded(height)}`
}

function boxName({ source }: GalleyBox): string {
  if (source === undefined) return '-'
  if (source.marker !== undefined) return `::marker(${source.marker})`
  if (source.element === undefined) return 'anonymous'
  const { name, attributes } = source.element
  return attributes['class'] === undefined ? name : `${name}.${attributes['class']}`
}

function lineText({ rect, runs }: GalleyLine): string {
  const text = runs.map((run) => (run.kind === 'text' ? run.shaped.text : '[picture]')).join('')
  const first = runs[0]
  const x = first === undefined ? rect.x : first.kind === 'text' ? first.x : first.rect.x
  return `"${text.trimEnd()}" ${rounded(x)} ${rounded(rect.y)} h${rounded(rect.height)}`
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** A dump as written in a test: without the indent that its place in the code gives it. */
export function expected(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(indent)).join('\n')
}
