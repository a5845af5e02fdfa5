/** Where commands write: an interface, so that tests read what people would see. */

export interface Terminal {
  /** Results. */
  out(text: string): void
  /** Problems and progress. */
  err(text: string): void
  readonly isOutInteractive: boolean
  readonly isErrInteractive: boolean
  readonly columns: number
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Colours only for people: on a terminal, and not against their wish (no-color.org). */
export function mayColor(isInteractive: boolean, environment: Terminal['environment']): boolean {
  const refuses = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb'
  return isInteractive && !refuses
}

export type Painter = (style: 'error' | 'warning' | 'hint' | 'dim' | 'bold', text: string) => string

const styles = { error: '1;31', warning: '1;33', hint: '36', dim: '2', bold: '1' } as const

export function createPainter(isColored: boolean): Painter {
  return (style, text) => (isColored ? `\u001b[${styles[style]}m${text}\u001b[0m` : text)
}

/**
 * Text from files as it may be shown: a control character could move the cursor, and a direction override
 * could make a line read as something else.
 */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    '\ufffd',
  )
}

/** Columns that a text takes: wide East Asian characters take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  }
  return width
}

function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x115f) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    (codePoint >= 0x1f300 && codePoint <= 0x1faff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  )
}
