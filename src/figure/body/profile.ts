/** Cross-sections between those that a body's profile tables name. */
import type { ProfileSection } from '../../model/body.ts'

const radii = ['anterior', 'posterior', 'lateral', 'medial'] as const

/**
 * The cross-section at a place, by cubic Hermite interpolation with finite-difference tangents
 * (Catmull-Rom on uneven knots); beyond its ends a profile goes on unchanged.
 */
export function sampleProfile(profile: readonly ProfileSection[], at: number): ProfileSection {
  const last = profile.length - 1
  const first = profile[0]
  const end = profile[last]
  if (first === undefined || end === undefined) throw new Error('a profile without sections')
  if (at <= first.at) return { ...first, at }
  if (at >= end.at) return { ...end, at }
  const next = profile.findIndex((section) => section.at > at)
  const b = profile[next] ?? end
  const a = profile[next - 1] ?? first
  const before = profile[next - 2] ?? a
  const after = profile[next + 1] ?? b
  const span = b.at - a.at
  const t = (at - a.at) / span
  const t2 = t * t
  const t3 = t2 * t
  const section = { at, anterior: 0, posterior: 0, lateral: 0, medial: 0 }
  for (const radius of radii) {
    const slopeA = (b[radius] - before[radius]) / (b.at - before.at)
    const slopeB = (after[radius] - a[radius]) / (after.at - a.at)
    section[radius] =
      (2 * t3 - 3 * t2 + 1) * a[radius] +
      (t3 - 2 * t2 + t) * span * slopeA +
      (3 * t2 - 2 * t3) * b[radius] +
      (t3 - t2) * span * slopeB
  }
  return section
}

/** A cross-section scaled by `unit`, with a layer of cloth round it. */
export function thicken(section: ProfileSection, unit: number, cloth: number): ProfileSection {
  return {
    at: section.at,
    anterior: section.anterior * unit + cloth,
    posterior: section.posterior * unit + cloth,
    lateral: section.lateral * unit + cloth,
    medial: section.medial * unit + cloth,
  }
}
