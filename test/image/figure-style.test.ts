import { describe, expect, test } from 'vitest'
import { photocopyStyle, standardStyle } from '../../src/figure/finish/manners.ts'
import { readFigureStyle } from '../../src/image/figure-style.ts'

function read(properties: Readonly<Record<string, string>>) {
  const problems: string[] = []
  const style = readFigureStyle(new Map(Object.entries(properties)), undefined, (problem) =>
    problems.push(`${problem.code}: ${problem.message}${problem.hint ? ` (${problem.hint})` : ''}`),
  )
  return { style, problems }
}

const red = { red: 1, green: 0, blue: 0 }

describe('the style of a figure', () => {
  test('is the standard one where nothing is said', () => {
    expect(read({ '--other': '1' })).toEqual({ style: standardStyle, problems: [] })
  })

  test.each<[Record<string, string>, object]>([
    [{ '--figure-top': '#ff0000', '--figure-shoe': 'red' }, { colors: { top: red, shoe: red } }],
    [{ '--figure-arrow': '#f00' }, { arrow: red, feel: standardStyle.feel }],
    [
      { '--figure-mat': 'none', '--figure-ghost': 'none' },
      { mat: undefined, hasGhost: false },
    ],
    [{ '--figure-ghost': 'red' }, { ghost: red, hasGhost: true }],
    [{ '--figure-style': 'grey' }, { isGreyscale: true, manner: 'tones' }],
    [{ '--figure-style': 'outline' }, { manner: 'outline' }],
    [{ '--figure-style': 'photocopy' }, photocopyStyle],
    [
      { '--figure-style': 'photocopy', '--figure-outline': '1.5pt', '--figure-thinnest': '1pt' },
      { manner: 'photocopy', outline: 1.5, thinnest: 1 },
    ],
  ])('%j', (properties, expected) => {
    const { style, problems } = read(properties)
    expect(style).toMatchObject(expected)
    expect(problems).toEqual([])
  })

  test.each([
    [
      { '--figure-tpo': 'red' },
      'image-figure-property: figures have no --figure-tpo (did you mean "--figure-top"?)',
    ],
    [
      { '--figure-top': 'blu' },
      'image-figure-style: --figure-top is "blu" (write a colour: #b4552d or a name)',
    ],
    [
      { '--figure-style': 'gray' },
      'image-figure-style: --figure-style is "gray" (write one of color, grey, photocopy, outline)',
    ],
    [
      { '--figure-outline': '1mm' },
      'image-figure-style: --figure-outline is "1mm" (write a length in points, such as 0.75pt)',
    ],
  ])('%j is no style', (properties, expected) => {
    const { style, problems } = read(properties)
    expect(problems).toEqual([expected])
    expect(style).toEqual(standardStyle)
  })
})
