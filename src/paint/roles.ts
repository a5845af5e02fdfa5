/** Which structure type an element becomes (ISO 32000-1, 14.8.4; Tagged PDF Best Practice Guide). */
import type { StructureElement, StructureRole } from '../drawing.ts'
import type { BoxSource } from '../layout/fragment.ts'
import type { Element } from '../template/markup.ts'

const roles: ReadonlyMap<string, StructureRole> = new Map(
  Object.entries({
    section: 'Sect',
    article: 'Art',
    aside: 'Sect',
    blockquote: 'BlockQuote',
    h1: 'H1',
    h2: 'H2',
    h3: 'H3',
    h4: 'H4',
    h5: 'H5',
    h6: 'H6',
    p: 'P',
    ul: 'L',
    ol: 'L',
    li: 'LI',
    table: 'Table',
    caption: 'Caption',
    figcaption: 'Caption',
    thead: 'THead',
    tbody: 'TBody',
    tfoot: 'TFoot',
    tr: 'TR',
    th: 'TH',
    td: 'TD',
    a: 'Link',
  }),
)

/** The structure type of a box's element; undefined for one that only groups. */
export function roleOf(element: Element): StructureRole | undefined {
  // A list item or a row means nothing outside its list or table.
  if (element.name === 'li' && !isOneOf(element.parent, ['ul', 'ol'])) return undefined
  return roles.get(element.name)
}

/** 1 to 6, or undefined for an element that is no heading. */
export function headingLevel(element: Element): number | undefined {
  const level = /^h([1-6])$/.exec(element.name)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** Types whose text stands in them directly, without a paragraph. */
export function holdsText(role: StructureRole): boolean {
  return textRoles.has(role)
}

const textRoles: ReadonlySet<StructureRole> = new Set<StructureRole>([
  ...(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P'] as const),
  ...(['Caption', 'Lbl', 'Span', 'Link', 'LBody', 'TH', 'TD'] as const),
])

/** Types that may hold paragraphs as well as text of their own: with both, the text becomes a paragraph too. */
export function holdsBlocks(role: StructureRole): boolean {
  return role === 'LBody' || role === 'TH' || role === 'TD'
}

/** How the items of a list are numbered. */
export function listNumbering({ style }: BoxSource): NonNullable<StructureElement['list']> {
  const { listStyleType } = style
  return typeof listStyleType === 'string' ? listStyleType : 'disc'
}

/** What a table cell says of itself. */
export function cellAttributes(cell: Element): NonNullable<StructureElement['cell']> {
  const columnSpan = spanOf(cell.attributes['colspan'])
  const rowSpan = spanOf(cell.attributes['rowspan'])
  return {
    ...(cell.name === 'th' ? { scope: scopeOf(cell) } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }
}

/** What a header cell heads: as it says, or its column in the table's head, its row when it begins one. */
function scopeOf(cell: Element): 'row' | 'column' {
  const { scope } = cell.attributes
  if (scope !== undefined) return scope.startsWith('row') ? 'row' : 'column'
  const row = cell.parent
  if (isOneOf(row?.parent, ['thead'])) return 'column'
  return row?.children.find((child) => child.type === 'element') === cell ? 'row' : 'column'
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? 1)
  return Number.isInteger(span) && span > 1 ? span : 1
}

function isOneOf(element: Element | undefined, names: readonly string[]): boolean {
  return element !== undefined && names.includes(element.name)
}
