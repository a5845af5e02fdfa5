/** Fills a parsed template: prints markup, remembers which line of which template wrote it, collects all problems. */
import { diagnose, placeAt, suggest } from '../diagnostics/index.ts'
import type { Diagnostic, Place, Report, SourceFile } from '../diagnostics/index.ts'
import { callHelper, escapeMarkup, isGiven, SafeMarkup } from './helpers.ts'
import type { ParsedTemplate } from './parse-template.ts'
import { createMarkupWriter } from './markup-source.ts'
import type { MarkupSource } from './markup-source.ts'
import type {
  Block,
  Expression,
  NamedExpression,
  PathExpression,
  Span,
  TemplateNode,
} from './syntax.ts'
import { inner, kindOf, namesIn, unknownValue, withValues } from './scope.ts'
import type { Scope } from './scope.ts'
import type { Words } from './words.ts'

export interface EvaluationOptions {
  readonly words: Words
  /** The partial of a name, seen from the template that is rendered. */
  readonly partial: (name: string) => ParsedTemplate | undefined
  readonly partialNames: () => readonly string[]
}

/** More than any handout needs, and few enough to stop a runaway template within a second. */
const limits = { partials: 32, steps: 500_000, characters: 4_000_000 }

/** Where evaluation stands: the file, and whether this branch is printed or only checked. */
interface Position {
  readonly source: SourceFile
  readonly isPrinted: boolean
  readonly depth: number
  readonly partialBlock:
    { readonly block: Block; readonly scope: Scope; readonly position: Position } | undefined
}

/** Where a path starts: the value, the names to follow from it, and how to call it in messages. */
interface Start {
  readonly value: unknown
  readonly parts: readonly string[]
  readonly within: string
  readonly prefix: string
}

/**
 * Evaluate a template over a view. Branches that are not taken are checked too, but not printed. Undefined
 * when a runaway template was stopped: half of its markup would only cause more problems.
 */
export function evaluateTemplate(
  template: ParsedTemplate,
  view: unknown,
  options: EvaluationOptions & { readonly report: Report },
): MarkupSource | undefined {
  return new Evaluation(options).run(template, view)
}

/** The life of one rendering: its output so far, the work left, and what was reported already. */
class Evaluation {
  private readonly options: EvaluationOptions & { readonly report: Report }
  private readonly output = createMarkupWriter()
  private readonly reported = new Set<string>()
  private readonly checked = new Set<Block>()
  private steps = 0
  private isStopped = false

  constructor(options: EvaluationOptions & { readonly report: Report }) {
    this.options = options
  }

  run(template: ParsedTemplate, view: unknown): MarkupSource | undefined {
    template.problems.forEach((problem) => this.report(problem))
    const scope: Scope = {
      context: view,
      above: undefined,
      parameters: new Map(),
      data: { root: view },
    }
    const position = { source: template.source, isPrinted: true, depth: 0, partialBlock: undefined }
    this.block(template.block, scope, position)
    return this.isStopped ? undefined : this.output.finish(template.source)
  }

  private block(block: Block, scope: Scope, position: Position): void {
    if (!position.isPrinted) {
      if (this.checked.has(block)) return
      this.checked.add(block)
    }
    for (const node of block.nodes) {
      if (this.isStopped) return
      this.node(node, scope, position)
    }
  }

  /** Check a branch that is not taken: its names must exist all the same. */
  private check(block: Block, scope: Scope, position: Position): void {
    this.block(block, scope, { ...position, isPrinted: false })
  }

