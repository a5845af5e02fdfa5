/** Every figure of the shipped pack, as drawn: whole, closed, in touch with what it stands on, and as it was accepted. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { diskKeptFiles } from '../../src/content/kept-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Drawing } from '../../src/drawing.ts'
import { finishSketch } from '../../src/figure/finish/finish.ts'
import { outlineStyle, photocopyStyle, standardStyle } from '../../src/figure/finish/manners.ts'
import { figureRequest, type FigureRequest } from '../../src/figure/request.ts'
import type { Sketch } from '../../src/figure/sketch.ts'
import { createSketches } from '../../src/figure/sketches.ts'
import type { FigureStyle } from '../../src/figure/style.ts'
import { drawHere, drawingVersion } from '../../src/figure/workers/load.ts'
import type { Path } from '../../src/geometry/path.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'
import type { PhaseName } from '../../src/model/pose.ts'
import { drawingToSvg } from '../../src/paint/svg.ts'
import { expectText } from '../support/reference.ts'
import { repository, shippedPack } from './shipped.ts'

const { pack, press } = shippedPack
const ids = [...pack.exercises.entries.keys()]
const phases: readonly PhaseName[] = ['start', 'end', 'mistake']

interface Shown {
  readonly name: string
  readonly exercise: string
  readonly phase: PhaseName
  readonly request: FigureRequest
}

const shown = ids.flatMap((exercise): readonly Shown[] =>
  phases.flatMap((phase) => {
    const request = figureRequest(pack, { exercise, phase, look: undefined })
    return request === undefined
      ? []
      : [{ name: `${exercise}, ${phase}`, exercise, phase, request }]
  }),
)

const sketches = createSketches({
  doTask: drawHere,
  version: drawingVersion ?? '',
  kept: diskKeptFiles(join(repository, 'node_modules/.cache/posepress/test'), process.pid),
})

/** As `posepress figure` writes files: 1200 pixels at 300 to the inch. */
const fileWidth = 288
/** As wide as in a handout. */
const printedWidth = fromMillimetres(50)

// Figures that nothing else in the tests shows are drawn now: that takes long when none is kept.
beforeAll(async () => {
  for (const { request } of shown) await sketches.of(request)
}, 600_000)

async function sketchOf({ request }: Shown): Promise<Sketch> {
  return (await sketches.of(request)).read()
}

describe('the sketch of', () => {
  test.each(shown)('$name has closed areas and nothing but finite numbers', async (figure) => {
    const { width, height, items } = await sketchOf(figure)
    expect(width).toBeGreaterThan(0.3)
    expect(height).toBeGreaterThan(0.3)
    for (const item of items) {
      switch (item.kind) {
        case 'area':
          expect(openParts(item.path), JSON.stringify(item.role)).toBe(0)
          expect(coordinatesOf(item.path).every(Number.isFinite)).toBe(true)
          break
        case 'curve': {
          // A first point, and three for each curve.
          const { controls, role } = item
          expect((controls.length / 3) % 3, role).toBe(1)
          expect(controls.every(Number.isFinite)).toBe(true)
          const weights = controls.filter((_, index) => index % 3 === 2)
          expect(Math.min(...weights), role).toBeGreaterThanOrEqual(0)
          expect(Math.max(...weights), role).toBeLessThanOrEqual(1.5)
          if (item.isClosed) {
            const [first, last] = [controls.slice(0, 2), controls.slice(-3, -1)]
            expect([...last], role).toEqual([...first])
          }
          break
        }
        case 'dot':
          expect([item.x, item.y, ...item.radii, item.angle].every(Number.isFinite)).toBe(true)
      }
    }
  })

  test.each(shown)('$name lies within its picture', async (figure) => {
    const { width, height, items } = await sketchOf(figure)
    const beyond = items.flatMap((item) => {
      const points = pointsOf(item)
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      const away = Math.max(
        -Math.min(...xs),
        -Math.min(...ys),
        Math.max(...xs) - width,
        Math.max(...ys) - height,
      )
      const what = item.kind === 'area' ? item.role.kind : item.kind
      return away > 0.001 ? [`${what} by ${(away * 1000).toFixed(0)} mm`] : []
    })
    expect(beyond).toEqual([])
  })
})

