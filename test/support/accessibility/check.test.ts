/** The checker finds nothing wrong with a good file, and each fault that is put into it. */
import { describe, expect, test } from 'vitest'
import { paintSmall, writeSmall } from '../../paint/support/paint-small.ts'
import {
  asArray,
  asDictionary,
  Name,
  nameOf,
  Reference,
  type Dictionary,
  type Pdf,
} from '../../paint/support/read-pdf.ts'
import { el } from '../../paint/support/small-pages.ts'
import { accessibilityFailures } from './check.ts'
import { readTree } from './tree.ts'

const { document } = paintSmall(
  el(
    'document',
    {},
    el('h1', {}, 'Runner’s knee'),
    el('h2', {}, 'Do'),
    el('p', {}, 'Read ', el('a', { href: 'https://example.org' }, 'more'), ' about it.'),
    el('figure', {}, el('img', { alt: 'Legs bent' })),
    el('ol', {}, el('li', {}, 'Lift.'), el('li', {}, 'Lower.')),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, el('th', {}, 'Week'), el('th', {}, 'Days'))),
      el('tbody', {}, el('tr', {}, el('td', {}, '1'), el('td', {}, '3'))),
    ),
  ),
)
const good = (): Promise<Pdf> => writeSmall(document)

test('nothing is wrong with a good file', async () => {
  expect(accessibilityFailures(await good())).toEqual([])
})

/** Where the heading's content begins. */
const h1 = /\/H1 .*BDC\n/

describe('a fault is found:', () => {
  test.each<[expected: string, damage: (pdf: Pdf) => Pdf | undefined]>([
    ['file the file is not marked', ({ catalog }) => drop(catalog, 'MarkInfo')],
    ['07-001 the window shows', ({ catalog }) => drop(catalog, 'ViewerPreferences')],
    ['11-006 the document has no language', ({ catalog }) => drop(catalog, 'Lang')],
    ['26-001 the file is encrypted', ({ trailer }) => put(trailer, 'Encrypt', new Map())],
    ['06-001 no XMP metadata', ({ catalog }) => drop(catalog, 'Metadata')],
    ['06-001 the XMP is not well-formed: &', (pdf) => rewrite(pdf, 'Knees', 'Hip & knee')],
    ['06-001 the XMP is not well-formed: </rdf:li>', (pdf) => rewrite(pdf, 'Knees', '<Knees>')],
    ['06-002 no PDF/UA identifier', (pdf) => rewrite(pdf, '<pdfuaid:part>1', '<pdfuaid:part>0')],
    ['06-003 no title', (pdf) => rewrite(pdf, 'Knees', '')],
    ['02-001 Heading is not a standard type', (pdf) => retype(pdf, 'H1', 'Heading')],
    ['14-002 the first heading is H3', (pdf) => retype(pdf, 'H1', 'H3')],
    ['14-003 H4 after H1', (pdf) => retype(pdf, 'H2', 'H4')],
    ['13-004 Figure without alternative text', (pdf) => drop(first(pdf, 'Figure'), 'Alt')],
    ['figure Figure without BBox', (pdf) => drop(first(pdf, 'Figure'), 'A')],
    ['15-003 TH without Scope', (pdf) => drop(first(pdf, 'TH'), 'A')],
    ['09-004 P in TR', (pdf) => retype(pdf, 'TD', 'P')],
    ['09-005 LI in Div', (pdf) => retype(pdf, 'L', 'Div')],
    ['table rows of 2 and 1 columns', (pdf) => dropLastKid(pdf, first(pdf, 'TR', 1))],
    ['19-003 Note without ID', (pdf) => retype(pdf, 'P', 'Note')],
    ['tree H1 is empty', (pdf) => drop(first(pdf, 'H1'), 'K')],
    ['01-006 content 0 is not in the tree', (pdf) => drop(first(pdf, 'H1'), 'K')],
    ['tree content 99 of the tree is not on its page', (pdf) => put(first(pdf, 'H1'), 'K', 99)],
    ['01-005 TJ is neither tagged nor an artifact', (pdf) => content(pdf, h1, '')],
    ['content EMC without BDC', (pdf) => content(pdf, h1, '')],
    ['content marked content does not end', (pdf) => content(pdf, /EMC\n$/, '')],
    ['01-003 an artifact in tagged content', (pdf) => content(pdf, h1, '$&/Artifact BMC EMC\n')],
    ['01-004 tagged content in an artifact', (pdf) => content(pdf, /^/, '/Artifact BMC\n')],
    ['28-008 the page has no tab order', (pdf) => drop(page(pdf), 'Tabs')],
    ['28-011 a link that is not in Link', (pdf) => retype(pdf, 'Link', 'Span')],
    ['28-012 Link without a description', (pdf) => drop(link(pdf), 'Contents')],
    ['tree the parent tree misleads for Link', (pdf) => put(link(pdf), 'StructParent', 0)],
    ['30-002 tagged content in a form', tagForm],
    [
      '31-009 ',
      (pdf) => drop(asDictionary(pdf.get(descendant(pdf), 'FontDescriptor')), 'FontFile2'),
    ],
    ['31-006 ', (pdf) => drop(descendant(pdf), 'CIDToGIDMap')],
    ['31-016 ', (pdf) => drop(descendant(pdf), 'W')],
    ['31-027 ', (pdf) => drop(font(pdf), 'ToUnicode')],
    ['10-001 ', (pdf) => replaceStream(pdf, font(pdf).get('ToUnicode'), () => '')],
    [
      '31-028 ',
      (pdf) =>
        replaceStream(pdf, font(pdf).get('ToUnicode'), (map) => map.replace(/<0052>/, '<0000>')),
    ],
    [
      '31-030 ',
      (pdf) =>
        replaceStream(pdf, descendant(pdf).get('CIDToGIDMap'), (map) => '\0'.repeat(map.length)),
    ],
  ])('%s', async (expected, damage) => {
    const pdf = await good()
    const failures = accessibilityFailures(damage(pdf) ?? pdf)
    expect(failures.map((failure) => failure.slice(0, expected.length))).toContain(expected)
  })
})

