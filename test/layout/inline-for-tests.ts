/** Inline content and what comes out of it, for tests of lines. */
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { InlineSource, LineRun } from '../../src/layout/fragment.ts'
import type { GalleyLine } from '../../src/layout/galley.ts'
import type { InlineContent, InlineItem, InlineText } from '../../src/layout/inline-content.ts'
import { layoutLines, prepareInline } from '../../src/layout/inline.ts'
import { createTextCache } from '../../src/layout/inline/prepared-text.ts'
import type { PreparedInline } from '../../src/layout/inline.ts'
import type { TextStyle } from '../../src/style/computed.ts'
import type { Element } from '../../src/template/markup.ts'
import { logicalGlyphs } from '../../src/text/shaped-text.ts'
import { fontsOf, textStyle } from '../text/fonts-for-tests.ts'

export const { fonts } = fontsOf()
export const inline: InlineSource = { chain: [], generated: false }
export const body = textStyle()

export function text(words: string, changes: Partial<InlineText> = {}): InlineText {
  return {
    kind: 'text',
    text: words,
    inline,
    style: body,
    decoration: 'none',
    verticalAlign: 'baseline',
    ...changes,
  }
}

export const forcedBreak: InlineItem = { kind: 'break', inline }

export const element: Element = {
  type: 'element',
  name: 'img',
  attributes: {},
  children: [],
  parent: undefined,
  place: undefined,
}

export function picture(
  width: number,
  height: number,
  verticalAlign: InlineText['verticalAlign'] = 'baseline',
): InlineItem {
  return {
    kind: 'picture',
    inline,
    element,
    picture: { kind: 'drawing', drawing: { key: 'icon', width, height, items: [] } },
    size: { width, height },
    verticalAlign,
  }
}

export function content(
  items: string | readonly InlineItem[],
  style: TextStyle = body,
): InlineContent {
  return {
    style,
    place: undefined,
    items: typeof items === 'string' ? [text(items, { style })] : items,
  }
}

export function prepare(
  items: string | readonly InlineItem[],
  changes: Partial<TextStyle> = {},
  problems: Diagnostic[] = [],
): PreparedInline {
  return prepareInline(content(items, textStyle(changes)), {
    fonts,
    texts: createTextCache(),
    report: (problem) => problems.push(problem),
  })
}

export function linesOf(
  items: string | readonly InlineItem[],
  width: number,
  changes: Partial<TextStyle> = {},
): string[] {
  return layoutLines(prepare(items, changes), width).lines.map(textOfLine)
}

export function textOfLine({ runs }: GalleyLine): string {
  return runs.map(textOfRun).join('')
}

/** What somebody copies: the texts of the glyphs in reading order. */
export function textOfRun(run: LineRun): string {
  if (run.kind === 'picture') return '[picture]'
  return logicalGlyphs(run.shaped)
    .map((glyph) => glyph.text)
    .join('')
}

export function widthOf(words: string, changes: Partial<TextStyle> = {}): number {
  return prepare(words, changes).text.maxContentWidth
}
