import { describe, expect, test } from 'vitest'
import { keptSketch, sketchBytes } from '../../src/figure/keep.ts'
import type { FigureStyle } from '../../src/figure/style.ts'
import { figurePicture } from '../../src/image/figure-picture.ts'
import type { FinishSketch } from '../../src/image/figure-picture.ts'
import { inGreys, noFigures } from '../../src/image/figures.ts'
import type { Picture } from '../../src/image/picture.ts'
import type { FindFigure } from '../../src/image/pictures.ts'
import { paintPicture } from '../../src/paint/pictures.ts'
import { smallRequest, smallSketch } from '../figure/keep/small-sketch.ts'

const black = { red: 0, green: 0, blue: 0 }

const style: FigureStyle = {
  manner: 'tones',
  isGreyscale: false,
  colors: {},
  ink: black,
  feel: black,
  arrow: black,
  mat: undefined,
  ghost: black,
  hasGhost: false,
  outline: 1,
  thinnest: 0.5,
}

function pictureOf(finished: string[] = [], given: Partial<FigureStyle> = {}): Picture {
  const finish: FinishSketch = ({ key }, { outline }, { id }, width) => {
    finished.push(`${key} ${outline} ${id} ${width}`)
    return { items: [] }
  }
  return figurePicture(keptSketch('small', sketchBytes(smallSketch)), {
    style: { ...style, ...given },
    look: smallRequest().look,
    finish,
  })
}

function drawingAt(picture: Picture, width: number, height: number) {
  if (picture.kind !== 'figure') throw new Error(`a ${picture.kind}`)
  return picture.at({ width, height })
}

describe('a figure as a picture', () => {
  test('has a natural size of one to ten', () => {
    expect(pictureOf()).toMatchObject({ width: 424.5, height: 212.25 })
  })

  test('is finished for the size it is placed at, once somebody looks at it', () => {
    const finished: string[] = []
    const drawing = drawingAt(pictureOf(finished), 100.001, 50)
    expect(finished).toEqual([])
    expect(drawing.items).toBe(drawing.items)
    expect(finished).toEqual(['small 1 small 100'])
  })

  test('is the same drawing at the same size in the same style, and only then', () => {
    const key = drawingAt(pictureOf(), 100, 50).key
    expect(drawingAt(pictureOf(), 100.004, 50).key).toBe(key)
    expect(drawingAt(pictureOf(), 100.01, 50).key).not.toBe(key)
    expect(drawingAt(pictureOf([], { outline: 2 }), 100, 50).key).not.toBe(key)
  })

  test('keeps its proportions, whatever its place has', () => {
    const { width, height } = drawingAt(pictureOf(), 100, 80)
    expect([width, height]).toEqual([100, 50])
  })

  test('is painted at the size of its place', () => {
    const rect = { x: 10, y: 20, width: 100, height: 50 }
    expect(paintPicture(pictureOf(), rect, rect, () => undefined)).toMatchObject({
      kind: 'drawing',
      drawing: { width: 100, height: 50 },
      transform: [1, 0, 0, 1, 10, 20],
    })
  })
})

test('figures in greys are asked for in greys, in any style', async () => {
  const asked: FigureStyle[] = []
  const find: FindFigure = (_, wanted) => {
    asked.push(wanted)
    return Promise.resolve(undefined)
  }
  const name = { exercise: 'bridge', phase: 'end', isMirrored: false } as const
  await inGreys({ ...noFigures, find }).find(name, { ...style, outline: 2 })
  expect(asked).toEqual([{ ...style, outline: 2, isGreyscale: true }])
})
