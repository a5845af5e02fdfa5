import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/content/memory-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Drawing, PathItem } from '../../src/drawing.ts'
import { readInlineSvg, readSvgFile } from '../../src/image/svg.ts'
import { createCascade } from '../../src/style/cascade.ts'
import { toHex } from '../../src/style/color.ts'
import { loadStylesheet } from '../../src/style/load.ts'
import type { StyledElement } from '../../src/style/computed.ts'
import { createTemplates } from '../../src/template/compile.ts'

interface Reading {
  readonly drawing: Drawing | undefined
  readonly problems: readonly string[]
}

function readFile(text: string): Reading {
  const problems: string[] = []
  const report = ({ code, message, place }: Diagnostic): void => {
    problems.push(`${place?.line}:${place?.column} ${code}: ${message}`)
  }
  return { drawing: readSvgFile({ path: 'assets/a.svg', text }, report), problems }
}

/** A 10 × 10 picture of 10 × 10 px: numbers in it become 0.75 as many points. */
function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`
}

/** Items in one line each: `fill #000000 stroke #ff0000 0.75 | M0,0 L…`. */
function shown(drawing: Drawing | undefined): readonly string[] {
  return (drawing?.items ?? []).map((item) => `${paintOf(item)} | ${pathOf(item)}`)
}

function paintOf({ fill, stroke, fillRule }: PathItem): string {
  const parts = [
    ...(fill === undefined
      ? []
      : [`fill ${toHex(fill)}${fillRule === 'evenodd' ? ' evenodd' : ''}`]),
    ...(stroke === undefined ? [] : [`stroke ${toHex(stroke.color)} ${stroke.width}`]),
  ]
  return parts.join(' ')
}

function pathOf({ path }: PathItem): string {
  return path
    .map((segment) => {
      if (segment.type === 'close') return 'Z'
      const letter = segment.type === 'move' ? 'M' : segment.type === 'line' ? 'L' : 'C'
      return `${letter}${segment.x},${segment.y}`
    })
    .join(' ')
}

describe('an SVG file is drawn', () => {
  test.each([
    ['a rectangle', '<rect width="4" height="2"/>', ['fill #000000 | M0,0 L3,0 L3,1.5 L0,1.5 Z']],
    [
      'a circle',
      '<circle cx="4" cy="4" r="4" fill="#f00"/>',
      ['fill #ff0000 | M6,3 C3,6 C0,3 C3,0 C6,3 Z'],
    ],
    [
      'a line',
      '<line x2="4" stroke="rgb(0, 128, 255)"/>',
      ['fill #000000 stroke #0080ff 0.75 | M0,0 L3,0'],
    ],
    [
      'a polyline without fill',
      '<polyline points="0,0 4,0 4,4" fill="none" stroke="navy" stroke-width="2"/>',
      ['stroke #000080 1.5 | M0,0 L3,0 L3,3'],
    ],
    [
      'a polygon',
      '<polygon points="0 0 4 0 4 4" fill-rule="evenodd"/>',
      ['fill #000000 evenodd | M0,0 L3,0 L3,3 Z'],
    ],
    [
      'inherited paint',
      '<g fill="#0f0" stroke="red"><g stroke="none"><rect width="4" height="4"/></g></g>',
      ['fill #00ff00 | M0,0 L3,0 L3,3 L0,3 Z'],
    ],
    [
      'transforms, the last one first',
      '<g transform="translate(4 0) scale(2)"><path d="M0 0h2" stroke="red" fill="none"/></g>',
      ['stroke #ff0000 1.5 | M3,0 L6,0'],
    ],
    [
      'a rotation about a point',
      '<path transform="rotate(90, 4, 4)" d="M4 0L4 4"/>',
      ['fill #000000 | M6,3 L3,3'],
    ],
    [
      'nothing for what has no paint',
      '<rect width="4" height="4" fill="none"/><rect width="4"/>',
      [],
    ],
  ])('%s', (_, inside, expected) => {
    const { drawing, problems } = readFile(svg(inside))
    expect(shown(drawing)).toEqual(expected)
    expect(problems.filter((problem) => !problem.includes('image-svg-empty'))).toEqual([])
    expect([drawing?.width, drawing?.height]).toEqual([7.5, 7.5])
  })

  test('notes of drawing programs are passed over', () => {
    const { drawing, problems } = readFile(
      `<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="x" ink:version="1" width="96" height="48">
      <title>A</title><metadata><a/></metadata><defs> </defs><ink:view/><rect id="r" width="96" height="48" opacity="1"/></svg>`,
    )
    expect(problems).toEqual([])
    expect(drawing?.width).toBe(72)
    expect(shown(drawing)).toEqual(['fill #000000 | M0,0 L72,0 L72,36 L0,36 Z'])
  })

  test('dashes, caps and joins are kept, in points', () => {
    const { drawing } = readFile(
      svg(
        '<path d="M0 0h8" stroke="red" stroke-dasharray="4 2 2" stroke-linecap="round" stroke-linejoin="bevel"/>',
      ),
    )
    expect(drawing?.items[0]?.stroke).toEqual({
      color: { red: 1, green: 0, blue: 0 },
      width: 0.75,
      cap: 'round',
      join: 'bevel',
      dash: [3, 1.5, 1.5, 3, 1.5, 1.5],
    })
  })

  test('the same file has the same key, and another file another', () => {
    const one = readFile(svg('<rect width="4" height="4"/>')).drawing
    const same = readFile(svg('<rect width="4" height="4"/>')).drawing
    const other = readFile(svg('<rect width="4" height="5"/>')).drawing
    expect(one?.key).toBe(same?.key)
    expect(one?.key).not.toBe(other?.key)
  })
})

