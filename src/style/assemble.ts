/** Longhand values to the ComputedStyle that layout reads: sides together, colours resolved, lengths final. */
import type { Color } from '../drawing.ts'
import { black } from './color.ts'
import type { BorderSide, ComputedStyle, Display } from './computed.ts'
import type { ColorValue, Longhands } from './longhands.ts'

export function assembleStyle(values: Readonly<Longhands>, language: string): ComputedStyle {
  const color = values.color === 'currentcolor' ? black : values.color
  const resolve = (value: ColorValue): Color => (value === 'currentcolor' ? color : value)
  const paint = (value: ColorValue | 'none') => (value === 'none' ? 'none' : resolve(value))
  const side = (name: 'top' | 'right' | 'bottom' | 'left'): BorderSide => {
    const style = values[`border-${name}-style`]
    const width = style === 'none' ? 0 : values[`border-${name}-width`]
    return { width, style, color: resolve(values[`border-${name}-color`]) }
  }
  const background = values['background-color']
  return {
    color,
    fontFamily: values['font-family'],
    fontSize: values['font-size'],
    fontWeight: values['font-weight'],
    fontStyle: values['font-style'],
    numeric: values['font-variant-numeric'],
    lineHeight: usedLineHeight(values),
    letterSpacing: values['letter-spacing'],
    textAlign: values['text-align'],
    textWrap: values['text-wrap'],
    whiteSpace: values['white-space'],
    overflowWrap: values['overflow-wrap'],
    direction: values.direction,
    orphans: values.orphans,
    widows: values.widows,
    listStyleType: values['list-style-type'],
    language,
    fill: paint(values.fill),
    stroke: paint(values.stroke),
    strokeWidth: values['stroke-width'],
    display: values.display,
    position: values.position,
    inset: { top: values.top, right: values.right, bottom: values.bottom, left: values.left },
    width: values.width,
    height: values.height,
    minWidth: values['min-width'],
    minHeight: values['min-height'],
    maxWidth: values['max-width'],
    maxHeight: values['max-height'],
    boxSizing: values['box-sizing'],
    margin: {
      top: values['margin-top'],
      right: values['margin-right'],
      bottom: values['margin-bottom'],
      left: values['margin-left'],
    },
    padding: {
      top: values['padding-top'],
      right: values['padding-right'],
      bottom: values['padding-bottom'],
      left: values['padding-left'],
    },
    border: {
      top: side('top'),
      right: side('right'),
      bottom: side('bottom'),
      left: side('left'),
    },
    borderRadius: [
      values['border-top-left-radius'],
      values['border-top-right-radius'],
      values['border-bottom-right-radius'],
      values['border-bottom-left-radius'],
    ],
    backgroundColor: background === 'transparent' ? undefined : resolve(background),
    flexDirection: values['flex-direction'],
    flexWrap: values['flex-wrap'],
    flexGrow: values['flex-grow'],
    flexShrink: values['flex-shrink'],
    flexBasis: values['flex-basis'],
    rowGap: values['row-gap'],
    columnGap: values['column-gap'],
    alignItems: values['align-items'],
    alignSelf: values['align-self'],
    justifyContent: values['justify-content'],
    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    page: values.page === 'auto' ? '' : values.page,
    textDecoration: values['text-decoration'],
    verticalAlign: values['vertical-align'],
    objectFit: values['object-fit'],
    objectPosition: values['object-position'],
    aspectRatio: values['aspect-ratio'],
    content: values.content,
    stringSet: values['string-set'],
  }
}

export function usedLineHeight(values: Readonly<Longhands>): number {
  const height = values['line-height']
  return 'factor' in height ? height.factor * values['font-size'] : height.points
}

/** What a box becomes where only blocks can be: in a flex container, out of the flow (CSS Display 3, 2.7). */
export function blockified(display: Display): Display {
  switch (display) {
    case 'none':
    case 'block':
    case 'flex':
    case 'list-item':
    case 'table':
      return display
    case 'inline':
    case 'inline-block':
    case 'table-header-group':
    case 'table-row-group':
    case 'table-footer-group':
    case 'table-row':
    case 'table-cell':
      return 'block'
  }
}
