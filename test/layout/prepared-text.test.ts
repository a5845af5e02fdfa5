import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { InlineSource } from '../../src/layout/fragment.ts'
import type { InlineItem, InlineText } from '../../src/layout/inline-content.ts'
import { layoutLines, prepareInline } from '../../src/layout/inline.ts'
import type { InlineContext } from '../../src/layout/inline.ts'
import { createTextCache } from '../../src/layout/inline/prepared-text.ts'
import { body, content, text, textOfLine } from './inline-for-tests.ts'
import { squareFonts } from './lay-out.ts'

const context = (limit?: number): InlineContext => ({
  fonts: squareFonts,
  texts: createTextCache(limit),
  report: () => undefined,
})

const prepare = (items: string | readonly InlineItem[], shared: InlineContext) =>
  prepareInline(content(items, body), shared)

const another = (): InlineSource => ({ chain: [], generated: false })

describe('texts that documents share', () => {
  it('are prepared once for the same words in the same style', () => {
    const shared = context()
    const known = prepare('one two', shared).text
    expect(prepare('one two', shared).text).toBe(known)
    expect(prepare('one  two', shared).text).not.toBe(known)
  })

  const word = (changes: Partial<InlineText>): InlineItem => ({ ...text('word'), ...changes })
  it.each<[string, readonly InlineItem[]]>([
    ['another style', [word({ style: { ...body } })]],
    ['another decoration', [word({ decoration: 'underline' })]],
    ['another alignment', [word({ verticalAlign: 'top' })]],
    ['a raised one', [word({ verticalAlign: { raise: 2 } })]],
    ['spacing before it', [{ kind: 'spacing', edge: 'start', width: 3 }, word({})]],
    ['spacing behind it', [word({}), { kind: 'spacing', edge: 'end', width: 3 }]],
    ['two items', [text('wo'), text('rd')]],
  ])('are told apart: %s', (_, items) => {
    const shared = context()
    const known = prepare([word({})], shared).text
    expect(prepare(items, shared).text).not.toBe(known)
  })

  it('tell one inline element from two', () => {
    const shared = context()
    const one = text('wo')
    const same = prepare([one, text('rd')], shared)
    const other = prepare([one, text('rd', { inline: another() })], shared)
    expect(layoutLines(same, 500).lines[0]?.runs).toHaveLength(1)
    expect(layoutLines(other, 500).lines[0]?.runs).toHaveLength(2)
  })

  it('belong to the elements of the document that asks', () => {
    const shared = context()
    const first = text('same words', { inline: another() })
    const second = text('same words', { inline: another() })
    const inlines = [first, second].map((item) =>
      layoutLines(prepare([item], shared), 500).lines.flatMap(({ runs }) =>
        runs.map(({ inline }) => inline),
      ),
    )
    expect(inlines[0]?.[0]).toBe(first.inline)
    expect(inlines[1]?.[0]).toBe(second.inline)
  })

  it('are forgotten when many others came after them', () => {
    const shared = context(2)
    const known = prepare('first', shared).text
    for (const word of ['a', 'b', 'c', 'd', 'e']) prepare(word, shared)
    const again = prepare('first', shared)
    expect(again.text).not.toBe(known)
    expect(layoutLines(again, 500).lines.map(textOfLine)).toEqual(['first'])
  })

  it('stay when they are used between others', () => {
    const shared = context(2)
    const known = prepare('first', shared).text
    for (const word of ['a', 'b', 'c', 'd', 'e']) {
      prepare(word, shared)
      expect(prepare('first', shared).text).toBe(known)
    }
  })

  it('are not kept when something had to be said about their fonts', () => {
    const problems: Diagnostic[] = []
    const unsound: InlineContext = {
      fonts: {
        ...squareFonts,
        shape(words, style, direction, onMissing) {
          onMissing({ character: words, tried: [] })
          return squareFonts.shape(words, style, direction, onMissing)
        },
        isSound: () => false,
      },
      texts: createTextCache(),
      report: (problem) => problems.push(problem),
    }
    prepare('x', unsound)
    prepare('x', unsound)
    expect(problems.map(({ code }) => code)).toEqual(['text-missing-glyph', 'text-missing-glyph'])
  })
})
