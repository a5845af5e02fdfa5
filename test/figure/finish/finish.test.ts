import { describe, expect, test } from 'vitest'
import type { Color, Drawing } from '../../../src/drawing.ts'
import { curveOf } from '../../../src/figure/curves.ts'
import { finishSketch } from '../../../src/figure/finish/finish.ts'
import { outlineStyle, photocopyStyle, standardStyle } from '../../../src/figure/finish/manners.ts'
import { paletteOf } from '../../../src/figure/finish/palette.ts'
import { hex, luminance, toGrey } from '../../../src/figure/finish/tones.ts'
import type { Area, AreaRole, Curve, LineRole, Sketch } from '../../../src/figure/sketch.ts'
import type { Material } from '../../../src/figure/solid.ts'
import type { FigureStyle } from '../../../src/figure/style.ts'
import type { Look } from '../../../src/model/body.ts'
import { looks } from '../body/people.ts'

const look: Look = {
  id: 'test',
  body: 'test',
  hair: 'short',
  legwear: 'shorts',
  footwear: 'shoes',
  sleeves: 'short',
  colors: { skin: '#8d5a3c', hair: '#221a16' },
  age: 'young',
  beard: false,
  glasses: false,
}

function area(role: AreaRole, x: number, size = 0.3): Area {
  return {
    kind: 'area',
    role,
    path: [
      { type: 'move', x, y: 0.2 },
      { type: 'line', x: x + size, y: 0.2 },
      { type: 'line', x: x + size, y: 0.2 + size },
      { type: 'line', x, y: 0.2 + size },
      { type: 'close' },
    ],
  }
}

function line(role: LineRole, y: number, length: number, weights = [0.3, 1.2]): readonly Curve[] {
  const count = Math.round(length / 0.003)
  const points = Array.from({ length: count + 1 }, (_, i) => {
    const [from = 1, to = 1] = weights
    return [0.1 + (length * i) / count, y, from + ((to - from) * i) / count]
  })
  return curveOf({
    kind: 'line',
    role,
    isClosed: false,
    points: Float32Array.from(points.flat()),
  })
}

const shorts = { kind: 'material', material: 'shorts', isShaded: false, isFar: false } as const

const sketch: Sketch = {
  key: 'test',
  width: 1.6,
  height: 0.9,
  head: { x: 0.2, y: 0.1, width: 0.25, height: 0.25 },
  items: [
    area({ kind: 'mat', part: 'edge' }, 0),
    area({ kind: 'mat', part: 'top' }, 0),
    area({ kind: 'contact-shadow' }, 0.1),
    area({ kind: 'ghost' }, 0.2),
    area({ kind: 'body' }, 0.3),
    area(shorts, 0.4),
    area({ ...shorts, isShaded: true }, 0.45, 0.1),
    area({ ...shorts, material: 'top', isFar: true }, 0.5),
    area({ kind: 'feel', part: 'area' }, 0.6),
    area({ kind: 'feel', part: 'core' }, 0.65, 0.1),
    ...line('fibre', 0.35, 0.2),
    ...line('silhouette', 0.5, 0.8),
    ...line('fold', 0.7, 0.2),
    ...line('detail', 0.75, 0.02),
    { kind: 'dot', x: 0.9, y: 0.3, radii: [0.005, 0.007], angle: 20 },
    area({ kind: 'arrow' }, 1.1),
  ],
}

function colorsOf({ items }: Drawing): readonly Color[] {
  return items.flatMap(({ fill, stroke }) => [
    ...(fill ? [fill] : []),
    ...(stroke ? [stroke.color] : []),
  ])
}

function drawn(style: FigureStyle, width = 170): Drawing {
  return finishSketch(sketch, style, look, width)
}

