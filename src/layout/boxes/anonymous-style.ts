/** The style of a box that no element stands for: text as its parent has it, everything else initial (CSS 2.2, 9.2.1.1). */
import type { ComputedStyle, Extent, LengthPercentage, TextStyle } from '../../style/computed.ts'

export type AnonymousStyle = (parent: ComputedStyle) => ComputedStyle

/** Makes anonymous styles, one for each parent style. */
export function createAnonymousStyle(): AnonymousStyle {
  const made = new WeakMap<ComputedStyle, ComputedStyle>()
  return (parent) => {
    const known = made.get(parent)
    if (known !== undefined) return known
    const style = { ...parent, ...initial }
    made.set(parent, style)
    return style
  }
}

const zero: LengthPercentage = { points: 0, percent: 0 }
const none = { width: 0, style: 'none', color: { red: 0, green: 0, blue: 0 } } as const

function four<T>(value: T) {
  return { top: value, right: value, bottom: value, left: value }
}

/** Every property that is not inherited, at its initial value; `display` is block. */
const initial: Omit<ComputedStyle, InheritedProperty> = {
  display: 'block',
  position: 'static',
  inset: four<Extent>('auto'),
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'auto',
  maxHeight: 'auto',
  boxSizing: 'content-box',
  margin: four<Extent>(zero),
  padding: four(zero),
  border: four(none),
  borderRadius: [0, 0, 0, 0],
  backgroundColor: undefined,
  flexDirection: 'row',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  rowGap: zero,
  columnGap: zero,
  alignItems: 'stretch',
  alignSelf: 'auto',
  justifyContent: 'flex-start',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  textDecoration: 'none',
  verticalAlign: 'baseline',
  objectFit: 'fill',
  objectPosition: { x: { points: 0, percent: 50 }, y: { points: 0, percent: 50 } },
  aspectRatio: undefined,
  content: 'normal',
  stringSet: undefined,
}

/** Properties of TextStyle, and the named page, which an anonymous box shares with its parent. */
type InheritedProperty = keyof TextStyle | 'page'
