/** From styled elements to boxes: display types settled, anonymous boxes put in (CSS 2.2, 9.2). */
import { diagnose, type Report } from '../../diagnostics/index.ts'
import type { ComputedStyle, StyledElement } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import type { BlockBox, Box, FlexBox } from '../box.ts'
import type { AnonymousStyle } from './anonymous-style.ts'
import { collectBlocks } from './collect-blocks.ts'
import { stringAnchors, type Contents } from './collect-contents.ts'
import { collectFlexItems } from './collect-flex-items.ts'
import { elementName } from '../element-name.ts'
import type { BoxSource, TextRun } from '../fragment.ts'
import type { Picture } from '../../image/picture.ts'
import type { KnownValues } from './generated-text.ts'
import { generateTable } from './generate-table.ts'
import { noPictures } from './inline-run.ts'
import { countItem, createListCounter, createMarker, type ListCounter } from './list-marker.ts'
import { naturalSize } from '../replaced.ts'

export interface GenerationContext {
  readonly pictures: ReadonlyMap<Element, Picture>
  /** What counters and strings stand for: known in page margins only. */
  readonly values: KnownValues
  readonly anonymousStyle: AnonymousStyle
  readonly report: Report
}

/** What a box gets from the boxes around it, besides its style. */
export interface Surroundings {
  readonly list: ListCounter | undefined
  /** `text-decoration` of a block is drawn on all the text in it. */
  readonly decoration: TextRun['decoration']
}

/** What the parts of box generation ask of each other. */
export interface Generator extends GenerationContext {
  /** The box of an element that stands as a block, whatever its display type said. */
  block(node: StyledElement, around: Surroundings): Box
  /** A block container holding the children of an element. */
  container(node: StyledElement, around: Surroundings): BlockBox | FlexBox
}

const pictureElements: ReadonlySet<string> = new Set(['img', 'svg', 'qr'])

export function isPictureElement({ name }: Element): boolean {
  return pictureElements.has(name)
}

/** The box tree of a styled document, or of a running element. */
export function generateBoxes(root: StyledElement, context: GenerationContext): Box {
  const generator: Generator = {
    ...context,
    block: (node, around) => generateBlock(generator, node, around),
    container: (node, around) => generateContainer(generator, node, around),
  }
  return generator.block(root, { list: undefined, decoration: 'none' })
}

function generateBlock(generator: Generator, node: StyledElement, around: Surroundings): Box {
  if (isPictureElement(node.element)) return generatePicture(generator, node)
  if (node.style.display === 'table') return generateTable(generator, node, around)
  return generator.container(node, around)
}

function generateContainer(
  generator: Generator,
  node: StyledElement,
  around: Surroundings,
): BlockBox | FlexBox {
  const { element, style } = node
  const inside: Surroundings = {
    list: element.name === 'ol' || element.name === 'ul' ? createListCounter(node) : around.list,
    decoration: style.textDecoration === 'none' ? around.decoration : style.textDecoration,
  }
  // Written out rather than spread from a common part: engines build these objects ten times faster.
  if (style.display === 'flex') {
    const { children, anchors } = collectFlexItems(generator, node, inside)
    return {
      kind: 'flex',
      source: sourceOf(node, children),
      style,
      name: elementName(element),
      place: element.place,
      anchors: [...stringAnchors(generator, node), ...anchors],
      children,
    }
  }
  const marker = style.display === 'list-item' ? markerOf(generator, node, around) : undefined
  const contents = collectBlocks(generator, node, inside)
  const parts = marker ? [marker.box, ...contents.children] : contents.children
  return {
    kind: 'block',
    source: sourceOf(node, parts, contents),
    style,
    name: elementName(element),
    place: element.place,
    anchors: [...stringAnchors(generator, node), ...contents.anchors],
    children: contents.children,
    inline: contents.inline,
    relativePictures: contents.relativePictures,
    marker,
  }
}

function markerOf(generator: Generator, node: StyledElement, around: Surroundings) {
  const number = around.list === undefined ? 1 : countItem(node.element, around.list)
  return createMarker(node, number, around.list?.style, generator)
}

/** A picture that is missing leaves an empty box, so that the rest can still be looked at. */
function generatePicture(generator: Generator, node: StyledElement): Box {
  const { element, style } = node
  const picture = findPicture(generator, element)
  const source = sourceOf(node, [])
  const common = { style, name: elementName(element), place: element.place, anchors: [] }
  return picture === undefined
    ? { ...common, ...noContents, kind: 'block', source }
    : { ...common, kind: 'replaced', source: { ...source, replaced: true }, picture }
}

const noContents = {
  children: [],
  inline: undefined,
  relativePictures: noPictures,
  marker: undefined,
} as const

/** The picture of an element, if there is one with a size; else that is reported. */
export function findPicture(
  { pictures, report }: GenerationContext,
  element: Element,
): Picture | undefined {
  const picture = pictures.get(element)
  if (picture !== undefined) {
    const { width, height } = naturalSize(picture)
    if (width > 0 && height > 0) return picture
  }
  report(diagnose('layout-no-picture', { name: elementName(element) }, element.place))
  return undefined
}

function sourceOf(
  { element, style }: { readonly element: Element; readonly style: ComputedStyle },
  children: readonly Box[],
  contents?: Contents,
): BoxSource {
  return {
    element,
    style,
    children: children.map(({ source }) => source),
    inlines: contents?.sources ?? [],
    replaced: false,
    marker: undefined,
  }
}
