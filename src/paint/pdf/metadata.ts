/** XMP metadata: what the document is called, and the standards it claims (ISO 14289-1, 5; ISO 19005-2, 6.6). */
import type { DocumentMetadata } from '../../drawing.ts'

/** The RDF descriptions of an XMP packet, PDF/A's own identification apart, which pdfkit adds. */
export function xmpDescriptions(metadata: DocumentMetadata, producer: string): string {
  const date = isoDate(metadata.date)
  const { title, author, subject, keywords, language } = metadata
  return [
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      element('xmp:CreateDate', date),
      element('xmp:ModifyDate', date),
      element('xmp:CreatorTool', escapeXml(producer)),
    ),
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      element('dc:title', alternatives(title)),
      author === '' ? '' : element('dc:creator', list('rdf:Seq', [author])),
      subject === '' ? '' : element('dc:description', alternatives(subject)),
      element('dc:language', list('rdf:Bag', [language])),
      keywords.length === 0 ? '' : element('dc:subject', list('rdf:Bag', keywords)),
    ),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      element('pdf:Producer', escapeXml(producer)),
      keywords.length === 0 ? '' : element('pdf:Keywords', escapeXml(keywords.join(', '))),
    ),
    description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', element('pdfuaid:part', '1')),
    universalAccessSchema,
  ].join('\n')
}

/** Text as XML character data; characters that XML 1.0 cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text

      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      // Halves of surrogate pairs.
      .replace(/[\ud800-\udfff]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/** PDF/A asks that a schema it does not know, such as PDF/UA's identification, is described in the file. */
const universalAccessSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that this file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

function description(namespace: string, ...properties: readonly string[]): string {
  const lines = properties.filter((property) => property !== '').join('\n')
  return `<rdf:Description rdf:about="" ${namespace}>\n${lines}\n</rdf:Description>`
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
}

function list(container: 'rdf:Seq' | 'rdf:Bag', entries: readonly string[]): string {
  return element(container, entries.map((entry) => element('rdf:li', escapeXml(entry))).join(''))
}

/** Seconds since 1970 as XMP writes dates, in UTC. By hand: `toISOString` loads the local time zone, 3 ms. */
function isoDate(seconds: number): string {
  // eslint-disable-next-line no-restricted-globals -- formats the given date; the clock is not read.
  const date = new Date(seconds * 1000)
  const joined = (separator: string, ...numbers: number[]): string =>
    numbers.map((number) => String(number).padStart(2, '0')).join(separator)
  const day = joined('-', date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  const time = joined(':', date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds())
  return `${day}T${time}Z`
}
