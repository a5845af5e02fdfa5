/** A bare foot: heel, arch, ball, five toes and the ankle's two knuckles. */
import { zAxis } from '../../geometry/rotation.ts'
import { scale } from '../../geometry/vec3.ts'
import { signOf, type Bone, type Side } from '../skeleton.ts'
import type { Part, Primitive, Section } from '../solid.ts'
import { ellipsoid, inBone, loft, roundCone, sectionAcrossFoot, type Sign } from './shapes.ts'
import { interpolateRows, type Row } from './rows.ts'

/** Ankle to the sole of the bare foot, and of the shoe, metres. */
export const soleBelowAnkle = 0.07

/** Along the foot from the heel; height of the middle line; radii up, down, outwards, inwards. Metres from the ankle. */
const outline = [
  [-0.056, -0.04, 0.012, 0.02, 0.012, 0.012],
  [-0.051, -0.038, 0.026, 0.032, 0.023, 0.023],
  [-0.035, -0.034, 0.045, 0.038, 0.031, 0.03],
  [-0.01, -0.03, 0.062, 0.042, 0.034, 0.033],
  [0.02, -0.03, 0.056, 0.038, 0.034, 0.031],
  [0.05, -0.034, 0.042, 0.03, 0.037, 0.03],
  [0.085, -0.041, 0.03, 0.026, 0.042, 0.034],
  [0.118, -0.047, 0.021, 0.022, 0.045, 0.042],
  [0.138, -0.05, 0.016, 0.019, 0.044, 0.043],
  [0.15, -0.052, 0.012, 0.016, 0.038, 0.038],
] as const

/** Big toe first: offset outwards, where it begins and ends, its radii. */
const toes = [
  [-0.03, 0.136, 0.184, 0.0145, 0.0128],
  [-0.008, 0.14, 0.185, 0.0108, 0.0092],
  [0.01, 0.137, 0.179, 0.0104, 0.0086],
  [0.0255, 0.13, 0.168, 0.0099, 0.0082],
  [0.0385, 0.119, 0.152, 0.0096, 0.008],
] as const

/** Cross-sections of a foot or a shoe from rows of places and radii. */
export function footSections(
  rows: readonly Row[],
  count: number,
  { foot, sign, unit }: { readonly foot: Bone; readonly sign: Sign; readonly unit: number },
): readonly Section[] {
  return interpolateRows(rows, count).map(([x, z, up, down, outer, inner]) =>
    sectionAcrossFoot(
      foot,
      x * unit,
      z * unit,
      [up * unit, down * unit, outer * unit, inner * unit],
      sign,
    ),
  )
}

export function footPart(foot: Bone, side: Side, unit: number): Part {
  const sign = signOf(side)
  const at = (x: number, y: number, z: number) => inBone(foot, x * unit, y * sign * unit, z * unit)
  const sections = footSections(outline, 15, { foot, sign, unit })
  const knuckle = (y: number, x: number, z: number): Primitive =>
    ellipsoid({
      centre: at(x, y, z),
      axes: foot.axes,
      radii: [0.013 * unit, 0.01 * unit, 0.015 * unit],
      tissue: 'foot',
      blend: 0.014,
    })
  return {
    primitives: [
      ...loft(sections, 'foot'),
      knuckle(-0.029, 0.004, 0.008),
      knuckle(0.03, -0.006, -0.002),
      ...toes.flatMap(([y, from, to, fromRadius, toRadius]) => [
        roundCone(
          at(from, y, -0.053),
          at(to - 0.014, y, -0.0565),
          [fromRadius * 0.94 * unit, toRadius * 0.92 * unit],
          'foot',
          0.004,
        ),
        // The pad at the tip.
        ellipsoid({
          centre: at(to - 0.008, y, -0.0585),
          axes: foot.axes,
          radii: [toRadius * 1.15 * unit, toRadius * unit, toRadius * 0.95 * unit],
          tissue: 'foot',
          blend: 0.004,
        }),
      ]),
    ],
    blend: 0.014,
    cut: {
      point: at(0, 0, -soleBelowAnkle),
      normal: scale(zAxis(foot.axes), -1),
      softness: 0.01,
    },
  }
}
