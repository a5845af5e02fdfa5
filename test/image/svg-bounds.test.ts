/** Numbers in drawings that overflow before they reach the paper. */
import { expect, test } from 'vitest'
import { readSvgFile } from '../../src/image/svg.ts'

test.each([
  ['in a viewBox', '<svg viewBox="1e308 0 9 9"><path d="M0 0H9V9Z"/></svg>', 'image-svg-value'],
  [
    'in a length',
    '<svg viewBox="0 0 9 9"><rect width="1e300" height="2"/></svg>',
    'image-svg-value',
  ],
  ['in path data', '<svg viewBox="0 0 9 9"><path d="M0 0H1e306V9Z"/></svg>', 'image-svg-empty'],
  [
    'by transforms',
    `<svg viewBox="0 0 9 9">${'<g transform="scale(1e9)">'.repeat(4)}<path d="M0 0H9V9Z"/>${'</g>'.repeat(4)}</svg>`,
    'image-svg-empty',
  ],
])('too large a number %s is reported, and never painted', (_name, text, expected) => {
  const codes: string[] = []
  const drawing = readSvgFile({ path: 'assets/a.svg', text }, ({ code }) => codes.push(code))
  expect(codes).toContain(expected)
  const numbers = (drawing?.items ?? [])
    .flatMap(({ path }) => path.flatMap((segment) => Object.values(segment)))
    .filter((value) => typeof value === 'number')
  for (const value of numbers) expect(Math.abs(value)).toBeLessThan(1e30)
})
