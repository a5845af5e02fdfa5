import { describe, expect, test } from 'vitest'
import { chooseLook } from '../../src/content/choose-look.ts'
import { heelRaise, inOneLine, readWith } from './pack-for-tests.ts'

const line = (kind: string) => `# yaml-language-server: $schema=../../content/schemas/${kind}.json\n`

const body = `${line('body')}stature: 1.7
segments:
  thigh: 0.245
  shank: 0.246
  foot-height: 0.042
  foot: 0.152
  upper-arm: 0.178
  forearm: 0.148
  hand: 0.108
  half-hips: 0.05
  half-shoulders: 0.09
  shoulder-line: 0.26
  neck-base: 0.3
  neck: 0.06
trunk:
  - { at: 0, anterior: 0.09, posterior: 0.1, lateral: 0.16 }
  - { at: 0.4, anterior: 0.1, posterior: 0.1, lateral: 0.14 }
leg:
  - { at: 0, anterior: 0.09, posterior: 0.09, lateral: 0.09, medial: 0.07 }
  - { at: 2, anterior: 0.03, posterior: 0.03, lateral: 0.03, medial: 0.03 }
arm:
  - { at: 0, anterior: 0.05, posterior: 0.05, lateral: 0.05, medial: 0.04 }
  - { at: 2, anterior: 0.02, posterior: 0.02, lateral: 0.02, medial: 0.02 }
neck: 1
breast: 0
glutes: 1
`

const looks = `${line('looks')}kim:
  body: plain
  hair: short
  legwear: shorts
  footwear: bare
  sleeves: none
  colors: { skin: '#d0a080', hair: '#202020' }
lee:
  body: plain
  hair: bald
  legwear: leggings
  footwear: shoes
  sleeves: short
  colors: { skin: '#805030', hair: '#202020', lips: '#a05050' }
  age: old
  beard: true
  glasses: true
`

const muscles = `${line('muscles')}soleus:
  width: 0.02
  on: [leg]
  fibres:
    - [{ shank: [-0.05, 0, -0.1] }, { shank: [-0.03, 0, -0.3] }]
`

const files = {
  'assets/body/plain.yaml': body,
  'assets/body/looks.yaml': looks,
  'assets/body/muscles.yaml': muscles,
}

describe('people of a pack', () => {
  const { pack, problems } = readWith(files)

  test('are read without a word', () => {
    expect(problems).toEqual([])
  })

  test('have builds in the terms of the model', () => {
    const plain = pack.bodies.entries.get('plain')?.value
    expect(plain).toMatchObject({ id: 'plain', stature: 1.7, neck: 1, breast: 0, glutes: 1 })
    expect(plain?.segments).toMatchObject({ footHeight: 0.042, upperArm: 0.178, neckBase: 0.3 })
    expect(plain?.trunk[0]).toEqual({ at: 0, anterior: 0.09, posterior: 0.1, lateral: 0.16, medial: 0.16 })
  })

  test('have looks: young, without beard and glasses, unless their file says otherwise', () => {
    expect(pack.looks?.value.get('kim')).toEqual({
      id: 'kim',
      body: 'plain',
      hair: 'short',
      legwear: 'shorts',
      footwear: 'bare',
      sleeves: 'none',
      colors: { skin: '#d0a080', hair: '#202020' },
      age: 'young',
      beard: false,
      glasses: false,
    })
    expect(pack.looks?.value.get('lee')).toMatchObject({ age: 'old', beard: true, glasses: true })
  })

  test('have muscles, whose places name their bone', () => {
    expect(pack.muscles?.value.get('soleus')).toEqual({
      id: 'soleus',
      width: 0.02,
      on: ['leg'],
      fibres: [
        [
          { bone: 'shank', at: [-0.05, 0, -0.1] },
          { bone: 'shank', at: [-0.03, 0, -0.3] },
        ],
      ],
    })
  })

  test('take turns from exercise to exercise, but for one who is asked for', () => {
    const shown = (exercise: string, named?: string) => chooseLook(pack, exercise, named)?.look.id
    expect(shown('calf-stretch')).toBe('kim')
    expect(shown('heel-raise')).toBe('lee')
    expect(shown('heel-raise', 'kim')).toBe('kim')
    expect(chooseLook(readWith({}).pack, 'heel-raise', undefined)).toBeUndefined()
  })
})

