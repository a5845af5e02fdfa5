/** Sizes of the things that a figure may use, in metres. They do not change with the body. */

/** Things that body parts rest on. */
export const propSizes = {
  /** A massage ball. */
  ball: { radius: 0.05 },
  /** A foam roller of 15 cm; it is cut short, so that it does not hide the other leg. */
  roller: { radius: 0.075, length: 0.34, rounding: 0.008, hole: 0.026 },
  /** A low step. `tread` is the thickness of its top board. */
  step: { height: 0.15, depth: 0.3, width: 0.5, tread: 0.03, rounding: 0.012 },
  /** A piece of a wall, behind a back; it ends above the head. */
  wall: { width: 0.76, thickness: 0.05, above: 0.12, rounding: 0.004 },
  /**
   * Folded or flat: its height is what the body part on it leaves free, and `pad` below a knee, which sinks into
   * it by up to `give`.
   */
  cushion: { length: 0.4, width: 0.3, pad: 0.045, give: 0.035, lowest: 0.04, highest: 0.24 },
} as const

/** A mini band. Real ones are 50 mm wide; half of that leaves the leg to be seen. */
export const bandSize = { width: 0.026, thickness: 0.002 } as const

/** A yoga strap or a belt. */
export const strapSize = { width: 0.03, thickness: 0.0025 } as const

/** 183 x 61 cm are usual; it grows when a pose needs more. `margin` is what lies free round the contacts. */
export const matSize = {
  length: 1.83,
  width: 0.61,
  thickness: 0.012,
  corner: 0.035,
  margin: 0.05,
} as const
