import { describe, expect, it } from 'vitest'
import type { PackFiles } from '../../src/content/pack-files.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { loadStylesheet } from '../../src/style/load.ts'
import { resolvePackPath } from '../../src/style/pack-path.ts'

function pack(files: Readonly<Record<string, string>>): PackFiles {
  return {
    readText: (path) => (path in files ? { path, text: files[path] ?? '' } : undefined),
    readBytes: () => undefined,
    folders: () => [],
    list: (folder) =>
      Object.keys(files).filter((path) => path.split('/').slice(0, -1).join('/') === folder),
  }
}

function load(files: Readonly<Record<string, string>>, path = 'templates/a/a.css') {
  const found: Diagnostic[] = []
  const sheet = loadStylesheet(pack(files), path, (diagnostic) => found.push(diagnostic))
  const said = found.map(({ code, message, hint, place }) => {
    const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `
    return `${at}${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
  return { sheet, said, order: sheet.rules.map(({ selector }) => selector.key.name) }
}

describe('imports', () => {
  it('stand before the rules of the file that names them', () => {
    const { order, said, sheet } = load({
      'templates/a/a.css':
        '@charset "utf-8"; @import "../shared/b.css"; @import url(c.css); .a { orphans: 1 }',
      'templates/shared/b.css': '@import "./d.css"; .b { orphans: 1 }',
      'templates/a/c.css': '.c { orphans: 1 }',
      'templates/shared/d.css': '.d { orphans: 1 }',
    })
    expect(said).toEqual([])
    expect(order).toEqual(['d', 'b', 'c', 'a'])
    expect(sheet.imports).toEqual([])
  })

  it('of the same file count once, at the first place', () => {
    const { order, said } = load({
      'templates/a/a.css': '@import "b.css"; @import "c.css"; @import "b.css";',
      'templates/a/b.css': '.b { colour: red; orphans: 1 }',
      'templates/a/c.css': '@import "b.css"; .c { orphans: 1 }',
    })
    expect(order).toEqual(['b', 'c'])
    expect(said).toHaveLength(1)
  })

  it('in a circle are left out and said', () => {
    const { order, said } = load({
      'templates/a/a.css': '@import "b.css"; .a { orphans: 1 }',
      'templates/a/b.css': '@import "a.css"; .b { orphans: 1 }',
    })
    expect(order).toEqual(['b', 'a'])
    expect(said).toEqual([
      'templates/a/b.css:1:9 style-import-cycle: templates/a/a.css imports itself, perhaps through other files (move what both files need into a third one and import that)',
    ])
  })

  it.each([
    ['../../../etc/a.css', 'style-outside-pack'],
    ['/a.css', 'style-outside-pack'],
    ['https://example.org/a.css', 'style-outside-pack'],
    ['c:a.css', 'style-outside-pack'],
    ['nothing.css', 'style-not-found'],
  ])('of %s are refused', (path, code) => {
    const { said } = load({ 'templates/a/a.css': `@import "${path}"; .a { orphans: 1 }` })
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`templates/a/a.css:1:9 ${code}`)
  })

  it('with a slip in the name suggest the file there is', () => {
    const { said } = load({
      'templates/a/a.css': '@import "tokns.css";',
      'templates/a/tokens.css': '',
    })
    expect(said).toEqual([
      'templates/a/a.css:1:9 style-not-found: no such stylesheet: templates/a/tokns.css (did you mean "templates/a/tokens.css"?)',
    ])
  })

  it('of a stylesheet that is itself missing has no place', () => {
    expect(load({}, 'templates/x.css').said[0]).toContain(
      'style-not-found: no such stylesheet: templates/x.css',
    )
  })
})

describe('fonts', () => {
  it('have a family, weight, style, source and range', () => {
    const { sheet, said } = load({
      'templates/a/a.css': `@font-face { font-family: "A b"; font-weight: 700; font-style: italic; src: url("../fonts/x.ttf") format("truetype"); unicode-range: U+30, U+0041-5A, u+4?? }
        @font-face { font-family: C d; font-weight: bold; src: url(npm:@scope/pack/dir/y.otf) }
        @font-face { font-family: E; src: url('fonts/z.TTF'); }`,
    })
    expect(said).toEqual([])
    expect(sheet.fontFaces.map(({ place, ...face }) => ({ ...face, line: place.line }))).toEqual([
      {
        family: 'A b',
        weight: 700,
        style: 'italic',
        source: 'templates/fonts/x.ttf',
        unicodeRange: [
          [0x30, 0x30],
          [0x41, 0x5a],
          [0x400, 0x4ff],
        ],
        line: 1,
      },
      {
        family: 'C d',
        weight: 700,
        style: 'normal',
        source: 'npm:@scope/pack/dir/y.otf',
        unicodeRange: undefined,
        line: 2,
      },
      {
        family: 'E',
        weight: 400,
        style: 'normal',
        source: 'templates/a/fonts/z.TTF',
        unicodeRange: undefined,
        line: 3,
      },
    ])
  })
})

describe('paths in a pack', () => {
  it.each([
    ['templates/a/a.css', 'b.css', 'templates/a/b.css'],
    ['templates/a/a.css', './b.css', 'templates/a/b.css'],
    ['templates/a/a.css', '../../b.css', 'b.css'],
    ['a.css', 'x/../b.css', 'b.css'],
    ['a.css', '../b.css', undefined],
    ['a.css', 'x/../../b.css', undefined],
    ['a.css', '..\\b.css', undefined],
    ['a.css', 'file:///b.css', undefined],
    ['a.css', '', undefined],
  ])('from %s, %s is %s', (from, written, expected) => {
    expect(resolvePackPath(from, written)).toBe(expected)
  })
})
