/** The vocabulary of templates: every element, what it may hold, and the attributes it takes. */

/**
 * What an element may hold. `flow`: blocks and text; `phrasing`: text and what stands in a line; `text`: text
 * only; `nothing`: it has no end tag; or exactly the named elements.
 */
export type ContentModel = 'flow' | 'phrasing' | 'text' | 'nothing' | readonly string[]

export interface ElementRules {
  /** `part`: stands only in an element that names it. */
  readonly category: 'flow' | 'phrasing' | 'part'
  readonly content: ContentModel
  /** Besides the attributes that all elements take. */
  readonly attributes: readonly string[]
  readonly required: readonly string[]
  /** Elements named here may stand in it although they are parts. */
  readonly also: readonly string[]
}

/** Attributes that every element takes. */
export const globalAttributes: readonly string[] = [
  'id',
  'class',
  'lang',
  'dir',
  'title',
  'role',
  'aria-hidden',
  'aria-label',
]

const paintAttributes = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'transform',
]

const shapeNames = ['path', 'circle', 'ellipse', 'rect', 'line', 'polygon', 'polyline', 'g']

const flow: ElementRules = rules('flow', 'flow')
const line: ElementRules = rules('flow', 'phrasing')
const inline: ElementRules = rules('phrasing', 'phrasing')

export const elements: ReadonlyMap<string, ElementRules> = new Map(
  Object.entries<ElementRules>({
    document: rules('part', 'flow'),
    main: flow,
    header: flow,
    footer: flow,
    nav: flow,
    section: flow,
    article: flow,
    aside: flow,
    div: flow,
    figure: rules('flow', 'flow', [], [], ['figcaption']),
    figcaption: rules('part', 'flow'),
    h1: line,
    h2: line,
    h3: line,
    h4: line,
    h5: line,
    h6: line,
    p: line,
    ul: rules('flow', ['li']),
    ol: rules('flow', ['li'], ['start']),
    li: rules('part', 'flow', ['value']),
    table: rules('flow', ['caption', 'thead', 'tbody', 'tfoot', 'tr']),
    caption: rules('part', 'phrasing'),
    thead: rules('part', ['tr']),
    tbody: rules('part', ['tr']),
    tfoot: rules('part', ['tr']),
    tr: rules('part', ['th', 'td']),
    th: rules('part', 'flow', ['colspan', 'rowspan', 'scope']),
    td: rules('part', 'flow', ['colspan', 'rowspan']),
    span: inline,
    b: inline,
    strong: inline,
    i: inline,
    em: inline,
    abbr: inline,
    small: inline,
    sub: inline,
    sup: inline,
    a: rules('phrasing', 'phrasing', ['href'], ['href']),
    br: rules('phrasing', 'nothing'),
    img: rules('phrasing', 'nothing', ['src', 'alt', 'width', 'height'], ['src', 'alt']),
    qr: rules('phrasing', 'nothing', ['value', 'alt', 'width', 'height'], ['value', 'alt']),
    svg: rules(
      'phrasing',
      [...shapeNames, 'title'],
      ['viewBox', 'width', 'height', 'xmlns', ...paintAttributes],
    ),
    title: rules('part', 'text'),
    g: rules('part', [...shapeNames, 'title'], paintAttributes),
    path: shape('d'),
    circle: shape('cx', 'cy', 'r'),
    ellipse: shape('cx', 'cy', 'rx', 'ry'),
    rect: shape('x', 'y', 'width', 'height', 'rx', 'ry'),
    line: shape('x1', 'y1', 'x2', 'y2'),
    polygon: shape('points'),
    polyline: shape('points'),
  }),
)

/** Elements of pictures: `<path/>` needs no end tag. */
export function isPictureElement(name: string): boolean {
  return name === 'svg' || name === 'title' || shapeNames.includes(name)
}

/** Whether `child` may stand directly in `parent`. */
export function mayStandIn(child: string, parent: string): boolean {
  const inside = elements.get(parent)
  const rules = elements.get(child)
  if (inside === undefined || rules === undefined) return true
  if (inside.also.includes(child)) return true
  const { content } = inside
  if (typeof content !== 'string') return content.includes(child)
  if (content === 'flow') return rules.category !== 'part'
  return content === 'phrasing' && rules.category === 'phrasing'
}

/** Whether text other than white space may stand directly in an element. */
export function mayHoldText(name: string): boolean {
  const content = elements.get(name)?.content ?? 'flow'
  return content === 'flow' || content === 'phrasing' || content === 'text'
}

/** The elements that may hold `name`, for hints. */
export function parentsOf(name: string): readonly string[] {
  return [...elements.keys()].filter((parent) => mayStandIn(name, parent))
}

function rules(
  category: ElementRules['category'],
  content: ContentModel,
  attributes: readonly string[] = [],
  required: readonly string[] = [],
  also: readonly string[] = [],
): ElementRules {
  return { category, content, attributes, required, also }
}

function shape(...attributes: readonly string[]): ElementRules {
  return rules('part', ['title'], [...attributes, ...paintAttributes])
}
