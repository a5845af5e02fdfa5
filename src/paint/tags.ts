/** The structure tree of a document, made from the tree of its boxes, and where each piece of content belongs in it. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import type { ContentSlot, StructureElement, StructureNode, StructureRole } from '../drawing.ts'
import type { BoxSource, InlineSource } from '../layout/fragment.ts'
import type { Element } from '../template/markup.ts'
import { tagInlines } from './inline-tags.ts'
import {
  cellAttributes,
  headingLevel,
  holdsBlocks,
  holdsText,
  listNumbering,
  roleOf,
} from './roles.ts'
import { createTagging, tagPicture, type Tagging } from './tagging.ts'
import { isHidden } from './text-alternative.ts'

/** Content that has no slot is an artifact: hidden, decorative, or not in the document at all. */
export interface Tags {
  readonly structure: StructureElement
  readonly inlines: ReadonlyMap<InlineSource, ContentSlot>
  /** By the picture's element. */
  readonly pictures: ReadonlyMap<Element, ContentSlot>
  /** Where the active areas of a link belong: by its content in lines, or by the element of a box. */
  readonly linkAreas: ReadonlyMap<Element | InlineSource, ContentSlot>
}

/** What surrounds a box: the nearest tagged ancestor's role, and the language said by it or above it. */
interface Around {
  readonly role: StructureRole
  readonly language: string
}

/** Tag a document. Headings that skip a level and pictures without an alternative are reported. */
export function tagDocument(
  source: BoxSource,
  language: string,
  picturesInLines: ReadonlyMap<InlineSource, readonly Element[]>,
  report: Report,
): Tags {
  const tagging = createTagging(picturesInLines, report)
  checkHeadings(source, report)
  const children = tagContent(source, { role: 'Document', language }, tagging)
  const { inlines, pictures, linkAreas } = tagging
  return {
    structure: { kind: 'element', role: 'Document', children },
    inlines,
    pictures,
    linkAreas,
  }
}

/** The tree without slots that nothing was painted into, and without elements that this leaves empty. */
export function pruneStructure(
  element: StructureElement,
  painted: ReadonlySet<ContentSlot>,
): StructureElement {
  const children = element.children.flatMap((child): readonly StructureNode[] => {
    if (child.kind === 'content') return painted.has(child) ? [child] : []
    const pruned = pruneStructure(child, painted)
    // An empty cell keeps its neighbours in their columns.
    const isKept = pruned.children.length > 0 || pruned.role === 'TD' || pruned.role === 'TH'
    if (!isKept) return []
    return isPictureAlone(pruned) ? pruned.children : [pruned]
  })
  return { ...element, children }
}

/** A paragraph of nothing but pictures is no paragraph. */
function isPictureAlone({ role, language, children }: StructureElement): boolean {
  return (
    role === 'P' &&
    language === undefined &&
    children.length > 0 &&
    children.every((child) => child.kind === 'element' && child.role === 'Figure')
  )
}

function tagBox(source: BoxSource, around: Around, tagging: Tagging): readonly StructureNode[] {
  const { element } = source
  if (element === undefined) return tagContent(source, around, tagging)
  if (isHidden(element)) return []
  const language = source.style.language
  const changed = language !== '' && language !== around.language ? { language } : {}
  if (source.replaced) return tagPicture(element, changed, tagging)
  const role = roleFor(source, element)
  if (role === undefined && changed.language === undefined) {
    return tagContent(source, around, tagging)
  }
  const inside: Around = {
    role: role ?? groupIn(around.role),
    language: changed.language ?? around.language,
  }
  const children =
    role === 'LI' ? tagListItem(source, inside, tagging) : tagContent(source, inside, tagging)
  const tagged: StructureElement = {
    kind: 'element',
    role: inside.role,
    ...changed,
    ...(role === 'L' ? { list: listNumbering(source) } : {}),
    ...(role === 'TH' || role === 'TD' ? { cell: cellAttributes(element) } : {}),
    children,
  }
  if (role !== 'Link') return [tagged]
  const area: ContentSlot = { kind: 'content' }
  tagging.linkAreas.set(element, area)
  const link = { ...tagged, children: [...children, area] }
  return [holdsText(around.role) ? link : paragraph([link])]
}

/** What an element that only groups becomes when it says its own language. */
function groupIn(role: StructureRole): StructureRole {
  return holdsText(role) && !holdsBlocks(role) ? 'Span' : 'Div'
}

/** A `figure` around nothing but a picture is that picture; with a caption it groups the two. */
function roleFor(source: BoxSource, element: Element): StructureRole | undefined {
  if (element.name !== 'figure') return roleOf(element)
  return source.children.some((child) => child.element?.name === 'figcaption') ? 'Div' : undefined
}

/** The marker is the label, all else the body. */
function tagListItem(
  source: BoxSource,
  around: Around,
  tagging: Tagging,
): readonly StructureNode[] {
  const [first, ...others] = source.children
  const hasMarker = first?.marker !== undefined
  const body = { ...source, children: hasMarker ? others : source.children }
  const label = hasMarker ? tagInlines(first.inlines, around.language, tagging) : []
  return [
    ...(label.length === 0 ? [] : [tag('Lbl', label)]),
    tag('LBody', tagContent(body, { ...around, role: 'LBody' }, tagging)),
  ]
}

/** What a box holds: its own text, as a paragraph where its role does not hold text, and its children. */
function tagContent(source: BoxSource, around: Around, tagging: Tagging): readonly StructureNode[] {
  const text = tagInlines(source.inlines, around.language, tagging)
  const children = source.children.flatMap((child) =>
    tagBox(child, aroundChild(source, around), tagging),
  )
  if (text.length === 0) return children
  return [...(holdsText(around.role) ? text : [paragraph(text)]), ...children]
}

/** Text beside blocks in a list item or cell is a paragraph among them, text alone stands in it directly. */
function aroundChild(parent: BoxSource, around: Around): Around {
  const isAlone = parent.children.length === 1 && parent.inlines.length === 0
  return holdsBlocks(around.role) && !isAlone ? { ...around, role: 'Div' } : around
}

function paragraph(children: readonly StructureNode[]): StructureElement {
  return tag('P', children)
}

function tag(role: StructureRole, children: readonly StructureNode[]): StructureElement {
  return { kind: 'element', role, children }
}

/** Headings begin with 1 and go down one level at a time (ISO 14289-1, 7.4.2). */
function checkHeadings(root: BoxSource, report: Report): void {
  let previous = 0
  const visit = (source: BoxSource): void => {
    const { element } = source
    if (element !== undefined && isHidden(element)) return
    const level = element && headingLevel(element)
    if (level !== undefined) {
      if (level > previous + 1) {
        report(diagnose('output-heading-level-skipped', { level, previous }, element?.place))
      }
      previous = level
    }
    source.children.forEach(visit)
  }
  visit(root)
}
