/** What a file is, by its first bytes: the name of a file proves nothing. */

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif'

export type RecognizedFormat =
  | { readonly kind: 'picture'; readonly format: PictureFormat }
  /** With an article: "a PDF". */
  | { readonly kind: 'other'; readonly name: string }

/** How each format begins; `.` stands for any byte. Latin-1. */
const pictures: readonly (readonly [RegExp, PictureFormat])[] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^[^]{4}ftypavi[fs]/, 'avif'],
  [/^(?:II\*\0|MM\0\*)/, 'tiff'],
  [/^GIF8[79]a/, 'gif'],
]

const others: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'an empty file'],
  [/^[^]{4}ftyp(?:hei|hev|mif1|msf1)/, 'a HEIC photo'],
  [/^[^]{4}ftyp/, 'a video'],
  [/^%PDF/, 'a PDF'],
  [/^BM/, 'a BMP picture'],
  [/^8BPS/, 'a Photoshop file'],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL )/, 'a JPEG XL picture'],
  [/^\0\0\0\x0cjP {2}/, 'a JPEG 2000 picture'],
  [/^\0\0\x01\0/, 'an icon file'],
  [/^PK\x03\x04/, 'a zip archive'],
  [/^%!PS/, 'a PostScript file'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!DOCTYPE svg|!--)/i, 'an SVG file under another name'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i, 'a web page'],
  [/^version https:\/\/git-lfs/, 'a Git LFS pointer, not the picture itself'],
]

export function recognizeFormat(bytes: Uint8Array): RecognizedFormat {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
  const picture = pictures.find(([pattern]) => pattern.test(start))
  if (picture !== undefined) return { kind: 'picture', format: picture[1] }
  const other = others.find(([pattern]) => pattern.test(start))
  return { kind: 'other', name: other?.[1] ?? 'of an unknown format' }
}
