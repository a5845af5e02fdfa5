import { describe, expect, test } from 'vitest'
import type { RasterImage } from '../../src/drawing.ts'
import { greyColor, toGrey } from '../../src/imposition/grey.ts'
import { triangle } from '../paint/support/small-pages.ts'
import { writeSmall } from '../paint/support/paint-small.ts'
import { nameOf, Reference } from '../paint/support/read-pdf.ts'
import { box, documentOfPages, orange, pageOf, placed, words } from './posters.ts'

const image: RasterImage = {
  key: 'pixels',
  width: 2,
  height: 1,
  channels: 3,
  encoding: 'samples',
  data: Uint8Array.from([255, 138, 31, 16, 24, 43]),
}

describe('grey', () => {
  test.each([
    ['white', { red: 1, green: 1, blue: 1 }, 1],
    ['black', { red: 0, green: 0, blue: 0 }, 0],
    ['a grey', { red: 0.3, green: 0.3, blue: 0.3 }, 0.3],
    // Luminance of #ff8a1f: 0.2126 + 0.7152 × 0.2542 + 0.0722 × 0.0137 = 0.395, encoded 0.662.
    ['orange', { red: 1, green: 138 / 255, blue: 31 / 255 }, 0.662],
  ])('is as light as the colour: %s', (_, color, level) => {
    const grey = greyColor(color)
    expect(grey.red).toBeCloseTo(level, 3)
    expect([grey.green, grey.blue]).toEqual([grey.red, grey.red])
  })

  test('leaves no colour in the file: paths, text, drawings and images', async () => {
    const size = { width: 200, height: 100 }
    const picture = { kind: 'image', image, rect: { x: 0, y: 0, width: 20, height: 10 } } as const
    const text = { ...words('Hip', 10, 20, 12), color: orange }
    const document = documentOfPages([
      pageOf(
        size,
        [box({ x: 0, y: 0, width: 10, height: 10 })],
        [[text], [placed(triangle, 10, 10)], [picture]],
      ),
    ])
    const contents = async (pages: typeof document): Promise<string> => {
      const pdf = await writeSmall(pages)
      const forms = [...pdf.objects].flatMap(([id, { value }]) =>
        nameOf(pdf.get(value, 'Subtype')) === 'Form'
          ? [pdf.data(new Reference(id)).toString('latin1')]
          : [],
      )
      const spaces = [...pdf.objects].flatMap(
        ([, { value }]) => nameOf(pdf.get(value, 'ColorSpace')) ?? [],
      )
      const page = pdf.data(pdf.pages()[0]?.page.get('Contents')).toString('latin1')
      return [page, ...forms, ...spaces].join('\n')
    }
    expect(await contents(document)).toMatch(/ rg\n|DeviceRGB/)
    expect(await contents(toGrey(document))).not.toMatch(/ rg\n| RG\n|DeviceRGB/)
  })

  test('keeps one sample for each pixel', () => {
    const picture = { kind: 'image', image, rect: { x: 0, y: 0, width: 20, height: 10 } } as const
    const grey = toGrey(documentOfPages([pageOf({ width: 100, height: 100 }, [], [[picture]])]))
    const [item] = grey.pages[0]?.items.filter(({ kind }) => kind === 'tagged') ?? []
    const [mark] = item?.kind === 'tagged' ? item.items : []
    expect(mark?.kind === 'image' ? [...mark.image.data] : []).toEqual([169, 24])
  })
})
