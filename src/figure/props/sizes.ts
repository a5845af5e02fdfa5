/** Sizes of the things that a figure may use, in metres. They do not change with the body. */

export const propSizes = {
  /** A massage ball. */
  ball: { radius: 0.05 },
  /** A foam roller of 15 cm; it is cut short, so that it does not hide the other leg. */
  roller: { radius: 0.075, length: 0.34 },
  /** A low step. */
  step: { height: 0.15, depth: 0.3, width: 0.5 },
  /** Folded or flat: its height is what the body part on it leaves free, and `pad` below a knee. */
  cushion: { length: 0.4, width: 0.3, pad: 0.045, lowest: 0.04, highest: 0.24 },
} as const
