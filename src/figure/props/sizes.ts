/** Sizes of the things people exercise with, in metres. */

/** A gymnastics mat: 183 x 61 cm is the usual size; ours grows when a pose needs more. */
export const matSize = { length: 1.83, width: 0.61, thickness: 0.012, cornerRadius: 0.03 } as const

/** A mini loop band, lying flat. Real loops are 50 mm wide; half of that shows the leg better. */
export const bandSize = { width: 0.026, thickness: 0.002 } as const

/** A yoga strap or belt. */
export const strapSize = { width: 0.03, thickness: 0.0025 } as const

/** A firm bed pillow, folded flat or not: `height` is without a load. */
export const cushionSize = { length: 0.4, width: 0.3, height: 0.085, rounding: 0.04 } as const

/** A tennis ball (ITF: 6.54 to 6.86 cm across). */
export const ballSize = { radius: 0.0335 } as const

/** A foam roller, 15 cm across, with the hole that its mould leaves. */
export const rollerSize = {
  radius: 0.075,
  length: 0.45,
  rounding: 0.008,
  holeRadius: 0.026,
} as const

/** A low exercise step; `tread` is the thickness of its top board. */
export const stepSize = {
  length: 0.68,
  width: 0.32,
  height: 0.18,
  tread: 0.03,
  rounding: 0.015,
} as const
