import { describe, expect, test } from 'vitest'
import { pdfText, spell, type PdfValue } from '../../src/paint/pdf/spelling.ts'

describe('values in a PDF file', () => {
  test.each<[PdfValue, string]>([
    ['Type', '/Type'],
    [1, '1'],
    [-0.5, '-0.5'],
    [1 / 3, '0.333333'],
    [-1e-9, '0'],
    [true, 'true'],
    [null, 'null'],
    [{ id: 7 }, '7 0 R'],
    [[1, 'XYZ', null, [{ id: 2 }]], '[1 /XYZ null [2 0 R]]'],
    [{}, '<<\n>>'],
    [{ A: 1, B: undefined, C: { D: 'E' } }, '<<\n/A 1\n/C <<\n/D /E\n>>\n>>'],
    [pdfText(''), '()'],
    [pdfText('plain'), '(plain)'],
    [pdfText('(a) \\ b\n\t'), '(\\(a\\) \\\\ b\\n\\t)'],
    [pdfText('é'), '(\xfe\xff\x00\xe9)'],
    // U+0128 ends with the byte of a bracket, U+1F600 is two units.
    [pdfText('Ĩ'), '(\xfe\xff\x01\\()'],
    [pdfText('😀'), '(\xfe\xff\xd8\x3d\xde\x00)'],
  ])('%j', (value, spelling) => {
    expect(spell(value)).toBe(spelling)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21])('have no %d', (value) => {
    expect(() => spell(value)).toThrow('a number that PDF cannot hold')
  })
})
