/** What the structure tree must be: standard types in their places, headings in order, alternatives for pictures. */
import { asText, type Pdf } from '../../paint/support/read-pdf.ts'
import { attribute, idOf, type TreeElement } from './tree.ts'

type Fail = (condition: string, message: string) => void

export function checkStructure(pdf: Pdf, elements: readonly TreeElement[], fail: Fail): void {
  for (const element of elements) {
    checkPlace(pdf, element, fail)
    checkAlternative(pdf, element, fail)
    if (element.type === 'TH' && attribute(pdf, element, 'Scope') === undefined) {
      fail('15-003', 'TH without Scope')
    }
    if (element.type === 'Table') checkRows(pdf, element, fail)
  }
  checkHeadings(elements, fail)
  checkNotes(elements, fail)
}

const standardTypes: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl'],
  ...['LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note'],
  ...['Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu'],
  ...['WT', 'WP', 'Figure', 'Formula', 'Form'],
])

/** What may stand in an element, where the standard restricts it, and the condition that says so. */
const contents: Readonly<Record<string, readonly [condition: string, ...types: string[]]>> = {
  Table: ['09-004', 'TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['09-004', 'TR'],
  TBody: ['09-004', 'TR'],
  TFoot: ['09-004', 'TR'],
  TR: ['09-004', 'TH', 'TD'],
  L: ['09-005', 'LI', 'L', 'Caption'],
  LI: ['09-005', 'Lbl', 'LBody'],
  TOC: ['09-006', 'TOC', 'TOCI', 'Caption'],
}

/** What an element may stand in. */
const parents: Readonly<Record<string, readonly [condition: string, ...types: string[]]>> = {
  TR: ['09-004', 'Table', 'THead', 'TBody', 'TFoot'],
  TH: ['09-004', 'TR'],
  TD: ['09-004', 'TR'],
  LI: ['09-005', 'L'],
  LBody: ['09-005', 'LI'],
}

function checkPlace(pdf: Pdf, element: TreeElement, fail: Fail): void {
  const { type, parent, children, marked, annotations } = element
  if (!standardTypes.has(type)) fail('02-001', `${type} is not a standard type`)
  const above = parent?.id ?? idOf(pdf.catalog.get('StructTreeRoot'))
  if (idOf(element.dictionary.get('P')) !== above) fail('tree', `${type} has another parent`)
  // A cell may be empty: somebody writes into it.
  const holds = children.length + marked.length + annotations.length
  if (holds === 0 && type !== 'TD') fail('tree', `${type} is empty`)
  const [condition, ...allowed] = contents[type] ?? []
  if (condition !== undefined) {
    for (const child of children) {
      if (!allowed.includes(child.type)) fail(condition, `${child.type} in ${type}`)
    }
  }
  const [parentCondition, ...allowedParents] = parents[type] ?? []
  if (parentCondition !== undefined && !allowedParents.includes(parent?.type ?? '')) {
    fail(parentCondition, `${type} in ${parent?.type ?? 'nothing'}`)
  }
}

function checkAlternative(pdf: Pdf, element: TreeElement, fail: Fail): void {
  const { type, dictionary } = element
  if (type !== 'Figure' && type !== 'Formula') return
  const text = pdf.resolve(dictionary.get('Alt') ?? dictionary.get('ActualText'))
  if (text === undefined || asText(text).trim() === '') {
    fail(type === 'Figure' ? '13-004' : '17-002', `${type} without alternative text`)
  }
  // No condition of Matterhorn's; ISO 32000-1, 14.8.5.4.3 wants it, and PAC warns.
  if (type === 'Figure' && attribute(pdf, element, 'BBox') === undefined) {
    fail('figure', 'Figure without BBox')
  }
}

function checkHeadings(elements: readonly TreeElement[], fail: Fail): void {
  let before = 0
  for (const { type } of elements) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1])
    if (Number.isNaN(level)) continue
    if (before === 0 && level !== 1) fail('14-002', `the first heading is ${type}`)
    else if (level > before + 1) fail('14-003', `${type} after H${before}`)
    before = level
  }
}

function checkNotes(elements: readonly TreeElement[], fail: Fail): void {
  const seen = new Set<string>()
  for (const { type, dictionary } of elements) {
    if (type !== 'Note') continue
    const id = dictionary.has('ID') ? asText(dictionary.get('ID')) : ''
    if (id === '') fail('19-003', 'Note without ID')
    else if (seen.has(id)) fail('19-004', `two notes with the ID ${id}`)
    seen.add(id)
  }
}

/** Every row covers as many columns as the others, cells that span rows counted in each. */
function checkRows(pdf: Pdf, table: TreeElement, fail: Fail): void {
  const span = (cell: TreeElement, name: string) => Number(attribute(pdf, cell, name) ?? 1)
  const groups = table.children.some(({ type }) => type === 'TR') ? [table] : table.children
  const widths = new Set<number>()
  for (const group of groups) {
    const rows = group.children.filter(({ type }) => type === 'TR')
    const covered = rows.map(() => 0)
    rows.forEach((row, index) => {
      for (const cell of row.children) {
        for (let down = index; down < index + span(cell, 'RowSpan'); down += 1) {
          covered[down] = (covered[down] ?? 0) + span(cell, 'ColSpan')
        }
      }
    })
    for (const width of covered) widths.add(width)
  }
  if (widths.size > 1) fail('table', `rows of ${[...widths].join(' and ')} columns`)
}
