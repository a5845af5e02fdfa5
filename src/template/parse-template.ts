/**
 * Handlebars text to our template tree; the only file that knows Handlebars.
 *
 * Handlebars parses, we evaluate (`evaluate.ts`). Its own compiler turns templates into JavaScript, stops at
 * the first problem and loses its place; with content that anybody may write, not generating code is safer too.
 */
import {
  parse,
  type BlockNode,
  type ContentNode,
  type ExpressionNode,
  type HashNode,
  type Location,
  type MustacheNode,
  type PartialNode,
  type PathNode,
  type ProgramNode,
  type StatementNode,
} from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import { diagnose, nearest, placeAt, suggest } from '../diagnostics/index.ts'
import type { Diagnostic, DiagnosticCode, Place, Report, SourceFile } from '../diagnostics/index.ts'
import { helperNames } from './helpers.ts'
import type { Block, Expression, NamedExpression, Span, TemplateNode } from './syntax.ts'

const deepestBlock = 64
const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with']

/** Names that lead from a value to the program itself. */
const forbiddenNames: ReadonlySet<string> = new Set([
  'constructor',
  'prototype',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])

export interface ParsedTemplate {
  readonly source: SourceFile
  readonly block: Block
  /** What is wrong with the file itself, whatever it is filled with. */
  readonly problems: readonly Diagnostic[]
}

/** Parse a template and check what can be known without content. */
export function parseTemplate(source: SourceFile): ParsedTemplate {
  const problems: Diagnostic[] = []
  let program: ProgramNode
  try {
    program = parse(source.text)
  } catch (thrown) {
    problems.push(syntaxProblem(source, thrown instanceof Error ? thrown.message : ''))
    return { source, block: { nodes: [], parameters: [] }, problems }
  }
  const lowering = new Lowering(source, (problem) => problems.push(problem))
  return { source, block: lowering.block(program), problems }
}

/** Rewrites Handlebars nodes as ours, refusing what we leave out. */
class Lowering {
  private readonly source: SourceFile
  private readonly report: Report
  private readonly lineStarts: readonly number[]
  private depth = 0

  constructor(source: SourceFile, report: Report) {
    this.source = source
    this.report = report
    this.lineStarts = startsOfLines(source.text)
  }

  block(program: ProgramNode | undefined): Block {
    if (program === undefined) return { nodes: [], parameters: [] }
    this.depth += 1
    const nodes =
      this.depth > deepestBlock
        ? this.refuse(
            diagnose(
              'template-too-deep',
              { what: 'blocks', limit: deepestBlock },
              this.place(program.loc),
            ),
          )
        : program.body.flatMap((statement) => this.statement(statement))
    this.depth -= 1
    return { nodes, parameters: program.blockParams ?? [] }
  }

  private statement(node: StatementNode): readonly TemplateNode[] {
    switch (node.type) {
      case 'ContentStatement':
        return this.content(node)
      case 'CommentStatement':
        return []
      case 'MustacheStatement':
        return this.print(node)
      case 'BlockStatement':
        return this.blockStatement(node)
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.partial(node)
      case 'Decorator':
      case 'DecoratorBlock':
        return this.refuse(
          diagnose(
            'template-unsupported',
            {
              what: 'an inline decorator ({{* or {{#*)',
              hint: 'put the part into a file of its own: a partial',
            },
            this.place(node.loc),
          ),
        )
    }
  }

  /** Whitespace control may have cut the start of the text: the span is of what is left. */
  private content(node: ContentNode): readonly TemplateNode[] {
    if (node.value === '') return []
    const start = this.offset(node.loc.start)
    const found = this.source.text.indexOf(node.value, start)
    return [
      {
        kind: 'text',
        text: node.value,
        span: { offset: found === -1 ? start : found, length: node.value.length },
      },
    ]
  }

