/** Types of the one part of Handlebars we load: its parser. The published types know only the whole library. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export interface Location {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number; readonly column: number }
  }

  interface Node {
    readonly loc: Location
  }

  export interface ProgramNode extends Node {
    readonly type: 'Program'
    readonly body: readonly StatementNode[]
    readonly blockParams?: readonly string[]
  }

  interface Call {
    readonly path: ExpressionNode
    readonly params: readonly ExpressionNode[]
    readonly hash?: HashNode
  }

  export interface MustacheNode extends Node, Call {
    readonly type: 'MustacheStatement' | 'Decorator'
    readonly escaped: boolean
  }

  export interface BlockNode extends Node, Call {
    readonly type: 'BlockStatement' | 'DecoratorBlock'
    readonly program?: ProgramNode
    readonly inverse?: ProgramNode
  }

  export interface PartialNode extends Node {
    readonly type: 'PartialStatement' | 'PartialBlockStatement'
    readonly name: ExpressionNode
    readonly params: readonly ExpressionNode[]
    readonly hash?: HashNode
    readonly program?: ProgramNode
  }

  export interface ContentNode extends Node {
    readonly type: 'ContentStatement'
    readonly value: string
    readonly original: string
  }

  export interface CommentNode extends Node {
    readonly type: 'CommentStatement'
  }

  export type StatementNode = MustacheNode | BlockNode | PartialNode | ContentNode | CommentNode

  export interface HashNode extends Node {
    readonly pairs: readonly { readonly key: string; readonly value: ExpressionNode }[]
  }

  export interface PathNode extends Node {
    readonly type: 'PathExpression'
    readonly data: boolean
    readonly depth: number
    /** The first part is itself an expression in `(helper).name`. */
    readonly parts: readonly unknown[]
    readonly original: string
  }

  export interface SubExpressionNode extends Node, Call {
    readonly type: 'SubExpression'
  }

  export interface LiteralNode extends Node {
    readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral'
    readonly value: string | number | boolean
  }

  export interface NothingNode extends Node {
    readonly type: 'UndefinedLiteral' | 'NullLiteral'
  }

  export type ExpressionNode = PathNode | SubExpressionNode | LiteralNode | NothingNode

  /** Throws an Error whose message holds the line. */
  export function parse(input: string): ProgramNode
}
