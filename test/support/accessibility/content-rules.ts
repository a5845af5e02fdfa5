/** Whether pages and tree agree: all that is painted is tagged or an artifact, and every tag leads there and back. */
import {
  asText,
  nameOf,
  readOperators,
  Reference,
  type Pdf,
  type Value,
} from '../../paint/support/read-pdf.ts'
import { idOf, listOf, readParentTree, type TreeElement } from './tree.ts'

type Fail = (condition: string, message: string) => void

/** Glyph codes shown in each font, by the object number of the font. */
export type UsedCodes = Map<number, Set<number>>

export function checkContent(pdf: Pdf, elements: readonly TreeElement[], fail: Fail): UsedCodes {
  const owners = new Map<string, TreeElement>()
  for (const element of elements) {
    for (const { page, mcid } of element.marked) {
      const key = `${page}/${mcid}`
      if (owners.has(key)) fail('tree', `content ${key} belongs to two elements`)
      owners.set(key, element)
    }
  }
  const parentTree = readParentTree(pdf)
  const used: UsedCodes = new Map()
  for (const { reference, page } of pdf.pages()) {
    const marks = readMarks(pdf, page, used, fail)
    const keys = listOf(pdf, parentTree.get(Number(page.get('StructParents'))))
    for (const mcid of marks) {
      const owner = owners.get(`${reference.id}/${mcid}`)
      if (owner === undefined) fail('01-006', `content ${mcid} is not in the tree`)
      else if (idOf(keys[mcid]) !== owner.id) fail('tree', `the parent tree misleads for ${mcid}`)
    }
    for (const key of owners.keys()) {
      const [onPage, mcid] = key.split('/').map(Number)
      if (onPage === reference.id && !marks.has(mcid ?? -1)) {
        fail('tree', `content ${mcid} of the tree is not on its page`)
      }
    }
    checkAnnotations(pdf, { page, pageId: reference.id, elements, parentTree }, fail)
  }
  checkForms(pdf, fail)
  return used
}

const painting: ReadonlySet<string> = new Set([
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'BI'],
])

/** The marked-content identifiers of a page; reports what is unmarked or wrongly nested. */
function readMarks(
  pdf: Pdf,
  page: ReadonlyMap<string, Value>,
  used: UsedCodes,
  fail: Fail,
): ReadonlySet<number> {
  const seen = new Set<number>()
  const open: { readonly isArtifact: boolean; readonly mcid: number | undefined }[] = []
  let codes = new Set<number>()
  for (const { operator, operands } of readOperators(pdf.data(page.get('Contents')))) {
    if (operator === 'BDC' || operator === 'BMC') {
      const value = operands[1] instanceof Map ? operands[1].get('MCID') : undefined
      const mcid = typeof value === 'number' ? value : undefined
      const isArtifact = nameOf(operands[0]) === 'Artifact'
      if (isArtifact && open.some((mark) => mark.mcid !== undefined)) {
        fail('01-003', 'an artifact in tagged content')
      }
      if (mcid !== undefined && open.some((mark) => mark.isArtifact)) {
        fail('01-004', 'tagged content in an artifact')
      }
      if (mcid !== undefined && seen.has(mcid)) fail('tree', `content ${mcid} twice on a page`)
      if (mcid !== undefined) seen.add(mcid)
      open.push({ isArtifact, mcid })
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) fail('content', 'EMC without BDC')
    } else if (operator === 'Tf') {
      const font = pdf.get(page.get('Resources'), 'Font')
      const id = font instanceof Map ? idOf(font.get(nameOf(operands[0]) ?? '')) : undefined
      codes = used.get(id ?? 0) ?? new Set()
      used.set(id ?? 0, codes)
    } else if (painting.has(operator)) {
      if (!open.some((mark) => mark.isArtifact || mark.mcid !== undefined)) {
        fail('01-005', `${operator} is neither tagged nor an artifact`)
      }
      for (const code of codesOf(operands[0])) codes.add(code)
    }
  }
  if (open.length > 0) fail('content', 'marked content does not end')
  return seen
}

function codesOf(shown: Value | undefined): readonly number[] {
  return (Array.isArray(shown) ? shown : [shown]).flatMap((part) =>
    part instanceof Buffer
      ? Array.from({ length: part.length >> 1 }, (_, index) => part.readUInt16BE(2 * index))
      : [],
  )
}

interface PageInTree {
  readonly page: ReadonlyMap<string, Value>
  readonly pageId: number
  readonly elements: readonly TreeElement[]
  readonly parentTree: ReadonlyMap<number, Value>
}

function checkAnnotations(pdf: Pdf, inTree: PageInTree, fail: Fail): void {
  const { page, pageId, elements, parentTree } = inTree
  const annotations = listOf(pdf, page.get('Annots'))
  if (nameOf(page.get('Tabs')) !== 'S') fail('28-008', 'the page has no tab order by structure')
  for (const reference of annotations) {
    if (!(reference instanceof Reference)) throw new Error('an annotation is indirect')
    const annotation = pdf.resolve(reference)
    const subtype = nameOf(pdf.get(annotation, 'Subtype')) ?? 'annotation'
    if (subtype === 'Popup') continue
    const owner = elements.find((element) =>
      element.annotations.some(({ object }) => object === reference.id),
    )
    const isLink = subtype === 'Link'
    if (isLink && owner?.type !== 'Link') fail('28-011', 'a link that is not in Link')
    if (!isLink && owner === undefined) fail('28-002', `${subtype} is not in the tree`)
    const said = pdf.get(annotation, 'Contents')
    if (said === undefined || asText(said).trim() === '') {
      fail(isLink ? '28-012' : '28-004', `${subtype} without a description`)
    }
    if (owner === undefined) continue
    const own = owner.annotations.find(({ object }) => object === reference.id)
    if (own?.page !== pageId) fail('tree', `${subtype} is said to be on another page`)
    const key = Number(pdf.get(annotation, 'StructParent'))
    if (idOf(parentTree.get(key)) !== owner.id)
      fail('tree', `the parent tree misleads for ${subtype}`)
  }
}

/** A form may be painted more than once, its content tagged only once: so it has no tags of its own. */
function checkForms(pdf: Pdf, fail: Fail): void {
  for (const [id, { value }] of pdf.objects) {
    if (nameOf(pdf.get(value, 'Subtype')) !== 'Form') continue
    if (pdf.data(new Reference(id)).includes('/MCID')) fail('30-002', 'tagged content in a form')
  }
}
