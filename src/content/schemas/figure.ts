/** How a figure is written: camera, props, and the pose of each phase in joint angles. */
import { z } from 'zod'
import { diagnose } from '../../diagnostics/index.ts'
import type { FigureDescription, JointAngles, Pose } from '../../model/pose.ts'
import { id, text } from './fields.ts'
import { joints, movements, opposites, type Joint } from '../../model/joints.ts'
import { raise } from './trouble.ts'

/** The angles at one joint. Opposite names (extension) become negative angles of the first name (flexion). */
function anglesAt(joint: Joint) {
  const names = movements[joint].flatMap((name) => [name, ...(opposites[name] ?? [])])
  const angles = Object.fromEntries(names.map((name) => [name, angle(name).optional()]))
  return z
    .strictObject(angles)
    .transform((written, context): JointAngles => {
      const result: Record<string, number> = {}
      for (const name of movements[joint]) {
        const value = written[name]
        if (value !== undefined) result[name] = value
        for (const other of opposites[name] ?? []) {
          const opposite = written[other]
          if (opposite === undefined) continue
          if (result[name] !== undefined) {
            raise(
              context,
              ({ place }) => diagnose('content-opposite-movements', { one: name, other }, place),
              [other],
            )
          }
          // 0 - x, because -x would make -0 of 0.
          result[name] = 0 - opposite
        }
      }
      return result
    })
    .meta({
      // Named, so that the JSON Schema holds it once.
      id: `${joint.replace(' ', '-')}-angles`,
      description: `Angles at the ${joint}, in degrees; 0 is standing upright, palms forward.`,
    })
}

function angle(movement: string) {
  return z.number().min(-180).max(180).meta({ description: `Degrees of ${movement.replace('-', ' ')}.` })
}

const jointAngles = z
  .strictObject(
    Object.fromEntries(
      joints.flatMap(({ joint, names }) => {
        // Made once: left, right and both share it.
        const angles = anglesAt(joint).optional()
        return names.map((name) => [name, angles] as const)
      }),
    ),
  )
  .transform((written) =>
    Object.fromEntries(
      Object.entries(written).flatMap(([name, angles]) => (angles === undefined ? [] : [[name, angles]])),
    ),
  )
  .meta({ description: 'Joint angles in degrees, by joint; "hips" means both.' })

const pose = z
  .strictObject({
    base: text('The position it begins from.', 'supine', 'side-lying left').optional(),
    from: z
      .enum(['start', 'end', 'mistake'])
      .meta({ description: 'The phase of this figure that it begins from, instead of a base.' })
      .optional(),
    joints: jointAngles.default({}),
    contacts: z
      .record(z.string(), text('What the body part touches.', 'floor under shoulder'))
      .default({})
      .meta({ description: 'What touches what, by body part.', examples: [{ head: 'on left arm' }] }),
  })
  .transform((it, context): Pose => {
    if ((it.base === undefined) === (it.from === undefined)) {
      const has = it.base === undefined ? 'neither' : 'both'
      raise(context, ({ place }) => diagnose('content-pose-origin', { has }, place))
    }
    return { base: it.base, from: it.from, joints: it.joints, contacts: it.contacts }
  })

/** The figure of an exercise. That `from` leads to a base is checked by `checkPoses`. */
export const figureSchema = z
  .strictObject({
    camera: z
      .strictObject({
        azimuth: z
          .number()
          .min(-360)
          .max(360)
          .meta({ description: 'Degrees around the body; 0 looks at its side or front, as the base is placed.' }),
        elevation: z
          .number()
          .min(-90)
          .max(90)
          .meta({ description: 'Degrees above the floor; 0 is level, 90 looks straight down.' }),
      })
      .meta({ description: 'From where the body is seen.' }),
    look: id('The person who shows it: a name from assets/body/looks.yaml; without it people take turns.', 'ana').optional(),
    props: z
      .array(text('What is in the picture besides the body.', 'mat', 'strap'))
      .default([])
      .meta({ description: 'What is in the picture besides the body: mat, band, strap, cushion …' }),
    arrow: text(
      'The body part whose way the arrow shows, or "none". Without it, the one that moves most.',
      'right knee',
    ).optional(),
    wrong: text(
      'The body part with a ring round it in the mistake. Without it, the joint that differs most.',
      'pelvis',
    ).optional(),
    phases: z
      .strictObject({
        start: pose.meta({ description: 'How it begins.' }).optional(),
        end: pose.meta({ description: 'Where it goes, or the position that is held.' }),
        mistake: pose.meta({ description: 'One common mistake; it is drawn and crossed out.' }).optional(),
      })
      .meta({ description: 'The pictures: start, end, and perhaps a mistake.' }),
  })
  .transform((it): FigureDescription => {
    const { start, end, mistake } = it.phases
    return {
      camera: it.camera,
      ...(it.look !== undefined && { look: it.look }),
      props: it.props,
      ...(it.arrow !== undefined && { arrow: it.arrow }),
      ...(it.wrong !== undefined && { wrong: it.wrong }),
      phases: { ...(start && { start }), end, ...(mistake && { mistake }) },
    }
  })
  .meta({ description: 'The picture, posed by joint angles.' })
