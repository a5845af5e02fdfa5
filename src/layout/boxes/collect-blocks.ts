/** Children of a block container: text and inline elements become lines, blocks stand between them. */
import { diagnose } from '../../diagnostics/index.ts'
import type { Edges } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle, GeneratedContent, StyledElement } from '../../style/computed.ts'
import {
  createCollector,
  generatedBlock,
  stringAnchors,
  type Collector,
  type Contents,
} from './collect-contents.ts'
import { elementName } from '../element-name.ts'
import {
  findPicture,
  isPictureElement,
  type Generator,
  type Surroundings,
} from './generate-boxes.ts'
import { isTablePart } from './generate-table.ts'
import { forElement, generatedText } from './generated-text.ts'
import type { InlineContext } from './inline-run.ts'
import { usedInset, usedMargins } from '../sizing.ts'

/** Collect the children of a block container. */
export function collectBlocks(
  generator: Generator,
  node: StyledElement,
  around: Surroundings,
): Contents {
  const collector = createCollector(generator, node, around)
  addChildren(collector, node, {
    chain: [],
    style: node.style,
    decoration: around.decoration,
    verticalAlign: 'baseline',
    isGenerated: false,
  })
  return collector.finish()
}

function addChildren(collector: Collector, node: StyledElement, context: InlineContext): void {
  if (node.before !== undefined) addGenerated(collector, node, node.before, context)
  for (const child of node.children) {
    if (child.type === 'element') addElement(collector, child, context)
    else if (!collector.isInTable() || child.text.trim() !== '') {
      collector.run().addText(child.text, context)
    }
  }
  if (node.after !== undefined) addGenerated(collector, node, node.after, context)
}

function addElement(collector: Collector, node: StyledElement, context: InlineContext): void {
  if (collector.takeOut(node)) return
  const { generator } = collector
  const { element, style } = node
  if (style.display === 'inline' || style.display === 'inline-block') {
    addInline(collector, node, context)
    return
  }
  const within = context.chain.at(-1)
  if (within !== undefined) {
    const names = { name: elementName(element), within: elementName(within) }
    generator.report(diagnose('layout-block-in-inline', names, element.place))
  }
  if (isTablePart(style.display)) collector.addTablePart(node)
  else collector.addBlock(generator.block(node, collector.around))
}

function addInline(collector: Collector, node: StyledElement, context: InlineContext): void {
  const { element, style } = node
  const run = collector.run()
  if (element.name === 'br') {
    run.addBreak(context)
    return
  }
  const edges = inlineEdges(style)
  run.addSpacing('start', edges.start)
  if (isPictureElement(element)) addPicture(collector, node, context)
  else {
    if (style.display === 'inline-block') reportInlineBlock(collector, node)
    for (const anchor of stringAnchors(collector.generator, node)) collector.anchor(anchor)
    addChildren(collector, node, inside(context, node))
  }
  collector.run().addSpacing('end', edges.end)
}

function inside(context: InlineContext, { element, style }: StyledElement): InlineContext {
  return {
    chain: [...context.chain, element],
    style,
    decoration: style.textDecoration === 'none' ? context.decoration : style.textDecoration,
    verticalAlign: raised(context.verticalAlign, style.verticalAlign),
    isGenerated: false,
  }
}

/** An inline element is aligned with its parent, so one that is raised in one that is raised stands higher still. */
function raised(
  parent: ComputedStyle['verticalAlign'],
  own: ComputedStyle['verticalAlign'],
): ComputedStyle['verticalAlign'] {
  if (own === 'baseline') return parent
  if (typeof own === 'object' && typeof parent === 'object')
    return { raise: own.raise + parent.raise }
  return own
}

function addPicture(collector: Collector, node: StyledElement, context: InlineContext): void {
  const { generator } = collector
  const { element, style } = node
  const picture = findPicture(generator, element)
  if (picture === undefined) return
  const verticalAlign = raised(context.verticalAlign, style.verticalAlign)
  collector.run().addPicture({ element, picture, style }, { ...context, verticalAlign })
}

function addGenerated(
  collector: Collector,
  { element }: StyledElement,
  content: GeneratedContent,
  context: InlineContext,
): void {
  const { generator } = collector
  const { style, parts } = content
  const { display, position } = style
  if (display === 'none') return
  if ((display !== 'inline' && display !== 'inline-block') || position === 'absolute') {
    const box = generatedBlock(generator, element, content)
    if (position === 'absolute') collector.addBeside(box)
    else collector.addBlock(box)
    return
  }
  const edges = inlineEdges(style)
  const run = collector.run()
  run.addSpacing('start', edges.start)
  run.addText(generatedText(parts, forElement(element), generator.values, generator.report), {
    chain: context.chain,
    style,
    decoration: style.textDecoration === 'none' ? context.decoration : style.textDecoration,
    verticalAlign: raised(context.verticalAlign, style.verticalAlign),
    isGenerated: true,
  })
  run.addSpacing('end', edges.end)
}

function reportInlineBlock({ generator }: Collector, { element, style }: StyledElement): void {
  const details = { name: elementName(element), display: style.display }
  generator.report(diagnose('layout-inline-block', details, element.place))
}

/** Margin, border and padding left and right of an inline element; percentages count as 0. */
function inlineEdges(style: ComputedStyle): { readonly start: Pt; readonly end: Pt } {
  const margin: Edges<Pt> = usedMargins(style, 0)
  const inset = usedInset(style, 0)
  const left = margin.left + inset.left
  const right = margin.right + inset.right
  return style.direction === 'rtl' ? { start: right, end: left } : { start: left, end: right }
}
