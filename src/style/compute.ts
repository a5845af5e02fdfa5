/** One element's declarations to its computed values (CSS Cascade 4, 4). */
import { usedLineHeight } from './assemble.ts'
import { findBracketProblem } from './brackets.ts'
import { computeVariables, fillDeclared } from './compute-variables.ts'
import type { Variables, VariableScope } from './compute-variables.ts'
import type { LonghandName, Longhands } from './longhands.ts'
import { longhandNames, longhands, properties } from './properties.ts'
import { copyLonghand, createInitialValues, readValue, unsetAssignment } from './read-value.ts'
import type { Assign, AssignContext, DeclaredValue, ValueReading } from './read-value.ts'
import { placeOf } from './span.ts'
import type { CustomDeclaration, Declaration, PropertyDeclaration } from './stylesheet.ts'
import { parseValue } from './syntax.ts'
import type { ValueGrammar } from './syntax.ts'
import { describeFault } from './value-fault.ts'

/** An element as its children and pseudo-elements see it. */
export interface Computed {
  readonly values: Readonly<Longhands>
  readonly variables: Variables
  /** Of the root element, for rem and rlh; undefined above it. */
  readonly root: { readonly fontSize: number; readonly lineHeight: number } | undefined
}

export interface Computer {
  /** What the root element inherits from. */
  readonly initial: Computed
  /** Compute from declarations in cascade order, weakest first, important ones not yet moved. */
  compute(declarations: readonly Declaration[], parent: Computed): Computed
}

/** Keeps what it has learnt of values with variables; the same text always reads the same. */
export function createComputer(grammar: ValueGrammar, scope: VariableScope): Computer {
  const initialValues = createInitialValues()
  const readings = new Map<string, ValueReading>()

  function readText(property: string, text: string): ValueReading {
    const key = `${property}:${text}`
    let reading = readings.get(key)
    if (reading === undefined) {
      reading = readPositioned(property, text, false)
      if (!reading.ok) reading = readPositioned(property, text, true)
      readings.set(key, reading)
    }
    return reading
  }

  function readPositioned(property: string, text: string, positions: boolean): ValueReading {
    const value = isTooDeep(text) ? undefined : parseValue(text, { positions })
    return value === undefined
      ? { ok: false, fault: { kind: 'grammar', start: 0, length: text.length } }
      : readValue(grammar, property, value)
  }

  /** The longhands of a declaration, or undefined when it turns out to be invalid. */
  function declaredValue(
    declaration: PropertyDeclaration,
    variables: Variables,
  ): DeclaredValue | undefined {
    const { value, span, property } = declaration
    if (value.kind === 'read') return value.longhands
    const text = fillDeclared(value.segments, span, variables, scope)
    if (text === undefined) return undefined
    const reading = readText(property, text)
    if (reading.ok) return reading.value
    const place = span === undefined ? declaration.place : placeOf(span)
    const syntax = properties.get(property)?.syntax ?? ''
    const faulty = { property, syntax, text, place }
    const described = span === undefined ? faulty : { ...faulty, filledIn: text }
    scope.report(describeFault(reading.fault, described))
    return undefined
  }

  function assignmentFor(
    name: LonghandName,
    declaration: PropertyDeclaration,
    variables: Variables,
  ): Assign {
    // Invalid at computed-value time: as if nothing were declared (CSS Variables 1, 3.1).
    return declaredValue(declaration, variables)?.get(name) ?? unsetAssignment(name)
  }

  return {
    initial: { values: initialValues, variables: new Map(), root: undefined },
    compute(declarations, parent) {
      const ordered = importantLast(declarations)
      const custom = ordered.filter((item): item is CustomDeclaration => item.kind === 'custom')
      const variables = computeVariables(parent.variables, custom, scope)
      const declared = ordered.filter(
        (item): item is PropertyDeclaration => item.kind === 'property',
      )
      const values = inheritedValues(parent.values, initialValues)
      const context = createContext(parent, initialValues)

      const direction = declared.findLast(({ ltr }) => ltr.includes('direction'))
      if (direction !== undefined) {
        assignmentFor('direction', direction, variables)(values, context)
      }
      const winners = new Map<LonghandName, PropertyDeclaration>()
      for (const declaration of declared) {
        for (const name of declaration[values.direction]) winners.set(name, declaration)
      }
      const assign = (name: LonghandName) => {
        const declaration = winners.get(name)
        if (declaration !== undefined) assignmentFor(name, declaration, variables)(values, context)
      }
      // Everything else may be relative to the font size, and some of it to the line height.
      assign('font-size')
      context.fontSize = values['font-size']
      if (parent.root === undefined) context.rootFontSize = context.fontSize
      assign('line-height')
      context.lineHeight = usedLineHeight(values)
      if (parent.root === undefined) context.rootLineHeight = context.lineHeight
      for (const name of winners.keys()) {
        if (!computedFirst.includes(name)) assign(name)
      }
      if (values.color === 'currentcolor') values.color = parent.values.color
      if (values.page === 'auto') values.page = parent.values.page
      const root = parent.root ?? { fontSize: context.fontSize, lineHeight: context.lineHeight }
      return { values, variables, root }
    },
  }
}

const computedFirst: readonly LonghandName[] = ['direction', 'font-size', 'line-height']

const inheritedNames = longhandNames.filter((name) => longhands[name].inherited)

function importantLast(declarations: readonly Declaration[]): readonly Declaration[] {
  const important = declarations.filter(({ isImportant }) => isImportant)
  if (important.length === 0) return declarations
  return [...declarations.filter(({ isImportant }) => !isImportant), ...important]
}

function inheritedValues(parent: Readonly<Longhands>, initial: Readonly<Longhands>): Longhands {
  const values = { ...initial }
  for (const name of inheritedNames) copyLonghand(name, parent, values)
  return values
}

/** Variables can nest brackets deeper than any file. */
function isTooDeep(text: string): boolean {
  return findBracketProblem(text)?.kind === 'too-deep'
}

type MutableContext = { -readonly [K in keyof AssignContext]: AssignContext[K] }

/** Until the element's own font is known, em is its parent's. */
function createContext(parent: Computed, initial: Readonly<Longhands>): MutableContext {
  const fontSize = parent.values['font-size']
  const lineHeight = usedLineHeight(parent.values)
  return {
    fontSize,
    lineHeight,
    parentFontSize: fontSize,
    rootFontSize: parent.root?.fontSize ?? fontSize,
    rootLineHeight: parent.root?.lineHeight ?? lineHeight,
    parent: parent.values,
    initial,
  }
}
