/** CSS text to syntax trees: the parser and the value grammar of css-tree, cut down to what Posepress obeys. */
import { createLexer, lexer, parse, tokenize, tokenTypes } from 'css-tree'
import type { CssNode, SyntaxParseError } from 'css-tree'
import { namedColors } from './color-names.ts'
import { lengthUnits } from './units.ts'

export type {
  CssNode,
  Declaration as DeclarationNode,
  Atrule,
  Block,
  Rule,
  Selector,
} from 'css-tree'

/** Parse a whole stylesheet; offsets of nodes count from its start. */
export function parseSheet(text: string, onError: (error: SyntaxParseError) => void): CssNode {
  return parse(text, { positions: true, onParseError: onError })
}

/**
 * Parse the value of a property, or undefined when it is not even a value. Positions cost more than
 * the parsing of so short a text: ask for them when something must be said about it.
 */
export function parseValue(
  text: string,
  options: { readonly positions: boolean } = { positions: false },
): CssNode | undefined {
  let failed = false
  const value = parse(text, {
    context: 'value',
    positions: options.positions,
    onParseError: () => {
      failed = true
    },
  })
  return failed || value.type !== 'Value' ? undefined : value
}

/** The children of a node that has any, in order. */
export function childrenOf(node: CssNode): readonly CssNode[] {
  return 'children' in node && node.children !== null ? node.children.toArray() : []
}

export function startOf(node: CssNode): number {
  return node.loc?.start.offset ?? 0
}

export function endOf(node: CssNode): number {
  return node.loc?.end.offset ?? 0
}

/** Whether CSS has a property of this name at all. */
export function isCssProperty(name: string): boolean {
  return lexer.getProperty(name, false) !== null
}

/** A token of CSS Syntax 3, 4. */
export interface Token {
  readonly type: number
  readonly start: number
  readonly end: number
}

export { tokenTypes }

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  tokenize(text, (type, start, end) => {
    tokens.push({ type, start, end })
  })
  return tokens
}

/** Where a value leaves the grammar, as offsets of the text it was parsed from. */
export interface Mismatch {
  readonly start: number
  readonly length: number
}

/** Checks values against grammars written in the value definition syntax (CSS Values 4, 2). */
export interface ValueGrammar {
  /** Undefined when the value fits. */
  mismatch(property: string, value: CssNode): Mismatch | undefined
}

/** A grammar of `syntaxes`, by property name; `inherit`, `initial` and `unset` fit everywhere. */
export function createValueGrammar(syntaxes: Readonly<Record<string, string>>): ValueGrammar {
  const lexer = createLexer({
    generic: true,
    units: { length: [...lengthUnits], angle: ['deg', 'grad', 'rad', 'turn'] },
    cssWideKeywords: [...cssWideKeywords],
    types: valueTypes,
    properties: { ...syntaxes },
  })
  return {
    mismatch(property, value) {
      const { error } = lexer.matchProperty(property, value)
      if (error === null) return undefined
      if (!('loc' in error)) return { start: startOf(value), length: endOf(value) - startOf(value) }
      const { start, end } = error.loc
      return { start: start.offset, length: Math.max(0, end.offset - start.offset) }
    },
  }
}

/** Keywords every property takes (CSS Cascade 4, 7.3). */
export const cssWideKeywords = ['inherit', 'initial', 'unset'] as const

const valueTypes: Readonly<Record<string, string>> = {
  string: '<string-token>',
  url: '<url-token>',
  color: '<hex-color> | <named-color> | currentcolor | <rgb-color> | <hsl-color>',
  'named-color': Object.keys(namedColors).join(' | '),
  'rgb-color': 'rgb( <rgb-parts> ) | rgba( <rgb-parts> )',
  'rgb-parts': '<channel>{3} [ / <alpha> ]? | <channel> , <channel> , <channel> [ , <alpha> ]?',
  'hsl-color': 'hsl( <hsl-parts> ) | hsla( <hsl-parts> )',
  'hsl-parts':
    '<hue> <percentage>{2} [ / <alpha> ]? | <hue> , <percentage> , <percentage> [ , <alpha> ]?',
  channel: '<number> | <percentage>',
  hue: '<number> | <angle>',
  alpha: '<number> | <percentage>',
}
