/** The markup that a template made, or an SVG file, to an Element tree, strictly. */
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Place, Report, SourceFile } from '../diagnostics/index.ts'
import { buildTree } from './build-tree.ts'
import type { Vocabulary } from './build-tree.ts'
import { checkAttributeValue } from './attribute-values.ts'
import { checkDocument } from './check-document.ts'
import {
  elements,
  globalAttributes,
  isPictureElement,
  mayHoldText,
  mayStandIn,
  parentsOf,
} from './elements.ts'
import type { Element, MarkupNode } from './markup.ts'
import { markupOfFile } from './markup-source.ts'
import type { MarkupSource } from './markup-source.ts'

/** Parse what a template printed. Undefined when there is no <document> element at all. */
export function parseMarkup(markup: MarkupSource, report: Report): Element | undefined {
  const nodes = buildTree(markup, templateVocabulary, report)
  const roots = nodes.filter((node) => node.type === 'element')
  const root = roots.find(({ name }) => name === 'document')
  if (root === undefined) {
    const place = roots[0]?.place ?? markup.locate(0, 1)
    const problem = 'the template makes no <document> element'
    report(diagnose('template-root', { problem }, place))
    return undefined
  }
  for (const other of roots) {
    if (other === root) continue
    const problem = `<${other.name}> stands outside the <document> element`
    report(diagnose('template-root', { problem }, other.place))
  }
  checkDocument(root, report)
  return root
}

/**
 * Parse an SVG file. Element and attribute names are checked by `image/svg.ts`, which knows what it can draw;
 * entities, doctypes and sections that could hide content are refused here.
 */
export function parseSvgMarkup(source: SourceFile, report: Report): Element | undefined {
  const nodes = buildTree(markupOfFile(source), svgVocabulary, report)
  return nodes.find((node: MarkupNode): node is Element => node.type === 'element')
}

const templateVocabulary: Vocabulary = {
  syntax: 'html',
  isVoid: (name) => elements.get(name)?.content === 'nothing',
  maySelfClose: isPictureElement,
  checkElement(tag, parent, locate, report) {
    const { name } = tag
    const place = (): Place => locate({ start: tag.start, end: tag.start + name.length + 1 })
    const rules = elements.get(name)
    if (rules === undefined) {
      const hint = suggest(name, [...elements.keys()])
      report(diagnose('template-unknown-element', { name, hint }, place()))
      return false
    }
    if (parent === undefined) return true
    if (!mayStandIn(name, parent.name)) {
      report(
        diagnose(
          'template-misplaced',
          { what: `<${name}>`, parent: parent.name, hint: placementHint(name) },
          place(),
        ),
      )
    }
    if (name === 'a' && hasAncestor(parent, 'a')) {
      report(diagnose('template-misplaced', { what: 'a link', parent: 'a' }, place()))
    }
    for (const required of rules.required) {
      if (tag.attributes.some((attribute) => attribute.name === required)) continue
      const hint =
        required === 'alt'
          ? 'say what the picture shows, or write alt="" when it only decorates'
          : undefined
      report(
        diagnose('template-missing-attribute', { element: name, name: required, hint }, place()),
      )
    }
    return true
  },
  checkAttribute({ name, value }, element, place, report) {
    const own = elements.get(element)?.attributes ?? []
    if (!own.includes(name) && !globalAttributes.includes(name)) {
      const known = [...own, ...globalAttributes]
      const hint =
        name === 'style'
          ? "give it a class, and style the class in the template's CSS file"
          : name.startsWith('on')
            ? 'a printed page runs no scripts'
            : suggest(name, known)
      report(diagnose('template-unknown-attribute', { name, element, hint }, place()))
      return false
    }
    return checkAttributeValue({ element, name, value }, place, report)
  },
  checkText(parent, place, report) {
    if (parent === undefined) {
      const problem = 'text stands outside the <document> element'
      report(diagnose('template-root', { problem }, place()))
    } else if (!mayHoldText(parent.name)) {
      report(diagnose('template-misplaced', { what: 'text', parent: parent.name }, place()))
    }
  },
  checkOther({ kind }, place, report) {
    if (kind === 'comment') return
    const problem = `${otherNames[kind]} has no meaning in a template`
    report(diagnose('template-malformed-markup', { problem, hint: 'take it out' }, place))
  },
}

const svgVocabulary: Vocabulary = {
  syntax: 'xml',
  isVoid: () => false,
  maySelfClose: () => true,
  checkElement: () => true,
  checkAttribute: () => true,
  checkText: () => undefined,
  checkOther({ kind, data }, place, report) {
    if (kind === 'comment' || (kind === 'instruction' && /^\??xml\s/.test(data))) return
    const problem = `${otherNames[kind]} is not read from an SVG file`
    const hint = 'export it as plain SVG, without a doctype or entities'
    report(diagnose('template-malformed-markup', { problem, hint }, place))
  },
}

const otherNames = {
  comment: 'a comment',
  cdata: 'a CDATA section',
  declaration: 'a doctype',
  instruction: 'a processing instruction',
} as const

function placementHint(name: string): string | undefined {
  const parents = parentsOf(name)
  if (parents.length === 0) return 'it is the outermost element'
  if (parents.length <= 6) return `it belongs inside <${parents.join('>, <')}>`
  return 'a heading, a paragraph and what stands in a line hold text, and no blocks'
}

function hasAncestor(element: Element | undefined, name: string): boolean {
  for (let current = element; current !== undefined; current = current.parent) {
    if (current.name === name) return true
  }
  return false
}
