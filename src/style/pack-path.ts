/** Paths as stylesheets write them: relative to the file they stand in, and never out of the pack. */

/** The path from the pack's root, or undefined when it leads outside or is an address. */
export function resolvePackPath(from: string, written: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(written) || written.startsWith('/') || written.includes('\\')) {
    return undefined
  }
  const parts = from.split('/').slice(0, -1)
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.length === 0 ? undefined : parts.join('/')
}
