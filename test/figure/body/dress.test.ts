import { describe, expect, test } from 'vitest'
import { skinOf } from '../../../src/figure/body/project.ts'
import { inBone } from '../../../src/figure/body/shapes.ts'
import { spineAt } from '../../../src/figure/body/spine.ts'
import { wardrobeOf, waist } from '../../../src/figure/body/wardrobe.ts'
import type { GroupName, Material, SurfaceMark } from '../../../src/figure/solid.ts'
import { distanceToGroups } from '../../../src/figure/field/field.ts'
import { distance, mix, type Vec3 } from '../../../src/geometry/vec3.ts'
import { distanceToBody } from '../distance.ts'
import { lookCalled, materialAt, muscleCalled, muscles, person } from './people.ts'

describe('clothes', () => {
  const ana = lookCalled('ana')
  const { skeleton, solid } = person(ana)
  const leg = skeleton.legs.left
  const arm = skeleton.arms.left
  const unit = 1
  const skin = skinOf(solid.groups)
  /** On the surface, in front of a place inside. */
  const inFront = (place: Vec3, name: GroupName, forward = 0.1): Vec3 =>
    skin([name], [place], 0.2).onto([place[0] + forward, place[1], place[2]])
  const onThigh = (share: number) => inFront(mix(leg.hip, leg.knee, share), 'left leg', 0.08)
  const onArm = (share: number) => inFront(mix(arm.shoulder, arm.elbow, share), 'left arm', 0.045)
  const centimetre = (length: number) => 0.01 / length
  const { legHem, sleeveHem = 0 } = wardrobeOf(ana)
  const legStep = centimetre(distance(leg.hip, leg.knee))
  const armStep = centimetre(distance(arm.shoulder, arm.elbow))
  const foot = (x: number, y: number, z: number) =>
    inBone({ origin: leg.ankle, axes: leg.foot }, x, y, z)
  const head = (x: number, y: number, z: number) => inBone(skeleton.head, x, y, z)

  test.each<[string, GroupName, Vec3, Material]>([
    ['1 cm above the hem of the shorts', 'left leg', onThigh(legHem - legStep), 'shorts'],
    ['1 cm below the hem of the shorts', 'left leg', onThigh(legHem + legStep), 'skin'],
    ['1 cm above the hem of the sleeve', 'left arm', onArm(sleeveHem - armStep), 'top'],
    ['1 cm below the hem of the sleeve', 'left arm', onArm(sleeveHem + armStep), 'skin'],
    [
      'above the waist',
      'trunk',
      inFront(spineAt(skeleton, (waist + 0.01) * unit).origin, 'trunk'),
      'top',
    ],
    [
      'below the waist',
      'trunk',
      inFront(spineAt(skeleton, (waist - 0.01) * unit).origin, 'trunk'),
      'shorts',
    ],
    ['at the tip of the shoe', 'left leg', foot(0.19, 0, -0.045), 'shoe'],
    ['under the shoe', 'left leg', foot(0.06, 0, -0.077), 'sole'],
    [
      'above the shoe',
      'left leg',
      inFront(mix(leg.ankle, leg.knee, 0.12), 'left leg', 0.03),
      'sock',
    ],
    ['at the nose', 'head', head(0.12, 0, 0.037), 'skin'],
    ['at the crown', 'hair', head(0, 0, 0.185), 'hair'],
  ])('%s: %s', (_, group, point, material) => {
    expect(materialAt(solid, group, point)).toBe(material)
  })

  test('without sleeves the arm is bare, and the chest is not', () => {
    const { skeleton: bare, solid: dressed } = person(lookCalled('mei'))
    const upper = bare.arms.left
    const place = mix(upper.shoulder, upper.elbow, 0.4)
    expect(materialAt(dressed, 'left arm', [place[0] + 0.04, place[1], place[2]])).toBe('skin')
    const chest = inBone(spineAt(bare, 0.35), 0.1, 0.03, 0)
    expect(materialAt(dressed, 'trunk', chest)).toBe('top')
  })

  test('the hem of the shorts is a step of the cloth', () => {
    const radius = (share: number) => {
      const place = mix(leg.hip, leg.knee, share)
      let out = 0.04
      while (distanceToBody(solid.groups, [place[0] + out, place[1], place[2]]) < 0) out += 0.0002
      return out
    }
    const step = radius(legHem - legStep / 2) - radius(legHem + legStep)
    expect(step).toBeGreaterThan(0.005)
    expect(step).toBeLessThan(0.01)
  })
})

