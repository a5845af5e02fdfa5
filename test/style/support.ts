/** Small element trees, and one-line ways to style them and to collect what is said about CSS. */
import type { Diagnostic, SourceFile } from '../../src/diagnostics/index.ts'
import { createCascade } from '../../src/style/cascade.ts'
import type {
  ComputedStyle,
  PageStyle,
  StyledDocument,
  StyledElement,
} from '../../src/style/computed.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import type { Element, MarkupNode } from '../../src/template/markup.ts'

export type Branch = (parent: Element | undefined) => MarkupNode

/** `h('p.note#first', { lang: 'es' }, 'text', h('b'))`: classes and an id may follow the name. */
export function h(
  selector: string,
  ...rest: readonly (Readonly<Record<string, string>> | string | Branch)[]
): (parent?: Element) => Element {
  const [name = ''] = selector.split(/[.#]/)
  const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, word]) => word)
  const id = /#([\w-]+)/.exec(selector)?.[1]
  return (parent) => {
    const children: MarkupNode[] = []
    const given = rest.filter((part) => typeof part === 'object')
    const element: Element = {
      type: 'element',
      name,
      attributes: {
        ...(classes.length > 0 ? { class: classes.join(' ') } : {}),
        ...(id === undefined ? {} : { id }),
        ...Object.assign({}, ...given),
      },
      children,
      parent,
      place: undefined,
    }
    for (const part of rest) {
      if (typeof part === 'string') children.push({ type: 'text', data: part, parent: element })
      else if (typeof part === 'function') children.push(part(element))
    }
    return element
  }
}

export function css(text: string, path = 'test.css'): SourceFile {
  return { path, text }
}

/** Style a tree; any diagnostic fails the test. */
export function styled(text: string, tree: () => Element): StyledDocument {
  const fail = (diagnostic: Diagnostic) => {
    throw new Error(line(diagnostic))
  }
  const sheet = parseStylesheet(css(text), fail)
  return createCascade(sheet, fail).style(tree(), { language: 'en', report: fail })
}

/** The style of the one element with class `x`. */
export function styleOf(
  text: string,
  tree: () => Element = h('document', h('p.x')),
): ComputedStyle {
  return find(styled(text, tree).root, 'x').style
}

export function pageOf(text: string, name = '', isFirst = false): PageStyle {
  return styled(text, h('document')).pages(name, isFirst)
}

export function find(root: StyledElement, className: string): StyledElement {
  const found = all(root).find(({ element }) =>
    element.attributes['class']?.split(' ').includes(className),
  )
  if (found === undefined) throw new Error(`no element of class ${className}`)
  return found
}

export function all(root: StyledElement): readonly StyledElement[] {
  return [root, ...root.children.flatMap((child) => (child.type === 'element' ? all(child) : []))]
}

/** Everything said about a stylesheet when it is parsed and laid over a tree, as an author sees it. */
export function problems(text: string, tree: () => Element = h('document', h('p.x'))): string[] {
  const found: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic)
  const cascade = createCascade(parseStylesheet(css(text), report), report)
  const document = cascade.style(tree(), { language: 'en', report })
  document.pages('', true)
  return found.map(line)
}

function line({ code, message, hint, place }: Diagnostic): string {
  const at = place === undefined ? '' : `${place.line}:${place.column}-${place.length} `
  return `${at}${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}
