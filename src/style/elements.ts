/** The elements that stylesheets can name: those that templates can hold. */
import { elements } from '../template/elements.ts'

export const supportedElements: readonly string[] = [...elements.keys()]