describe('drawn lines', () => {
  const ana = lookCalled('ana')
  const folds = (joints: Parameters<typeof person>[1], kind: SurfaceMark['kind'] = 'fold') =>
    person(ana, joints).solid.marks.filter((mark) => mark.kind === kind)
  const onLeg = (marks: readonly SurfaceMark[]) =>
    marks.filter(({ group }) => group === 'right leg')
  const onTrunk = (marks: readonly SurfaceMark[]) => marks.filter(({ group }) => group === 'trunk')

  test('who stands straight has no folds at hip and waist', () => {
    expect(onLeg(folds({}))).toEqual([])
    expect(onTrunk(folds({}))).toEqual([])
  })

  test('a bent hip makes folds, on its side only', () => {
    const joints = { 'right hip': { flexion: 70 }, 'right knee': { flexion: 80 } }
    const { marks } = person(ana, joints, { base: 'supine' }).solid
    const bent = marks.filter(({ kind }) => kind === 'fold')
    expect(onLeg(bent).length).toBeGreaterThanOrEqual(2)
    expect(bent.filter(({ group }) => group === 'left leg')).toEqual([])
  })

  test('the further the hip is bent, the heavier the first fold', () => {
    const heaviest = (flexion: number) =>
      Math.max(0, ...onLeg(folds({ 'right hip': { flexion } })).map(({ weights }) => weights[1]))
    const weights = [0, 40, 60, 80].map(heaviest)
    expect(weights).toEqual([...weights].sort((a, b) => a - b))
    expect(weights[0]).toBe(0)
    expect(weights[3]).toBe(1)
  })

  test.each([
    ['bends forward', { 'lumbar spine': { flexion: 40 } }],
    ['bends to a side', { 'lumbar spine': { 'side-bend': 25 } }],
    ['raises an arm', { 'right shoulder': { abduction: 110 } }],
  ])('cloth folds on the trunk of one who %s', (_, joints) => {
    expect(onTrunk(folds(joints)).length).toBeGreaterThanOrEqual(2)
  })

  test('the crease under the buttock goes as the hip bends', () => {
    const creases = (flexion: number) =>
      onLeg(folds({ 'right hip': { flexion }, 'right knee': { flexion } }, 'crease')).length
    expect(creases(0)).toBe(2)
    expect(creases(90)).toBe(0)
  })

  test('all lie on the surface', () => {
    const { solid } = person(ana, {
      'right hip': { flexion: 60 },
      'left shoulder': { flexion: 120 },
    })
    for (const { group, points } of solid.marks) {
      const near = solid.groups.filter(({ name }) => name === 'trunk' || name === group)
      const off = Math.max(...points.map((point) => Math.abs(distanceToGroups(near)(point))))
      expect(off).toBeLessThan(0.003)
    }
  })

  test('a face has two eyes, and lines only with age', () => {
    const marks = (id: string) => person(lookCalled(id)).solid.marks
    const eyes = marks('ana').filter(({ dotRadius }) => dotRadius !== undefined)
    expect(eyes).toHaveLength(2)
    const onHead = (id: string) => marks(id).filter(({ group }) => group === 'head').length
    expect(onHead('mei')).toBeGreaterThan(onHead('ana'))
    expect(onHead('ruth')).toBeGreaterThan(onHead('mei'))
  })
})

describe('a muscle', () => {
  test.each(muscles.map(({ id }) => id))(
    '%s has its middle inside and the other side outside',
    (id) => {
      const muscle = muscleCalled(id)
      const feel = [{ muscle, side: 'right' as const }]
      const { solid } = person(lookCalled('ana'), {}, { feel })
      const [area] = solid.feel
      expect(area?.muscle).toBe(id)
      const centre = area?.centre ?? [0, 0, 0]
      expect(area?.field(centre)).toBeLessThan(0.35)
      expect(centre[1]).toBeLessThan(0)
      expect(area?.field([centre[0], -centre[1], centre[2]])).toBeGreaterThan(1)
      expect(area?.field([centre[0], centre[1], centre[2] + 0.5])).toBeGreaterThan(1)
    },
  )

  test('hangs together: along each fibre the field stays low', () => {
    const { solid } = person(
      lookCalled('tom'),
      { 'right hip': { flexion: 80 }, 'right knee': { flexion: 90 } },
      { feel: muscles.map((muscle) => ({ muscle, side: 'right' as const })) },
    )
    for (const { field, fibres } of solid.feel) {
      expect(Math.max(...fibres.flat().map((point) => field(point)))).toBeLessThan(0.1)
    }
  })

  test('shows on the group it lies on', () => {
    const feel = [{ muscle: muscleCalled('hamstrings'), side: 'left' as const }]
    expect(person(lookCalled('ana'), {}, { feel }).solid.feel[0]?.groups).toEqual(['left leg'])
  })

  test.each([
    ['gluteus-maximus', 'behind', (outward: Vec3) => -outward[0]],
    ['hamstrings', 'behind', (outward: Vec3) => -outward[0]],
    ['quadriceps', 'in front', (outward: Vec3) => outward[0]],
    ['gluteus-medius', 'at the side', (outward: Vec3) => -outward[1]],
  ])('%s of one who stands lies %s', (id, _, share) => {
    const feel = [{ muscle: muscleCalled(id), side: 'right' as const }]
    const { solid, skeleton } = person(lookCalled('ana'), {}, { feel })
    // The stander faces the pelvis's x.
    const { axes } = skeleton.pelvis
    const [x, y, z] = solid.feel[0]?.outward ?? [0, 0, 0]
    const local: Vec3 = [
      axes[0] * x + axes[3] * y + axes[6] * z,
      axes[1] * x + axes[4] * y + axes[7] * z,
      axes[2] * x + axes[5] * y + axes[8] * z,
    ]
    expect(share(local)).toBeGreaterThan(0.6)
  })
})
