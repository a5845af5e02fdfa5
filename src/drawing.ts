/** What can be drawn: paths, glyph runs, images and tags. No back end: `paint/pdf` and `paint/svg` play it. */
import type { Matrix } from './geometry/matrix.ts'
import type { Path } from './geometry/path.ts'
import type { Rect } from './geometry/rect.ts'
import type { Pt } from './geometry/units.ts'

/** sRGB, each channel 0 to 1. Opacity is not drawn: PDF/A-safe output has none. */
export interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
}

export interface Stroke {
  readonly color: Color
  readonly width: Pt
  readonly cap?: 'butt' | 'round' | 'square'
  readonly join?: 'miter' | 'round' | 'bevel'
  readonly dash?: readonly Pt[]
}

export interface PathItem {
  readonly kind: 'path'
  readonly path: Path
  readonly fill?: Color
  readonly stroke?: Stroke
  readonly fillRule?: 'nonzero' | 'evenodd'
}

/**
 * A reusable picture: a figure, an icon, a QR code. `key` is a hash of its content, so that a back end can
 * draw it once however often it is placed. Coordinates run from (0, 0) to (width, height), y downwards.
 */
export interface Drawing {
  readonly key: string
  readonly width: Pt
  readonly height: Pt
  readonly items: readonly PathItem[]
  /** What a fold or a seam must not cut: the whole of a QR code, the face of a figure. In its own coordinates. */
  readonly keepWhole?: readonly Rect[]
}

/** A font as the back ends need it; `text/font.ts` makes them. Distances are in font units, y upwards. */
export interface FontProgram {
  /** Hash of the file: the same font always has the same key. */
  readonly key: string
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly weight: number
  readonly isFixedPitch: boolean
  readonly boundingBox: readonly [xMin: number, yMin: number, xMax: number, yMax: number]
  advanceWidth(glyph: number): number
  /** A TrueType file holding these glyphs and .notdef, at their own glyph ids. */
  subset(glyphs: readonly number[]): Uint8Array
}

/** One glyph of a run, distances in em. `text` is the source text it stands for, '' when a neighbour carries it. */
export interface RunGlyph {
  readonly glyph: number
  readonly text: string
  readonly advance: number
  readonly xOffset: number
  readonly yOffset: number
}

/** A run of glyphs of one font, size and colour. */
export interface GlyphsItem {
  readonly kind: 'glyphs'
  readonly font: FontProgram
  readonly size: Pt
  readonly color: Color
  readonly direction: 'ltr' | 'rtl'
  /** The left end of the run. */
  readonly x: Pt
  readonly baseline: Pt
  /** From left to right, as shaping made them: a word on many pages is the same glyphs. */
  readonly glyphs: readonly RunGlyph[]
}

/** A decoded raster image: a JPEG passed through, or 8-bit samples in rows from the top. */
export interface RasterImage {
  readonly key: string
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly encoding: 'jpeg' | 'samples'
  readonly data: Uint8Array
}

export interface ImageItem {
  readonly kind: 'image'
  readonly image: RasterImage
  readonly rect: Rect
  /** Nothing is painted outside it: a picture that covers its box is larger than the box. */
  readonly clip?: Rect
}

export interface PlacedDrawingItem {
  readonly kind: 'drawing'
  readonly drawing: Drawing
  readonly transform: Matrix
  /** As for an image. */
  readonly clip?: Rect
}

/** Marks that are moved, turned or scaled together, and cut off together: part of a page on a printer's sheet. */
export interface GroupItem {
  readonly kind: 'group'
  /** From the group's own coordinates to those around it. */
  readonly transform: Matrix
  /** In the group's own coordinates; nothing is painted outside it. */
  readonly clip?: Rect
  /** Of the page that the marks come from: then they are written with the same numbers as there. */
  readonly pageHeight?: Pt
  readonly items: readonly Mark[]
}

/** What a tag may wrap. */
export type Mark = PathItem | GlyphsItem | ImageItem | PlacedDrawingItem | GroupItem

/** Real content: belongs to one slot of the structure tree. */
export interface TaggedItem {
  readonly kind: 'tagged'
  readonly slot: ContentSlot
  readonly items: readonly Mark[]
}

/** Decoration and running matter: not in the structure tree (ISO 32000-1, 14.8.2.2.2). */
export interface ArtifactItem {
  readonly kind: 'artifact'
  readonly type: 'pagination' | 'layout' | 'page' | 'background'
  readonly subtype?: 'header' | 'footer'
  readonly items: readonly Mark[]
}

/** An active area over the text of a link. */
export interface LinkItem {
  readonly kind: 'link'
  readonly slot: ContentSlot
  readonly rect: Rect
  readonly target: LinkTarget
  /** What a screen reader says, for example the address. */
  readonly description: string
}

export type LinkTarget =
  | { readonly kind: 'uri'; readonly uri: string }
  | { readonly kind: 'destination'; readonly page: number; readonly y: Pt }

export type PageItem = TaggedItem | ArtifactItem | LinkItem

/** Standard structure types we write (ISO 32000-1, 14.8.4). */
export type StructureRole =
  | 'Document'
  | 'Part'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Link'
  | 'Note'
  | 'Figure'
  | 'Formula'
  | 'NonStruct'

/** A place in the structure tree that page content fills; one slot may be filled on several pages. */
export interface ContentSlot {
  readonly kind: 'content'
}

export interface StructureElement {
  readonly kind: 'element'
  readonly role: StructureRole
  readonly children: readonly StructureNode[]
  readonly language?: string
  /** Required for Figure. */
  readonly alternativeText?: string
  readonly title?: string
  readonly list?: 'decimal' | 'disc' | 'none'
  readonly cell?: {
    readonly scope?: 'row' | 'column'
    readonly columnSpan?: number
    readonly rowSpan?: number
  }
}

export type StructureNode = StructureElement | ContentSlot

export interface PaintedPage {
  /** The trimmed page. Items are relative to its top left corner and may reach into the bleed. */
  readonly width: Pt
  readonly height: Pt
  readonly bleed: Pt
  readonly marks: readonly ('crop' | 'cross')[]
  readonly items: readonly PageItem[]
}

export interface OutlineEntry {
  readonly title: string
  readonly page: number
  readonly y: Pt
  readonly children: readonly OutlineEntry[]
}

/** Everything a back end writes into one file. */
export interface PaintedDocument {
  readonly metadata: DocumentMetadata
  readonly pages: readonly PaintedPage[]
  readonly structure: StructureElement
  readonly outline: readonly OutlineEntry[]
}

export interface DocumentMetadata {
  readonly title: string
  readonly language: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** From the content or SOURCE_DATE_EPOCH, never from the clock. Seconds since 1970, UTC. */
  readonly date: number
}