function drop(dictionary: Dictionary, key: string): undefined {
  if (!dictionary.delete(key)) throw new Error(`${key} was not there`)
}

function put(
  dictionary: Dictionary,
  key: string,
  value: Parameters<Dictionary['set']>[1],
): undefined {
  dictionary.set(key, value)
}

function first(pdf: Pdf, type: string, index = 0): Dictionary {
  const found = readTree(pdf).filter((element) => element.type === type)[index]
  if (found === undefined) throw new Error(`no ${type}`)
  return found.dictionary
}

function retype(pdf: Pdf, from: string, to: string): undefined {
  put(first(pdf, from), 'S', new Name(to))
}

function dropLastKid(pdf: Pdf, element: Dictionary): undefined {
  put(element, 'K', asArray(pdf.resolve(element.get('K'))).slice(0, -1))
}

function page(pdf: Pdf): Dictionary {
  return asDictionary(pdf.pages()[0]?.page)
}

function link(pdf: Pdf): Dictionary {
  return asDictionary(pdf.resolve(asArray(pdf.get(page(pdf), 'Annots'))[0]))
}

function font(pdf: Pdf): Dictionary {
  return asDictionary(pdf.get(page(pdf), 'Resources', 'Font', 'F1'))
}

function descendant(pdf: Pdf): Dictionary {
  return asDictionary(pdf.resolve(asArray(pdf.get(font(pdf), 'DescendantFonts'))[0]))
}

function rewrite(pdf: Pdf, from: string, to: string): Pdf {
  return replaceStream(pdf, pdf.catalog.get('Metadata'), (xmp) => xmp.replace(from, to))
}

function content(pdf: Pdf, from: string | RegExp, to: string): Pdf {
  return replaceStream(pdf, page(pdf).get('Contents'), (text) => text.replace(from, to))
}

function tagForm(pdf: Pdf): Pdf {
  const form = [...pdf.objects].find(
    ([, { value }]) => nameOf(pdf.get(value, 'Subtype')) === 'Form',
  )
  return replaceStream(
    pdf,
    new Reference(form?.[0] ?? 0),
    (text) => `/P <</MCID 7>> BDC ${text} EMC`,
  )
}

/** The same file with another stream; the change must change something. */
function replaceStream(
  pdf: Pdf,
  at: Parameters<Pdf['data']>[0],
  change: (text: string) => string,
): Pdf {
  const before = pdf.data(at).toString('latin1')
  const after = change(before)
  if (after === before) throw new Error('nothing was changed')
  const id = at instanceof Reference ? at.id : 0
  return {
    ...pdf,
    data: (reference) =>
      reference instanceof Reference && reference.id === id
        ? Buffer.from(after, 'latin1')
        : pdf.data(reference),
  }
}
