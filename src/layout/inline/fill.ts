/** Fills lines with units, greedily, and finds the width at which they come out balanced. */
import type { Pt } from '../../geometry/units.ts'
import type { TextStyle } from '../../style/computed.ts'
import { widthTolerance } from './units.ts'
import type { Unit } from './units.ts'

/** The units of one line, from `start` up to `end`, and their width without what hangs at the end. */
export interface FilledLine {
  readonly start: number
  readonly end: number
  readonly width: Pt
}

/** Fill lines as wide as the box, or narrower where `text-wrap` asks for a better shape. */
export function fillLines(
  units: readonly Unit[],
  width: Pt,
  textWrap: TextStyle['textWrap'],
): readonly FilledLine[] {
  const lines = fillGreedily(units, width)
  if (lines.length < 2) return lines
  if (textWrap === 'balance' && lines.length <= maxBalancedLines)
    return balance(units, width, lines)
  if (textWrap === 'pretty') return avoidShortLastLine(units, width, lines)
  return lines
}

/** CSS Text 4 leaves the limit to us; Chrome stops at 10 lines as well. */
const maxBalancedLines = 10

function fillGreedily(units: readonly Unit[], width: Pt): readonly FilledLine[] {
  const room = width + widthTolerance
  const lines: FilledLine[] = []
  let start = 0
  while (start < units.length) {
    const line = fillOne(units, start, room)
    lines.push(line)
    start = line.end
  }
  return lines
}

function fillOne(units: readonly Unit[], start: number, room: Pt): FilledLine {
  let used = 0
  // The last place where the line could end, with its hyphen if it needs one.
  let best: FilledLine | undefined
  for (let index = start; index < units.length; index += 1) {
    const unit = units[index]
    if (unit === undefined) break
    const isFirst = index === start
    if (!isFirst && (unit.opensLine || used + unit.width > room)) {
      return best ?? { start, end: index, width: used }
    }
    const width = used + unit.width + unit.hyphenWidth
    if (unit.breakAfter === 'mandatory') return { start, end: index + 1, width }
    if (best === undefined || unit.hyphenWidth === 0 || width <= room) {
      best = { start, end: index + 1, width }
    }
    used += unit.width + unit.hanging
  }
  return best ?? { start, end: units.length, width: used }
}

/** Narrow the lines as far as their number allows, so that they come out about equally long. */
function balance(
  units: readonly Unit[],
  width: Pt,
  lines: readonly FilledLine[],
): readonly FilledLine[] {
  let narrow = Math.min(width, Math.max(...units.map((unit) => unit.width)))
  let wide = width
  let best = lines
  // Half a point: nobody sees a smaller difference at a ragged edge.
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2
    const tried = fillGreedily(units, middle)
    if (tried.length > lines.length) narrow = middle
    else {
      wide = middle
      best = tried
    }
  }
  return best
}

/** A single short word on the last line takes one from the line above, if that adds no line. */
function avoidShortLastLine(
  units: readonly Unit[],
  width: Pt,
  lines: readonly FilledLine[],
): readonly FilledLine[] {
  const isShort = (last: FilledLine | undefined): boolean =>
    last !== undefined && last.end - last.start === 1 && last.width < width / 3
  if (!isShort(lines.at(-1))) return lines
  // Down to 80 %: narrower, and the paragraph looks as if it had another margin.
  for (let percent = 98; percent >= 80; percent -= 2) {
    const tried = fillGreedily(units, (width * percent) / 100)
    if (tried.length > lines.length) return lines
    if (!isShort(tried.at(-1))) return tried
  }
  return lines
}
