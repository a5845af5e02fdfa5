import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markupOf, render } from './rendering.ts'

describe('a template prints', () => {
  test.each([
    ['values, escaped', '<p>{{title}}</p>', '<p>Hips <& knees></p>'],
    ['values in attributes', '<p title="{{title}}">x</p>', '<p title="Hips <& knees>">x</p>'],
    ['paths', '<p>{{routine.name}}</p>', '<p>Circuit</p>'],
    ['list entries by number', '<p>{{items.[1].name}}</p>', '<p>Bridge</p>'],
    ['lists', '{{#each items}}<p>{{name}}</p>{{/each}}', '<p>Clamshell</p><p>Bridge</p>'],
    [
      'loop data and what is above',
      '{{#each tags as |tag i|}}<p>{{i}}{{@index}}{{tag}} {{../routine.name}}{{#if @last}}.{{/if}}</p>{{/each}}',
      '<p>00hip Circuit</p><p>11knee Circuit.</p>',
    ],
    ['what stands for an empty list', '{{#each none}}x{{else}}<p>no</p>{{/each}}', '<p>no</p>'],
    ['the branch that holds', '{{#if logo}}<p>a</p>{{else if isLong}}<p>b</p>{{/if}}', '<p>b</p>'],
    ['unless', '{{#unless logo}}<p>a</p>{{/unless}}', '<p>a</p>'],
    [
      'with',
      '{{#with routine}}<p>{{name}} {{@root.title}}</p>{{/with}}',
      '<p>Circuit Hips <& knees></p>',
    ],
    ['plurals', '<p>{{t "sets" count=1}}, {{t "sets" count=3}}</p>', '<p>1 set, 3 sets</p>'],
    [
      'forms for one number',
      '<p>{{t "times" count=2}}, {{t "times" count=3}}</p>',
      '<p>twice, 3 times</p>',
    ],
    ['placeholders', '<p>{{t "hello" name=routine.name}}</p>', '<p>Hello Circuit</p>'],
    [
      'months',
      '<p>{{month "2028-06"}}, {{month "1972-12"}}</p>',
      '<p>June 2028, December 1972</p>',
    ],
    ['numbers', '<p>{{number 1234.5}} {{add 1 2 3}}</p>', '<p>1,234.5 6</p>'],
    ['lists in a line', '<p>{{join tags " and "}}</p>', '<p>hip and knee</p>'],
    ['lists line by line', '<p>{{lines tags}}</p>', '<p>hip<br></br>knee</p>'],
    ['counts', '{{#each (range 2 4)}}<p>{{this}}</p>{{/each}}', '<p>2</p><p>3</p><p>4</p>'],
    ['comparisons', '{{#if (eq routine.name "Circuit")}}<p>y</p>{{/if}}', '<p>y</p>'],
    ['a logical sum', '{{#if (or logo (not none))}}<p>y</p>{{/if}}', '<p>y</p>'],
    ['entities', '<p>1&nbsp;kg &middot; 2&#8211;3</p>', '<p>1\u00a0kg · 2–3</p>'],
  ])('%s', (_, body, expected) => {
    const { root, problems } = render(body)
    expect(problems).toEqual([])
    expect(markupOf(root)).toBe(`<document>${expected}</document>`)
  })

  test('partials with their own values, and with what their caller writes', () => {
    const partials = { one: '<p>{{name}} {{size}}</p>', frame: '<div>{{> @partial-block}}</div>' }
    const body = '{{#each items}}{{> one size="S"}}{{/each}}{{#> frame}}<p>{{title}}</p>{{/frame}}'
    const { root, problems } = render(body, partials)
    expect(problems).toEqual([])
    expect(markupOf(root)).toBe(
      '<document><p>Clamshell S</p><p>Bridge S</p><div><p>Hips <& knees></p></div></document>',
    )
  })
})