  private node(node: TemplateNode, scope: Scope, position: Position): void {
    this.steps += 1
    if (this.steps > limits.steps) return this.stop('steps', limits.steps, node.span, position)
    switch (node.kind) {
      case 'text':
        return this.print(node.text, node.span, position, true)
      case 'print':
        return this.printValue(node.expression, scope, position)
      case 'if': {
        const value = this.value(node.condition, scope, position)
        const isTaken = isGiven(value) !== node.negated
        const isKnown = value !== unknownValue
        const [taken, other] = isTaken ? [node.block, node.otherwise] : [node.otherwise, node.block]
        this.block(taken, scope, isKnown ? position : { ...position, isPrinted: false })
        return this.check(other, scope, position)
      }
      case 'each':
        return this.each(node, scope, position)
      case 'with': {
        const value = this.value(node.subject, scope, position)
        if (isGiven(value) && value !== unknownValue) {
          this.block(node.block, inner(scope, value, node.block, [value]), position)
          return this.check(node.otherwise, scope, position)
        }
        this.check(node.block, inner(scope, unknownValue, node.block, []), position)
        return value === unknownValue
          ? this.check(node.otherwise, scope, position)
          : this.block(node.otherwise, scope, position)
      }
      case 'partial':
        return this.partial(node, scope, position)
      case 'partial-block': {
        const { partialBlock } = position
        if (partialBlock === undefined) {
          return this.report(
            diagnose(
              'template-unknown-partial',
              {
                name: '@partial-block',
                hint: 'this partial is not called as {{#> name}} … {{/name}}',
              },
              this.place(node.span, position),
            ),
          )
        }
        const { block, scope: outer, position: where } = partialBlock
        return this.block(block, outer, {
          ...where,
          isPrinted: position.isPrinted,
          depth: position.depth,
        })
      }
    }
  }

  private each(
    node: TemplateNode & { readonly kind: 'each' | 'with' },
    scope: Scope,
    position: Position,
  ): void {
    const { subject, block, otherwise } = node
    const value = this.value(subject, scope, position)
    const isList = Array.isArray(value)
    if (isList && value.length > 0) {
      value.forEach((item: unknown, index) => {
        if (this.isStopped) return
        const data = { ...scope.data, index, first: index === 0, last: index === value.length - 1 }
        this.block(block, inner({ ...scope, data }, item, block, [item, index]), position)
      })
      return this.check(otherwise, scope, position)
    }
    if (!isList && value !== undefined && value !== unknownValue) {
      const name = sourceOf(subject, position)
      this.report(
        diagnose(
          'template-wrong-kind',
          { name, is: kindOf(value), wanted: 'a list' },
          this.place(subject.span, position),
        ),
      )
    }
    const data = { ...scope.data, index: unknownValue, first: unknownValue, last: unknownValue }
    this.check(block, inner({ ...scope, data }, unknownValue, block, []), position)
    return isList || value === undefined
      ? this.block(otherwise, scope, position)
      : this.check(otherwise, scope, position)
  }

  private partial(
    node: TemplateNode & { readonly kind: 'partial' },
    scope: Scope,
    position: Position,
  ): void {
    const template = this.options.partial(node.name)
    if (template === undefined) {
      const hint = suggest(node.name, this.options.partialNames())
      return this.report(
        diagnose(
          'template-unknown-partial',
          { name: node.name, hint },
          this.place(node.span, position),
        ),
      )
    }
    if (position.depth >= limits.partials) {
      this.report(
        diagnose(
          'template-too-deep',
          { what: 'partials', limit: limits.partials },
          this.place(node.span, position),
        ),
      )
      this.isStopped = true
      return
    }
    template.problems.forEach((problem) => this.report(problem))
    const context =
      node.context === undefined ? scope.context : this.value(node.context, scope, position)
    const given = this.values(node.values, scope, position)
    const merged = Object.keys(given).length === 0 ? context : withValues(context, given)
    const called: Scope =
      merged === scope.context
        ? { ...scope, parameters: new Map() }
        : { context: merged, above: scope, parameters: new Map(), data: scope.data }
    this.block(template.block, called, {
      source: template.source,
      isPrinted: position.isPrinted,
      depth: position.depth + 1,
      partialBlock:
        node.content === undefined ? undefined : { block: node.content, scope, position },
    })
  }

  private printValue(expression: Expression, scope: Scope, position: Position): void {
    const value = this.value(expression, scope, position)
    if (value === unknownValue) return
    if (typeof value === 'string' || typeof value === 'number') {
      return this.print(escapeMarkup(String(value)), expression.span, position, false)
    }
    if (value instanceof SafeMarkup)
      return this.print(value.markup, expression.span, position, false)
    if (!position.isPrinted) return
    const name = sourceOf(expression, position)
    const place = this.place(expression.span, position)
    this.report(
      value === undefined
        ? diagnose('template-empty-value', { name }, place)
        : diagnose('template-wrong-kind', { name, is: kindOf(value), wanted: 'text' }, place),
    )
  }

