/** The text of a finished file in the order a screen reader takes, and that of the markup it was made from. */
import type { StyledElement } from '../../src/style/computed.ts'
import { asText, Reference, type Pdf, type Value } from '../paint/support/read-pdf.ts'
import { markedText } from '../paint/support/read-structure.ts'
import { idOf, listOf, readTree, type TreeElement } from './accessibility/tree.ts'

/** A paragraph, heading, label, list item or figure of the structure tree. */
export interface ReadBlock {
  /** The structure type: `P`, `H2`, `LBody`, `Figure`. */
  readonly type: string
  /** White space is collapsed; of a figure, its alternative text. */
  readonly text: string
  /** Where it begins, from 1. */
  readonly page: number
}

const inlineTypes: ReadonlySet<string> = new Set(['Span', 'Link', 'Reference', 'Quote', 'Code'])

/** All blocks that say something, in the order of the structure tree. Artifacts are not in it. */
export function readBlocks(pdf: Pdf): readonly ReadBlock[] {
  const elements = new Map(readTree(pdf).map((element) => [element.id, element]))
  const pages = new Map(
    pdf
      .pages()
      .map(({ reference, page }, index) => [
        reference.id,
        { number: index + 1, texts: markedText(pdf, page).tagged },
      ]),
  )
  const blocks: { type: string; text: string; page: number }[] = []
  let open: { type: string; text: string; page: number } | undefined

  const addText = (type: string, pageId: number | undefined, mcid: number): void => {
    const page = pages.get(pageId ?? 0)
    if (open === undefined) {
      open = { type, text: '', page: page?.number ?? 0 }
      blocks.push(open)
    }
    open.text += page?.texts.get(mcid) ?? ''
  }
  const visit = (element: TreeElement, type: string): void => {
    const isInline = inlineTypes.has(element.type)
    if (!isInline) open = undefined
    const own = isInline ? type : element.type
    const alternative = element.dictionary.get('Alt')
    const pageId = idOf(element.dictionary.get('Pg'))
    let isAfterText = false
    for (const kid of listOf(pdf, element.dictionary.get('K'))) {
      const child = kid instanceof Reference ? elements.get(kid.id) : undefined
      if (child !== undefined) {
        visit(child, own)
        isAfterText = false
        continue
      }
      const content = contentOf(pdf, kid, pageId)
      if (content === undefined) continue
      // Two contents of one element that follow each other come from two boxes.
      if (isAfterText && open !== undefined) open.text += ' '
      addText(own, content.page, content.mcid)
      isAfterText = true
    }
    if (alternative !== undefined && open !== undefined) open.text = asText(alternative)
    if (!isInline) open = undefined
  }
  for (const root of elements.values()) if (root.parent === undefined) visit(root, root.type)
  return blocks
    .map((block) => ({ ...block, text: collapsed(block.text) }))
    .filter(({ text }) => text !== '')
}

/** The text of some blocks, figures left out. */
export function textOf(blocks: readonly ReadBlock[]): string {
  return collapsed(
    blocks
      .filter(({ type }) => type !== 'Figure')
      .map(({ text }) => text)
      .join(' '),
  )
}

/**
 * The text of a styled document in the order of its markup: with the markers of lists, without running elements,
 * pictures and what is hidden.
 */
export function markupText(root: StyledElement): string {
  return collapsed(textWithin(root))
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function contentOf(
  pdf: Pdf,
  kid: Value,
  ownPage: number | undefined,
): { readonly page: number | undefined; readonly mcid: number } | undefined {
  const value = pdf.resolve(kid)
  if (typeof value === 'number') return { page: ownPage, mcid: value }
  if (!(value instanceof Map) || !value.has('MCID')) return undefined
  return { page: idOf(value.get('Pg')) ?? ownPage, mcid: Number(value.get('MCID')) }
}

function textWithin({ element, style, children, before, after }: StyledElement): string {
  if (element.name === 'br') return ' '
  if (element.name === 'img' || element.name === 'svg') return ''
  const counter = { next: Number(element.attributes['start'] ?? 1) }
  const isFlex = style.display === 'flex'
  const inner = children.map((child) => {
    if (child.type === 'text') return child.text
    if (isLeftOut(child)) return ''
    const text = markerOf(child, counter) + textWithin(child)
    return isFlex || child.style.display !== 'inline' ? ` ${text} ` : text
  })
  const generated = [before, after].map((content) =>
    (content?.parts ?? []).map((part) => (part.kind === 'text' ? part.text : '')).join(''),
  )
  return [generated[0], ...inner, generated[1]].join('')
}

function isLeftOut({ element, style }: StyledElement): boolean {
  const isRunning = typeof style.position === 'object'
  return isRunning || style.display === 'none' || element.attributes['aria-hidden'] === 'true'
}

/** "1" or "–" before an item, and a space. */
function markerOf({ element, style }: StyledElement, counter: { next: number }): string {
  if (style.display !== 'list-item') return ''
  const number = Number(element.attributes['value'] ?? counter.next)
  counter.next = number + 1
  if (typeof style.listStyleType === 'object') return `${style.listStyleType.text} `
  return `${{ none: '', disc: '•', decimal: String(number) }[style.listStyleType]} `
}
