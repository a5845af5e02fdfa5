import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { carriesMetadata } from '../../src/image/jpeg-segments.ts'
import { readRaster } from '../../src/image/read.ts'
import { resampleRaster } from '../../src/image/resample.ts'
import { decodePlaced } from '../../src/image/images.ts'
import type { RasterSource } from '../../src/image/picture.ts'

/** 30 × 20 pixels: the left half red, the right half blue. */
function twoHalves(): Sharp {
  const data = Buffer.alloc(30 * 20 * 3)
  for (let pixel = 0; pixel < 600; pixel += 1) data[pixel * 3 + (pixel % 30 < 15 ? 0 : 2)] = 255
  return sharp(data, { raw: { width: 30, height: 20, channels: 3 } })
}

const gps = {
  IFD0: { Copyright: 'Somebody' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 31/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 24/1 0/1',
  },
}

function problemLine({ code, message }: Diagnostic): string {
  return `${code}: ${message}`
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const reading = await readRaster('assets/a.jpg', bytes)
  return reading.ok ? 'none' : problemLine(reading.problem(undefined))
}

async function source(bytes: Uint8Array): Promise<RasterSource> {
  const reading = await readRaster('assets/a.jpg', bytes)
  if (!reading.ok) throw new Error(problemLine(reading.problem(undefined)))
  return reading.raster
}

/** Placed at one pixel to the point divided by `perPixel`; 300 dpi is 0.24 points a pixel. */
async function placed(bytes: Uint8Array, pointsPerPixel = 0.24) {
  const raster = await source(bytes)
  const size = { width: raster.width * pointsPerPixel, height: raster.height * pointsPerPixel }
  const problems: string[] = []
  const image = await resampleRaster(raster, { size, place: undefined }, (problem) =>
    problems.push(problemLine(problem)),
  )
  if (image === undefined) throw new Error(problems.join())
  return { image, problems }
}

const latin = new TextEncoder()

describe('a file is refused', () => {
  test.each([
    [
      'an empty file',
      new Uint8Array(),
      'image-unknown-format: assets/a.jpg is an empty file, which cannot be printed',
    ],
    [
      'a PDF',
      latin.encode('%PDF-1.7'),
      'image-unknown-format: assets/a.jpg is a PDF, which cannot be printed',
    ],
    [
      'a HEIC photo',
      latin.encode('\0\0\0\x18ftypheic'),
      'image-unknown-format: assets/a.jpg is a HEIC photo, which cannot be printed',
    ],
    [
      'an SVG in disguise',
      latin.encode('<svg xmlns="x"/>'),
      'image-unknown-format: assets/a.jpg is an SVG file under another name, which cannot be printed',
    ],
    [
      'text',
      latin.encode('hello there'),
      'image-unknown-format: assets/a.jpg is of an unknown format, which cannot be printed',
    ],
    [
      'a pointer',
      latin.encode('version https://git-lfs.github.com/spec/v1'),
      'image-unknown-format: assets/a.jpg is a Git LFS pointer, not the picture itself, which cannot be printed',
    ],
    [
      'more than 20 MB',
      new Uint8Array(21 * 1024 * 1024),
      'image-too-large: assets/a.jpg has 21 MB; at most 20 MB are read',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await problemOf(bytes)).toBe(expected)
  })

  test('a header without a picture', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    expect(await problemOf(png)).toBe(
      'image-broken: assets/a.jpg is damaged: its size cannot be read',
    )
  })

  test('more than 50 million pixels, before they are decoded', async () => {
    const large = sharp({ create: { width: 8000, height: 6500, channels: 3, background: '#fff' } })
    const bytes = await large.png({ compressionLevel: 1 }).toBuffer()
    expect(await problemOf(bytes)).toBe(
      'image-too-large: assets/a.jpg has 52 million pixels; at most 50 million are read',
    )
  })

  test('when its pixels break off, at the time they are needed', async () => {
    const whole = await sharp({
      create: { width: 600, height: 600, channels: 3, background: '#a52' },
    })
      .png()
      .toBuffer()
    const raster = await source(whole.subarray(0, whole.length - 60))
    const problems: string[] = []
    const size = { width: 144, height: 144 }
    const image = await resampleRaster(raster, { size, place: undefined }, (problem) =>
      problems.push(problemLine(problem)),
    )
    expect(image).toBeUndefined()
    expect(problems).toEqual(['image-broken: assets/a.jpg is damaged: its pixels cannot be read'])
  })
})

