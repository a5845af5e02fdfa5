/** The contact sheet: exercises below and beside each other, the phases of each in one line, with their names. */
import type { Drawing } from '../drawing.ts'
import type { Point, Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type { PhaseName } from '../model/pose.ts'
import { drawingGroup, svgFile } from '../paint/svg.ts'

/** One phase of one exercise. */
export interface Shot {
  readonly exercise: string
  readonly phase: PhaseName
}

export interface DrawnShot extends Shot {
  readonly drawing: Drawing
}

/** As much room as a figure has on a handout, so that it is seen at the size at which most people see it. */
export const cellSize: Size = { width: fromMillimetres(60), height: fromMillimetres(36) }

const gap = fromMillimetres(6)
const labelHeight = fromMillimetres(7)
const labelSize = 9
const order: readonly PhaseName[] = ['start', 'end', 'mistake']

const stripHeight = labelHeight + cellSize.height + gap

/** As many exercises beside each other as the width allows, at least one. */
export function sheetToSvg(shots: readonly DrawnShot[], width: Pt): string {
  const phases = order.filter((phase) => shots.some((shot) => shot.phase === phase))
  const stripWidth = phases.length * (cellSize.width + gap)
  const exercises = [...new Set(shots.map(({ exercise }) => exercise))]
  const across = Math.max(1, Math.floor(width / stripWidth))
  const down = Math.ceil(exercises.length / across)
  const size = { width: Math.max(width, stripWidth), height: gap + down * stripHeight }
  const background = `<path d="M0 0H${size.width}V${size.height}H0Z" fill="#ffffff"/>`
  const strips = exercises.flatMap((exercise, index) => {
    // Down the first column, then down the next: as a routine is read.
    const corner = {
      x: gap / 2 + Math.floor(index / down) * stripWidth,
      y: gap + (index % down) * stripHeight,
    }
    const own = shots.filter((shot) => shot.exercise === exercise)
    return own.flatMap((shot, place) => cell(shot, corner, { phases, isFirst: place === 0 }))
  })
  return svgFile(size, [background, ...strips])
}

function cell(
  { exercise, phase, drawing }: DrawnShot,
  corner: Point,
  { phases, isFirst }: { readonly phases: readonly PhaseName[]; readonly isFirst: boolean },
): readonly string[] {
  const x = corner.x + phases.indexOf(phase) * (cellSize.width + gap)
  const named = phases.length === 1 ? exercise : `${exercise}: ${phase}`
  const label = isFirst ? named : phase
  const place = { x, y: corner.y + labelHeight + cellSize.height - drawing.height }
  return [text(label, { x, y: corner.y + labelSize }), ...drawingGroup(drawing, place)]
}

/** Ids are small letters, digits and hyphens: nothing to escape. */
function text(words: string, { x, y }: Point): string {
  const place = `x="${x.toFixed(2)}" y="${y.toFixed(2)}"`
  return `<text ${place} font-family="sans-serif" font-size="${labelSize}" fill="#14202b">${words}</text>`
}