describe('bad data', () => {
  test.each<[string, keyof typeof files, string, string, string]>([
    [
      'a mistyped field',
      'assets/body/plain.yaml',
      'upper-arm:',
      'uper-arm:',
      '8:3+8 error content-unknown-field: unknown field "uper-arm" (did you mean "upper-arm"?)',
    ],
    [
      'sections out of order',
      'assets/body/plain.yaml',
      '{ at: 0.4, anterior: 0.1,',
      '{ at: 0, anterior: 0.1,',
      '18:11+1 error content-profile-order: the section at 0 stands after the one at 0 (write the sections in order, and each place once)',
    ],
    [
      'a giant',
      'assets/body/plain.yaml',
      'stature: 1.7',
      'stature: 17',
      '2:10+2 error content-out-of-range: "stature" is 17; at most 2.2',
    ],
    [
      'a colour by name',
      'assets/body/looks.yaml',
      "skin: '#d0a080'",
      'skin: brown',
      "8:19+5 error content-color: brown is not a colour (write '#f0c3a0')",
    ],
    [
      'an unknown style of hair',
      'assets/body/looks.yaml',
      'hair: bald',
      'hair: balt',
      '11:9+4 error content-wrong-choice: "hair" cannot be balt (did you mean "bald"? (bun, ponytail, short, bald, bob))',
    ],
    [
      'a build that is nowhere',
      'assets/body/looks.yaml',
      'kim:\n  body: plain',
      'kim:\n  body: plane',
      '3:9+5 error content-unknown-id: no body is called "plane" (did you mean "plain"?)',
    ],
    [
      'a name that is no id',
      'assets/body/looks.yaml',
      'lee:',
      'Lee A:',
      '9:1+5 error content-id: "looks": Lee A is not an id (write lee-a)',
    ],
    [
      'a place on two bones',
      'assets/body/muscles.yaml',
      '{ shank: [-0.05, 0, -0.1] }',
      '{ shank: [-0.05, 0, -0.1], thigh: [0, 0, 0] }',
      '6:8+45 error content-bone-place: the place names more than one bone (write { thigh: [0.08, 0, -0.2] })',
    ],
    [
      'an unknown bone',
      'assets/body/muscles.yaml',
      '{ shank: [-0.05, 0, -0.1] }',
      '{ shin: [-0.05, 0, -0.1] }',
      '6:10+4 error content-unknown-field: unknown field "shin" (did you mean "shank"?)',
    ],
  ])('%s is told at its place', (_, path, good, bad, message) => {
    expect(files[path]).toContain(good)
    const { problems } = readWith({ ...files, [path]: files[path].replace(good, bad) })
    expect(problems.map(({ place }) => place?.file)).toEqual(problems.map(() => path))
    expect(problems.map(inOneLine)).toContain(message)
  })

  test('an exercise shown by nobody is told', () => {
    const exercise = heelRaise.replace('figure:\n', 'figure:\n  look: kin\n')
    const changes = { ...files, 'content/exercises/heel-raise.yaml': exercise }
    expect(readWith(changes).problems.map(inOneLine)).toEqual([
      '24:9+3 error content-unknown-id: no look is called "kin" (did you mean "kim"?)',
    ])
    const known = { ...changes, 'content/exercises/heel-raise.yaml': exercise.replace('look: kin', 'look: kim') }
    const { pack, problems } = readWith(known)
    expect(problems).toEqual([])
    expect(pack.exercises.entries.get('heel-raise')?.value.figure.look).toBe('kim')
  })

  test('a broken build is not reported again where it is named', () => {
    const { problems } = readWith({
      ...files,
      'assets/body/plain.yaml': body.replace('neck: 1\n', 'neck: 3\n'),
    })
    expect(problems).toHaveLength(1)
  })
})
