/** Between items and the inline elements they belong to: shaped text knows items only by their place in the content. */
import type { InlineSource, LineRun } from '../fragment.ts'
import type { GalleyLine } from '../galley.ts'
import type { InlineItem } from '../inline-content.ts'
import type { SetLine, SetRun } from './line.ts'

/** For each item, the first that belongs to the same inline element. */
export function firstsOfSource(items: readonly InlineItem[]): readonly number[] {
  if (items.length === 1) return [0]
  const firsts = new Map<InlineSource, number>()
  return items.map((item, index) => {
    if (item.kind === 'spacing') return index
    const first = firsts.get(item.inline) ?? index
    if (first === index) firsts.set(item.inline, index)
    return first
  })
}

/** A line with the elements that its runs belong to in this content. */
export function lineOf(
  { rect, baseline, runs }: SetLine,
  items: readonly InlineItem[],
): GalleyLine {
  return { rect, baseline, runs: runs.map((run) => runOf(run, items[run.item])) }
}

function runOf(run: SetRun, item: InlineItem | undefined): LineRun {
  if (run.kind === 'text' && item !== undefined && item.kind !== 'spacing') {
    const { kind, style, decoration, shaped, x, baseline, width } = run
    return { kind, inline: item.inline, style, decoration, shaped, x, baseline, width }
  }
  if (run.kind === 'picture' && item?.kind === 'picture') {
    const { inline, element, picture } = item
    return { kind: 'picture', inline, element, picture, rect: run.rect }
  }
  throw new Error('a run stands for an item that its content does not have')
}
