/** The engine of one document: sends each box to its layout mode, and remembers what it has laid out already. */
import type { BlockBox, Box } from './box.ts'
import { layoutBlock } from './block/block.ts'
import type { Engine, IntrinsicWidths, Space } from './engine.ts'
import { layoutFlex } from './flex/flex.ts'
import type { InlineContent } from './inline-content.ts'
import type { PreparedInline } from './inline.ts'
import { contentWidths, contribution } from './intrinsic.ts'
import type { Laid } from './laid.ts'
import { isContainingBlock, placePending } from './positioned.ts'
import { sizePictures } from './inline-pictures.ts'
import type { Containing } from './sizing.ts'
import { layoutReplaced } from './replaced.ts'
import { layoutTable } from './table/table.ts'

interface Memory {
  readonly laid: { readonly space: Space; readonly laid: Laid }[]
  content: IntrinsicWidths | undefined
  contribution: IntrinsicWidths | undefined
  readonly prepared: { readonly inner: Containing | undefined; readonly lines: PreparedInline }[]
}

/** `prepare` shapes the text of one block. */
export function createEngine(prepare: (content: InlineContent) => PreparedInline): Engine {
  const memories = new Map<Box, Memory>()
  const memoryOf = (box: Box): Memory => {
    const known = memories.get(box)
    if (known !== undefined) return known
    const memory = { laid: [], content: undefined, contribution: undefined, prepared: [] }
    memories.set(box, memory)
    return memory
  }
  const engine: Engine = {
    layout(box, space) {
      const { laid: known } = memoryOf(box)
      const same = known.find((entry) => isSameSpace(entry.space, space))
      if (same !== undefined) return same.laid
      const flat = layoutMode(engine, box, space)
      const laid = isContainingBlock(box.style) ? placePending(engine, flat, box.style) : flat
      known.push({ space, laid })
      return laid
    },
    contentWidths(box) {
      return (memoryOf(box).content ??= contentWidths(engine, box))
    },
    contribution(box) {
      return (memoryOf(box).contribution ??= contribution(engine, box))
    },
    prepared(box: BlockBox, inner) {
      if (box.inline === undefined) return undefined
      // Most lines hold nothing that depends on the size of their block.
      const area = box.relativePictures.size === 0 ? undefined : inner
      const { prepared: known } = memoryOf(box)
      const same = known.find((entry) => isSameArea(entry.inner, area))
      if (same !== undefined) return same.lines
      const lines = prepare(sizePictures(box.inline, box.relativePictures, area))
      known.push({ inner: area, lines })
      return lines
    },
  }
  return engine
}

function layoutMode(engine: Engine, box: Box, space: Space): Laid {
  switch (box.kind) {
    case 'block':
      return layoutBlock(engine, box, space)
    case 'flex':
      return layoutFlex(engine, box, space)
    case 'replaced':
      return layoutReplaced(box, space)
    case 'table':
      return layoutTable(engine, box, space)
  }
}

function isSameSpace(a: Space, b: Space): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    (a.ignoreHeight ?? false) === (b.ignoreHeight ?? false) &&
    a.independent === b.independent &&
    isSameArea(a.containing, b.containing)
  )
}

function isSameArea(a: Containing | undefined, b: Containing | undefined): boolean {
  return a?.width === b?.width && a?.height === b?.height
}