  private print(node: MustacheNode): readonly TemplateNode[] {
    const span = this.span(node.loc)
    if (!node.escaped) {
      const source = this.source.text.slice(span.offset, span.offset + span.length)
      return this.refuse(diagnose('template-unescaped', { source }, this.place(node.loc)))
    }
    const expression = this.call(node, node.loc)
    return expression === undefined ? [] : [{ kind: 'print', expression, span }]
  }

  private blockStatement(node: BlockNode): readonly TemplateNode[] {
    const span = this.span(node.loc)
    const block = this.block(node.program)
    const otherwise = this.block(node.inverse)
    const name = node.path.type === 'PathExpression' ? node.path.original : ''
    if (!blockHelpers.includes(name)) {
      const near = nearest(name, blockHelpers)
      const hint =
        near === undefined
          ? `use {{#with ${name}}}, {{#each ${name}}} or {{#if ${name}}}`
          : `did you mean "#${near}"?`
      return this.refuse(
        diagnose('template-unknown-helper', { name: `#${name}`, hint }, this.place(node.path.loc)),
      )
    }
    const [first, ...more] = node.params
    if (first === undefined || more.length > 0 || (node.hash?.pairs.length ?? 0) > 0) {
      return this.refuse(
        diagnose(
          'template-helper',
          { name: `#${name}`, problem: 'takes exactly one value' },
          this.place(node.path.loc),
        ),
      )
    }
    const subject = this.expression(first)
    if (subject === undefined) return []
    if (name === 'each' || name === 'with') return [{ kind: name, subject, block, otherwise, span }]
    return [{ kind: 'if', condition: subject, negated: name === 'unless', block, otherwise, span }]
  }

  private partial(node: PartialNode): readonly TemplateNode[] {
    const span = this.span(node.loc)
    const content = node.type === 'PartialBlockStatement' ? this.block(node.program) : undefined
    if (node.name.type !== 'PathExpression' && node.name.type !== 'StringLiteral') {
      return this.refuse(
        diagnose(
          'template-unsupported',
          { what: 'a partial whose name is computed', hint: 'write its name: {{> name}}' },
          this.place(node.name.loc),
        ),
      )
    }
    const name = node.name.type === 'PathExpression' ? node.name.original : String(node.name.value)
    if (name === '@partial-block') return [{ kind: 'partial-block', span }]
    const [context] = node.params
    return [
      {
        kind: 'partial',
        name,
        context: context === undefined ? undefined : this.expression(context),
        values: this.values(node.hash),
        content,
        span,
      },
    ]
  }

  private expression(node: ExpressionNode): Expression | undefined {
    switch (node.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return { kind: 'literal', value: node.value, span: this.span(node.loc) }
      case 'PathExpression':
        return this.path(node)
      case 'SubExpression':
        return this.call(node, node.loc, true)
      case 'UndefinedLiteral':
      case 'NullLiteral':
        this.report(
          diagnose('template-unsupported', { what: 'null or undefined' }, this.place(node.loc)),
        )
        return undefined
    }
  }

  /** `{{name}}` is a value, `{{name a b=c}}` and `(name)` call a helper. */
  private call(
    node: Pick<MustacheNode, 'path' | 'params' | 'hash'>,
    loc: Location,
    isCall = false,
  ): Expression | undefined {
    const { path } = node
    const takesArguments = isCall || node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0
    if (!takesArguments) return this.expression(path)
    const name = path.type === 'PathExpression' ? path.original : 'this'
    if (!helperNames.includes(name)) {
      this.report(
        diagnose('template-unknown-helper', { name, hint: helperHint(name) }, this.place(path.loc)),
      )
      return undefined
    }
    const all = node.params.map((parameter) => this.expression(parameter))
    const given = all.filter((argument) => argument !== undefined)
    if (given.length < all.length) return undefined
    return {
      kind: 'call',
      helper: name,
      arguments: given,
      values: this.values(node.hash),
      span: this.span(loc),
    }
  }

