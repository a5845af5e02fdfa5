/** The structure tree of a file as it is written: elements with their content, annotations and attributes. */
import {
  asDictionary,
  nameOf,
  Reference,
  type Dictionary,
  type Pdf,
  type Value,
} from '../../paint/support/read-pdf.ts'

export interface TreeElement {
  readonly id: number
  /** The type as written; see `standardType`. */
  readonly type: string
  readonly dictionary: Dictionary
  readonly parent: TreeElement | undefined
  readonly children: TreeElement[]
  readonly marked: readonly { readonly page: number; readonly mcid: number }[]
  readonly annotations: readonly { readonly page: number; readonly object: number }[]
  readonly attributes: readonly Dictionary[]
}

/** All elements in document order; a type that the role map leads to a standard one has that type. */
export function readTree(pdf: Pdf): readonly TreeElement[] {
  const elements: TreeElement[] = []
  const visit = (reference: Value, parent: TreeElement | undefined): void => {
    if (!(reference instanceof Reference)) throw new Error('a structure element is indirect')
    const dictionary = asDictionary(pdf.resolve(reference))
    const page = idOf(dictionary.get('Pg'))
    const kids = listOf(pdf, dictionary.get('K'))
    const element: TreeElement = {
      id: reference.id,
      type: standardType(pdf, nameOf(pdf.resolve(dictionary.get('S'))) ?? ''),
      dictionary,
      parent,
      children: [],
      marked: kids.flatMap((kid) => markedBy(pdf, kid, page)),
      annotations: kids.flatMap((kid) => annotatedBy(pdf, kid, page)),
      attributes: listOf(pdf, dictionary.get('A')).map((value) => asDictionary(pdf.resolve(value))),
    }
    elements.push(element)
    parent?.children.push(element)
    for (const kid of kids) if (isElement(pdf, kid)) visit(kid, element)
  }
  for (const root of listOf(pdf, pdf.get(pdf.catalog, 'StructTreeRoot', 'K'))) {
    visit(root, undefined)
  }
  return elements
}

/** The parent tree: the value of each key (ISO 32000-1, 14.7.4.4). */
export function readParentTree(pdf: Pdf): ReadonlyMap<number, Value> {
  const numbers = pdf.get(pdf.catalog, 'StructTreeRoot', 'ParentTree', 'Nums')
  const entries = Array.isArray(numbers) ? numbers : []
  const tree = new Map<number, Value>()
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const [key, value] = [entries[index], entries[index + 1]]
    if (typeof key === 'number' && value !== undefined) tree.set(key, value)
  }
  return tree
}

/** The first attribute of this name, whoever owns it. */
export function attribute(pdf: Pdf, element: TreeElement, name: string): Value | undefined {
  const owner = element.attributes.find((attributes) => attributes.has(name))
  return pdf.resolve(owner?.get(name))
}

/** An array, or one value as an array of one, or nothing. */
export function listOf(pdf: Pdf, value: Value | undefined): readonly Value[] {
  const resolved = pdf.resolve(value)
  if (Array.isArray(resolved)) return resolved
  return value === undefined || resolved === undefined || resolved === null ? [] : [value]
}

export function idOf(value: Value | undefined): number | undefined {
  return value instanceof Reference ? value.id : undefined
}

function standardType(pdf: Pdf, type: string): string {
  const roleMap = pdf.get(pdf.catalog, 'StructTreeRoot', 'RoleMap')
  let name = type
  for (let step = 0; step < 8; step += 1) {
    const next = nameOf(pdf.get(roleMap, name))
    if (next === undefined) return name
    name = next
  }
  return name
}

function isElement(pdf: Pdf, kid: Value): boolean {
  const value = pdf.resolve(kid)
  return value instanceof Map && value.has('S')
}

function markedBy(pdf: Pdf, kid: Value, ownPage: number | undefined): TreeElement['marked'] {
  const value = pdf.resolve(kid)
  if (typeof value === 'number') return [{ page: ownPage ?? 0, mcid: value }]
  if (!(value instanceof Map) || nameOf(value.get('Type')) !== 'MCR') return []
  return [{ page: idOf(value.get('Pg')) ?? ownPage ?? 0, mcid: Number(value.get('MCID')) }]
}

function annotatedBy(
  pdf: Pdf,
  kid: Value,
  ownPage: number | undefined,
): TreeElement['annotations'] {
  const value = pdf.resolve(kid)
  if (!(value instanceof Map) || nameOf(value.get('Type')) !== 'OBJR') return []
  return [{ page: idOf(value.get('Pg')) ?? ownPage ?? 0, object: idOf(value.get('Obj')) ?? 0 }]
}
