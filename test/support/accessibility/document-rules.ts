/** What the file as a whole says about itself: metadata, language, title, permissions. */
import { asText, type Pdf } from '../../paint/support/read-pdf.ts'

type Fail = (condition: string, message: string) => void

export function checkDocument(pdf: Pdf, fail: Fail): void {
  const { catalog, trailer } = pdf
  if (pdf.get(catalog, 'MarkInfo', 'Marked') !== true) fail('file', 'the file is not marked')
  if (pdf.get(catalog, 'MarkInfo', 'Suspects') === true) fail('01-007', 'the tags are suspect')
  if (pdf.get(catalog, 'StructTreeRoot') === undefined) fail('file', 'no structure tree')
  if (pdf.get(catalog, 'ViewerPreferences', 'DisplayDocTitle') !== true) {
    fail('07-001', 'the window shows the file name, not the title')
  }
  const language = pdf.get(catalog, 'Lang')
  if (language === undefined || asText(language).trim() === '') {
    fail('11-006', 'the document has no language')
  }
  // Bit 10 of the permissions lets assistive technology read; we write no encrypted files at all.
  if (trailer.has('Encrypt')) fail('26-001', 'the file is encrypted')
  checkMetadata(pdf, fail)
}

function checkMetadata(pdf: Pdf, fail: Fail): void {
  const metadata = pdf.catalog.get('Metadata')
  if (metadata === undefined) {
    fail('06-001', 'no XMP metadata')
    return
  }
  const xmp = pdf.data(metadata).toString('utf8')
  if (!/<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp)) fail('06-002', 'no PDF/UA identifier')
  const title = /<dc:title>([^]*?)<\/dc:title>/.exec(xmp)?.[1] ?? ''
  if (title.replace(/<[^>]*>/g, '').trim() === '') fail('06-003', 'no title in the XMP')
  const problem = xmlProblem(xmp)
  if (problem !== undefined) fail('06-001', `the XMP is not well-formed: ${problem}`)
}

/** Tags that match and entities that exist: what goes wrong when text is not escaped. */
function xmlProblem(xml: string): string | undefined {
  const body = xml.replace(/<\?[^]*?\?>/g, '')
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s<]{0,10}/i.exec(body)
  if (entity !== null) return entity[0]
  const open: string[] = []
  for (const [tag, close, name = '', , empty] of body.matchAll(
    /<(\/?)([\w:.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)(>|(?=<)|$)/g,
  )) {
    if (name === '' || !tag.endsWith('>')) return tag.slice(0, 20)
    if (close === '/') {
      if (open.pop() !== name) return tag
    } else if (empty !== '/') {
      open.push(name)
    }
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> does not end`
}