describe('a finished figure', () => {
  test('is as wide as it is printed, and as high in proportion', () => {
    expect(drawn(standardStyle, 170)).toMatchObject({ width: 170, height: 95.63 })
  })

  test('in greyscale has no colour', () => {
    for (const { red, green, blue } of colorsOf(drawn({ ...standardStyle, isGreyscale: true }))) {
      expect([green, blue]).toEqual([red, red])
    }
  })

  test('for a copier is black and white, nothing between', () => {
    for (const color of colorsOf(drawn(photocopyStyle))) {
      expect([0, 1]).toContain(color.red)
      expect([color.green, color.blue]).toEqual([color.red, color.red])
    }
  })

  test('in outline fills nothing but white, ink and the arrow', () => {
    const fills = drawn(outlineStyle).items.flatMap(({ fill }) => (fill ? [fill] : []))
    const allowed = [hex('#ffffff'), outlineStyle.ink, outlineStyle.arrow]
    for (const fill of fills) expect(allowed).toContainEqual(fill)
  })

  test('without a mat and a ghost leaves both out', () => {
    const all = drawn(standardStyle).items.length
    expect(drawn({ ...standardStyle, mat: undefined }).items).toHaveLength(all - 2)
    expect(drawn({ ...standardStyle, hasGhost: false }).items).toHaveLength(all - 1)
  })

  test.each([
    { size: '5 cm', width: 142, least: 0.5 },
    { size: '50 cm', width: 1417, least: 0.5 },
  ])('printed $size has no stroke under the limit', ({ width, least }) => {
    for (const { stroke } of drawn(standardStyle, width).items) {
      expect(stroke?.width ?? least).toBeGreaterThanOrEqual(least)
    }
  })

  test('leaves out details that would print as specks, and draws them when there is room', () => {
    const segments = ({ items }: Drawing): number =>
      items.reduce((sum, { path }) => sum + path.filter(({ type }) => type === 'move').length, 0)
    const bare: Sketch = { ...sketch, items: sketch.items.filter((item) => item.kind === 'curve') }
    const at = (width: number): number => segments(finishSketch(bare, standardStyle, look, width))
    expect([at(142), at(1417)]).toEqual([3, 4])
  })

  test('has a key that changes with the sketch, its style, its colours and its size, and only with these', () => {
    const first = drawn(standardStyle).key
    expect(drawn({ ...standardStyle }).key).toBe(first)
    expect(finishSketch({ ...sketch, key: 'other' }, standardStyle, look, 170).key).not.toBe(first)
    const darker = { ...look, colors: { ...look.colors, skin: '#5d3a2c' } }
    expect(finishSketch(sketch, standardStyle, darker, 170).key).not.toBe(first)
    expect(drawn({ ...standardStyle, feel: hex('#07767d') }).key).not.toBe(first)
    expect(drawn(standardStyle, 171).key).not.toBe(first)
  })

  test('has coordinates to a hundredth of a point', () => {
    for (const { path } of drawn(photocopyStyle).items) {
      for (const segment of path) {
        if (segment.type === 'close') continue
        expect(Math.abs(segment.x * 100 - Math.round(segment.x * 100))).toBeLessThan(1e-6)
      }
    }
  })
})

describe('the palette', () => {
  const skin = { ...shorts, material: 'skin' } as const

  test('takes skin and hair from the look, and the style over both', () => {
    expect(paletteOf(standardStyle, look).areaColor(skin)).toEqual(hex('#8d5a3c'))
    const style = { ...standardStyle, colors: { skin: hex('#d6a27c') } }
    expect(paletteOf(style, look).areaColor(skin)).toEqual(hex('#d6a27c'))
  })

  test.each(['skin', 'top', 'shorts', 'hair', 'band', 'cushion'] as const)(
    'shades %s, and darkens it on the far side',
    (material) => {
      const { areaColor } = paletteOf(standardStyle, look)
      const light = (isShaded: boolean, isFar: boolean): number =>
        luminance(areaColor({ kind: 'material', material, isShaded, isFar }) ?? hex('#000000'))
      expect(light(true, false)).toBeLessThan(light(false, false))
      expect(light(true, true)).toBeLessThan(light(false, true))
      if (material !== 'hair' && material !== 'band') {
        expect(light(false, true)).toBeLessThan(light(false, false))
      }
    },
  )

  test.each(looks)(
    'in greyscale keeps skin, top, shorts and what is felt apart on $id',
    (person) => {
      const { areaColor } = paletteOf({ ...standardStyle, isGreyscale: true }, person)
      const grey = (role: AreaRole): number => areaColor(role)?.red ?? NaN
      const worn = (material: Material, isShaded = false): number =>
        grey({ kind: 'material', material, isShaded, isFar: false })
      expect(Math.abs(worn('skin') - worn('top'))).toBeGreaterThan(0.12)
      expect(Math.abs(worn('skin') - worn('shorts'))).toBeGreaterThan(0.12)
      for (const material of ['skin', 'top', 'shorts', 'band', 'roller'] as const) {
        expect(worn(material, true) - grey({ kind: 'feel', part: 'area' })).toBeGreaterThan(0.1)
      }
    },
  )

  test('makes a grey of the same luminance', () => {
    for (const color of ['#c8381e', '#07767d', '#4a6580', '#ffffff', '#000000'].map(hex)) {
      expect(luminance(toGrey(color))).toBeCloseTo(luminance(color), 9)
    }
  })
})
