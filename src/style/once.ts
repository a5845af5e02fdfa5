/** Reports each problem of a place once, however many elements and documents meet it. */
import type { Report } from '../diagnostics/index.ts'

export function reportOnce(report: Report): Report {
  const said = new Set<string>()
  return (diagnostic) => {
    const { code, message, place } = diagnostic
    const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column}`
    const key = `${at} ${code} ${message}`
    if (said.has(key)) return
    said.add(key)
    report(diagnostic)
  }
}
