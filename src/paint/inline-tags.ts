/** Tags inside a paragraph: links, changes of language and pictures; all other inline elements only look different. */
import type { ContentSlot, StructureElement, StructureNode, StructureRole } from '../drawing.ts'
import type { InlineSource } from '../layout/fragment.ts'
import type { Element } from '../template/markup.ts'
import { tagPicture, type Tagging } from './tagging.ts'
import { isHidden } from './text-alternative.ts'

/** Tag the content of one paragraph. Neighbouring stretches inside the same tags share one slot. */
export function tagInlines(
  inlines: readonly InlineSource[],
  language: string,
  tagging: Tagging,
): readonly StructureNode[] {
  const root = openTag(undefined, 'P', language)
  // The tags open around the last stretch, from the outside in.
  let open: readonly OpenTag[] = [root]
  for (const inline of inlines) {
    const pictures = tagging.picturesInLines.get(inline) ?? []
    const chain = inline.chain.filter((element) => !pictures.includes(element))
    if (chain.some(isHidden)) continue
    open = enter(chain, root, open)
    const innermost = open.at(-1) ?? root
    tagging.inlines.set(inline, slotFor(innermost))
    for (const { area } of open) if (area !== undefined) tagging.linkAreas.set(inline, area)
    for (const picture of pictures) {
      innermost.children.push(...tagPicture(picture, {}, tagging))
    }
  }
  return finish(root)
}

interface OpenTag {
  readonly element: Element | undefined
  readonly role: StructureRole
  readonly language: string
  /** Set where it differs from the language around. */
  readonly changed: { readonly language?: string }
  readonly children: (ContentSlot | StructureElement | OpenTag)[]
  /** Of a link: where its active areas belong. */
  readonly area: ContentSlot | undefined
}

function openTag(
  element: Element | undefined,
  role: StructureRole,
  language: string,
  changed: { readonly language?: string } = {},
): OpenTag {
  const area = role === 'Link' ? ({ kind: 'content' } as const) : undefined
  return { element, role, language, changed, children: [], area }
}

/** The tags that a chain of inline elements needs: those still open from before are used again. */
function enter(
  chain: readonly Element[],
  root: OpenTag,
  before: readonly OpenTag[],
): readonly OpenTag[] {
  const open = [root]
  let parent = root
  for (const element of chain) {
    const { lang } = element.attributes
    const changed = lang === undefined || lang === parent.language ? {} : { language: lang }
    const role = element.name === 'a' ? 'Link' : 'Span'
    if (role === 'Span' && changed.language === undefined) continue
    const known = before[open.length]
    const isOpen = known?.element === element && before[open.length - 1] === parent
    const tag = isOpen
      ? known
      : openTag(element, role, changed.language ?? parent.language, changed)
    if (!isOpen) parent.children.push(tag)
    open.push(tag)
    parent = tag
  }
  return open
}

function slotFor({ children }: OpenTag): ContentSlot {
  const last = children.at(-1)
  if (last !== undefined && 'kind' in last && last.kind === 'content') return last
  const slot: ContentSlot = { kind: 'content' }
  children.push(slot)
  return slot
}

function finish(tag: OpenTag): readonly StructureNode[] {
  return tag.children.map((child) => {
    if ('kind' in child) return child
    const { role, changed, area } = child
    // The areas of a link come after its text; one that is broken over lines has several.
    const children = [...finish(child), ...(area === undefined ? [] : [area])]
    return { kind: 'element', role, ...changed, children }
  })
}
