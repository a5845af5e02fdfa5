/** Tags and text to a tree of elements, with every mistake reported and none repaired in silence. */
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { Element, MarkupNode } from './markup.ts'
import type { MarkupSource } from './markup-source.ts'
import { readTags } from './read-tags.ts'
import type { AttributeToken, CloseTag, OpenTag, OtherMarkup } from './read-tags.ts'

const deepestElement = 100

/** What a kind of markup allows; the tree builder itself knows only tags and text. */
export interface Vocabulary {
  readonly syntax: 'html' | 'xml'
  /** Elements without an end tag, such as <br>. */
  isVoid(name: string): boolean
  /** Whether `<name/>` may stand for `<name></name>`. */
  maySelfClose(name: string): boolean
  /** Report what is wrong with a tag; false leaves the element out (its children move up to its parent). */
  checkElement(tag: OpenTag, parent: Element | undefined, locate: Locate, report: Report): boolean
  checkAttribute(
    attribute: AttributeToken,
    element: string,
    place: () => Place,
    report: Report,
  ): boolean
  checkText(parent: Element | undefined, place: () => Place, report: Report): void
  checkOther(token: OtherMarkup, place: Place, report: Report): void
}

export type Locate = (token: { readonly start: number; readonly end: number }) => Place

const noAttributes: Readonly<Record<string, string>> = {}

interface OpenElement extends Element {
  readonly children: MarkupNode[]
}

/**
 * Where an element is written is worked out only for those that a problem is found with. A class, because
 * objects with getters of their own are each of another shape to V8.
 */
class ParsedElement implements OpenElement {
  readonly type = 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: MarkupNode[] = []
  readonly parent: Element | undefined
  readonly #locate: () => Place
  #place: Place | undefined

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: Element | undefined,
    locate: () => Place,
  ) {
    this.name = name
    this.attributes = attributes
    this.parent = parent
    this.#locate = locate
  }

  get place(): Place {
    return (this.#place ??= this.#locate())
  }
}

/** One entry for each open tag; `element` is undefined where the element was left out. */
interface Level {
  readonly name: string
  readonly tag: OpenTag
  readonly element: OpenElement | undefined
}

/** Parse markup into its top level nodes. */
export function buildTree(
  markup: MarkupSource,
  vocabulary: Vocabulary,
  report: Report,
): readonly MarkupNode[] {
  return new TreeBuilder(markup, vocabulary, report).build()
}

class TreeBuilder {
  private readonly markup: MarkupSource
  private readonly vocabulary: Vocabulary
  private readonly report: Report
  private readonly top: MarkupNode[] = []
  private readonly levels: Level[] = []
  private isTooDeep = false

  constructor(markup: MarkupSource, vocabulary: Vocabulary, report: Report) {
    this.markup = markup
    this.vocabulary = vocabulary
    this.report = report
  }

  build(): readonly MarkupNode[] {
    for (const token of readTags(this.markup.text, this.vocabulary.syntax)) {
      if (token.kind === 'open') this.open(token)
      else if (token.kind === 'close') this.close(token)
      else if (token.kind === 'text') this.text(token.data, token)
      else this.vocabulary.checkOther(token, this.locate(token), this.report)
    }
    this.closeDownTo(0, 'the end of the document')
    return this.top
  }

  private open(tag: OpenTag): void {
    const { name } = tag
    if (!tag.isFinished) {
      this.malformed(tag, `the tag <${name}> is not finished: its > is missing`)
    }
    const parent = this.parent()
    if (this.levels.length >= deepestElement) {
      if (!this.isTooDeep) {
        const details = { what: 'elements', limit: deepestElement }
        this.report(diagnose('template-too-deep', details, this.locateName(tag)))
      }
      this.isTooDeep = true
    }
    const isKept =
      this.vocabulary.checkElement(tag, parent, this.locate, this.report) && !this.isTooDeep
    const element = isKept ? this.elementOf(tag, parent) : undefined
    if (element !== undefined) this.siblings().push(element)
    if (this.vocabulary.isVoid(name)) return
    if (tag.isSelfClosing) {
      if (this.vocabulary.maySelfClose(name) || !isKept) return
      this.report(
        diagnose(
          'template-malformed-markup',
          {
            problem: `<${name}/> is not closed by its /`,
            hint: `write <${name}></${name}>`,
          },
          this.locateName(tag),
        ),
      )
      return
    }
    this.levels.push({ name, tag, element })
  }

  private elementOf(tag: OpenTag, parent: Element | undefined): OpenElement {
    return new ParsedElement(tag.name, this.attributes(tag), parent, () => this.locateName(tag))
  }

  private attributes(tag: OpenTag): Readonly<Record<string, string>> {
    if (tag.attributes.length === 0) return noAttributes
    const attributes: (readonly [name: string, value: string])[] = []
    for (const attribute of tag.attributes) {
      const place = (): Place => this.locate(attribute)
      if (attributes.some(([name]) => name === attribute.name)) {
        const problem = `the attribute "${attribute.name}" is written twice`
        this.report(diagnose('template-malformed-markup', { problem }, place()))
      } else if (this.vocabulary.checkAttribute(attribute, tag.name, place, this.report)) {
        attributes.push([attribute.name, attribute.value])
      }
    }
    return Object.fromEntries(attributes)
  }

  private close(tag: CloseTag): void {
    const { name } = tag
    const index = this.levels.findLastIndex((level) => level.name === name)
    if (index === -1) {
      const hint = this.vocabulary.isVoid(name) ? `<${name}> has no end tag` : undefined
      this.report(diagnose('template-stray-end-tag', { name, hint }, this.locate(tag)))
      return
    }
    this.closeDownTo(index + 1, `</${name}>`)
    this.levels.pop()
  }

  /** Report the elements that are still open above `count` levels, and close them. */
  private closeDownTo(count: number, before: string): void {
    while (this.levels.length > count) {
      const level = this.levels.pop()
      if (level === undefined) return
      if (!level.tag.isFinished) continue
      const details = { name: level.name, before }
      this.report(diagnose('template-unclosed-element', details, this.locateName(level.tag)))
    }
  }

  private text(data: string, token: { readonly start: number; readonly end: number }): void {
    const parent = this.parent()
    const first = data.search(/\S/)
    if (first !== -1) {
      const word = /^\S+/.exec(data.slice(first))?.[0] ?? ''
      const start = Math.min(token.start + first, token.end - 1)
      const place = (): Place => this.markup.locate(start, word.length)
      this.vocabulary.checkText(parent, place, this.report)
    }
    const siblings = this.siblings()
    const last = siblings.at(-1)
    if (last?.type === 'text') siblings[siblings.length - 1] = { ...last, data: last.data + data }
    else siblings.push({ type: 'text', data, parent })
  }

  private parent(): OpenElement | undefined {
    return this.levels.findLast(({ element }) => element !== undefined)?.element
  }

  private siblings(): MarkupNode[] {
    return this.parent()?.children ?? this.top
  }

  private malformed(tag: OpenTag, problem: string): void {
    this.report(diagnose('template-malformed-markup', { problem }, this.locateName(tag)))
  }

  private readonly locate: Locate = ({ start, end }) => this.markup.locate(start, end - start)

  /** Points at `<name`, not at all of a tag that may run over many lines. */
  private locateName({ name, start }: OpenTag): Place {
    return this.markup.locate(start, name.length + 1)
  }
}
