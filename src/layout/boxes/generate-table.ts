/** Tables: rows and cells in a grid, with what the template left out put in (CSS 2.2, 17.2.1; HTML, 4.9.12). */
import { diagnose } from '../../diagnostics/index.ts'
import type { ComputedStyle, Display, StyledElement, StyledNode } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import type { Box, TableBox, TableCell, TableGroup, TableRow } from '../box.ts'
import { elementName } from '../element-name.ts'
import type { BoxSource } from '../fragment.ts'
import type { Generator, Surroundings } from './generate-boxes.ts'

/** What a table, group or row is made from. An anonymous one borrows the element it stands in for its name. */
interface Origin {
  readonly element: Element
  readonly style: ComputedStyle
  readonly isAnonymous?: true
}

const roles = {
  'table-header-group': 'head',
  'table-row-group': 'body',
  'table-footer-group': 'foot',
} as const

/** Whether an element needs a table around it. */
export function isTablePart(display: Display): boolean {
  return display === 'table-row' || display === 'table-cell' || roleOf(display) !== undefined
}

export function generateTable(
  generator: Generator,
  node: StyledElement,
  around: Surroundings,
): TableBox {
  return buildTable(createBuilder(generator, around), node, node.children)
}

/** A table around rows or cells that stand in no table. */
export function generateAnonymousTable(
  generator: Generator,
  parts: readonly StyledElement[],
  container: Origin,
  around: Surroundings,
): TableBox {
  const builder = createBuilder(generator, around)
  return buildTable(builder, anonymous(builder, container, 'table'), parts)
}

interface Builder extends Generator {
  readonly around: Surroundings
}

function createBuilder(generator: Generator, around: Surroundings): Builder {
  return { ...generator, around }
}

function buildTable(builder: Builder, origin: Origin, children: readonly StyledNode[]): TableBox {
  const captions: Box[] = []
  const groups: TableGroup[] = []
  // In document order, which is the order of the tags; heads and feet are printed elsewhere.
  const sources: BoxSource[] = []
  let loose: StyledElement[] = []
  const addGroup = (group: TableGroup): void => {
    groups.push(group)
    sources.push(group.source)
  }
  const endLoose = (): void => {
    if (loose.length > 0)
      addGroup(buildGroup(builder, anonymous(builder, origin, 'table-row-group'), loose))
    loose = []
  }
  for (const child of elementsOf(builder, origin, children)) {
    if (child.element.name === 'caption') {
      const caption = builder.block(child, builder.around)
      captions.push(caption)
      sources.push(caption.source)
    } else if (roleOf(child.style.display) === undefined) {
      loose.push(child)
    } else {
      endLoose()
      addGroup(buildGroup(builder, child, child.children))
    }
  }
  endLoose()
  return {
    ...baseOf(origin),
    kind: 'table',
    source: sourceOf(origin, sources),
    anchors: [],
    captions,
    groups: inPrintOrder(groups),
    columnCount: Math.max(0, ...groups.flatMap(({ rows }) => rows.map(columnsOf))),
  }
}

/** The first head comes first and the first foot last; more of them are bodies (CSS 2.2, 17.2). */
function inPrintOrder(groups: readonly TableGroup[]): readonly TableGroup[] {
  const head = groups.find(({ role }) => role === 'head')
  const foot = groups.find(({ role }) => role === 'foot')
  const bodies = groups.filter((group) => group !== head && group !== foot)
  return [...(head ? [head] : []), ...bodies, ...(foot ? [foot] : [])]
}

function buildGroup(builder: Builder, origin: Origin, children: readonly StyledNode[]): TableGroup {
  const rows: TableRow[] = []
  // How many more rows each column is taken by a cell from above.
  const taken: number[] = []
  let loose: StyledElement[] = []
  const endLoose = (): void => {
    if (loose.length > 0)
      rows.push(buildRow(builder, anonymous(builder, origin, 'table-row'), loose, taken))
    loose = []
  }
  for (const child of elementsOf(builder, origin, children)) {
    if (child.style.display === 'table-row') {
      endLoose()
      rows.push(buildRow(builder, child, child.children, taken))
    } else {
      loose.push(child)
    }
  }
  endLoose()
  return {
    ...baseOf(origin),
    source: sourceOf(
      origin,
      rows.map(({ source }) => source),
    ),
    anchors: [],
    role: roleOf(origin.style.display) ?? 'body',
    rows: clipSpans(rows),
  }
}

function buildRow(
  builder: Builder,
  origin: Origin,
  children: readonly StyledNode[],
  taken: number[],
): TableRow {
  const cells: TableCell[] = []
  let column = 0
  for (const child of elementsOf(builder, origin, children)) {
    if (child.style.display !== 'table-cell')
      reportContent(builder, elementName(child.element), origin)
    while ((taken[column] ?? 0) > 0) column += 1
    const columnSpan = spanOf(child.element, 'colspan')
    const rowSpan = spanOf(child.element, 'rowspan')
    cells.push({ box: builder.container(child, builder.around), column, columnSpan, rowSpan })
    for (let index = column; index < column + columnSpan; index += 1) taken[index] = rowSpan
    column += columnSpan
  }
  for (let index = 0; index < taken.length; index += 1) {
    taken[index] = Math.max(0, (taken[index] ?? 0) - 1)
  }
  return {
    ...baseOf(origin),
    source: sourceOf(
      origin,
      cells.map(({ box }) => box.source),
    ),
    anchors: [],
    cells,
  }
}

/** No cell reaches out of its group (HTML, 4.9.12.1). */
function clipSpans(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, rows.length - index),
    })),
  }))
}

/** Child elements that are shown; text between them is reported. */
function elementsOf(
  builder: Builder,
  origin: Origin,
  children: readonly StyledNode[],
): readonly StyledElement[] {
  return children.flatMap((child) => {
    if (child.type === 'element') return child.style.display === 'none' ? [] : [child]
    const text = child.text.trim()
    if (text !== '') reportContent(builder, `the text "${text}"`, origin)
    return []
  })
}

function reportContent({ report }: Builder, name: string, { element }: Origin): void {
  report(diagnose('layout-table-content', { name, within: elementName(element) }, element.place))
}

function columnsOf({ cells }: TableRow): number {
  return Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))
}

function spanOf({ attributes }: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attributes[name] ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.max(1, Math.min(span, 1000))
}

function roleOf(display: Display): TableGroup['role'] | undefined {
  switch (display) {
    case 'table-header-group':
    case 'table-row-group':
    case 'table-footer-group':
      return roles[display]
    default:
      return undefined
  }
}

function anonymous(builder: Builder, { element, style }: Origin, display: Display): Origin {
  return { element, style: { ...builder.anonymousStyle(style), display }, isAnonymous: true }
}

function baseOf({ element, style }: Origin): Pick<TableRow, 'style' | 'name' | 'place'> {
  return { style, name: elementName(element), place: element.place }
}

function sourceOf(
  { element, style, isAnonymous }: Origin,
  children: readonly BoxSource[],
): BoxSource {
  return {
    element: isAnonymous === true ? undefined : element,
    style,
    children,
    inlines: [],
    replaced: false,
    marker: undefined,
  }
}
