/** Templates of a pack: found by name, parsed once, filled as often as documents need them. */
import type { PackFiles } from '../content/pack-files.ts'
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { LocaleStrings } from '../model/document.ts'
import { evaluateTemplate } from './evaluate.ts'
import type { Element } from './markup.ts'
import { parseMarkup } from './parse-markup.ts'
import { parseTemplate } from './parse-template.ts'
import type { ParsedTemplate } from './parse-template.ts'
import { createWords } from './words.ts'
import type { Words } from './words.ts'

const sharedFolder = 'templates/partials'
const templateName = /^[a-z0-9][a-z0-9-]*$/i

/** The compiled templates of one pack; shared by all documents of a process. */
export interface Templates {
  /**
   * Fill `templates/<name>/<name>.hbs` with a view. Undefined when there is no such template, or when it
   * makes no document. A broken template or partial is reported by every rendering that uses it.
   */
  render(name: string, view: TemplateView, report: Report): Element | undefined
}

/** What every view has: the language, for helpers. Everything else is the template's business. */
export interface TemplateView {
  readonly locale: string
  readonly strings: LocaleStrings
}

export function createTemplates(files: PackFiles): Templates {
  const parsed = new Map<string, ParsedTemplate | undefined>()
  const words = new WeakMap<LocaleStrings, Map<string, Words>>()

  const read = (path: string): ParsedTemplate | undefined => {
    if (!parsed.has(path)) {
      const source = files.readText(path)
      parsed.set(path, source === undefined ? undefined : parseTemplate(source))
    }
    return parsed.get(path)
  }
  const wordsOf = ({ locale, strings }: TemplateView): Words => {
    const ofStrings = words.get(strings) ?? new Map<string, Words>()
    words.set(strings, ofStrings)
    const found = ofStrings.get(locale) ?? createWords(locale, strings)
    ofStrings.set(locale, found)
    return found
  }

  return {
    render(name, view, report) {
      const folder = `templates/${name}`
      const path = `${folder}/${name}.hbs`
      const template = templateName.test(name) ? read(path) : undefined
      if (template === undefined) {
        report(
          diagnose('template-not-found', { path, hint: suggest(name, files.folders('templates')) }),
        )
        return undefined
      }
      if (template.problems.some(({ code }) => code === 'template-syntax')) {
        template.problems.forEach(report)
        return undefined
      }
      const partial = (called: string): ParsedTemplate | undefined =>
        templateName.test(called)
          ? (read(`${folder}/${called}.hbs`) ?? read(`${sharedFolder}/${called}.hbs`))
          : undefined
      const partialNames = (): readonly string[] =>
        [...files.list(folder), ...files.list(sharedFolder)]
          .filter((file) => file.endsWith('.hbs') && file !== path)
          .map((file) => file.slice(file.lastIndexOf('/') + 1, -'.hbs'.length))
      const options = { words: wordsOf(view), partial, partialNames, report }
      const markup = evaluateTemplate(template, view, options)
      return markup === undefined ? undefined : parseMarkup(markup, report)
    },
  }
}
