/** One line that says what is being made, on a terminal only; it is wiped before anything else is printed. */
import { printable, widthOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface Progress {
  show(text: string): void
  clear(): void
}

export function createProgress(terminal: Terminal): Progress {
  if (!terminal.isErrInteractive) return { show: () => undefined, clear: () => undefined }
  let isShown = false
  const wipe = '\r\u001b[2K'
  return {
    show(text) {
      terminal.err(wipe + fit(printable(text), Math.max(10, terminal.columns - 1)))
      isShown = true
    },
    clear() {
      if (isShown) terminal.err(wipe)
      isShown = false
    },
  }
}

/** A line that wrapped could not be wiped. */
function fit(text: string, columns: number): string {
  let shown = text
  while (widthOf(shown) > columns) shown = shown.slice(0, -1)
  return shown
}