  private values(hash: HashNode | undefined): readonly NamedExpression[] {
    return (hash?.pairs ?? []).flatMap(({ key, value: node }) => {
      if (forbiddenNames.has(key)) {
        return this.refuse(diagnose('template-forbidden-name', { name: key }, this.place(node.loc)))
      }
      const value = this.expression(node)
      return value === undefined ? [] : [{ name: key, value }]
    })
  }

  private path(node: PathNode): Expression | undefined {
    const parts = node.parts.map((part) => (typeof part === 'string' ? part : '(…)'))
    const forbidden = parts.find((part) => forbiddenNames.has(part))
    if (forbidden !== undefined) {
      this.report(diagnose('template-forbidden-name', { name: forbidden }, this.place(node.loc)))
      return undefined
    }
    if (node.parts.some((part) => typeof part !== 'string')) {
      this.report(
        diagnose(
          'template-unsupported',
          { what: 'a name after a helper call' },
          this.place(node.loc),
        ),
      )
      return undefined
    }
    return {
      kind: 'path',
      depth: node.depth,
      isData: node.data,
      isScoped: /^(?:this\b|\.)/.test(node.original),
      parts,
      source: this.source.text.slice(this.offset(node.loc.start), this.offset(node.loc.end)),
      span: this.span(node.loc),
    }
  }

  private refuse(problem: Diagnostic): readonly [] {
    this.report(problem)
    return []
  }

  private span(loc: Location): Span {
    const offset = this.offset(loc.start)
    return { offset, length: this.offset(loc.end) - offset }
  }

  private place(loc: Location): Place {
    const { offset, length } = this.span(loc)
    return placeAt(this.source, offset, length)
  }

  private offset(position: Location['start']): number {
    return (this.lineStarts[position.line - 1] ?? 0) + position.column
  }
}

function helperHint(name: string): string | undefined {
  if (name === 'lookup') return 'write the name itself: list.name'
  if (name === 'log') return 'a template only makes a page'
  return suggest(name, helperNames)
}

/** Offsets of the first character of each line, as Handlebars counts lines. */
function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)]
}

/** Handlebars words its two kinds of parse error in its own way; we keep the place and say it in ours. */
function syntaxProblem(source: SourceFile, message: string): Diagnostic {
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)/.exec(message)
  if (mismatch !== null) {
    const [, opened = '', closed = '', line = '1', column = '0'] = mismatch
    const start = startsOfLines(source.text)[Number(line) - 1] ?? 0
    return syntax(
      { problem: `{{#${opened}}} is ended by {{/${closed}}}`, hint: `end it with {{/${opened}}}` },
      placeAt(source, start + Number(column), opened.length),
    )
  }
  const line = Number(/(?:Parse|Lexical) error on line (\d+)/.exec(message)?.[1] ?? '1')
  const from = startsOfLines(source.text)[line - 1] ?? 0
  const got = /got '(\w+)'/.exec(message)?.[1]
  const problem =
    got === 'EOF'
      ? 'the file ends while a block or {{ is still open'
      : 'this is not valid Handlebars'
  return syntax(
    { problem, hint: got === 'EOF' ? 'each {{#name}} needs its {{/name}}' : undefined },
    placeAt(source, from + columnShown(message, source.text.slice(from))),
  )
}

/** The message shows the last 20 characters before the place, without line breaks, and a pointer under them. */
function columnShown(message: string, line: string): number {
  const [, shown = '', pointer = ''] = message.split('\n')
  const before = shown.slice(0, Math.max(0, pointer.indexOf('^')))
  for (let start = 0; start < before.length; start += 1) {
    const found = line.indexOf(before.slice(start))
    if (found !== -1) return found + before.length - start
  }
  return 0
}

function syntax(details: { problem: string; hint?: string | undefined }, place: Place): Diagnostic {
  return diagnose('template-syntax' satisfies DiagnosticCode, details, place)
}
