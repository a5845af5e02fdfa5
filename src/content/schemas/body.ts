/** How bodies, looks and muscles are written in assets/body. */
import { z } from 'zod'
import { diagnose } from '../../diagnostics/index.ts'
import { muscleBones, type BodyModel, type BonePlace, type Look, type MuscleModel } from '../../model/body.ts'
import { asId, id, isId } from './fields.ts'
import { raise } from './trouble.ts'

/** Of a body 1.68 m tall. */
function metres(description: string) {
  return z.number().min(0.001).max(0.4).meta({ description: `${description}, in metres on a body 1.68 m tall.` })
}

function share(description: string) {
  return z.number().gt(0).max(0.5).meta({ description: `${description}, as a share of stature.` })
}

const radii = {
  anterior: metres('Radius to the front'),
  posterior: metres('Radius to the back'),
  lateral: metres('Radius outwards'),
}

function place(description: string) {
  return z.number().min(-1).max(3).meta({ description })
}

const trunkSection = z
  .strictObject({ at: place('Metres along the spine above the hip centres.'), ...radii })
  .transform((it) => ({ ...it, medial: it.lateral }))
  .meta({ description: 'One cross-section of the trunk.' })

function limbSection(description: string) {
  return z
    .strictObject({ at: place(description), ...radii, medial: metres('Radius inwards') })
    .meta({ description: 'One cross-section.' })
}

/** At least two sections, each further along than the one before. */
function profile<T extends { readonly at: number }>(section: z.ZodType<T>, description: string) {
  return z
    .array(section)
    .min(2)
    .transform((sections, context) => {
      for (const [index, { at }] of sections.entries()) {
        const before = sections[index - 1]
        if (before === undefined || at > before.at) continue
        raise(context, ({ place }) => diagnose('content-profile-order', { at, before: before.at }, place), [index, 'at'])
      }
      return sections
    })
    .meta({ description })
}

function factor(description: string) {
  return z.number().min(0).max(2).meta({ description })
}

export const bodySchema = z
  .strictObject({
    stature: z.number().min(1.2).max(2.2).meta({ description: 'Height without shoes, in metres.' }),
    segments: z
      .strictObject({
        thigh: share('Hip to knee'),
        shank: share('Knee to ankle'),
        'foot-height': share('Ankle to the ground'),
        foot: share('Length of the foot'),
        'upper-arm': share('Shoulder to elbow'),
        forearm: share('Elbow to wrist'),
        hand: share('Wrist to finger tips'),
        'half-hips': share('Midline to a hip centre'),
        'half-shoulders': share('Midline to a shoulder centre'),
        'shoulder-line': share('Hip centres to the line of the shoulders'),
        'neck-base': share("Hip centres to the neck's base"),
        neck: share('Length of the neck'),
      })
      .transform((it) => ({
        thigh: it.thigh,
        shank: it.shank,
        footHeight: it['foot-height'],
        foot: it.foot,
        upperArm: it['upper-arm'],
        forearm: it.forearm,
        hand: it.hand,
        halfHips: it['half-hips'],
        halfShoulders: it['half-shoulders'],
        shoulderLine: it['shoulder-line'],
        neckBase: it['neck-base'],
        neck: it.neck,
      }))
      .meta({ description: 'Lengths between the joints.' }),
    trunk: profile(trunkSection, 'Cross-sections of the trunk, from below upwards.'),
    leg: profile(limbSection('0 hip, 1 knee, 2 ankle.'), 'Cross-sections of a leg, from the hip downwards.'),
    arm: profile(limbSection('0 shoulder, 1 elbow, 2 wrist.'), 'Cross-sections of an arm, from the shoulder downwards.'),
    neck: factor('Girth of the neck; 1 is usual.'),
    breast: factor('Size of the breasts; 0 leaves them out.'),
    glutes: factor('Size of the buttocks; 1 is usual.'),
  })
  .transform((it): Omit<BodyModel, 'id'> => it)
  .meta({ title: 'Body', description: "A body's measures." })

