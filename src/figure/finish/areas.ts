/** Areas in each manner: flat tones, a copier's black, white and patterns, or outlines alone. */
import type { Color, PathItem } from '../../drawing.ts'
import type { Path } from '../../geometry/path.ts'
import type { Area, Curve } from '../sketch.ts'
import type { FigureStyle } from '../style.ts'
import { dotSize, dotsInside, hatchInside, hatchWidth } from './patterns.ts'
import type { Palette } from './palette.ts'
import { flatten } from './polygon.ts'
import { scaled } from './scaled.ts'
import { black, white } from './tones.ts'

export interface AreaTools {
  readonly style: FigureStyle
  readonly palette: Palette
  /** Width of keylines and dashes. */
  readonly thin: number
  /** Of the feel-it area's hatching, in degrees. */
  readonly hatchAngle: number
}

/** `path` is the area's, in points. */
export function areaItems(area: Area, path: Path, tools: AreaTools): readonly PathItem[] {
  switch (tools.style.manner) {
    case 'tones':
      return toneItems(area, path, tools)
    case 'photocopy':
      return copyItems(area, path, tools)
    case 'outline':
      return outlineItems(area, path, tools)
  }
}

function toneItems({ role }: Area, path: Path, tools: AreaTools): readonly PathItem[] {
  const color = tools.palette.areaColor(role)
  if (color === undefined) return []
  if (role.kind === 'ghost') return [dashed(path, color, tools.palette.ghostDash, tools.thin)]
  if (role.kind === 'inset') return [keyed(path, color, tools.palette.ink, tools.thin)]
  return [filled(path, color)]
}

function copyItems(area: Area, path: Path, tools: AreaTools): readonly PathItem[] {
  const { role } = area
  const { style, thin } = tools
  switch (role.kind) {
    case 'body':
      return [filled(path, white)]
    case 'mat':
      return style.mat === undefined ? [] : [keyed(path, white, black, thin)]
    case 'contact-shadow':
      return []
    case 'ghost':
      return style.hasGhost ? [dashed(path, white, black, thin)] : []
    case 'material': {
      if (role.isShaded) return []
      if (solid.has(role.material)) return [filled(path, black)]
      if (role.material !== 'shorts') return [filled(path, white)]
      const dots = scaled(dotsInside(flatten(path, 1)), 1)
      return [filled(path, white), { kind: 'path', path: dots, stroke: dotStroke }]
    }
    case 'feel': {
      if (role.part === 'core') return []
      const lines = scaled(hatchInside(flatten(path, 1), tools.hatchAngle), 1)
      return [
        filled(path, white),
        { kind: 'path', path: lines, stroke: { color: black, width: hatchWidth } },
        { kind: 'path', path, stroke: { color: black, width: thin * 1.3, join: 'round' } },
      ]
    }
    case 'arrow':
    case 'mistake':
      return [filled(path, black)]
    case 'arrow-halo':
    case 'mistake-halo':
      return [filled(path, white)]
    case 'inset':
      return [keyed(path, white, black, thin)]
  }
}

const solid: ReadonlySet<string> = new Set(['hair', 'hair-tie', 'band', 'strap'])
const dotStroke = { color: black, width: dotSize, cap: 'round' } as const

function outlineItems({ role }: Area, path: Path, tools: AreaTools): readonly PathItem[] {
  const { style, palette, thin } = tools
  const { ink } = palette
  const own = palette.areaColor(role) ?? ink
  switch (role.kind) {
    case 'body':
    case 'arrow-halo':
    case 'mistake-halo':
      return [filled(path, white)]
    case 'mat':
      return style.mat === undefined ? [] : [keyed(path, white, ink, thin)]
    case 'inset':
      return [keyed(path, white, ink, thin)]
    case 'ghost':
      return style.hasGhost ? [dashed(path, white, palette.ghostDash, thin)] : []
    case 'feel':
      return role.part === 'core'
        ? []
        : [{ kind: 'path', path, stroke: { color: own, width: thin } }]
    case 'arrow':
    case 'mistake':
      return [filled(path, own)]
    case 'material':
    case 'contact-shadow':
      return []
  }
}

function filled(path: Path, fill: Color): PathItem {
  return { kind: 'path', path, fill }
}

function keyed(path: Path, fill: Color, color: Color, width: number): PathItem {
  return { kind: 'path', path, fill, stroke: { color, width, join: 'round' } }
}

function dashed(path: Path, fill: Color, color: Color, width: number): PathItem {
  const dash = [width * 4.5, width * 3.2]
  return { kind: 'path', path, fill, stroke: { color, width, join: 'round', dash } }
}

/**
 * Half across the mean way of the fibres, in degrees: most muscles are long, and lines along them would be few.
 */
export function hatchAngle(lines: readonly Curve[]): number {
  let [cosine, sine] = [0, 0]
  for (const { role, controls } of lines) {
    if (role !== 'fibre') continue
    for (let i = 9; i < controls.length; i += 9) {
      const dx = (controls[i] ?? 0) - (controls[i - 9] ?? 0)
      const dy = (controls[i + 1] ?? 0) - (controls[i - 8] ?? 0)
      // Lines have no sense: angles count twice.
      const angle = 2 * Math.atan2(dy, dx)
      const size = Math.hypot(dx, dy)
      cosine += Math.cos(angle) * size
      sine += Math.sin(angle) * size
    }
  }
  if (cosine === 0 && sine === 0) return 45
  return Math.round(((Math.atan2(sine, cosine) / 2) * 180) / Math.PI) + 45
}
