/** Random damage to the files of a pack, of the kinds that authors, editors and merges do. */
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that an author may spoil: content, templates and styles. */
export interface AuthoredFile {
  readonly path: string
  readonly text: string
}

export interface Damage {
  readonly path: string
  /** For the report of a failure. */
  readonly how: string
  /** Undefined where the file is gone. */
  readonly text: string | undefined
}

/** The YAML, Handlebars and CSS files of a pack on the disk. */
export function authoredFiles(root: string): readonly AuthoredFile[] {
  return ['content', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|hbs|css)$/.test(name))
      .sort()
      .map((name) => {
        const path = `${folder}/${name.replaceAll('\\', '/')}`
        return { path, text: readFileSync(join(root, path), 'utf8') }
      }),
  )
}

/** Damage to one to three files, each in one to three places. */
export function damages(files: readonly AuthoredFile[]): fc.Arbitrary<readonly Damage[]> {
  const one = fc
    .tuple(fc.constantFrom(...files), fc.array(accident, { minLength: 1, maxLength: 3 }))
    .map(([{ path, text }, accidents]): Damage => {
      const spoilt = accidents.reduce((before, { spoil }) => spoil(before), text)
      return { path, how: accidents.map(({ name }) => name).join(', '), text: spoilt }
    })
  const gone = fc
    .constantFrom(...files)
    .map(({ path }): Damage => ({ path, how: 'gone', text: undefined }))
  const other = fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...files))
    .map(([to, from]): Damage => ({ path: to.path, how: `copy of ${from.path}`, text: from.text }))
  const any = fc.oneof(
    { weight: 12, arbitrary: one },
    { weight: 1, arbitrary: gone },
    { weight: 1, arbitrary: other },
  )
  return fc.array(any, { minLength: 1, maxLength: 3 })
}

interface Accident {
  readonly name: string
  readonly spoil: (text: string) => string
}

/** Where in a file, from 0 to 1. */
const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const accident: fc.Arbitrary<Accident> = fc.oneof(
  onLines('line lost', () => []),
  onLines('line twice', (line) => [line, line]),
  onLines('line indented', (line) => [`  ${line}`]),
  onLines('line outdented', (line) => [line.replace(/^ {1,2}/, '')]),
  onLines('tab for spaces', (line) => [line.replace(/^ +/, '\t')]),
  onLines('value lost', (line) => [line.replace(/:.*/, ':')]),
  onLines('letter lost', (line) => [line.replace(/[a-z]/, '')]),
  onLines('quote lost', (line) => [line.replace(/["'}\]>]/, '')]),
  onLines('quote added', (line) => [`${line}"`]),
  withValue('number changed', numbers(), (line, value) => [line.replace(/-?\d+(?:\.\d+)?/, value)]),
  withValue('value changed', values(), (line, value) => [
    line.replace(/(:\s*)[^;{}]+/, `$1${value}`),
  ]),
  withValue('line added', values(), (line, value) => [
    line,
    `${/^ */.exec(line)?.[0] ?? ''}${value}`,
  ]),
  withValue('text added', fc.string({ unit: 'binary', maxLength: 8 }), (line, value) => [
    line + value,
  ]),
  fc.tuple(where, where).map(([from, to]) => ({
    name: 'stretch lost',
    spoil: (text: string) =>
      text.slice(0, from * text.length) + text.slice((from + (1 - from) * to ** 4) * text.length),
  })),
  where.map((at) => ({
    name: 'end lost',
    spoil: (text: string) => text.slice(0, at * text.length),
  })),
)

/** Numbers that are in no unit anybody meant. */
function numbers(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '0',
    '-1',
    '1e9',
    '99999',
    '0.0001',
    '-0',
    '1e308',
    'NaN',
    '12345678901234567890',
  )
}

function values(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...[
      'null',
      '~',
      '[]',
      '{}',
      '""',
      'true',
      '3-',
      '12-3',
      '&a [*a]',
      '*nobody',
      '<<: *a',
      '!!js/function x',
    ],
    ...[
      '- x',
      '? y',
      '| \n z',
      '...',
      '---',
      '#',
      '%TAG',
      '{{',
      '}}',
      '{{#each items}}',
      '{{/if}}',
      '{{> nothing}}',
    ],
    ...[
      '<b>',
      '</div>',
      '<img src="x">',
      '<table><td>',
      '<svg viewBox="0 0 0 0">',
      '&nosuch;',
      '&#0;',
      '‮rtl',
      '\u0000',
    ],
    ...[
      'calc(1px / 0)',
      'var(--nothing)',
      'var(--u)',
      '--u: var(--u);',
      '-5mm',
      '1e9mm',
      '200%',
      'url(../../x)',
      '@import "x";',
    ],
    ...[
      'position: absolute;',
      'display: table;',
      'display: none;',
      'float: left;',
      'break-before: page;',
      '* { break-inside: avoid }',
    ],
    ...[
      '../../etc/passwd',
      'npm:yaml/package.json',
      'file:///etc/passwd',
      'x'.repeat(3000),
      'word '.repeat(400),
    ],
  )
}

function onLines(
  name: string,
  change: (line: string) => readonly string[],
): fc.Arbitrary<Accident> {
  return where.map((at) => ({ name, spoil: (text) => changeLine(text, at, change) }))
}

function withValue(
  name: string,
  value: fc.Arbitrary<string>,
  change: (line: string, value: string) => readonly string[],
): fc.Arbitrary<Accident> {
  return fc.tuple(where, value).map(([at, chosen]) => ({
    name: `${name}: ${chosen.slice(0, 20)}`,
    spoil: (text) => changeLine(text, at, (line) => change(line, chosen)),
  }))
}

function changeLine(text: string, at: number, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n')
  const index = Math.floor(at * lines.length)
  return lines.flatMap((line, number) => (number === index ? change(line) : [line])).join('\n')
}