const colorPattern = /^#[0-9a-f]{6}$/

function color(description: string) {
  return z
    .string()
    .transform((written, context) => {
      if (colorPattern.test(written)) return written
      raise(context, ({ text, place }) => diagnose('content-color', { written: text }, place))
      return z.NEVER
    })
    .meta({ description, examples: ['#f0c3a0'] })
}

const look = z
  .strictObject({
    body: id('The build: a file name in assets/body/.', 'adult-a'),
    hair: z.enum(['bun', 'ponytail', 'short', 'bald', 'bob']).meta({ description: 'How the hair is worn.' }),
    legwear: z.enum(['shorts', 'leggings']).meta({ description: 'What covers the legs.' }),
    footwear: z.enum(['shoes', 'bare']).meta({ description: 'What is on the feet.' }),
    sleeves: z.enum(['short', 'none']).meta({ description: 'The sleeves of the top.' }),
    colors: z
      .strictObject({ skin: color('Skin.'), hair: color('Hair and beard.'), lips: color('Lips.').optional() })
      .meta({ description: 'What a style does not set: #rrggbb, in small letters.' }),
    age: z.enum(['young', 'middle', 'old']).default('young').meta({ description: 'Which lines the face has.' }),
    beard: z.boolean().default(false).meta({ description: 'With a beard.' }),
    glasses: z.boolean().default(false).meta({ description: 'With glasses.' }),
  })
  .transform(({ colors: { lips, ...colors }, ...it }): Omit<Look, 'id'> => ({
    ...it,
    colors: { ...colors, ...(lips !== undefined && { lips }) },
  }))
  .meta({ description: 'How one person looks.' })

export const looksSchema = byId(look, 'looks').meta({ title: 'Looks', description: 'People to show, by name.' })

const bonePlace = z
  .strictObject(
    Object.fromEntries(
      muscleBones.map((bone) => [
        bone,
        z
          .tuple([z.number(), z.number(), z.number()])
          .meta({ description: `Metres forward, outwards and upwards from the origin of the ${bone}.` })
          .optional(),
      ]),
    ),
  )
  .transform((written, context): BonePlace => {
    const named = muscleBones.flatMap((bone) => {
      const at = written[bone]
      return at === undefined ? [] : [{ bone, at }]
    })
    const [only] = named
    if (only !== undefined && named.length === 1) return only
    raise(context, ({ place }) => diagnose('content-bone-place', { count: named.length }, place))
    return z.NEVER
  })
  .meta({ description: 'A place fixed to one bone.' })

const muscle = z
  .strictObject({
    width: metres('How far the area reaches beside its fibres'),
    on: z.array(z.enum(['trunk', 'leg'])).min(1).meta({ description: 'Whose surface shows it.' }),
    fibres: z
      .array(z.array(bonePlace).min(2).meta({ description: 'From origin to insertion.' }))
      .min(1)
      .meta({ description: 'Fibres side by side.' }),
  })
  .meta({ description: 'One muscle.' })

export const musclesSchema = byId(muscle, 'muscles').meta({ title: 'Muscles', description: 'Muscles, by the names that exercises use.' })

/** A record of things, each of which knows its name. */
function byId<T extends object>(thing: z.ZodType<T>, field: string) {
  return z
    .record(z.string(), thing)
    .transform((written, context) => {
      const result = new Map<string, T & { readonly id: string }>()
      for (const [name, value] of Object.entries(written)) {
        if (isId(name)) result.set(name, { id: name, ...value })
        else raise(context, ({ place }) => diagnose('content-id', { field, written: name, better: asId(name) }, place), [name])
      }
      return result
    })
}

export type Looks = ReadonlyMap<string, Look>
export type Muscles = ReadonlyMap<string, MuscleModel>