describe('an SVG file is refused', () => {
  test.each([
    ['text', '\n<text>Hi</text>', '2:1 image-svg-unsupported: <text> is not drawn'],
    ['a style sheet', '<style>*{}</style>', '1:61 image-svg-unsupported: <style> is not drawn'],
    [
      'a style attribute',
      '<rect style="fill:red" width="1" height="1"/>',
      '1:61 image-svg-unsupported: the attribute style is not drawn',
    ],
    [
      'a script',
      '<script>x</script><rect width="1" height="1"/>',
      '1:61 image-svg-unsupported: <script> is not drawn',
    ],
    [
      'a picture from elsewhere',
      '<image href="https://x.org/a.png"/>',
      '1:61 image-svg-unsupported: <image> is not drawn',
    ],
    ['a reference', '<use href="#a"/>', '1:61 image-svg-unsupported: <use> is not drawn'],
    [
      'a gradient',
      '<defs><linearGradient id="a"/></defs>',
      '1:61 image-svg-unsupported: <defs> is not drawn',
    ],
    [
      'a filter',
      '<rect filter="url(#a)" width="1" height="1"/>',
      '1:61 image-svg-unsupported: the attribute filter is not drawn',
    ],
    [
      'opacity',
      '<rect opacity=".5" width="1" height="1"/>',
      '1:61 image-svg-unsupported: the attribute opacity is not drawn',
    ],
    [
      'a paint server',
      '<rect fill="url(#a)" width="1" height="1"/>',
      '1:61 image-svg-value: fill="url(#a)" is not a colour such as #14202b, or none',
    ],
    [
      'a broken path',
      '<path d="M0 0 L1"/>',
      '1:61 image-svg-path: in path data at "M0 0 L1": "L" takes 2 numbers, and here is none',
    ],
    [
      'a broken transform',
      '<rect transform="turn(3)" width="1" height="1"/>',
      '1:61 image-svg-value: transform="turn(3)" is not a list of transforms',
    ],
    [
      'a shape that is not closed',
      '<g><rect width="1" height="1"/>',
      '1:61 template-unclosed-element: <g> is still open at </svg>',
    ],
  ])('for %s', (_, inside, expected) => {
    expect(readFile(svg(inside)).problems).toContain(expected)
  })

  test('for entities, without reading them', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${svg('<path d="&b;"/>')}`
    const { problems } = readFile(bomb)
    expect(problems[0]).toMatch(/template-malformed-markup: a doctype is not read from an SVG file/)
    expect(problems.join('\n').length).toBeLessThan(1000)
  })

  test('without a size', () => {
    const { drawing, problems } = readFile('<svg><rect width="1" height="1"/></svg>')
    expect(drawing).toBeUndefined()
    expect(problems).toEqual(['1:1 image-svg-size: this drawing has no size'])
  })

  test('without an svg element', () => {
    expect(readFile('hello').problems).toEqual([
      'undefined:undefined image-svg-size: there is no <svg> in this file',
    ])
  })
})

test('an svg in a template takes its paint from the style sheet', () => {
  const files = memoryFiles({
    'templates/a/a.hbs': `<document><p><svg class="icon" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M0 0h8" stroke-width="2" stroke-linecap="round"/><circle class="dot" cx="4" cy="4" r="4"/></svg></p></document>`,
    'templates/a/a.css':
      '.icon { color: #005257; stroke: currentColor; fill: none } .dot { fill: #ff0000; stroke: none }',
  })
  const problems: string[] = []
  const report = ({ code }: Diagnostic): number => problems.push(code)
  const view = { locale: 'en', strings: {} }
  const root = createTemplates(files).render('a', view, report)
  if (root === undefined) throw new Error('the template is good')
  const sheet = loadStylesheet(files, 'templates/a/a.css', report)
  const styled = createCascade(sheet, report).style(root, { language: 'en', report })
  const found = findSvg(styled.root)
  const drawing = found === undefined ? undefined : readInlineSvg(found, report)
  expect(problems).toEqual([])
  expect(shown(drawing)).toEqual([
    'stroke #005257 1.5 | M0,0 L6,0',
    'fill #ff0000 | M6,3 C3,6 C0,3 C3,0 C6,3 Z',
  ])
})

test('no text makes the reader throw', () => {
  const piece = fc.constantFrom(
    ...[
      '<svg viewBox="0 0 9 9">',
      '</svg>',
      '<g>',
      '</g>',
      '<path d="',
      'M0 0',
      'A1 1 0 01',
      '"/>',
      '<rect ',
    ],
    ...[
      'width="1e308"',
      'height="-1"',
      ' transform="',
      'scale(1e300)',
      'rotate(',
      ')',
      '"',
      '<!ENTITY',
      '&a;',
      ' r="NaN"',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { drawing, problems } = readFile(pieces.join(''))
      expect(drawing !== undefined || problems.length > 0).toBe(true)
      expect(JSON.stringify(drawing ?? {})).not.toContain('null')
    }),
    { seed: 5, numRuns: 600 },
  )
})

function findSvg(styled: StyledElement): StyledElement | undefined {
  if (styled.element.name === 'svg') return styled
  for (const child of styled.children) {
    const found = child.type === 'element' ? findSvg(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
