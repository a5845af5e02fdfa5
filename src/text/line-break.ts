/** Where a line may break: UAX #14, with what it gets wrong for handouts put right. */
import LineBreaker from 'linebreak'

/** Before a character: whether the line may or must end there. A hyphen shows when it ends at a `soft-hyphen`. */
export type BreakKind = 'none' | 'allowed' | 'soft-hyphen' | 'mandatory'

/** For every index of the text, and its end, the break before it. */
export function findBreaks(text: string): readonly BreakKind[] {
  const breaks: BreakKind[] = new Array<BreakKind>(text.length + 1).fill('none')
  const breaker = new LineBreaker(text)
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found
    if (required) breaks[position] = 'mandatory'
    else if (mayBreak(text, position)) {
      breaks[position] = text[position - 1] === softHyphen ? 'soft-hyphen' : 'allowed'
    }
  }
  if (text.length > 0) breaks[text.length] = 'none'
  if (!mayHoldAddress.test(text)) return breaks
  for (const address of text.matchAll(addresses)) breakAddress(breaks, address[0], address.index)
  return breaks
}

const softHyphen = '\u00ad'

/** Web and e-mail addresses, also without a scheme when they have a path: `example.org/knee`. */
const addresses =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s\u00ad]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+\/[^\s\u00ad]*/giu

/** Most text holds none, and need not be searched for them. */
const mayHoldAddress = /[/@]|www\./i

/** UAX #14 breaks after every dash, hyphen and slash; it would part "8–12", "T-shirt" and "km/h". */
function mayBreak(text: string, position: number): boolean {
  const before = text[position - 1] ?? ''
  if (/[\u2012-\u2014]/.test(before))
    return !(isDigit(text[position - 2]) && isDigit(text[position]))
  if (before === '-' || before === '\u2010') return isLetter(text[position - 3])
  if (before === '/') return isLetter(text[position + 1])
  return true
}

/**
 * An address breaks after a slash or before what starts a query, so that no hyphen or full stop at the end
 * of a line can be taken for punctuation, and never inside "https://" (Chicago Manual of Style, 7.46).
 */
function breakAddress(breaks: BreakKind[], address: string, start: number): void {
  for (let index = 1; index < address.length; index += 1) {
    const before = address[index - 1] ?? ''
    const after = address[index] ?? ''
    const afterSlash =
      before === '/' && after !== '/' && !/^[^/]*:\/\/$/.test(address.slice(0, index))
    breaks[start + index] = afterSlash || /[?#&]/.test(after) ? 'allowed' : 'none'
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{Nd}/u.test(character)
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character)
}
