/** The ToUnicode map of a font: which text each code stands for (ISO 32000-1, 9.10.3). */
import type { EncodedGlyph } from './fonts.ts'

/** PostScript allows a hundred entries in one block. */
const blockSize = 100

/** A CMap that maps every code to its text. */
export function toUnicodeMap(encoded: readonly EncodedGlyph[]): string {
  const blocks: string[] = []
  for (let start = 0; start < encoded.length; start += blockSize) {
    const block = encoded.slice(start, start + blockSize)
    const lines = block.map(({ hex, text }) => `<${hex}> <${utf16Hex(text)}>`)
    blocks.push(`${block.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Text in UTF-16, big-endian, in hexadecimal. */
export function utf16Hex(text: string): string {
  let hex = ''
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).padStart(4, '0')
  }
  return hex
}