describe('a template is told', () => {
  test.each([
    [
      'a misspelt name',
      '<p>{{titel}}</p>',
      ['1:16 template-unknown-name: the document has no "titel" (did you mean "title"?)'],
    ],
    [
      'a misspelt name further in',
      '<p>{{routine.nam}}</p>',
      ['1:16 template-unknown-name: routine has no "nam" (did you mean "name"?)'],
    ],
    [
      'every mistake, not the first',
      '<p>{{a.b}}\n{{jon tags}}\n{{> crad}}</p>',
      [
        '2:3 template-unknown-helper: no helper is called "jon" (did you mean "join"?)',
        '1:16 template-unknown-name: the document has no "a" (known: locale, strings, title, logo, isLong, tags, none, routine, items)',
        '3:1 template-unknown-partial: no partial is called "crad" (did you mean "card"?)',
      ],
    ],
    [
      'a mistake in a loop once',
      '{{#each items}}<p>{{nme}}</p>{{/each}}',
      ['1:31 template-unknown-name: this part has no "nme" (did you mean "name"?)'],
    ],
    [
      'a mistake in a branch that is not taken',
      '{{#if logo}}<p>{{routine.nmae}}</p>{{/if}}',
      ['1:28 template-unknown-name: routine has no "nmae" (did you mean "name"?)'],
    ],
    [
      'nothing about what a condition guards',
      '{{#if routine.rolling}}<p>{{routine.rolling.title}} {{t "hello" name=logo}}</p>{{/if}}',
      [],
    ],
    [
      'that a value is left out',
      '<p>{{logo}}{{routine.rolling.title}}</p>',
      [
        '1:16 template-empty-value: "logo" is empty in this document (print it inside {{#if logo}} … {{/if}})',
        '1:24 template-empty-value: "routine.rolling" is empty in this document (print it inside {{#if routine.rolling}} … {{/if}})',
      ],
    ],
    [
      'that a list is no text, and text no list',
      '<p>{{items}}{{#each title}}x{{/each}}</p>',
      [
        '1:16 template-wrong-kind: "items" is a list, but text is needed here',
        '1:31 template-wrong-kind: "title" is text, but a list is needed here',
      ],
    ],
    [
      'about triple braces',
      '<p>{{{title}}}{{&title}}</p>',
      [
        '1:14 template-unescaped: {{{title}}} would print content without escaping it (use {{ }})',
        '1:25 template-unescaped: {{&title}} would print content without escaping it (use {{ }})',
      ],
    ],
    [
      'about inline decorators',
      '{{#*inline "a"}}x{{/inline}}',
      [
        '1:11 template-unsupported: an inline decorator ({{* or {{#*) is not supported (put the part into a file of its own: a partial)',
      ],
    ],
    [
      'that a section needs a helper',
      '{{#routine}}x{{/routine}}',
      [
        '1:14 template-unknown-helper: no helper is called "#routine" (use {{#with routine}}, {{#each routine}} or {{#if routine}})',
      ],
    ],
    [
      'what a helper cannot use',
      '<p>{{add "a" 1}}{{t "helo"}}{{t "hello"}}{{month "June"}}</p>',
      [
        '1:14 template-helper: {{add}}: takes numbers',
        '1:27 template-helper: {{t}}: the locale "en" has no string "helo" (did you mean "hello"?)',
        '1:39 template-helper: {{t}}: the string "hello" needs a value for {name} (write name=…)',
        '1:52 template-helper: {{month}}: takes a month such as "2028-06"',
      ],
    ],
    [
      'that ../ leads nowhere',
      '<p>{{../title}}</p>',
      [
        '1:16 template-unknown-name: the document has no "../title" (there are fewer levels than ../ here)',
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(render(body, { card: '<p>x</p>' }).problems).toEqual(expected)
  })

  test.each([
    [
      'an open block',
      '<document>{{#if title}}',
      '1:24 template-syntax: the file ends while a block or {{ is still open (each {{#name}} needs its {{/name}})',
    ],
    [
      'a block ended by another name',
      '<document>\n{{#if title}}{{/each}}',
      '2:4 template-syntax: {{#if}} is ended by {{/each}} (end it with {{/if}})',
    ],
    [
      'a broken expression',
      '<document>\n<p>{{title a=}}</p>',
      '2:14 template-syntax: this is not valid Handlebars',
    ],
  ])('%s is a problem of syntax, and the only one', (_, text, expected) => {
    const { root, problems } = render(text, {}, true)
    expect(problems).toEqual([expected])
    expect(root).toBeUndefined()
  })

  test('the place in a partial, in the partial', () => {
    const { problems } = render('{{> part}}', { part: '<p>\n  {{wrong}}\n</p>' })
    expect(problems[0]).toMatch(/^templates\/partials\/part\.hbs:2:5 template-unknown-name/)
  })
})

describe('every element knows the line that wrote it', () => {
  test('also after whitespace control, values and partials', () => {
    const body = '\n{{#each items}}\n  <p>{{name}}</p>\n{{/each}}\n{{> part}}\n<div></div>'
    const { root } = render(body, { part: '\n<p>x</p>' })
    const places = root?.children.flatMap((child) =>
      child.type === 'element'
        ? [`${child.place?.file}:${child.place?.line}:${child.place?.column}`]
        : [],
    )
    expect(places).toEqual([
      'templates/card/card.hbs:3:3',
      'templates/card/card.hbs:3:3',
      'templates/partials/part.hbs:2:1',
      'templates/card/card.hbs:6:1',
    ])
  })
})

describe('a template cannot reach into the program', () => {
  test.each([
    ['{{constructor}}', 'template-forbidden-name'],
    ['{{routine.constructor.name}}', 'template-forbidden-name'],
    ['{{routine.__proto__}}', 'template-forbidden-name'],
    ['{{routine.[__proto__]}}', 'template-forbidden-name'],
    ['{{#with constructor}}x{{/with}}', 'template-forbidden-name'],
    ['{{#with (lookup this "constructor")}}x{{/with}}', 'template-unknown-helper'],
    ['{{lookup this "constructor"}}', 'template-unknown-helper'],
    ['{{log title}}', 'template-unknown-helper'],
    ['{{toString}}', 'template-unknown-name'],
    ['{{title.length}}', 'template-unknown-name'],
    ['{{items.map}}', 'template-unknown-name'],
    ['{{@root.hasOwnProperty}}', 'template-unknown-name'],
    ['{{> (lookup this "x")}}', 'template-unsupported'],
    ['{{> "../card/card"}}', 'template-unknown-partial'],
    ['{{> constructor}}', 'template-unknown-partial'],
    ['{{> part __proto__=title}}', 'template-forbidden-name'],
    ['{{t "constructor"}}', 'template-helper'],
    ['{{helperMissing "x"}}', 'template-unknown-helper'],
  ])('by %s', (body, code) => {
    const { root, problems } = render(`<p>${body}</p>`, { part: '' })
    expect(problems.map((problem) => problem.split(' ')[1])).toContain(`${code}:`)
    expect(markupOf(root)).toMatch(/^<document><p>x?<\/p><\/document>$/)
  })

  test('through markup in a value', () => {
    expect(markupOf(render('<p title="{{title}}">{{title}}</p>').root)).not.toContain('<&amp;')
    const { root } = render('<p>{{title}}</p>')
    expect(root?.children).toHaveLength(1)
  })
})

describe('a runaway template stops with a diagnostic', () => {
  test('when a partial includes itself', () => {
    const { problems } = render('{{> a}}', { a: '<p></p>{{> a}}' })
    expect(problems).toEqual([
      'templates/partials/a.hbs:1:8 template-too-deep: partials are nested more than 32 deep (does a partial include itself?)',
    ])
  })

  test('when partials multiply', () => {
    const ten = (name: string): string => `{{> ${name}}}`.repeat(10)
    const partials = { a: ten('b'), b: ten('c'), c: ten('d'), d: ten('e'), e: ten('f'), f: 'x' }
    const { problems } = render(`<p>${ten('a')}</p>`, partials)
    expect(problems.map((problem) => problem.replace(/^\S+ /, ''))).toEqual([
      'template-too-large: the template stops here: more than 500000 steps (does a partial include itself many times?)',
    ])
  })

  test('when blocks are nested without end', () => {
    const { problems } = render(`${'{{#if title}}'.repeat(200)}${'{{/if}}'.repeat(200)}`)
    expect(problems[0]).toMatch(/template-too-deep: blocks are nested more than 64 deep/)
  })

  test('when a range has no end', () => {
    const { problems } = render('{{#each (range 1 9999999)}}x{{/each}}')
    expect(problems).toEqual(['1:19 template-helper: {{range}}: goes over more than 1000 numbers'])
  })
})

test('no text makes a template throw', () => {
  const piece = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{{#if title}}',
      '{{/if}}',
      '{{else}}',
      '{{#each items}}',
      '{{/each}}',
      '{{> a}}',
    ],
    ...[
      '{{title}}',
      '{{../',
      '<p>',
      '</p>',
      '<img ',
      'alt="',
      '"',
      '>',
      '<',
      '&amp;',
      '&#x',
      '<!--',
      '-->',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<!doctype',
      '<svg/>',
      '\n',
      ' ',
      'a',
      '{{{',
      '}}}',
      '{{!',
      '--}}',
      '~',
      '@',
      '|',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { root, problems } = render(pieces.join(''), { a: '<p>{{name}}</p>' })
      expect(root !== undefined || problems.length > 0).toBe(true)
    }),
    { seed: 3, numRuns: 600 },
  )
})
