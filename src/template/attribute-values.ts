/** What the values of attributes may be: numbers, languages, and addresses that lead only where links may lead. */
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'

interface ValueRule {
  readonly pattern: RegExp
  readonly wanted: string
}

const wholeNumber: ValueRule = { pattern: /^[1-9]\d{0,3}$/, wanted: 'a whole number from 1' }

const valueRules: Readonly<Record<string, ValueRule>> = {
  id: { pattern: /^[^\s]+$/, wanted: 'a name without spaces' },
  lang: {
    pattern: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i,
    wanted: 'a language code such as "en" or "pt-BR"',
  },
  dir: { pattern: /^(ltr|rtl)$/, wanted: '"ltr" or "rtl"' },
  'aria-hidden': { pattern: /^(true|false)$/, wanted: '"true" or "false"' },
  start: { pattern: /^\d{1,4}$/, wanted: 'a whole number' },
  colspan: wholeNumber,
  rowspan: wholeNumber,
  scope: { pattern: /^(row|col)$/, wanted: '"row" or "col"' },
}

/** `value` means a list item's number, but the content of a QR code. */
const elementRules: Readonly<Record<string, ValueRule>> = {
  'li value': { pattern: /^\d{1,4}\+?$/, wanted: 'a whole number, or one with + behind it' },
  'qr value': { pattern: /\S/, wanted: 'text for the code to hold' },
  'img width': { pattern: /^\d+(\.\d+)?$/, wanted: 'a number' },
  'img height': { pattern: /^\d+(\.\d+)?$/, wanted: 'a number' },
}

/** Report a value that the attribute cannot have; false when the attribute must be left out. */
export function checkAttributeValue(
  attribute: { readonly element: string; readonly name: string; readonly value: string },
  place: () => Place,
  report: Report,
): boolean {
  const { element, name, value } = attribute
  if (name === 'href') return checkHref(value, place, report)
  if (name === 'src') return checkSource(value, place, report)
  const rule =
    elementRules[`${element} ${name}`] ??
    (Object.hasOwn(valueRules, name) ? valueRules[name] : undefined)
  if (rule === undefined || rule.pattern.test(value)) return true
  report(diagnose('template-attribute-value', { name, value, wanted: rule.wanted }, place()))
  return false
}

function checkHref(href: string, place: () => Place, report: Report): boolean {
  if (/^#\S+$/.test(href)) return true
  if (/^https:\/\/[^\s/]+\S*$/.test(href)) return true
  if (/^(mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*)$/.test(href)) return true
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]
  const problem =
    scheme === undefined
      ? 'is not an address'
      : ['https', 'mailto', 'tel'].includes(scheme)
        ? `is not a complete ${scheme}: address`
        : `uses ${scheme}:, which links may not`
  report(diagnose('template-link', { href, problem }, place()))
  return false
}

/** Whether the file exists is checked when pictures are read; here, that nothing points outside the pack. */
function checkSource(source: string, place: () => Place, report: Report): boolean {
  if (/^figure:[^/\s]+\/[^/\s]+(?:\/mirrored)?$/.test(source)) return true
  const isLocal = !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(source) && !source.includes('\\')
  if (source !== '' && isLocal && !source.split('/').includes('..')) return true
  report(diagnose('template-picture-source', { source }, place()))
  return false
}
