/** Addresses that lead nowhere: names that stand for others in examples, and were never put right. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import type { DocumentDescription } from '../model/document.ts'
import type { Authored } from './pack.ts'

/** Names that never belong to anybody (RFC 2606, sections 2 and 3; RFC 6761). */
const endings = ['example', 'test', 'invalid', 'localhost']
const domains = ['example.com', 'example.net', 'example.org']

/** Warn of an address that somebody would print, and nobody could open. */
export function checkAddress(
  { value, file }: Authored<DocumentDescription>,
  report: Report,
): void {
  const { url } = value
  if (url === undefined || !isPlaceholder(hostOf(url))) return
  report(diagnose('content-placeholder-address', { url }, file.placeOf(['url'])))
}

/** In small letters; "" where there is none. */
function hostOf(url: string): string {
  const [, host = ''] = /^(?:[a-z][\w+.-]*:\/\/)?([^/?#:]*)/i.exec(url) ?? []
  return host.toLowerCase().replace(/\.$/, '')
}

function isPlaceholder(host: string): boolean {
  const isBelow = (name: string): boolean => host === name || host.endsWith(`.${name}`)
  return [...endings, ...domains].some(isBelow)
}
