/** SVG to a Drawing: shapes with flat fills and strokes; everything else is refused with its place. */
import { createHash } from 'node:crypto'
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Report, SourceFile } from '../diagnostics/index.ts'
import type { Drawing, PathItem, Stroke } from '../drawing.ts'
import { compose, fitInto, identity } from '../geometry/matrix.ts'
import type { Matrix } from '../geometry/matrix.ts'
import type { Rect, Size } from '../geometry/rect.ts'
import type { Path } from '../geometry/path.ts'
import { isBounded, rounded, transformPath } from '../geometry/transform-path.ts'
import type { StyledElement } from '../style/computed.ts'
import type { Element } from '../template/markup.ts'
import { parseSvgMarkup } from '../template/parse-markup.ts'
import { initialPaint, paintAttributes, paintOf } from './svg-paint.ts'
import type { SvgPaint } from './svg-paint.ts'
import { shapeAttributes, shapePath } from './svg-shapes.ts'
import { readLength, readTransform, readViewBox } from './svg-values.ts'

/** A user unit of SVG is a CSS pixel. */
const pointsPerUnit = 0.75

/** Elements without effect on the picture. */
const ignoredElements: readonly string[] = ['title', 'desc', 'metadata']

const plainAttributes: readonly string[] = [
  'id',
  'class',
  'lang',
  'dir',
  'title',
  'role',
  'version',
  'transform',
  'width',
  'height',
  'viewBox',
  'preserveAspectRatio',
]

/** Values that change nothing, which editors write all the same. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  opacity: ['1'],
  'fill-opacity': ['1'],
  'stroke-opacity': ['1'],
  'stroke-miterlimit': ['4', '10'],
  'stroke-dashoffset': ['0'],
  'clip-path': ['none'],
  mask: ['none'],
  filter: ['none'],
  overflow: ['visible', 'hidden'],
  visibility: ['visible'],
  display: ['inline', 'block'],
  preserveAspectRatio: ['xMidYMid', 'xMidYMid meet'],
}

const hints: Readonly<Record<string, string>> = {
  text: 'turn text into paths before exporting',
  tspan: 'turn text into paths before exporting',
  style: 'export with presentation attributes instead of a style sheet',
  use: 'export without symbols: each shape written out',
  symbol: 'export without symbols: each shape written out',
  image: 'use the image itself in the template: <img>',
  linearGradient: 'fill with one colour',
  radialGradient: 'fill with one colour',
}

/** An element of the picture with its paint, wherever that comes from: attributes or style sheets. */
interface SvgNode {
  readonly element: Element
  readonly paint: SvgPaint
  readonly children: readonly SvgNode[]
}

/** The key of the drawing in an SVG file: the same file is always the same drawing. */
export function svgKey({ text }: SourceFile): string {
  return hashOf(text)
}

/** The drawing in an SVG file of the pack. Undefined when it has none; what cannot be drawn is reported. */
export function readSvgFile(source: SourceFile, report: Report): Drawing | undefined {
  const root = parseSvgMarkup(source, report)
  if (root?.name !== 'svg') {
    report(diagnose('image-svg-size', { problem: 'there is no <svg> in this file' }, root?.place))
    return undefined
  }
  const drawing = draw(nodeOfFile(root, initialPaint, report), report, svgKey(source))
  if (drawing?.items.length === 0) {
    report(diagnose('image-svg-empty', { path: source.path }, root.place))
  }
  return drawing
}

/** The drawing in an `<svg>` of a template; fill, stroke and stroke-width come from its style. */
export function readInlineSvg(svg: StyledElement, report: Report): Drawing | undefined {
  return draw(nodeOfStyle(svg, initialPaint, report), report)
}

function nodeOfFile(element: Element, inherited: SvgPaint, report: Report): SvgNode {
  const paint = paintOf(element, inherited, report)
  const children = element.children.filter((child) => child.type === 'element')
  return {
    element,
    paint,
    children: children
      .filter((child) => isDrawable(child, report))
      .map((child) => nodeOfFile(child, paint, report)),
  }
}

function nodeOfStyle(styled: StyledElement, inherited: SvgPaint, report: Report): SvgNode {
  const { element, style } = styled
  const { fill, stroke, strokeWidth } = style
  const paint = { ...paintOf(withoutColors(element), inherited, report), fill, stroke, strokeWidth }
  const children = styled.children.filter((child) => child.type === 'element')
  return {
    element,
    paint,
    children: children
      .filter((child) => child.style.display !== 'none' && isDrawable(child.element, report))
      .map((child) => nodeOfStyle(child, paint, report)),
  }
}

/** The cascade has taken these attributes into account already. */
function withoutColors(element: Element): Element {
  const attributes = Object.entries(element.attributes).filter(
    ([name]) => name !== 'fill' && name !== 'stroke' && name !== 'stroke-width',
  )
  return { ...element, attributes: Object.fromEntries(attributes), place: element.place }
}

function isDrawable(element: Element, report: Report): boolean {
  const { name } = element
  // Notes of drawing programs, in their own name spaces.
  if (ignoredElements.includes(name) || name.includes(':')) return false
  if (name === 'defs' && element.children.every(({ type }) => type === 'text')) return false
  if (name === 'g' || Object.hasOwn(shapeAttributes, name)) return true
  const known = ['svg', 'g', ...Object.keys(shapeAttributes)]
  const hint = Object.hasOwn(hints, name) ? hints[name] : suggest(name, known)
  report(diagnose('image-svg-unsupported', { what: `<${name}>`, hint }, element.place))
  return false
}

