/** Problems of figures: poses that no body can take, and contacts that cannot be. */
import { error, warning } from './problem.ts'

export const figureProblems = {
  'figure-unknown-base': error<{ base: string; hint: string | undefined }>(
    'A base is a position that the program knows: how the body lies, kneels or stands before joints are bent.',
    ({ base, hint }) => ({ message: `unknown base "${base}"`, hint }),
  ),
  'figure-unknown-prop': error<{ prop: string; hint: string | undefined }>(
    'Props are the things in a picture besides the body. Only those that the program can draw are known.',
    ({ prop, hint }) => ({ message: `unknown prop "${prop}"`, hint }),
  ),
  'figure-unknown-body-part': error<{ part: string; hint: string | undefined }>(
    'A contact names the body part that touches something: with its side, as in "right hand", or as a pair, as in "hands".',
    ({ part, hint }) => ({ message: `unknown body part "${part}"`, hint }),
  ),
  'figure-unknown-landmark': error<{ words: string; hint: string | undefined }>(
    'Arrows and rings name one place of the body: a part of the trunk, or a part of a limb with its side.',
    ({ words, hint }) => ({ message: `there is no place "${words}" on the body`, hint }),
  ),
  'figure-unknown-contact': error<{ words: string; part: string; hint: string | undefined }>(
    'What a body part touches is said in set phrases, such as "floor under shoulder", "on left thigh" or "in strap". The guide in content/ lists all of them.',
    ({ words, part, hint }) => ({ message: `"${words}" says nothing known of the ${part}`, hint }),
  ),
  'figure-contact-not-posed': warning<{ part: string; words: string }>(
    'The phrase is understood, but there is no rule yet how this body part gets there, so it is left where its joint angles put it.',
    ({ part, words }) => ({
      message: `the ${part} is not moved by "${words}"`,
      hint: 'write its joint angles as well, or another contact',
    }),
  ),
  'figure-prop-not-placed': error<{ prop: string }>(
    'A prop lies where a body part touches it. Without a contact nobody knows where.',
    ({ prop }) => ({
      message: `nothing touches the ${prop}`,
      hint: `add a contact, such as "right foot: ${prop === 'strap' ? 'in strap' : `on ${prop}`}", or take it out of props`,
    }),
  ),
  'figure-pose-out-of-range': error<{
    joint: string
    movement: string
    degrees: number
    min: number
    max: number
    source: string
  }>(
    'A joint is bent further than a healthy adult can. Angles are degrees from standing upright, palms forward; the range is that of the source named.',
    ({ joint, movement, degrees, min, max, source }) => ({
      message:
        joint === 'knee' && degrees < min && movement !== 'external-rotation'
          ? `a knee cannot bend backwards: ${movement} of ${degrees}° (${min}° to ${max}°, ${source})`
          : `${joint} ${movement.replace('-', ' ')} of ${degrees}° is more than a ${joint} can do (${min}° to ${max}°, ${source})`,
      hint: 'a right angle is 90°; check the sign and the name of the movement',
    }),
  ),
  'figure-contact-missed': error<{
    part: string
    words: string
    centimetres: number
    phase: string
  }>(
    'With the angles as they are written, the body part cannot touch what it is said to touch: it stays away, or would go through. Angles that are not written are found by the program, so leaving some out often helps.',
    ({ part, words, centimetres, phase }) => ({
      message: `in the ${phase}, the ${part} misses "${words}" by ${centimetres} cm`,
      hint: 'change an angle of that limb, leave one out so that it is found, or write "free"',
    }),
  ),
}
