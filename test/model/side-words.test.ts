import { describe, expect, test } from 'vitest'
import { createSideWords } from '../../src/model/side-words.ts'

const english = createSideWords({
  'side-words': 'left right',
  'side-words-kept': 'right angle, right away',
})
const spanish = createSideWords({
  'side-words': 'izquierda derecha, izquierdo derecho',
})

describe('left and right', () => {
  test.each([
    ['The right knee lifts.', 'The left knee lifts.'],
    ['Left, RIGHT, left', 'Right, LEFT, right'],
    ['at a right angle on the right', 'at a right angle on the left'],
    ['Bright and upright, nothing is left.', 'Bright and upright, nothing is right.'],
    ['no side at all', 'no side at all'],
    ['', ''],
  ])('%s', (text, mirrored) => {
    expect(english.swap(text)).toBe(mirrored)
    expect(english.swap(mirrored)).toBe(text)
  })

  test('have a form for each gender', () => {
    expect(spanish.swap('La rodilla derecha y el pie izquierdo.')).toBe(
      'La rodilla izquierda y el pie derecho.',
    )
  })

  test.each<[string, readonly string[]]>([
    ['The right foot', ['right']],
    ['Left over right', ['left', 'right']],
    ['a right angle', []],
  ])('named in "%s": %j', (text, sides) => {
    expect([...english.sidesIn(text)]).toEqual(sides)
  })

  test('are left alone where a language has no words for them yet', () => {
    const none = createSideWords({})
    expect(none.swap('left and right')).toBe('left and right')
    expect(none.sidesIn('left').size).toBe(0)
  })
})
