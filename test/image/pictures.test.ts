import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/content/memory-files.ts'
import { pathBounds } from '../../src/geometry/path-bounds.ts'
import { createPictures } from '../../src/image/pictures.ts'
import type { FindFigure } from '../../src/image/pictures.ts'
import type { Picture } from '../../src/image/picture.ts'
import { qrDrawing } from '../../src/image/qr.ts'
import { createCascade } from '../../src/style/cascade.ts'
import { toHex } from '../../src/style/color.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import { emptyStylesheet } from '../../src/style/stylesheet.ts'
import { createTemplates } from '../../src/template/compile.ts'

const figure: Picture = {
  kind: 'figure',
  width: 10,
  height: 5,
  at: (size) => ({ key: 'f', ...size, items: [] }),
}

const css = '.warm { --figure-top: #b4552d }'
const sheet = parseStylesheet({ path: 'a.css', text: css }, () => undefined)

async function resolve(body: string, assets: Record<string, string | Uint8Array> = {}) {
  const files = memoryFiles({ 'templates/a/a.hbs': `<document>${body}</document>`, ...assets })
  const problems: string[] = []
  const report = ({
    code,
    message,
    hint,
    place,
  }: Parameters<Parameters<typeof createCascade>[1]>[0]) => {
    problems.push(
      `${place?.line}:${place?.column} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
    )
  }
  const root = createTemplates(files).render('a', { locale: 'en', strings: {} }, report)
  if (root === undefined) throw new Error(problems.join('\n'))
  const styled = createCascade(sheet, report).style(root, { language: 'en', report })
  const asked: string[] = []
  const figures: FindFigure = ({ exercise, phase, isMirrored }, { colors }) => {
    asked.push(
      `${exercise} ${phase} ${isMirrored} ${colors.top === undefined ? 'plain' : toHex(colors.top)}`,
    )
    const isDrawn = exercise === 'clamshell' && phase !== 'mistake'
    return Promise.resolve(isDrawn ? figure : undefined)
  }
  const pictures = await createPictures(files).resolve(styled.root, figures, report)
  const shown = [...pictures].map(([{ name }, picture]) =>
    picture.kind === 'drawing'
      ? `${name} drawing ${picture.drawing.width} ${picture.drawing.height}`
      : `${name} ${picture.kind} ${picture.width} ${picture.height}`,
  )
  return { shown, problems, asked }
}

describe('pictures of a document', () => {
  test('are figures, files, drawings and codes, in document order', async () => {
    const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const { shown, problems } = await resolve(
      `<p><img src="figure:clamshell/start" alt="a"><img src="assets/a.svg" alt="b"><img src="assets/b.png" alt="c">
      <svg viewBox="0 0 4 4" aria-hidden="true"><circle r="2"/></svg><qr value="https://x.org" alt="d"></p>`,
      {
        'assets/a.svg': '<svg viewBox="0 0 8 4"><rect width="8" height="4"/></svg>',
        'assets/b.png': png,
      },
    )
    expect(problems).toEqual([])
    expect(shown).toEqual([
      'img figure 10 5',
      'img drawing 6 3',
      'img raster 30 15',
      'svg drawing 3 3',
      'qr drawing 43.5 43.5',
    ])
  })

  test('that are missing are named, each at its place', async () => {
    const { shown, problems } = await resolve(
      `<p><img src="figure:clamshell/mistake" alt="a"></p>
<p><img src="figure:clamshel/end" alt="a"></p>
<p><img src="assets/lgo.svg" alt="b"></p>
<p><img src="assets/notes.png" alt="c"></p>`,
      { 'assets/logo.svg': '', 'assets/notes.png': 'hello' },
    )
    expect(shown).toEqual([])
    expect(problems).toEqual([
      '1:14 image-no-figure: the exercise "clamshell" has no drawing of its phase "mistake" (describe it under figure: phases: in content/exercises/clamshell.yaml)',
      '2:4 image-no-figure: the exercise "clamshel" has no drawing of its phase "end" (describe it under figure: phases: in content/exercises/clamshel.yaml)',
      '3:4 image-not-found: no such picture: assets/lgo.svg (did you mean "assets/logo.svg"?)',
      '4:4 image-unknown-format: assets/notes.png is of an unknown format, which cannot be printed (save it as JPEG, PNG or SVG)',
    ])
  })

  test('of figures are asked for by phase and side, in the style of their element', async () => {
    const { asked, shown } = await resolve(
      `<div class="warm"><img src="figure:clamshell/start" alt="a"></div>
      <p><img src="figure:clamshell/end/mirrored" alt="b"></p>`,
    )
    expect(asked).toEqual(['clamshell start false #b4552d', 'clamshell end true plain'])
    expect(shown).toEqual(['img figure 10 5', 'img figure 10 5'])
  })

  test('of figures are not asked for when there is no such phase', async () => {
    const { asked, problems } = await resolve(
      '<p><img src="figure:clamshell/middle/mirrored" alt="a"></p>',
    )
    expect(asked).toEqual([])
    expect(problems).toEqual([
      '1:14 image-no-figure: the exercise "clamshell" has no drawing of its phase "middle/mirrored" (describe it under figure: phases: in content/exercises/clamshell.yaml)',
    ])
  })

  test('never come from outside the pack', async () => {
    const files = memoryFiles({})
    const asked: string[] = []
    const watched = { ...files, readBytes: (path: string) => (asked.push(path), undefined) }
    const element = {
      type: 'element',
      name: 'img',
      attributes: { src: '../../etc/passwd', alt: '' },
      children: [],
      parent: undefined,
      place: undefined,
    } as const
    const style = createCascade(emptyStylesheet, () => undefined).style(element, {
      language: 'en',
      report: () => undefined,
    })
    const problems: string[] = []
    await createPictures(watched).resolve(
      style.root,
      () => Promise.resolve(undefined),
      ({ code }) => problems.push(code),
    )
    expect(problems).toEqual(['image-not-found'])
    expect(asked).toEqual([])
  })
})

describe('a QR code', () => {
  const text = 'https://example.org/glute-circuit?v=1'
  const drawing = qrDrawing(text, undefined, () => undefined)

  test('keeps four modules of white on each side', () => {
    const bounds = pathBounds(drawing?.items[0]?.path ?? [])
    expect(bounds?.x).toBe(6)
    expect(bounds?.y).toBe(6)
    expect(drawing?.width).toBe(12 + (bounds?.width ?? 0))
  })

  test('reads back as its text', async () => {
    const data = (drawing?.items[0]?.path ?? [])
      .map((segment) =>
        segment.type === 'close'
          ? 'Z'
          : `${segment.type === 'move' ? 'M' : 'L'}${segment.x} ${'y' in segment ? segment.y : 0}`,
      )
      .join('')
    const side = drawing?.width ?? 0
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 4}" height="${side * 4}"><rect width="100%" height="100%" fill="#fff"/><path fill-rule="evenodd" d="${data}"/></svg>`
    const { data: pixels, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const image = { width: info.width, height: info.height, data: new Uint8Array(pixels) }
    expect(decodeQR(image)).toBe(text)
  })

  test('refuses what nobody could scan', () => {
    const problems: string[] = []
    expect(
      qrDrawing('x'.repeat(501), undefined, ({ message }) => problems.push(message)),
    ).toBeUndefined()
    expect(problems).toEqual(['a QR code cannot hold this text of 501 characters'])
  })
})