describe('printed 5 cm wide,', () => {
  const styles: readonly (readonly [string, FigureStyle])[] = [
    ['in colour', standardStyle],
    ['photocopied', photocopyStyle],
    ['in outline', outlineStyle],
  ]

  test.each(shown)('$name has no stroke thinner than its style allows', async (figure) => {
    for (const [manner, style] of styles) {
      const { items } = finishSketch(
        await sketchOf(figure),
        style,
        figure.request.look,
        printedWidth,
      )
      expect(items.length).toBeGreaterThan(5)
      const widths = items.flatMap(({ stroke }) => (stroke === undefined ? [] : [stroke.width]))
      expect(Math.min(...widths, style.outline), manner).toBeGreaterThanOrEqual(
        style.thinnest - 1e-6,
      )
    }
  })

  test.each(shown)('$name for the other side is the mirror, path by path', async (figure) => {
    const drawn = await drawingOf(figure, false)
    const mirrored = await drawingOf(figure, true)
    expect([mirrored.width, mirrored.height]).toEqual([drawn.width, drawn.height])
    expect(mirrored.items.length).toBe(drawn.items.length)
    const apart = mirrored.items.map(({ path }, index) =>
      boxDistance(boxOf(path), flipped(boxOf(drawn.items[index]?.path ?? []), drawn.width)),
    )
    // Areas are placed to a tenth of a point.
    expect(Math.max(...apart)).toBeLessThan(0.11)
  })

  test.each(shown)('$name is an SVG file of at most 45 KB', async (figure) => {
    const drawing = finishSketch(
      await sketchOf(figure),
      standardStyle,
      figure.request.look,
      fileWidth,
    )
    expect(Buffer.byteLength(drawingToSvg(drawing))).toBeLessThanOrEqual(45_000)
  })

  test.each(ids)('the end of %s is as it was accepted', async (exercise) => {
    const drawing = await drawingOf({ exercise, phase: 'end' }, false)
    expectText(`figures/${exercise}-end.svg`, drawingToSvg(drawing))
  })
})

test('on its own body, every figure touches what it says it touches, and says nothing that it does not show', async () => {
  const exercises = ids.flatMap((id) => pack.exercises.entries.get(id)?.value ?? [])
  const found: Diagnostic[] = []
  const study = await press.figuresOf(pack).study(exercises)
  study.check((problem) => found.push(problem))
  expect(
    found.map(({ code, message, place }) => `${place?.file ?? ''} ${code}: ${message}`),
  ).toEqual([])
}, 600_000)

async function drawingOf(
  { exercise, phase }: Pick<Shown, 'exercise' | 'phase'>,
  isMirrored: boolean,
): Promise<Drawing> {
  const found = await press.figuresOf(pack).find({ exercise, phase, isMirrored }, standardStyle)
  if (found?.kind !== 'figure') throw new Error(`${exercise} has no ${phase}`)
  return found.at({ width: printedWidth, height: Infinity })
}

/** Parts of a path that do not end where they began. */
function openParts(path: Path): number {
  return path.filter(
    ({ type }, index) => type !== 'close' && (path[index + 1]?.type ?? 'move') === 'move',
  ).length
}

type Point = readonly [x: number, y: number]

function pointsOf(item: Sketch['items'][number]): readonly Point[] {
  switch (item.kind) {
    case 'area':
      return endPoints(item.path)
    case 'curve':
      return Array.from({ length: (item.controls.length / 3 + 2) / 3 }, (_, index): Point => [
        item.controls[index * 9] ?? NaN,
        item.controls[index * 9 + 1] ?? NaN,
      ])
    case 'dot':
      return [[item.x, item.y]]
  }
}

function endPoints(path: Path): readonly Point[] {
  return path.flatMap((segment) => (segment.type === 'close' ? [] : [[segment.x, segment.y]]))
}

function coordinatesOf(path: Path): readonly number[] {
  return path.flatMap((segment) => {
    if (segment.type === 'close') return []
    const ends = [segment.x, segment.y]
    return segment.type === 'curve'
      ? [segment.x1, segment.y1, segment.x2, segment.y2, ...ends]
      : ends
  })
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

function boxOf(path: Path): Box {
  const points = endPoints(path)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function flipped([left, top, right, bottom]: Box, width: number): Box {
  return [width - right, top, width - left, bottom]
}

function boxDistance(a: Box, b: Box): number {
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? NaN))))
}
