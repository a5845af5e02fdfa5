/** Where a flow goes on after a page break: a path from a box down to the first thing not placed yet. */

export type Resume = ChildrenResume | LinesResume | ColumnsResume

/** Children one after another: `index` is the first that is not finished. */
export interface ChildrenResume {
  readonly kind: 'children'
  readonly index: number
  /** Undefined when that child has not begun. */
  readonly child: Resume | undefined
  readonly isForced: boolean
}

export interface LinesResume {
  readonly kind: 'lines'
  readonly index: number
}

/** Children side by side: each goes on at its own place. */
export interface ColumnsResume {
  readonly kind: 'columns'
  readonly columns: readonly ColumnResume[]
}

export type ColumnResume = Resume | 'start' | 'done'

/** Whether somebody asked for this break, so that no rule is broken by it. */
export function isForcedBreak(resume: Resume): boolean {
  switch (resume.kind) {
    case 'lines':
      return false
    case 'children':
      return resume.child === undefined ? resume.isForced : isForcedBreak(resume.child)
    case 'columns':
      return resume.columns.every(
        (column) => column === 'done' || (column !== 'start' && isForcedBreak(column)),
      )
  }
}
