/** Renders a small invented pack and shows what came out as text. */
import { memoryFiles } from '../../src/content/memory-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { createTemplates } from '../../src/template/compile.ts'
import type { Element, MarkupNode } from '../../src/template/markup.ts'

export const view = {
  locale: 'en',
  strings: {
    sets: { one: '{count} set', other: '{count} sets' },
    times: { '1': 'once', '2': 'twice', other: '{count} times' },
    hello: 'Hello {name}',
  },
  title: 'Hips <& knees>',
  logo: undefined,
  isLong: true,
  tags: ['hip', 'knee'],
  none: [],
  routine: { name: 'Circuit', rolling: undefined },
  items: [{ name: 'Clamshell' }, { name: 'Bridge' }],
}

export interface Rendering {
  readonly root: Element | undefined
  /** `line:column code: message (hint)`, with the file's name when it is not the template's own. */
  readonly problems: readonly string[]
}

/** Render `<document>…</document>`, or with `isWhole` the text as it is. */
export function render(
  body: string,
  partials: Readonly<Record<string, string>> = {},
  isWhole = false,
): Rendering {
  const files = Object.entries(partials).map(([name, text]) => [
    `templates/partials/${name}.hbs`,
    text,
  ])
  const templates = createTemplates(
    memoryFiles({
      ...Object.fromEntries(files),
      'templates/card/card.hbs': isWhole ? body : `<document>${body}</document>`,
    }),
  )
  const problems: string[] = []
  const root = templates.render('card', view, (diagnostic) => problems.push(line(diagnostic)))
  return { root, problems }
}

/** A tree as markup without places; text trimmed of line breaks. */
export function markupOf(node: MarkupNode | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'text') return node.data
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(markupOf).join('')}</${node.name}>`
}

function line({ code, message, hint, place }: Diagnostic): string {
  const file =
    place === undefined || place.file === 'templates/card/card.hbs' ? '' : `${place.file}:`
  const where = place === undefined ? '' : `${file}${place.line}:${place.column} `
  return `${where}${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}
