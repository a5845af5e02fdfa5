/** Children of a flex container: each element is an item, and so is each stretch of text (CSS Flexbox 1, 4). */
import type { GeneratedContent, StyledElement } from '../../style/computed.ts'
import {
  createCollector,
  generatedBlock,
  type Collector,
  type Contents,
} from './collect-contents.ts'
import type { Generator, Surroundings } from './generate-boxes.ts'
import { isTablePart } from './generate-table.ts'

/** Collect the items of a flex container. */
export function collectFlexItems(
  generator: Generator,
  node: StyledElement,
  around: Surroundings,
): Contents {
  const collector = createCollector(generator, node, around)
  addGenerated(collector, node, node.before)
  for (const child of node.children) {
    if (child.type === 'text') {
      collector.run().addText(child.text, {
        chain: [],
        style: node.style,
        decoration: around.decoration,
        verticalAlign: 'baseline',
        isGenerated: false,
      })
    } else if (!collector.takeOut(child) && child.element.name !== 'br') {
      if (isTablePart(child.style.display)) collector.addTablePart(child)
      else collector.addBlock(generator.block(child, around))
    }
  }
  addGenerated(collector, node, node.after)
  collector.endRun()
  return collector.finish()
}

function addGenerated(
  collector: Collector,
  { element }: StyledElement,
  content: GeneratedContent | undefined,
): void {
  if (content === undefined || content.style.display === 'none') return
  const box = generatedBlock(collector.generator, element, content)
  if (content.style.position === 'absolute') collector.addBeside(box)
  else collector.addBlock(box)
}
