/** The cases of test/suite/content.case: small files with mistakes, and exactly what is said about each. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goodFiles, inOneLine, readWith, schemaLine } from './pack-for-tests.ts'

/** Where a case of a kind is put in the good pack; its other fields come from the file there. */
const pathOf: Readonly<Record<string, string>> = {
  exercise: 'content/exercises/heel-raise.yaml',
  routine: 'content/routines/calves.yaml',
  document: 'content/documents/calves-handout.yaml',
  brand: 'content/brands/plain.yaml',
  topic: 'content/topics/load.yaml',
  safety: 'content/safety.yaml',
  sources: 'content/sources.yaml',
  strings: 'content/locales/en/strings.yaml',
}

interface Case {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly expected: readonly string[]
}

const suite = readFileSync(new URL('../suite/content.case', import.meta.url), 'utf8')

describe('a file is refused, with every problem in its place:', () => {
  test.each(casesIn(suite))('$name', ({ path, text, expected }) => {
    const said = readWith({ [path]: text }).problems.filter(({ place }) => place?.file === path)
    expect(said.map(inOneLine)).toEqual(expected)
  })

  test('each case has a name of its own', () => {
    const names = casesIn(suite).map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names.length).toBeGreaterThan(60)
  })
})

function casesIn(file: string): readonly Case[] {
  return file
    .split(/^(?=--- .* ---$)/m)
    .filter((part) => part.startsWith('--- '))
    .map((part) => {
      const [heading = '', directive = '', ...lines] = part.split('\n')
      const [, kind = '', without = ''] = /^# (\w+)(?: without (.*))?$/.exec(directive) ?? []
      const path = pathOf[kind]
      if (path === undefined) throw new Error(`${heading}: begin with "# exercise" or another kind`)
      const expected = lines.filter((line) => line.startsWith('#! ')).map((line) => line.slice(3))
      const written = lines.filter((line) => !line.startsWith('#! ')).join('\n')
      const fragment = written.replace(/\n+$/, '\n').replace(/^\n+$/, '').replaceAll('→', '\t')
      const good = goodFiles[path] ?? ''
      const first = good.split('\n', 1)[0] ?? schemaLine(kind)
      const text = `${first}\n${fragment}${restOf(good, fragment, without.split(' '))}`
      return { name: heading.slice(4, -4), path, text, expected }
    })
}

/** The fields of the good file that the case neither writes itself nor leaves out. */
function restOf(good: string, fragment: string, without: readonly string[]): string {
  const own = [...fragment.matchAll(/^"?([\w-]+)"?:/gm)].map(([, field]) => field)
  return good
    .split(/^(?=[a-z])/m)
    .slice(1)
    .filter((block) => {
      const field = block.slice(0, block.indexOf(':'))
      return !own.includes(field) && !without.includes(field) && !without.includes('rest')
    })
    .join('')
}
