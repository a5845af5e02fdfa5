/** How messages call an element. */
import type { Element } from '../template/markup.ts'

/** The start tag with what tells the element from others: `<p class="note">`. */
export function elementName({ name, attributes }: Element): string {
  const { id, class: classes } = attributes
  return `<${name}${id ? ` id="${id}"` : ''}${classes ? ` class="${classes}"` : ''}>`
}
