/** The words that sheets need beside what is in the document, in the reader's language. */
export interface TilingWords {
  readonly title: string
  /** What to do, one step each. */
  readonly steps: readonly string[]
  /** Beside the line that shows whether the printer has kept the size. */
  readonly ruler: string
  /** What a screen reader says for the map. */
  mapDescription(rows: number, columns: number): string
  /** On each tile, for example "Sheet 3 of 9. Print at 100 %". */
  tileNote(sheet: number, sheets: number): string
}
