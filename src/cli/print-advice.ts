/** How to print a file: what a volunteer at a copier has to choose. */
import type { Target } from './engine.ts'

/** A4, Letter and less, which printers at home and in clinics take. */
const smallPapers = new Set(['a4', 'letter', 'a5', 'half-letter', 'a7', 'eighth-letter'])

/** For example "100 %, both sides, flip on short edge; fold, staple". */
export function printAdvice({ paper, production = {} }: Target, pages: number): string {
  if (production.bleed !== undefined || production.marks === true) return 'for a print shop'
  switch (production.arrangement?.kind) {
    case 'tiles':
      return '100 %, one side; page 1 says how to join'
    case 'cards':
      return '100 %, one side; cut at the marks'
    case 'booklet':
      return '100 %, both sides, flip on short edge; fold, staple'
    case 'pocket':
      return '100 %, one side; fold at the marks'
    case undefined:
      if (!smallPapers.has(paper)) return '100 %, large printer or print shop'
      if (pages === 1) return '100 %'
      return pages === 2 ? '100 %, both sides, flip on long edge' : '100 %, one side, or on screen'
  }
}
