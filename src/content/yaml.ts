/** YAML text as plain values, and the place in the file of every value and field. The only import of `yaml`. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type YAMLMap,
} from 'yaml'
import { diagnose, placeAt, type Place, type Report, type SourceFile } from '../diagnostics/index.ts'
import { findTooDeep } from './yaml-depth.ts'
import { reportSyntax } from './yaml-syntax.ts'

/** Where a value is: `['steps', 'end', 2]`. The root is `[]`. */
export type ValuePath = readonly (string | number)[]

/** A YAML file that could be read: its fields, and where each is written. */
export interface YamlFile {
  readonly source: SourceFile
  /** Plain objects, arrays, strings, numbers, booleans, and null for an empty value. */
  readonly value: Readonly<Record<string, unknown>>
  /** The value at a path, or undefined when there is none. */
  readonly valueOf: (path: ValuePath) => unknown
  /** The place of a value, or of a word in it; of the nearest value around it when there is none. */
  readonly placeOf: (path: ValuePath, word?: string) => Place
  /** The place of the name of a field. */
  readonly placeOfField: (path: ValuePath) => Place
  /** What the author wrote for a value: `1.0`, not 1. */
  readonly written: (path: ValuePath) => string
  /** True for `b` in `{ a: x, b }`: usually the rest of a text with a comma. */
  readonly isBareField: (path: ValuePath) => boolean
}

/** Deeper than any content file; a bomb or an open bracket is stopped here. */
export const DEEPEST_LEVEL = 16

/** At most this many problems of one file are listed. */
export const MOST_PROBLEMS = 50

/** Read YAML 1.2 (core schema: dates stay text). Undefined when there were errors, all reported. */
export function readYaml(source: SourceFile, report: Report): YamlFile | undefined {
  const tooDeep = findTooDeep(source.text)
  if (tooDeep !== undefined) {
    report(diagnose('content-too-deep', { levels: DEEPEST_LEVEL }, placeAt(source, tooDeep)))
    return undefined
  }
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // Checked below in linear time; the library compares each field with all before it.
    uniqueKeys: false,
    prettyErrors: false,
    // 'silent' would hide that there is a second document.
    logLevel: 'error',
  })
  if (document.errors.length > 0) {
    reportSyntax(source, document.errors, report)
    return undefined
  }
  if (document.directives?.yaml.explicit === true) {
    const details = { problem: '%YAML is not used in content files', hint: 'remove the line' }
    report(diagnose('content-yaml-syntax', details, placeAt(source, source.text.indexOf('%YAML'), 5)))
    return undefined
  }
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) {
    report(diagnose('content-empty-file', { path: source.path }, placeAt(source, 0)))
    return undefined
  }
  if (!isMap(root)) {
    const glued = isScalar(root) && /^[\w-]+:\S/.test(String(root.value))
    const hint = glued ? 'write a space after the colon' : undefined
    report(diagnose('content-no-fields', { hint }, placeAt(source, startOf(root))))
    return undefined
  }
  const problems: Problem[] = []
  checkProperties(root, { source, problems })
  const value = mapValue(root, { source, problems }, 1)
  for (const { make } of problems.slice(0, MOST_PROBLEMS)) report(make())
  if (problems.length > MOST_PROBLEMS) {
    report(diagnose('content-more-problems', { shown: MOST_PROBLEMS }, placeAt(source, 0)))
  }
  return problems.length > 0 ? undefined : { source, value, valueOf: (path) => valueAt(value, path), ...places(source, root) }
}

/** A problem not yet worded: finding a place costs time, and only the first ones are listed. */
interface Problem {
  readonly make: () => ReturnType<typeof diagnose>
}

interface Reading {
  readonly source: SourceFile
  readonly problems: Problem[]
}

function plainValue(node: unknown, reading: Reading, level: number): unknown {
  const { source, problems } = reading
  if (isAlias(node)) {
    problems.push({
      make: () => diagnose('content-alias', { written: `*${node.source}` }, placeOfNode(source, node)),
    })
    return undefined
  }
  if (isScalar(node) || isMap(node) || isSeq(node)) checkProperties(node, reading)
  if ((isMap(node) || isSeq(node)) && level >= DEEPEST_LEVEL) {
    problems.push({
      make: () => diagnose('content-too-deep', { levels: DEEPEST_LEVEL }, placeOfNode(source, node)),
    })
    return undefined
  }
  if (isMap(node)) return mapValue(node, reading, level + 1)
  if (isSeq(node)) return node.items.map((item) => plainValue(item, reading, level + 1))
  if (!isScalar(node)) return null
  checkListInText(node, reading)
  return node.value
}

/** Anchors and tags, written before a value. */
function checkProperties(node: Node & { anchor?: string; tag?: string }, reading: Reading): void {
  const { source, problems } = reading
  const { anchor, tag } = node
  if (anchor !== undefined && anchor !== '') {
    const place = () => placeBefore(source, node, `&${anchor}`)
    problems.push({ make: () => diagnose('content-alias', { written: `&${anchor}` }, place()) })
  }
  if (tag !== undefined) {
    const written = tag.replace('tag:yaml.org,2002:', '!!')
    const place = () => placeBefore(source, node, written)
    problems.push({ make: () => diagnose('content-tag', { written }, place()) })
  }
}

