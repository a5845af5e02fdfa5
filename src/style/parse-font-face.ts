/** @font-face (CSS Fonts 4): a family, a weight and a style, and the one file they come from. */
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { FontFace } from './computed.ts'
import { fontDescriptors, isFontDescriptor } from './font-descriptors.ts'
import type { FontDescriptor } from './font-descriptors.ts'
import { resolvePackPath } from './pack-path.ts'
import { placeOfNode } from './parse-scope.ts'
import type { ParseScope } from './parse-scope.ts'
import { isOperator, keywordOf, nameOf } from './readers.ts'
import { childrenOf, startOf } from './syntax.ts'
import type { Atrule, CssNode, DeclarationNode } from './syntax.ts'
import { readNumber } from './units.ts'
import { describeFault } from './value-fault.ts'

/** Read a rule, or report what is missing and answer undefined. */
export function readFontFace(rule: Atrule, scope: ParseScope): FontFace | undefined {
  const descriptors = readDescriptors(rule, scope)
  const family = descriptors.get('font-family')
  const source = descriptors.get('src')
  if (family === undefined || source === undefined) {
    const missing = family === undefined ? 'font-family' : 'src'
    return refuse(rule, `@font-face without ${missing}`, `add a valid ${missing}`, scope)
  }
  const path = readSource(source, scope)
  if (path === undefined) return undefined
  return {
    family: readFamily(family),
    weight: readWeight(descriptors.get('font-weight')),
    style: keywordOf(descriptors.get('font-style')?.[0], ['italic']) ?? 'normal',
    source: path,
    unicodeRange: readUnicodeRange(descriptors.get('unicode-range')),
    place: placeOfNode(rule, scope),
  }
}

function readDescriptors(
  rule: Atrule,
  scope: ParseScope,
): ReadonlyMap<FontDescriptor, readonly CssNode[]> {
  const found = new Map<FontDescriptor, readonly CssNode[]>()
  for (const node of rule.block === null ? [] : childrenOf(rule.block)) {
    if (node.type !== 'Declaration') continue
    const name = node.property.toLowerCase()
    if (!isFontDescriptor(name)) {
      refuseDescriptor(node, scope)
      continue
    }
    if (node.value.type !== 'Value') continue
    const mismatch = scope.grammar.fontFace.mismatch(name, node.value)
    if (mismatch === undefined) {
      found.set(name, childrenOf(node.value))
      continue
    }
    const place = scope.place(mismatch.start, mismatch.length)
    const value = { property: name, syntax: fontDescriptors[name], text: scope.text, place }
    scope.report(describeFault({ kind: 'grammar', ...mismatch }, value))
  }
  return found
}

function refuseDescriptor(node: DeclarationNode, scope: ParseScope): void {
  const place = scope.place(startOf(node), node.property.length)
  const hint = suggest(node.property, Object.keys(fontDescriptors))
  scope.report(diagnose('style-unsupported-property', { property: node.property, hint }, place))
}

function readFamily(nodes: readonly CssNode[]): string {
  return nodes.map(nameOf).join(' ')
}

function readWeight(nodes: readonly CssNode[] | undefined): number {
  const node = nodes?.[0]
  if (node?.type === 'Number') return readNumber(node.value)
  return keywordOf(node, ['bold']) === undefined ? 400 : 700
}

/** The file of the pack, or `npm:package/path`. */
function readSource(nodes: readonly CssNode[], scope: ParseScope): string | undefined {
  const [node] = nodes
  if (node?.type !== 'Url') throw new Error('src without an address passed the grammar')
  const written = node.value
  if (!/\.(ttf|otf)$/i.test(written)) {
    const hint = 'use a static .ttf or .otf file; WOFF and WOFF2 are made for browsers'
    return refuse(node, `"${written}" is not a TrueType or OpenType file`, hint, scope)
  }
  if (/^npm:/i.test(written)) {
    const path = written.slice(4)
    const isInside = resolvePackPath('package', path) === path
    if (isInside && path.includes('/')) return `npm:${path}`
    const hint = 'write npm:package/path.ttf, or npm:@scope/package/path.ttf'
    return refuse(node, `"${written}" is not a file of an npm package`, hint, scope)
  }
  const path = resolvePackPath(scope.source.path, written)
  if (path !== undefined) return path
  scope.report(diagnose('style-outside-pack', { path: written }, placeOfNode(node, scope)))
  return undefined
}

/** `U+30`, `U+0025-00FF`, `U+4??`. */
function readUnicodeRange(nodes: readonly CssNode[] | undefined): FontFace['unicodeRange'] {
  return nodes
    ?.filter((node) => !isOperator(node, ','))
    .map((node): readonly [number, number] => {
      const text = node.type === 'UnicodeRange' ? node.value.slice(2) : ''
      const [first = '', last = first] = text.split('-')
      return [parseInt(first.replaceAll('?', '0'), 16), parseInt(last.replaceAll('?', 'f'), 16)]
    })
}

function refuse(node: CssNode, what: string, hint: string, scope: ParseScope): undefined {
  const place = scope.place(startOf(node), node.type === 'Atrule' ? '@font-face'.length : 1)
  const at = node.type === 'Atrule' ? place : placeOfNode(node, scope)
  scope.report(diagnose('style-font-face', { what, hint }, at))
  return undefined
}
