/** What a template says, after parsing: our own small tree, with the place of every part. */

/** A stretch of the template's source. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export interface Block {
  readonly nodes: readonly TemplateNode[]
  /** Names after `as |item index|`. */
  readonly parameters: readonly string[]
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'print'; readonly expression: Expression; readonly span: Span }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly negated: boolean
      readonly block: Block
      readonly otherwise: Block
      readonly span: Span
    }
  | {
      readonly kind: 'each' | 'with'
      readonly subject: Expression
      readonly block: Block
      readonly otherwise: Block
      readonly span: Span
    }
  | {
      readonly kind: 'partial'
      readonly name: string
      readonly context: Expression | undefined
      readonly values: readonly NamedExpression[]
      /** What `{{#> name}} … {{/name}}` holds: printed by the partial's `{{> @partial-block}}`. */
      readonly content: Block | undefined
      readonly span: Span
    }
  | { readonly kind: 'partial-block'; readonly span: Span }

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly span: Span }
  | PathExpression
  | {
      readonly kind: 'call'
      readonly helper: string
      readonly arguments: readonly Expression[]
      readonly values: readonly NamedExpression[]
      readonly span: Span
    }

export interface PathExpression {
  readonly kind: 'path'
  /** How many `../` it starts with. */
  readonly depth: number
  /** Starts with `@`: a value of the loop, or `@root`. */
  readonly isData: boolean
  /** Starts with `this`: not a block parameter. */
  readonly isScoped: boolean
  readonly parts: readonly string[]
  /** As the author wrote it. */
  readonly source: string
  readonly span: Span
}

export interface NamedExpression {
  readonly name: string
  readonly value: Expression
}