/** "field: text", then "  - entry": YAML reads one text, "text - entry". */
function checkListInText(node: Node, { source, problems }: Reading): void {
  if (!isScalar(node) || node.type !== 'PLAIN') return
  const start = startOf(node)
  const match = /\n[ \t]*(- )/.exec(source.text.slice(start, endOf(node)))
  if (match === null) return
  const offset = start + match.index + match[0].length - 2
  problems.push({ make: () => diagnose('content-list-in-text', {}, placeAt(source, offset)) })
}

function mapValue(map: YAMLMap, reading: Reading, level: number): Record<string, unknown> {
  const { source, problems } = reading
  const fields = new Map<string, unknown>()
  const seen = new Map<string, Node>()
  for (const { key, value } of map.items) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      problems.push({ make: () => notText(source, key) })
      continue
    }
    checkProperties(key, reading)
    const name = key.value
    const earlier = seen.get(name)
    if (earlier !== undefined) {
      problems.push({
        make: () => {
          const { line } = placeOfNode(source, earlier)
          return diagnose('content-duplicate-field', { field: name, line }, placeOfNode(source, key))
        },
      })
      continue
    }
    seen.set(name, key)
    if (name === '<<') {
      problems.push({ make: () => diagnose('content-alias', { written: '<<' }, placeOfNode(source, key)) })
    }
    // A field of this name would reach into the objects of the program.
    if (name === '__proto__') {
      const details = { field: name, hint: undefined }
      problems.push({
        make: () => diagnose('content-unknown-field', details, placeOfNode(source, key)),
      })
      continue
    }
    fields.set(name, plainValue(value, reading, level))
  }
  return Object.fromEntries(fields)
}

function notText(source: SourceFile, key: unknown): ReturnType<typeof diagnose> {
  const place = isScalar(key) || isMap(key) || isSeq(key) ? placeOfNode(source, key) : placeAt(source, 0)
  const written = isScalar(key) ? String(key.source ?? key.value) : 'a list or fields'
  return diagnose('content-field-not-text', { written }, place)
}

function places(source: SourceFile, root: YAMLMap): Pick<YamlFile, 'placeOf' | 'placeOfField' | 'written' | 'isBareField'> {
  return {
    placeOf: (path, word) => {
      const { node, field } = find(root, path)
      if (word !== undefined) {
        const offset = source.text.slice(0, endOf(node)).indexOf(word, startOf(node))
        if (offset !== -1) return placeAt(source, offset, word.length)
      }
      // A block of fields has no mark of its own: its name stands for it.
      const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true
      return placeOfNode(source, isBlock || isEmpty(node) ? (field ?? node) : node)
    },
    placeOfField: (path) => {
      const { node, field } = find(root, path)
      // The file as a whole, or an entry of a list: its beginning.
      return field === undefined ? placeAt(source, startOf(node)) : placeOfNode(source, field)
    },
    written: (path) => {
      const { node } = find(root, path)
      return source.text.slice(startOf(node), endOf(node))
    },
    isBareField: (path) => {
      const parent = find(root, path.slice(0, -1)).node
      if (!isMap(parent) || parent.flow !== true) return false
      const { key, value } = entryAt(parent, path.at(-1) ?? '')
      return isNode(key) && (!isNode(value) || isEmpty(value))
    },
  }
}

/** The node at a path and the name of its field; where the path ends early, those of what holds it. */
function find(root: YAMLMap, path: ValuePath): { node: Node; field: Node | undefined } {
  let node: Node = root
  let field: Node | undefined
  for (const step of path) {
    const { key, value: next }: Entry = entryAt(node, step)
    if (isNode(key)) field = key
    else if (isSeq(node)) field = undefined
    if (!isNode(next)) return { node: isNode(key) ? key : node, field }
    node = next
  }
  return { node, field }
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined
    return Object.entries(inner).find(([name]) => name === step)?.[1]
  }, value)
}

interface Entry {
  readonly key: unknown
  readonly value: unknown
}

function entryAt(node: Node, step: string | number): Entry {
  if (isSeq(node)) return { key: undefined, value: node.items[Number(step)] }
  const pair = isMap(node)
    ? node.items.find(({ key }) => isScalar(key) && key.value === step)
    : undefined
  return { key: pair?.key, value: pair?.value }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && startOf(node) === endOf(node)
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

/** The end of the value itself, without spaces and comments after it. */
function endOf(node: Node): number {
  return node.range?.[1] ?? startOf(node)
}

function placeOfNode(source: SourceFile, node: Node): Place {
  return placeAt(source, startOf(node), Math.max(1, endOf(node) - startOf(node)))
}

/** The place of an anchor or a tag, which stands before its value. */
function placeBefore(source: SourceFile, node: Node, written: string): Place {
  const offset = source.text.lastIndexOf(written, startOf(node))
  return offset === -1 ? placeOfNode(source, node) : placeAt(source, offset, written.length)
}
