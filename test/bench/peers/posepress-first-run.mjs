/** Posepress on a machine where it has never run: it finds no figure that is encoded already. */
import { openWith } from './posepress.mjs'

export const open = () => openWith({})
