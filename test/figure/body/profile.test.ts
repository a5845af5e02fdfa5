import { describe, expect, test } from 'vitest'
import { interpolateRows } from '../../../src/figure/body/rows.ts'
import { sampleProfile, thicken } from '../../../src/figure/body/profile.ts'
import type { ProfileSection } from '../../../src/model/body.ts'

const section = (at: number, anterior: number): ProfileSection => ({
  at,
  anterior,
  posterior: 2 * anterior,
  lateral: 0.05,
  medial: 0.04,
})

const profile = [section(0, 0.1), section(0.5, 0.08), section(1, 0.08), section(2, 0.04)]

describe('a profile', () => {
  test.each([
    [0, 0.1],
    [0.5, 0.08],
    [1, 0.08],
    [2, 0.04],
  ])('has at %d the radius that the table says', (at, radius) => {
    expect(sampleProfile(profile, at).anterior).toBeCloseTo(radius, 12)
    expect(sampleProfile(profile, at).posterior).toBeCloseTo(2 * radius, 12)
  })

  test('goes on unchanged beyond its ends', () => {
    expect(sampleProfile(profile, -1)).toEqual({ ...section(0, 0.1), at: -1 })
    expect(sampleProfile(profile, 3)).toEqual({ ...section(2, 0.04), at: 3 })
  })

  test('is a cubic with finite-difference slopes between two places', () => {
    // Slopes: (0.08 - 0.1) / 1 at 0.5, (0.04 - 0.08) / 1.5 at 1; halfway: mean + span / 8 * (first - second).
    const slopes = -0.02 - (0.08 - 0.1) / 1 + ((0.08 - 0.1) / 1 - (0.04 - 0.08) / 1.5)
    expect(sampleProfile(profile, 0.75).anterior).toBeCloseTo(
      0.08 + (0.5 / 8) * (slopes + 0.02 - 0.02),
      12,
    )
  })

  test('keeps what does not change', () => {
    expect(sampleProfile(profile, 0.3).lateral).toBeCloseTo(0.05, 12)
  })

  test('grows with the body, and by the cloth on it', () => {
    expect(thicken(section(0, 0.1), 1.1, 0.007)).toEqual({
      at: 0,
      anterior: 0.1 * 1.1 + 0.007,
      posterior: 0.2 * 1.1 + 0.007,
      lateral: 0.05 * 1.1 + 0.007,
      medial: 0.04 * 1.1 + 0.007,
    })
  })
})

test('rows of a table begin and end where the table does, in order', () => {
  const rows = interpolateRows(
    [
      [0, 0, 0.1, 0.1, 0.1, 0.1],
      [1, 0, 0.2, 0.1, 0.1, 0.1],
      [3, 0, 0.1, 0.1, 0.1, 0.1],
    ],
    9,
  )
  const places = rows.map(([place]) => place)
  expect(places[0]).toBe(0)
  expect(places[8]).toBeCloseTo(3, 12)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(rows[0]?.[2]).toBeCloseTo(0.1, 12)
})