  private print(markup: string, span: Span, position: Position, isVerbatim: boolean): void {
    if (!position.isPrinted) return
    this.output.add(markup, { source: position.source, span, isVerbatim })
    if (this.output.length > limits.characters) {
      this.stop('characters', limits.characters, span, position)
    }
  }

  private value(expression: Expression, scope: Scope, position: Position): unknown {
    switch (expression.kind) {
      case 'literal':
        return expression.value
      case 'path':
        return this.path(expression, scope, position)
      case 'call':
        return this.call(expression, scope, position)
    }
  }

  private call(
    { helper, arguments: given, values, span }: Expression & { readonly kind: 'call' },
    scope: Scope,
    position: Position,
  ): unknown {
    const call = {
      arguments: given.map((argument) => this.value(argument, scope, position)),
      values: this.values(values, scope, position),
      words: this.options.words,
    }
    if ([...call.arguments, ...Object.values(call.values)].includes(unknownValue))
      return unknownValue
    const result = callHelper(helper, call)
    if (result.ok) return result.value
    const { problem, hint } = result
    // In a branch that is only checked, values that the branch's condition guards may be missing.
    if (position.isPrinted) {
      this.report(
        diagnose('template-helper', { name: helper, problem, hint }, this.place(span, position)),
      )
    }
    return unknownValue
  }

  private values(
    named: readonly NamedExpression[],
    scope: Scope,
    position: Position,
  ): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      named.map(({ name, value }) => [name, this.value(value, scope, position)]),
    )
  }

  /** Follow a path over own properties only: nothing that a prototype provides can be reached. */
  private path(path: PathExpression, scope: Scope, position: Position): unknown {
    const start = this.startOf(path, scope, position)
    let value = start.value
    for (const [index, name] of start.parts.entries()) {
      const within =
        index === 0 ? start.within : start.prefix + start.parts.slice(0, index).join('.')
      if (value === unknownValue) return unknownValue
      if (value === undefined) {
        if (!position.isPrinted) return unknownValue
        this.report(
          diagnose('template-empty-value', { name: within }, this.place(path.span, position)),
        )
        return unknownValue
      }
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
        const known = typeof value === 'object' && value !== null ? namesIn(value) : []
        const hint = known.length === 0 ? undefined : suggest(name, known)
        this.report(
          diagnose(
            'template-unknown-name',
            { name, within, hint },
            this.place(path.span, position),
          ),
        )
        return unknownValue
      }
      const next: unknown = Object.getOwnPropertyDescriptor(value, name)?.value
      value = next
    }
    return !position.isPrinted && value === undefined ? unknownValue : value
  }

  private startOf(path: PathExpression, scope: Scope, position: Position): Start {
    if (path.isData)
      return { value: scope.data, parts: path.parts, within: 'the loop', prefix: '@' }
    const [first = '', ...rest] = path.parts
    if (path.depth === 0 && !path.isScoped && scope.parameters.has(first)) {
      return { value: scope.parameters.get(first), parts: rest, within: first, prefix: `${first}.` }
    }
    let from: Scope | undefined = scope
    for (let depth = path.depth; depth > 0; depth -= 1) from = from?.above
    if (from === undefined) {
      this.report(
        diagnose(
          'template-unknown-name',
          {
            name: path.source,
            within: 'the document',
            hint: 'there are fewer levels than ../ here',
          },
          this.place(path.span, position),
        ),
      )
      return { value: unknownValue, parts: [], within: '', prefix: '' }
    }
    const within = from.above === undefined ? 'the document' : 'this part'
    return { value: from.context, parts: path.parts, within, prefix: '' }
  }

  private stop(what: string, limit: number, span: Span, position: Position): void {
    if (!this.isStopped) {
      this.report(diagnose('template-too-large', { what, limit }, this.place(span, position)))
    }
    this.isStopped = true
  }

  /** Loops meet the same problem again and again: say it once. */
  private report(problem: Diagnostic): void {
    const { code, message, place } = problem
    const key = [code, place?.file, place?.line, place?.column, message].join('\n')
    if (this.reported.has(key)) return
    this.reported.add(key)
    this.options.report(problem)
  }

  private place(span: Span, position: Position): Place {
    return placeAt(position.source, span.offset, span.length)
  }
}

function sourceOf(expression: Expression, position: Position): string {
  const { offset, length } = expression.span
  return expression.kind === 'path'
    ? expression.source
    : position.source.text.slice(offset, offset + length)
}
