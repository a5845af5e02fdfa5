/** Problems of the template stage: Handlebars files, and the markup they make. */
import { error } from './problem.ts'

export const templateProblems = {
  'template-not-found': error<{ path: string; hint: string | undefined }>(
    'A document names a template, and templates/<name>/<name>.hbs does not exist.',
    ({ path, hint }) => ({ message: `no such template: ${path}`, hint }),
  ),
  'template-syntax': error<{ problem: string; hint?: string | undefined }>(
    'The file is not a Handlebars template: a {{ is not closed, or a block is not ended by its own name.',
    ({ problem, hint }) => ({ message: problem, hint }),
  ),
  'template-unknown-name': error<{ name: string; within: string; hint: string | undefined }>(
    'The template asks for a value that the document does not have. Every name a template may use is listed in templates/README.md.',
    ({ name, within, hint }) => ({ message: `${within} has no "${name}"`, hint }),
  ),
  'template-unknown-helper': error<{ name: string; hint: string | undefined }>(
    'The template calls a helper that does not exist. The helpers are listed in templates/README.md.',
    ({ name, hint }) => ({ message: `no helper is called "${name}"`, hint }),
  ),
  'template-unknown-partial': error<{ name: string; hint: string | undefined }>(
    "A partial is a file in the template's own folder or in templates/partials, called by its file name.",
    ({ name, hint }) => ({ message: `no partial is called "${name}"`, hint }),
  ),
  'template-forbidden-name': error<{ name: string }>(
    'Templates see only the values of the document; the inner parts of the program are closed to them.',
    ({ name }) => ({
      message: `"${name}" is not available to templates`,
      hint: 'use the names listed in templates/README.md',
    }),
  ),
  'template-unescaped': error<{ source: string }>(
    'Triple braces and {{& }} would put content into the page as markup. All content is text: write the markup in the template.',
    ({ source }) => ({
      message: `${source} would print content without escaping it`,
      hint: 'use {{ }}',
    }),
  ),
  'template-unsupported': error<{ what: string; hint?: string | undefined }>(
    'A part of Handlebars that Posepress leaves out, because it makes templates hard to check.',
    ({ what, hint }) => ({ message: `${what} is not supported`, hint }),
  ),
  'template-empty-value': error<{ name: string }>(
    'The value may be left out by authors, and this document leaves it out: the template must ask before it prints.',
    ({ name }) => ({
      message: `"${name}" is empty in this document`,
      hint: `print it inside {{#if ${name}}} … {{/if}}`,
    }),
  ),
  'template-wrong-kind': error<{ name: string; is: string; wanted: string }>(
    'A value is used as something else than it is: a list where text is wanted, or text where a list is wanted.',
    ({ name, is, wanted }) => ({ message: `"${name}" is ${is}, but ${wanted} is needed here` }),
  ),
  'template-helper': error<{ name: string; problem: string; hint?: string | undefined }>(
    'A helper was given something it cannot use.',
    ({ name, problem, hint }) => ({ message: `{{${name}}}: ${problem}`, hint }),
  ),
  'template-missing-string': error<{ key: string; locale: string }>(
    'The program writes some phrases itself, such as "10 each side"; their words are in content/locales/<locale>/strings.yaml.',
    ({ key, locale }) => ({
      message: `the locale "${locale}" has no string "${key}"`,
      hint: `add it to content/locales/${locale}/strings.yaml`,
    }),
  ),
  'template-too-deep': error<{ what: string; limit: number }>(
    'Partials that include themselves, or elements and blocks inside one another, go deeper than any page needs.',
    ({ what, limit }) => ({
      message: `${what} are nested more than ${limit} deep`,
      hint: 'does a partial include itself?',
    }),
  ),
  'template-too-large': error<{ what: string; limit: number }>(
    'The template does more work than any handout needs; a loop or a partial probably multiplies itself.',
    ({ what, limit }) => ({
      message: `the template stops here: more than ${limit} ${what}`,
      hint: 'does a partial include itself many times?',
    }),
  ),
  'template-malformed-markup': error<{ problem: string; hint?: string | undefined }>(
    'The template made markup that is not well formed.',
    ({ problem, hint }) => ({ message: problem, hint }),
  ),
  'template-root': error<{ problem: string }>(
    'A template makes one <document> element, and everything is inside it.',
    ({ problem }) => ({
      message: problem,
      hint: 'wrap everything in one <document> … </document>',
    }),
  ),
  'template-unknown-element': error<{ name: string; hint: string | undefined }>(
    'The subset of HTML that Posepress lays out is listed in templates/README.md.',
    ({ name, hint }) => ({ message: `<${name}> is not an element we know`, hint }),
  ),
  'template-unknown-attribute': error<{
    name: string
    element: string
    hint: string | undefined
  }>('Each element takes only the attributes listed in templates/README.md.', (details) => ({
    message: `<${details.element}> takes no attribute "${details.name}"`,
    hint: details.hint,
  })),
  'template-attribute-value': error<{
    name: string
    value: string
    wanted: string
  }>('An attribute has a value it cannot have.', ({ name, value, wanted }) => ({
    message: `${name}="${value}" is not ${wanted}`,
  })),
  'template-missing-attribute': error<{ element: string; name: string; hint?: string | undefined }>(
    'Some elements mean nothing without an attribute: a picture needs its text alternative, a link its address.',
    ({ element, name, hint }) => ({ message: `<${element}> needs ${name}`, hint }),
  ),
  'template-unclosed-element': error<{ name: string; before: string }>(
    'An element is opened and not closed, or closed in the wrong order.',
    ({ name, before }) => ({
      message: `<${name}> is still open at ${before}`,
      hint: `close it with </${name}>`,
    }),
  ),
  'template-stray-end-tag': error<{ name: string; hint?: string | undefined }>(
    'An end tag closes an element that is not open.',
    ({ name, hint }) => ({ message: `</${name}> closes nothing`, hint }),
  ),
  'template-misplaced': error<{ what: string; parent: string; hint?: string | undefined }>(
    'Elements have their places: list items in lists, cells in rows, no blocks inside a paragraph. Assistive software relies on it.',
    ({ what, parent, hint }) => ({ message: `${what} cannot stand inside <${parent}>`, hint }),
  ),
  'template-duplicate-id': error<{ id: string; first: number }>(
    'An id names one element of the document.',
    ({ id, first }) => ({ message: `id="${id}" is already used in line ${first}` }),
  ),
  'template-link': error<{ href: string; problem: string }>(
    'A link leads to a web address, a mail address, a telephone number, or an element of the same document.',
    ({ href, problem }) => ({
      message: `href="${href}" ${problem}`,
      hint: 'use https:, mailto:, tel:, or # and the id of an element',
    }),
  ),
  'template-picture-source': error<{ source: string }>(
    'Pictures come from the pack or are drawn from a pose; nothing is ever fetched from a network.',
    ({ source }) => ({
      message: `src="${source}" is not a file of the pack`,
      hint: 'use a path such as assets/logo.svg, or figure:<exercise>/<phase>',
    }),
  ),
  'template-no-safety': error<{ missing: readonly string[] }>(
    'Every sheet carries the pain rule, when to stop and when to get help, from content/safety.yaml. A ' +
      'template that leaves one of them out makes no file, because the sheet could hurt somebody.',
    ({ missing }) => ({
      message: `the sheet leaves out ${missing.length} of the safety rules, the first is "${missing[0] ?? ''}"`,
      hint: 'put {{> safety}} and the footer into the template.',
    }),
  ),
}
