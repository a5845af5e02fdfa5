/** The table of properties for templates/README.md, so that the guide cannot say anything else than the program. */
import { properties } from './properties.ts'
import type { PropertyFacts } from './properties.ts'

/** Markdown, one row for each property, ending in a newline. */
export function propertyTable(): string {
  const head = ['Property', 'Values', 'Initial', 'Inherited', 'Note']
  const rows = [...properties.values()].map(rowOf)
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${lines.join('\n')}\n`
}

function rowOf(facts: PropertyFacts): readonly string[] {
  const [ltr, rtl] = facts.physical
  const isLogical = ltr !== rtl
  return [
    code(facts.name),
    isLogical ? `as ${code(ltr)}` : code(facts.syntax),
    facts.initial === undefined ? 'of each part' : code(facts.initial),
    facts.inherited ? 'yes' : 'no',
    noteOf(facts),
  ]
}

function noteOf({ scope, note }: PropertyFacts): string {
  const where = { element: undefined, page: 'in `@page` only', both: 'in `@page` too' }[scope]
  return [note, where].filter((part) => part !== undefined).join('; ')
}

// A bar ends a cell even inside code, unless it is escaped (GitHub Flavored Markdown, 4.10).
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
