/** The contents of one container: blocks, lines between them, and what is taken out of flow (CSS 2.2, 9.2.1). */
import type { ComputedStyle, GeneratedContent, StyledElement } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import { isOutOfFlow, type Anchor, type BlockBox, type Box } from '../box.ts'
import { elementName } from '../element-name.ts'
import type { BoxSource, InlineSource } from '../fragment.ts'
import type { Generator, Surroundings } from './generate-boxes.ts'
import { generateAnonymousTable } from './generate-table.ts'
import { assignedString, forElement, generatedText } from './generated-text.ts'
import type { InlineContent } from '../inline-content.ts'
import { createInlineRun, noPictures, type InlineRun } from './inline-run.ts'

export interface Contents {
  readonly children: readonly Box[]
  /** Set where there are no blocks: the children are then all out of flow. */
  readonly inline: InlineContent | undefined
  readonly sources: readonly InlineSource[]
  readonly relativePictures: BlockBox['relativePictures']
  /** Of elements that no later box in this container can carry. */
  readonly anchors: readonly Anchor[]
}

/** Takes the children of one container in document order. */
export interface Collector {
  readonly generator: Generator
  readonly around: Surroundings
  /** The inline content being collected; it ends at the next block. */
  run(): InlineRun
  endRun(): void
  addBlock(box: Box): void
  addTablePart(part: StyledElement): void
  isInTable(): boolean
  anchor(anchor: Anchor): void
  /** A box out of flow: it does not end the lines it stands among. */
  addBeside(box: Box): void
  /** Deal with an element that takes no part in the flow; false when it does. */
  takeOut(node: StyledElement): boolean
  finish(): Contents
}

export function createCollector(
  generator: Generator,
  { element, style }: StyledElement,
  around: Surroundings,
): Collector {
  const boxes: Box[] = []
  let open: InlineRun | undefined
  let beside: Box[] = []
  let waiting: Anchor[] = []
  let parts: StyledElement[] = []

  const collector: Collector = {
    generator,
    around,
    run: () => (open ??= createInlineRun()),
    endRun() {
      if (open?.isBlank() === false)
        add(anonymousBlock(open, beside, { element, style: generator.anonymousStyle(style) }))
      else boxes.push(...beside)
      open = undefined
      beside = []
    },
    addBlock(box) {
      endTable()
      collector.endRun()
      add(box)
    },
    addTablePart(part) {
      collector.endRun()
      parts.push(part)
    },
    isInTable: () => parts.length > 0,
    anchor: (anchor) => waiting.push(anchor),
    addBeside(box) {
      if (open?.isBlank() === false) beside.push(box)
      else boxes.push(box)
    },
    takeOut(node) {
      const { display, position } = node.style
      if (display === 'none') return true
      if (typeof position === 'object') {
        waiting.push({ kind: 'running', name: position.running, content: node })
        return true
      }
      if (position !== 'absolute') return false
      collector.addBeside(generator.block(node, around))
      return true
    },
    finish() {
      endTable()
      const isInline = !boxes.some((box) => !isOutOfFlow(box))
      if (!isInline) collector.endRun()
      const run = isInline && open?.isBlank() === false ? open : undefined
      return {
        children: [...boxes, ...beside],
        inline: run?.content(style, element.place),
        sources: run?.sources ?? [],
        relativePictures: run?.relativePictures() ?? noPictures,
        anchors: waiting,
      }
    },
  }

  function add(box: Box): void {
    boxes.push(waiting.length === 0 ? box : { ...box, anchors: [...waiting, ...box.anchors] })
    waiting = []
  }

  function endTable(): void {
    if (parts.length === 0) return
    const wrapped = parts
    parts = []
    add(generateAnonymousTable(generator, wrapped, { element, style }, around))
  }

  return collector
}

/** What `string-set` on an element puts on its box. */
export function stringAnchors(
  { values, report }: Generator,
  node: StyledElement,
): readonly Anchor[] {
  const { stringSet } = node.style
  if (stringSet === undefined) return []
  const value = assignedString(node, stringSet.parts, values, report)
  return [{ kind: 'string', name: stringSet.name, value }]
}

/** The box of a ::before or ::after that stands as a block. */
export function generatedBlock(
  { values, report }: Generator,
  origin: Element,
  { style, parts }: GeneratedContent,
): BlockBox {
  const run = createInlineRun()
  run.addText(generatedText(parts, forElement(origin), values, report), {
    chain: [],
    style,
    decoration: style.textDecoration,
    verticalAlign: 'baseline',
    isGenerated: true,
  })
  const name = `generated content of ${elementName(origin)}`
  return blockBox(run.isBlank() ? undefined : run, [], { style, name, place: origin.place })
}

function anonymousBlock(
  run: InlineRun,
  children: readonly Box[],
  { element, style }: { readonly element: Element; readonly style: ComputedStyle },
): BlockBox {
  return blockBox(run, children, {
    style,
    name: `text in ${elementName(element)}`,
    place: element.place,
  })
}

function blockBox(
  run: InlineRun | undefined,
  children: readonly Box[],
  base: Pick<BlockBox, 'style' | 'name' | 'place'>,
): BlockBox {
  const source: BoxSource = {
    element: undefined,
    style: base.style,
    children: children.map((child) => child.source),
    inlines: run?.sources ?? [],
    replaced: false,
    marker: undefined,
  }
  return {
    ...base,
    kind: 'block',
    source,
    anchors: [],
    children,
    inline: run?.content(base.style, base.place),
    relativePictures: run?.relativePictures() ?? noPictures,
    marker: undefined,
  }
}
