/** What a tagged file says: its structure tree as indented text, and its artifacts, decoded as a screen reader would. */
import type { Reference } from './read-pdf.ts'
import {
  asArray,
  asDictionary,
  asText,
  nameOf,
  readOperators,
  type Dictionary,
  type Pdf,
  type Value,
} from './read-pdf.ts'

/** The structure tree, an element a line: `P "text"`, pages after the text where it spans several. */
export function structureText(pdf: Pdf): string {
  const marked = new Map(
    pdf.pages().map(({ reference, page }) => [reference.id, markedText(pdf, page).tagged] as const),
  )
  const pageNumbers = new Map(pdf.pages().map(({ reference }, index) => [reference.id, index + 1]))
  const lines: string[] = []
  const visit = (reference: Value, depth: number): void => {
    const element = asDictionary(pdf.resolve(reference))
    const indent = '  '.repeat(depth)
    const line = lines.push(`${indent}${nameOf(element.get('S'))}${details(pdf, element)}`) - 1
    let pieces: string[] = []
    // Text before and between children stands where it is read.
    const flush = (): void => {
      if (pieces.length === 0) return
      const text = `"${pieces.join('|')}"`
      if (lines.length === line + 1) lines[line] += ` ${text}`
      else lines.push(`${indent}  ${text}`)
      pieces = []
    }
    for (const kid of kidsOf(pdf, element)) {
      if (typeof kid === 'number') {
        pieces.push(marked.get((element.get('Pg') as Reference).id)?.get(kid) ?? 'MISSING')
        continue
      }
      const child = asDictionary(pdf.resolve(kid))
      const type = nameOf(child.get('Type'))
      if (type === 'MCR') {
        const page = child.get('Pg') as Reference
        pieces.push(marked.get(page.id)?.get(Number(child.get('MCID'))) ?? 'MISSING')
      } else if (type === 'OBJR') {
        const number = pageNumbers.get((child.get('Pg') as Reference).id)
        flush()
        lines.push(`${indent}  area on page ${number}: ${areaText(pdf, child.get('Obj'))}`)
      } else {
        flush()
        visit(kid, depth + 1)
      }
    }
    flush()
  }
  for (const root of asArray(pdf.get(pdf.catalog, 'StructTreeRoot', 'K'))) visit(root, 0)
  return `${lines.join('\n')}\n`
}

/** The artifacts of a page in order: their type, and the text they show. */
export function artifacts(pdf: Pdf, pageIndex: number): readonly string[] {
  const page = pdf.pages()[pageIndex]
  if (page === undefined) throw new Error(`no page ${pageIndex}`)
  return markedText(pdf, page.page).artifacts
}

/** The text of marked content by identifier; throws where content is unmarked or marks are nested. */
export function markedText(
  pdf: Pdf,
  page: Dictionary,
): { readonly tagged: ReadonlyMap<number, string>; readonly artifacts: readonly string[] } {
  const tagged = new Map<number, string>()
  const artifacts: string[] = []
  let open: { mcid: number | undefined; label: string; text: string } | undefined
  let decode: (code: number) => string = () => ''
  for (const { operator, operands } of readOperators(pdf.data(page.get('Contents')))) {
    switch (operator) {
      case 'BDC': {
        if (open !== undefined) throw new Error('marked content is nested')
        const properties = asDictionary(operands[1])
        const mcid = properties.get('MCID')
        const label = [nameOf(properties.get('Type')), nameOf(properties.get('Subtype'))]
        open = {
          mcid: typeof mcid === 'number' ? mcid : undefined,
          label: label.filter((word) => word !== undefined).join('/'),
          text: '',
        }
        break
      }
      case 'EMC':
        if (open === undefined) throw new Error('EMC without BDC')
        if (open.mcid !== undefined) tagged.set(open.mcid, open.text)
        else artifacts.push(open.text === '' ? open.label : `${open.label} "${open.text}"`)
        open = undefined
        break
      case 'Tf':
        decode = decoderOf(pdf, pdf.get(page, 'Resources', 'Font', nameOf(operands[0]) ?? ''))
        break
      case 'TJ':
        if (open === undefined) throw new Error('text is not marked')
        for (const part of asArray(operands[0])) {
          if (!(part instanceof Buffer)) continue
          for (let at = 0; at < part.length; at += 2) open.text += decode(part.readUInt16BE(at))
        }
        break
      case 'f':
      case 'f*':
      case 'S':
      case 'B':
      case 'B*':
      case 'Do':
        if (open === undefined) throw new Error(`${operator} is not marked`)
    }
  }
  if (open !== undefined) throw new Error('marked content does not end')
  return { tagged, artifacts }
}

/** Codes to text, by the font's ToUnicode map. */
export function decoderOf(pdf: Pdf, font: Value | undefined): (code: number) => string {
  const map = pdf.data(asDictionary(font).get('ToUnicode')).toString('latin1')
  const texts = new Map<number, string>()
  for (const [, code = '', text = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]*)>\n/g)) {
    texts.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
  }
  return (code) => texts.get(code) ?? `<no text for ${code}>`
}

function kidsOf(pdf: Pdf, element: Dictionary): readonly Value[] {
  const kids = element.get('K')
  if (kids === undefined) return []
  return Array.isArray(kids) ? kids : [kids]
}

function details(pdf: Pdf, element: Dictionary): string {
  const parts: string[] = []
  for (const attribute of element.has('A') ? asArray(element.get('A')) : []) {
    for (const [key, value] of asDictionary(attribute)) {
      if (key !== 'O' && key !== 'BBox') parts.push(`${key}=${nameOf(value) ?? String(value)}`)
    }
  }
  if (element.has('Lang')) parts.push(`lang=${asText(element.get('Lang'))}`)
  if (element.has('Alt')) parts.push(`alt="${asText(element.get('Alt'))}"`)
  return parts.length === 0 ? '' : ` [${parts.join(' ')}]`
}

function areaText(pdf: Pdf, annotation: Value | undefined): string {
  const dictionary = asDictionary(pdf.resolve(annotation))
  const uri = pdf.get(dictionary, 'A', 'URI')
  const target = uri === undefined ? 'inside' : asText(uri)
  return `${target} "${asText(dictionary.get('Contents'))}"`
}