describe('a picture is prepared for print', () => {
  test('a plain JPEG of the right size passes through, byte for byte', async () => {
    const bytes = await twoHalves().jpeg().toBuffer()
    const { image, problems } = await placed(bytes)
    expect(problems).toEqual([])
    expect(image.encoding).toBe('jpeg')
    expect(Buffer.compare(Buffer.from(image.data), bytes)).toBe(0)
  })

  test('the position in a photo never gets through', async () => {
    const bytes = await twoHalves().jpeg().withExif(gps).toBuffer()
    expect(bytes.includes('Exif')).toBe(true)
    const { image } = await placed(bytes)
    expect(image.encoding).toBe('jpeg')
    expect(Buffer.from(image.data).includes('Exif')).toBe(false)
    expect(Buffer.from(image.data).includes('Somebody')).toBe(false)
    expect((await sharp(image.data).metadata()).exif).toBeUndefined()
  })

  test('a photo held sideways is turned', async () => {
    const bytes = await twoHalves().png().withMetadata({ orientation: 6 }).toBuffer()
    const { image } = await placed(bytes)
    expect([image.width, image.height, image.channels, image.encoding]).toEqual([
      20,
      30,
      3,
      'samples',
    ])
    const lastRow = (image.height - 1) * image.width * 3
    expect([...image.data.subarray(0, 3)]).toEqual([255, 0, 0])
    expect([...image.data.subarray(lastRow, lastRow + 3)]).toEqual([0, 0, 255])
  })

  test('a large photo is brought to 300 pixels an inch', async () => {
    const bytes = await twoHalves().resize(900, 600).jpeg().toBuffer()
    const raster = await source(bytes)
    const placement = { size: { width: 72, height: 48 }, place: undefined }
    const image = await resampleRaster(raster, placement, () => undefined)
    expect([image?.width, image?.height, image?.encoding]).toEqual([300, 200, 'jpeg'])
  })

  test('a small one is never made larger, and its size is a warning', async () => {
    const { image, problems } = await placed(await twoHalves().png().toBuffer(), 1)
    expect([image.width, image.height]).toEqual([30, 20])
    expect(problems).toEqual([
      'image-low-resolution: assets/a.jpg is printed at 72 pixels per inch',
    ])
  })

  test('what is see-through lies on white', async () => {
    const clear = sharp({
      create: { width: 2, height: 2, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
    const { image } = await placed(await clear.png().toBuffer())
    expect([image.channels, ...image.data.subarray(0, 3)]).toEqual([3, 127, 127, 127])
  })

  test('grey stays grey, with one channel', async () => {
    const grey = await twoHalves().toColourspace('b-w').png().toBuffer()
    const { image } = await placed(grey)
    expect([image.channels, image.data.length]).toEqual([1, 600])
  })

  test('sixteen bits become eight', async () => {
    const deep = await twoHalves().toColourspace('rgb16').png().toBuffer()
    const { image } = await placed(deep)
    expect(image.data.length).toBe(1800)
    expect([...image.data.subarray(0, 3)]).toEqual([255, 0, 0])
  })

  test('CMYK becomes RGB', async () => {
    const print = await twoHalves().toColourspace('cmyk').jpeg().toBuffer()
    const { image } = await placed(print)
    expect(image.channels).toBe(3)
    expect((await sharp(image.data).metadata()).space).toBe('srgb')
  })

  test('of an animation, the first frame', async () => {
    const frames = Buffer.alloc(4 * 8 * 3)
    frames.fill(255, 0, 4 * 4 * 3)
    const gif = await sharp(frames, { raw: { width: 4, height: 8, channels: 3, pageHeight: 4 } })
      .gif()
      .toBuffer()
    const { image } = await placed(gif)
    expect([image.width, image.height, image.data[0]]).toEqual([4, 4, 255])
  })

  test('the same file gives the same bytes and key', async () => {
    const bytes = await twoHalves().jpeg().withExif(gps).toBuffer()
    expect((await placed(bytes)).image).toEqual((await placed(bytes)).image)
  })
})

test('a document asks for its pictures by the size they were placed at', async () => {
  const raster = await source(await twoHalves().png().toBuffer())
  const found = await decodePlaced(
    [{ source: raster, place: undefined, width: 7.2, height: 4.8 }],
    () => undefined,
  )
  expect(found(raster, { width: 7.2, height: 4.8 })?.width).toBe(30)
  expect(found(raster, { width: 99, height: 66 })).toBeUndefined()
})

describe('metadata in a JPEG', () => {
  const plain = async (): Promise<Buffer> => twoHalves().jpeg().toBuffer()

  test('is not found in a plain one, baseline or progressive', async () => {
    expect(carriesMetadata(await plain())).toBe(false)
    expect(carriesMetadata(await twoHalves().jpeg({ progressive: true }).toBuffer())).toBe(false)
  })

  test('is found in a comment, and behind the end', async () => {
    const bytes = await plain()
    const comment = Buffer.from([0xff, 0xfe, 0, 4, 0x68, 0x69])
    expect(carriesMetadata(Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]))).toBe(
      true,
    )
    expect(carriesMetadata(Buffer.concat([bytes, Buffer.from('more')]))).toBe(true)
  })
})

test('no bytes make the reader throw', async () => {
  const start = fc.constantFrom(
    '\xff\xd8\xff',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'RIFF0000WEBPVP8 ',
    'II*\0',
    '',
  )
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail])
      const reading = await readRaster('a', bytes)
      expect(typeof carriesMetadata(bytes)).toBe('boolean')
      if (reading.ok) expect(reading.raster.width).toBeGreaterThan(0)
    }),
    { seed: 9, numRuns: 150 },
  )
})
