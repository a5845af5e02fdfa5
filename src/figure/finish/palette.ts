/** Which colour each area and line has: the style over the look, second tones and veils mixed from them. */
import type { Color } from '../../drawing.ts'
import type { Look } from '../../model/body.ts'
import type { AreaRole } from '../sketch.ts'
import type { Material } from '../solid.ts'
import type { FigureStyle } from '../style.ts'
import { accentGrey, fibreGrey, greyOf } from './greys.ts'
import { fromHex, hex, luminance, mixed, toGrey, white } from './tones.ts'

export interface Palette {
  /** Undefined where the style leaves the area out. */
  areaColor(role: AreaRole): Color | undefined
  readonly ink: Color
  readonly fibre: Color
  readonly ghostDash: Color
}

/** The handout's colours for what neither style nor look names: quiet, so that only work has colour. */
const plain: Readonly<Record<Material, Color>> = {
  skin: hex('#d6a27c'),
  hair: hex('#33291f'),
  top: hex('#4a6580'),
  shorts: hex('#c3ced7'),
  shoe: hex('#5c6b7a'),
  sole: hex('#f3f3f0'),
  lace: hex('#f3f3f0'),
  sock: hex('#f3f3f0'),
  'hair-tie': hex('#4a6580'),
  band: hex('#22303d'),
  strap: hex('#22303d'),
  cushion: hex('#d9dfe6'),
  ball: hex('#5c6b7a'),
  roller: hex('#7f8d99'),
  step: hex('#b3bec7'),
  wall: hex('#e7ebef'),
}

/** Second tones are mixed towards this. Skin keeps its warmth. */
const coolShade = hex('#16203a')
const deepShade = hex('#04060b')
const skinShade = hex('#5a2430')
const veil = hex('#1d2a44')
const veilShare = 0.16

export function paletteOf(style: FigureStyle, look: Look): Palette {
  const ofLook: Partial<Record<Material, Color>> = {
    skin: fromHex(look.colors.skin) ?? plain.skin,
    hair: fromHex(look.colors.hair) ?? plain.hair,
  }
  const { isGreyscale } = style
  const colorIn = (material: Material): Color =>
    style.colors[material] ?? ofLook[material] ?? plain[material]
  const baseOf = (material: Material): Color =>
    isGreyscale ? greyOf(material, colorIn(material), colorIn('skin')) : colorIn(material)
  const feel = isGreyscale ? accentGrey(style.feel) : style.feel
  const tone = (color: Color): Color => (isGreyscale ? toGrey(color) : color)
  const ground = style.mat ?? white
  const colorOf = (role: AreaRole): Color | undefined => {
    switch (role.kind) {
      case 'body':
        return baseOf('skin')
      case 'material':
        return materialColor(baseOf(role.material), role)
      case 'mat':
        if (style.mat === undefined) return undefined
        return role.part === 'top' ? style.mat : mixed(style.mat, coolShade, 0.2)
      case 'contact-shadow':
        return mixed(ground, coolShade, 0.24)
      case 'ghost':
        return style.hasGhost ? style.ghost : undefined
      case 'feel':
        return role.part === 'area' ? feel : mixed(feel, coolShade, 0.15)
      case 'arrow':
      case 'mistake':
        return isGreyscale ? accentGrey(style.arrow) : style.arrow
      case 'arrow-halo':
      case 'mistake-halo':
      case 'inset':
        return white
    }
  }
  return {
    areaColor: (role) => {
      const color = colorOf(role)
      return color && tone(color)
    },
    ink: tone(style.ink),
    fibre: isGreyscale ? fibreGrey(feel) : mixed(feel, coolShade, 0.42),
    ghostDash: tone(mixed(style.ghost, style.ink, 0.58)),
  }
}

function materialColor(
  base: Color,
  { material, isShaded, isFar }: Extract<AreaRole, { kind: 'material' }>,
): Color {
  const far = isFar ? mixed(base, veil, veilShare) : base
  if (!isShaded) return far
  // A wall is far and large: its second tone is hardly one.
  if (material === 'wall') return mixed(far, coolShade, 0.05)
  // What is dark already needs more, and a darker shade, to show a second tone.
  if (luminance(base) < 0.035) return mixed(far, deepShade, 0.5)
  const share = luminance(base) < 0.12 ? 0.34 : 0.2
  return mixed(far, material === 'skin' ? skinShade : coolShade, share)
}
