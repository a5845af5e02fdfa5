import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/content/memory-files.ts'
import { createTemplates } from '../../src/template/compile.ts'
import { markupOf, render, view } from './rendering.ts'

describe('markup is checked', () => {
  test.each([
    [
      'an unknown element',
      '<sektion>x</sektion>',
      [
        '1:11 template-unknown-element: <sektion> is not an element we know (did you mean "section"?)',
      ],
    ],
    [
      'capitals',
      '<P>x</P>',
      ['1:11 template-unknown-element: <P> is not an element we know (did you mean "p"?)'],
    ],
    [
      'a script',
      '<p><script>alert(1 < 2)</script></p>',
      ['1:14 template-unknown-element: <script> is not an element we know'],
    ],
    [
      'an unknown attribute',
      '<p clas="a">x</p>',
      ['1:14 template-unknown-attribute: <p> takes no attribute "clas" (did you mean "class"?)'],
    ],
    [
      'a style attribute',
      '<p style="color: red">x</p>',
      [
        '1:14 template-unknown-attribute: <p> takes no attribute "style" (give it a class, and style the class in the template\'s CSS file)',
      ],
    ],
    [
      'an event handler',
      '<p onclick="x()">x</p>',
      [
        '1:14 template-unknown-attribute: <p> takes no attribute "onclick" (a printed page runs no scripts)',
      ],
    ],
    [
      'an attribute written twice',
      '<p id="a" id="b">x</p>',
      ['1:21 template-malformed-markup: the attribute "id" is written twice'],
    ],
    [
      'an element that is not closed',
      '<div><p>x</div>',
      ['1:16 template-unclosed-element: <p> is still open at </div> (close it with </p>)'],
    ],
    [
      'elements that overlap',
      '<p><b><i>x</b></i></p>',
      [
        '1:17 template-unclosed-element: <i> is still open at </b> (close it with </i>)',
        '1:25 template-stray-end-tag: </i> closes nothing',
      ],
    ],
    ['an end tag too many', '<p>x</p></p>', ['1:19 template-stray-end-tag: </p> closes nothing']],
    [
      'an end tag of a void element',
      '<p>x<br></br></p>',
      ['1:19 template-stray-end-tag: </br> closes nothing (<br> has no end tag)'],
    ],
    [
      'a self-closing block',
      '<p><span/></p>',
      ['1:14 template-malformed-markup: <span/> is not closed by its / (write <span></span>)'],
    ],
    [
      'an unfinished tag',
      '<p>x</p><p class="a',
      [
        '1:19 template-malformed-markup: the tag <p> is not finished: its > is missing',
        '1:1 template-unclosed-element: <document> is still open at the end of the document (close it with </document>)',
      ],
    ],
    [
      'a block in a paragraph',
      '<p><div>x</div></p>',
      [
        '1:14 template-misplaced: <div> cannot stand inside <p> (a heading, a paragraph and what stands in a line hold text, and no blocks)',
      ],
    ],
    [
      'a list item without a list',
      '<div><li>x</li></div>',
      ['1:16 template-misplaced: <li> cannot stand inside <div> (it belongs inside <ul>, <ol>)'],
    ],
    [
      'text in a list',
      '<ul>words<li>x</li></ul>',
      ['1:15 template-misplaced: text cannot stand inside <ul>'],
    ],
    [
      'a link in a link',
      '<p><a href="#a" id="a"><b><a href="#a">x</a></b></a></p>',
      ['1:37 template-misplaced: a link cannot stand inside <a>'],
    ],
    [
      'a picture without words',
      '<p><img src="assets/a.png"></p>',
      [
        '1:14 template-missing-attribute: <img> needs alt (say what the picture shows, or write alt="" when it only decorates)',
      ],
    ],
    [
      'a drawing without words',
      '<p><svg viewBox="0 0 1 1"></svg></p>',
      [
        '1:14 template-missing-attribute: <svg> needs aria-label or a <title> (write aria-hidden="true" when it only decorates)',
      ],
    ],
    [
      'a picture without a source',
      '<p><img alt="a"></p>',
      ['1:14 template-missing-attribute: <img> needs src'],
    ],
    [
      'a picture from the network',
      '<p><img src="https://x.org/a.png" alt=""></p>',
      [
        '1:19 template-picture-source: src="https://x.org/a.png" is not a file of the pack (use a path such as assets/logo.svg, or figure:<exercise>/<phase>)',
      ],
    ],
    [
      'a picture outside the pack',
      '<p><img src="assets/../../a.png" alt=""></p>',
      [
        '1:19 template-picture-source: src="assets/../../a.png" is not a file of the pack (use a path such as assets/logo.svg, or figure:<exercise>/<phase>)',
      ],
    ],
    [
      'a link without an address',
      '<p><a>x</a></p>',
      ['1:14 template-missing-attribute: <a> needs href'],
    ],
    [
      'a link that runs a script',
      '<p><a href="javascript:alert(1)">x</a></p>',
      [
        '1:17 template-link: href="javascript:alert(1)" uses javascript:, which links may not (use https:, mailto:, tel:, or # and the id of an element)',
      ],
    ],
    [
      'a link to a file',
      '<p><a href="file:///etc/passwd">x</a></p>',
      [
        '1:17 template-link: href="file:///etc/passwd" uses file:, which links may not (use https:, mailto:, tel:, or # and the id of an element)',
      ],
    ],
    [
      'a link to nowhere',
      '<p><a href="#steps">x</a></p>',
      [
        '1:14 template-link: href="#steps" leads to an element that does not exist (use https:, mailto:, tel:, or # and the id of an element)',
      ],
    ],
    [
      'an id used twice',
      '<p id="a">x</p>\n<p id="a">y</p>',
      ['2:1 template-duplicate-id: id="a" is already used in line 1'],
    ],
    [
      'a wrong number',
      '<ol start="one"><li>x</li></ol>',
      ['1:15 template-attribute-value: start="one" is not a whole number'],
    ],
    [
      'a CDATA section',
      '<p><![CDATA[x]]></p>',
      [
        '1:14 template-malformed-markup: a CDATA section has no meaning in a template (take it out)',
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(render(body).problems).toEqual(expected)
  })

  test.each([
    [
      'text before it',
      'x<document></document>',
      [
        '1:1 template-root: text stands outside the <document> element (wrap everything in one <document> … </document>)',
      ],
    ],
    [
      'no document',
      '<p>x</p>',
      [
        '1:1 template-root: the template makes no <document> element (wrap everything in one <document> … </document>)',
      ],
    ],
    [
      'a second element',
      '<document></document><p>x</p>',
      [
        '1:22 template-root: <p> stands outside the <document> element (wrap everything in one <document> … </document>)',
      ],
    ],
  ])('the root: %s', (_, text, expected) => {
    expect(render(text, {}, true).problems).toEqual(expected)
  })

  test('elements nested without end stop at one hundred, in one diagnostic', () => {
    const { problems } = render(`${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}`)
    expect(problems).toEqual([
      '1:506 template-too-deep: elements are nested more than 100 deep (does a partial include itself?)',
    ])
  })

  test('good markup of every kind passes', () => {
    const body = `
      <header><h1 id="top">A</h1></header>
      <figure><img src="figure:clamshell/start" alt="Lying"><figcaption>B</figcaption></figure>
      <table><caption>C</caption><thead><tr><th scope="col">D</th></tr></thead>
        <tbody><tr><td colspan="2">E</td></tr></tbody></table>
      <p>H<sub>2</sub>O <a href="https://x.org/a?b=1&amp;c=2">f</a> <a href="mailto:a@b.org">g</a>
        <a href="tel:+49 30 1">x</a></p>
      <p><a href="tel:+49301">h</a> <a href="#top">i</a><br>
      <svg viewBox="0 0 10 10" aria-hidden="true"><g><path d="M0 0L1 1"/><circle r="1"></circle></g></svg>
      <qr value="https://x.org" alt="Code"></p><!-- a comment -->`
    const { problems } = render(body)
    expect(problems.map((problem) => problem.replace(/^\S+ /, ''))).toEqual([
      'template-link: href="tel:+49 30 1" is not a complete tel: address (use https:, mailto:, tel:, or # and the id of an element)',
    ])
  })

  test('text keeps its spaces and entities, joined into one node', () => {
    const { root } = render('<p> a &amp; b&#8203;c </p>')
    expect(markupOf(root)).toBe('<document><p> a & b\u200bc </p></document>')
    const [paragraph] = root?.children ?? []
    expect(paragraph?.type === 'element' ? paragraph.children.length : 0).toBe(1)
  })

  test('children know their parents', () => {
    const { root } = render('<section><p>x</p></section>')
    const [section] = root?.children ?? []
    const [paragraph] = section?.type === 'element' ? section.children : []
    expect(paragraph?.parent).toBe(section)
    expect(section?.parent).toBe(root)
    expect(root?.parent).toBeUndefined()
  })
})

test('an unknown template is named, with the nearest one', () => {
  const templates = createTemplates(memoryFiles({ 'templates/handout/handout.hbs': '<document/>' }))
  const seen: string[] = []
  for (const name of ['handuot', '../handout', 'handout/handout']) {
    templates.render(name, view, ({ message, hint }) => seen.push(`${message} (${hint})`))
  }
  expect(seen).toEqual([
    'no such template: templates/handuot/handuot.hbs (did you mean "handout"?)',
    'no such template: templates/../handout/../handout.hbs (did you mean "handout"?)',
    'no such template: templates/handout/handout/handout/handout.hbs (known: handout)',
  ])
})

test('a template is read once, however often it is rendered', () => {
  let reads = 0
  const files = memoryFiles({ 'templates/a/a.hbs': '<document><p>{{title}}</p></document>' })
  const counting = { ...files, readText: (path: string) => ((reads += 1), files.readText(path)) }
  const templates = createTemplates(counting)
  const first = templates.render('a', view, () => undefined)
  const second = templates.render('a', view, () => undefined)
  expect(markupOf(first)).toBe(markupOf(second))
  expect(reads).toBe(1)
})
