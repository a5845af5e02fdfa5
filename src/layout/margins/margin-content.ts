/** What stands in one margin box: generated text, running elements, or both one under the other. */
import { diagnose, type Report } from '../../diagnostics/index.ts'
import type {
  ComputedStyle,
  ContentPart,
  MarginBoxName,
  PageStyle,
  StyledElement,
} from '../../style/computed.ts'
import type { BlockBox, Box } from '../box.ts'
import { generateBoxes } from '../boxes/generate-boxes.ts'
import { generatedText, type GeneratedFor, type KnownValues } from '../boxes/generated-text.ts'
import { createInlineRun } from '../boxes/inline-run.ts'
import type { BoxSource, InlineSource } from '../fragment.ts'
import type { LayoutContext } from '../layout-galley.ts'

/** What the margins of one page may show. */
export interface MarginValues {
  readonly values: KnownValues
  readonly running: ReadonlyMap<string, StyledElement>
}

/** The box of one margin box, or undefined when it has no content and so is not made. */
export function marginBoxContent(
  name: MarginBoxName,
  { marginBoxes, place }: PageStyle,
  known: MarginValues,
  context: LayoutContext,
): BlockBox | undefined {
  const style = marginBoxes[name]
  if (style === undefined || typeof style.content !== 'object') return undefined
  const origin: GeneratedFor = { name: `@${name}`, place, attributes: {} }
  const children = groupParts(style.content).flatMap((group): readonly Box[] =>
    group.kind === 'running'
      ? runningBox(group.name, origin, known, context)
      : textBox(group.parts, context.cache.anonymousStyle(style), {
          origin,
          known,
          report: context.report,
        }),
  )
  if (children.length === 0) return undefined
  return {
    kind: 'block',
    source: sourceOf(
      style,
      children.map(({ source }) => source),
      [],
    ),
    style,
    name: origin.name,
    place,
    anchors: [],
    children,
    inline: undefined,
    relativePictures: new Map(),
    marker: undefined,
  }
}

type Group =
  | { readonly kind: 'running'; readonly name: string }
  | { readonly kind: 'text'; readonly parts: ContentPart[] }

/** Running elements, and the stretches of text between them. */
function groupParts(parts: readonly ContentPart[]): readonly Group[] {
  const groups: Group[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.kind === 'element') groups.push({ kind: 'running', name: part.name })
    else if (last?.kind === 'text') last.parts.push(part)
    else groups.push({ kind: 'text', parts: [part] })
  }
  return groups
}

function runningBox(
  name: string,
  origin: GeneratedFor,
  { values, running }: MarginValues,
  { pictures, cache, report }: LayoutContext,
): readonly Box[] {
  const node = running.get(name)
  if (node === undefined) {
    const box = origin.name
    report(diagnose('layout-no-running-element', { name, box }, origin.place))
    return []
  }
  const placed: StyledElement = { ...node, style: { ...node.style, position: 'static' } }
  return [generateBoxes(placed, { pictures, values, anonymousStyle: cache.anonymousStyle, report })]
}

function textBox(
  parts: readonly ContentPart[],
  style: ComputedStyle,
  { origin, known, report }: TextOrigin,
): readonly Box[] {
  const run = createInlineRun()
  run.addText(generatedText(parts, origin, known.values, report), {
    chain: [],
    style,
    decoration: style.textDecoration,
    verticalAlign: 'baseline',
    isGenerated: true,
  })
  if (run.isBlank()) return []
  const { name, place } = origin
  return [
    {
      kind: 'block',
      source: sourceOf(style, [], run.sources),
      style,
      name,
      place,
      anchors: [],
      children: [],
      inline: run.content(style, place),
      relativePictures: run.relativePictures(),
      marker: undefined,
    },
  ]
}

interface TextOrigin {
  readonly origin: GeneratedFor
  readonly known: MarginValues
  readonly report: Report
}

function sourceOf(
  style: ComputedStyle,
  children: readonly BoxSource[],
  inlines: readonly InlineSource[],
): BoxSource {
  return { element: undefined, style, children, inlines, replaced: false, marker: undefined }
}