/** `key` is known of a file; that of an inline drawing is made from what it shows. */
function draw(root: SvgNode, report: Report, key?: string): Drawing | undefined {
  const frame = frameOf(root.element, report)
  if (frame === undefined) return undefined
  const { size, box } = frame
  const items: PathItem[] = []
  drawInto(items, root, fitInto(box, { x: 0, y: 0, ...size }, { x: 0.5, y: 0.5 }), report)
  const drawing = { width: rounded(size.width), height: rounded(size.height), items }
  return { key: key ?? hashOf(JSON.stringify(drawing)), ...drawing }
}

function drawInto(items: PathItem[], node: SvgNode, outer: Matrix, report: Report): void {
  const { element, paint } = node
  checkAttributes(element, report)
  const matrix = compose(outer, transformOf(element, report))
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const path = transformPath(shapePath(element, report), matrix)
  const item = itemOf(path, paint, scale)
  if (item !== undefined) items.push(item)
  for (const child of node.children) drawInto(items, child, matrix, report)
}

function itemOf(path: Path, paint: SvgPaint, scale: number): PathItem | undefined {
  const { fill, stroke, strokeWidth, fillRule, cap, join, dash } = paint
  const isStroked = stroke !== 'none' && strokeWidth > 0 && isBounded(strokeWidth * scale)
  if (path.length === 0 || (fill === 'none' && !isStroked)) return undefined
  const line: Stroke | undefined = isStroked
    ? {
        color: stroke,
        width: rounded(strokeWidth * scale),
        cap,
        join,
        ...(dash.length === 0 ? {} : { dash: dash.map((length) => rounded(length * scale)) }),
      }
    : undefined
  return {
    kind: 'path',
    path,
    ...(fill === 'none' ? {} : { fill, fillRule }),
    ...(line === undefined ? {} : { stroke: line }),
  }
}

/** The natural size in points, and the part of the picture's own coordinates that is shown in it. */
function frameOf(
  svg: Element,
  report: Report,
): { readonly size: Size; readonly box: Rect } | undefined {
  const { viewBox } = svg.attributes
  const box = viewBox === undefined ? undefined : readViewBox(viewBox)
  if (viewBox !== undefined && box === undefined) {
    const wanted = 'four numbers, the last two above 0'
    report(diagnose('image-svg-value', { name: 'viewBox', value: viewBox, wanted }, svg.place))
    return undefined
  }
  const width = sideOf(svg, 'width', report)
  const height = sideOf(svg, 'height', report)
  if (box === undefined) {
    if (width !== undefined && height !== undefined) {
      const size = { width: width * pointsPerUnit, height: height * pointsPerUnit }
      return { size, box: { x: 0, y: 0, width, height } }
    }
    report(diagnose('image-svg-size', { problem: 'this drawing has no size' }, svg.place))
    return undefined
  }
  const ratio = box.width / box.height
  const usedWidth = width ?? (height === undefined ? box.width : height * ratio)
  const usedHeight = height ?? usedWidth / ratio
  return { size: { width: usedWidth * pointsPerUnit, height: usedHeight * pointsPerUnit }, box }
}

/** A percentage says nothing about a natural size. */
function sideOf(svg: Element, name: 'width' | 'height', report: Report): number | undefined {
  const value = svg.attributes[name]
  if (value === undefined || value === 'auto' || value.trim().endsWith('%')) return undefined
  const length = readLength(value)
  if (length !== undefined && length > 0) return length
  report(diagnose('image-svg-value', { name, value, wanted: 'a length above 0' }, svg.place))
  return undefined
}

function transformOf(element: Element, report: Report): Matrix {
  const value = element.attributes['transform']
  const matrix = value === undefined ? identity : readTransform(value)
  if (matrix !== undefined) return matrix
  const details = { name: 'transform', value: value ?? '', wanted: 'a list of transforms' }
  report(diagnose('image-svg-value', details, element.place))
  return identity
}

function checkAttributes(element: Element, report: Report): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (isPlain(element.name, name)) continue
    if (name === 'href' || name === 'xlink:href') {
      const what = `${name}="${value}"`
      const hint = 'a drawing holds all it shows'
      report(diagnose('image-svg-unsupported', { what, hint }, element.place))
      continue
    }
    const values = Object.hasOwn(harmless, name) ? harmless[name] : undefined
    if (values?.includes(value.trim()) === true) continue
    if (/^(xmlns|aria-|data-)/.test(name) || name.includes(':')) continue
    const hint = Object.hasOwn(hints, name)
      ? hints[name]
      : suggest(name, knownAttributes(element.name))
    report(
      diagnose('image-svg-unsupported', { what: `the attribute ${name}`, hint }, element.place),
    )
  }
}

/** Attributes that are obeyed, whatever their value. */
function isPlain(element: string, name: string): boolean {
  if (Object.hasOwn(harmless, name)) return false
  const ofShape = Object.hasOwn(shapeAttributes, element) ? shapeAttributes[element] : undefined
  return (
    ofShape?.includes(name) === true ||
    paintAttributes.includes(name) ||
    plainAttributes.includes(name)
  )
}

function knownAttributes(element: string): readonly string[] {
  return [...plainAttributes, ...paintAttributes, ...(shapeAttributes[element] ?? [])]
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
