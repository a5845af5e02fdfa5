/** Sheets of paper as a printer sees them: which parts of which pages lie where. */
import type { PageItem, PaintedPage, StructureElement } from '../drawing.ts'
import type { Matrix } from '../geometry/matrix.ts'
import type { Rect, Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'

/** A part of a page on a sheet. One page may have many. */
export interface Placement {
  /** From 1. */
  readonly page: number
  /** From the page to the sheet. */
  readonly transform: Matrix
  /** What is shown of the page, in its own coordinates; all else is cut off. */
  readonly window: Rect
}

/** One side of a sheet. */
export interface Sheet extends Size {
  readonly placements: readonly Placement[]
  /** Marks for cutting and folding, labels: on top of everything, and not read out. */
  readonly furniture: readonly PageItem[]
}

/** Pages before the sheets, with their own part of the structure tree. */
export interface FrontMatter {
  readonly title: string
  readonly pages: readonly PaintedPage[]
  readonly structure: readonly StructureElement[]
}

/** Upright. */
export const sheetSizes = {
  a4: { width: fromMillimetres(210), height: fromMillimetres(297) },
  letter: { width: 612, height: 792 },
} as const

export type SheetName = keyof typeof sheetSizes

export function turned({ width, height }: Size): Size {
  return { width: height, height: width }
}
