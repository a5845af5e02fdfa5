/** Declarations: property names and values, checked as they are read, with a word about each that cannot be used. */
import { diagnose, nearest } from '../diagnostics/index.ts'
import { describeFault } from './value-fault.ts'
import { placeOfNode } from './parse-scope.ts'
import type { ParseScope } from './parse-scope.ts'
import { properties, propertyNames } from './properties.ts'
import type { PropertyFacts } from './properties.ts'
import { readValue } from './read-value.ts'
import type { Declaration, PropertyDeclaration } from './stylesheet.ts'
import { spanText } from './span.ts'
import type { Span } from './span.ts'
import { endOf, isCssProperty, startOf } from './syntax.ts'
import type { DeclarationNode } from './syntax.ts'
import { hasVariables, readSegments } from './variables.ts'
import type { Segment } from './variables.ts'

/** Where a declaration stands; it decides which properties make sense. */
export type DeclarationContext = 'element' | 'page'

/** Read one declaration, or report and answer undefined. */
export function readDeclaration(
  node: DeclarationNode,
  context: DeclarationContext,
  scope: ParseScope,
): Declaration | undefined {
  if (node.important !== false && node.important !== true) {
    const what = `"!${node.important}" means nothing`
    scope.report(
      diagnose(
        'style-syntax',
        { what, hint: 'the only one is !important' },
        placeOfNode(node, scope),
      ),
    )
    return undefined
  }
  return node.property.startsWith('--')
    ? readCustom(node, scope)
    : readProperty(node, node.property.toLowerCase(), context, scope)
}

function readCustom(node: DeclarationNode, scope: ParseScope): Declaration | undefined {
  const segments = readVariables(node, scope)
  if (segments === undefined) return undefined
  return {
    kind: 'custom',
    name: node.property,
    isImportant: node.important === true,
    segments,
    span: spanOfValue(node, scope),
  }
}

function readProperty(
  node: DeclarationNode,
  property: string,
  context: DeclarationContext,
  scope: ParseScope,
): Declaration | undefined {
  const facts = properties.get(property)
  if (facts === undefined) return refuseProperty(node, property, scope)
  if (facts.scope !== 'both' && facts.scope !== context) {
    return refuseContext(node, property, facts, scope)
  }
  const value = readDeclaredValue(node, facts, scope)
  if (value === undefined) return undefined
  return {
    kind: 'property',
    property,
    isImportant: node.important === true,
    ltr: facts.ltr,
    rtl: facts.rtl,
    value,
    span: spanOfValue(node, scope),
  }
}

function readDeclaredValue(
  node: DeclarationNode,
  facts: PropertyFacts,
  scope: ParseScope,
): PropertyDeclaration['value'] | undefined {
  const { value } = node
  // The parser has already said what is wrong with a value it could not read.
  if (value.type !== 'Value') return undefined
  const written = scope.text.slice(startOf(value), endOf(value))
  if (/var\(/i.test(written)) {
    const segments = readVariables(node, scope)
    if (segments === undefined) return undefined
    if (hasVariables(segments)) return { kind: 'text', segments }
  }
  const reading = readValue(scope.grammar.properties, facts.name, value)
  if (reading.ok) return { kind: 'read', longhands: reading.value }
  const { fault } = reading
  const place = scope.place(fault.start, fault.length)
  const { name: property, syntax } = facts
  scope.report(describeFault(fault, { property, syntax, text: scope.text, place }))
  return undefined
}

function readVariables(node: DeclarationNode, scope: ParseScope): readonly Segment[] | undefined {
  const span = spanOfValue(node, scope)
  const reading = readSegments(spanText(span))
  if (reading.ok) return reading.segments
  const hint = 'write var(--name) or var(--name, fallback)'
  const place = scope.place(span.start + reading.start, reading.length)
  scope.report(diagnose('style-syntax', { what: 'this is not a variable', hint }, place))
  return undefined
}

/** The value without the white space round it. */
function spanOfValue({ value }: DeclarationNode, scope: ParseScope): Span {
  const written = scope.text.slice(startOf(value), endOf(value))
  const start = startOf(value) + written.length - written.trimStart().length
  return { source: scope.source, start, length: written.trim().length }
}

function refuseProperty(node: DeclarationNode, property: string, scope: ParseScope): undefined {
  const place = scope.place(startOf(node), node.property.length)
  if (!isCssProperty(property) && !property.startsWith('-')) {
    const meant = nearest(property, likelyFirst(property))
    const hint = meant === undefined ? undefined : `did you mean "${meant}"?`
    scope.report(diagnose('style-unknown-property', { property: node.property, hint }, place))
    return undefined
  }
  const advice = insteadOf[property] ?? advised.find(([start]) => property.startsWith(start))?.[1]
  scope.report(
    diagnose(
      'style-unsupported-property',
      { property, hint: advice ?? 'templates/README.md lists the properties there are' },
      place,
    ),
  )
  return undefined
}

/** People rarely mistype the first letter: of two names equally near, the one that shares it. */
function likelyFirst(property: string): readonly string[] {
  const isLikely = (name: string) => name[0] === property[0]
  return [...propertyNames.filter(isLikely), ...propertyNames.filter((name) => !isLikely(name))]
}

function refuseContext(
  node: DeclarationNode,
  property: string,
  facts: PropertyFacts,
  scope: ParseScope,
): undefined {
  const why =
    facts.scope === 'page'
      ? `${property} belongs in @page { … }`
      : '@page takes size, margin, bleed, marks, text properties, custom properties and margin boxes'
  const place = scope.place(startOf(node), node.property.length)
  scope.report(diagnose('style-misplaced-property', { property, why }, place))
  return undefined
}

const noClipping = 'what does not fit is reported, never cut off'
const useMargins = 'give the cells borders and padding'
const flatColors = 'use a plain background-color'

/** What to do without a property that authors reach for. */
const insteadOf: Readonly<Record<string, string>> = {
  font: 'write font-weight, font-size, line-height and font-family',
  opacity: 'nothing is printed see-through: mix the colour with the paper',
  visibility: 'use display: none',
  float: 'use display: flex',
  clear: 'use display: flex',
  'border-collapse': useMargins,
  'border-spacing': useMargins,
  'align-content': 'lines of a flex container follow each other; put boxes around groups',
  'box-shadow': flatColors,
  'text-shadow': flatColors,
  'text-transform': 'write the text as it shall be printed',
  'text-indent': 'use padding, or margin of the first element',
  'z-index': 'later elements are painted over earlier ones',
  hyphens: 'words are not hyphenated',
  'text-decoration-line': 'write text-decoration',
  'list-style-position': 'the marker always stands outside',
  'font-variant': 'write font-variant-numeric',
  'background-image': flatColors,
  'page-break-before': 'write break-before',
  'page-break-after': 'write break-after',
  'page-break-inside': 'write break-inside',
}

/** The same for whole families of properties. */
const advised: readonly (readonly [start: string, advice: string])[] = [
  ['overflow', noClipping],
  ['grid', 'use display: flex'],
  ['column', 'use display: flex'],
  ['background', flatColors],
  ['transform', 'nothing is turned or scaled'],
  ['transition', 'nothing moves on paper'],
  ['animation', 'nothing moves on paper'],
  ['-', 'prefixed properties are for browsers: leave it out'],
]
