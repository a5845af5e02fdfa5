/** Problems of the style stage. */
import { error } from './problem.ts'

/** What "var() filled in" adds to a hint. */
interface FilledIn {
  /** The value after its variables were put in; undefined when it has none. */
  readonly filledIn?: string | undefined
}

const withFilledIn = (hint: string | undefined, filledIn: string | undefined) =>
  filledIn === undefined
    ? hint
    : [hint, `with its variables filled in the value is "${filledIn}"`].filter(Boolean).join('; ')

export const styleProblems = {
  'style-not-found': error<{ path: string; hint: string | undefined }>(
    'A stylesheet named by a template, or by @import in another stylesheet, does not exist in the pack.',
    ({ path, hint }) => ({ message: `no such stylesheet: ${path}`, hint }),
  ),
  'style-outside-pack': error<{ path: string }>(
    'A stylesheet or font is looked for beside the file that names it, and nothing outside the pack is read.',
    ({ path }) => ({
      message: `"${path}" lies outside the pack`,
      hint: 'copy the file into the pack and write its path relative to this file',
    }),
  ),
  'style-import-cycle': error<{ path: string }>(
    'Stylesheets import each other in a circle. The import that closes the circle is left out.',
    ({ path }) => ({
      message: `${path} imports itself, perhaps through other files`,
      hint: 'move what both files need into a third one and import that',
    }),
  ),
  'style-import': error<{ why: string }>(
    'An @import names one stylesheet of the pack, without conditions, and stands before all other rules.',
    ({ why }) => ({ message: why, hint: 'write @import "other.css"; at the top of the file' }),
  ),
  'style-syntax': error<{ what: string; hint?: string | undefined }>(
    'The text is not CSS as the CSS Syntax module defines it. The declaration or rule it stands in is skipped.',
    ({ what, hint }) => ({ message: what, hint }),
  ),
  'style-unclosed': error<{ bracket: string }>(
    'A bracket is opened and never closed, so everything after it belongs to the same block.',
    ({ bracket }) => ({
      message: `this ${bracket} is never closed`,
      hint: 'add the closing bracket',
    }),
  ),
  'style-too-deep': error<{ limit: number }>(
    'Brackets are nested deeper than any sensible stylesheet needs. The file is not read.',
    ({ limit }) => ({ message: `brackets are nested more than ${limit} deep` }),
  ),
  'style-unsupported-at-rule': error<{ name: string; hint: string }>(
    'Posepress knows @page, @font-face and @import. Other at-rules, like @media, are not obeyed, so they are refused.',
    ({ name, hint }) => ({ message: `@${name} is not supported`, hint }),
  ),
  'style-unknown-property': error<{ property: string; hint: string | undefined }>(
    'CSS has no property of this name. templates/README.md lists the properties that can be used.',
    ({ property, hint }) => ({ message: `there is no property "${property}"`, hint }),
  ),
  'style-unsupported-property': error<{ property: string; hint: string | undefined }>(
    'The property exists in CSS, but Posepress does not obey it; to pass over it in silence would print something else than you wrote.',
    ({ property, hint }) => ({ message: `the property "${property}" is not supported`, hint }),
  ),
  'style-misplaced-property': error<{ property: string; why: string }>(
    'size, bleed and marks describe a page and belong in @page; most other properties describe a box and do not.',
    ({ property, why }) => ({ message: `"${property}" cannot be used here`, hint: why }),
  ),
  'style-bad-value': error<{ property: string; bad: string; hint: string } & FilledIn>(
    'The value is not one that the property can take. The hint gives the allowed grammar, as CSS specifications write it.',
    ({ property, bad, hint, filledIn }) => ({
      message:
        bad === ''
          ? `the value of "${property}" is not complete`
          : `"${property}" cannot be "${bad}"`,
      hint: withFilledIn(hint, filledIn),
    }),
  ),
  'style-unknown-unit': error<{ unit: string; hint: string | undefined } & FilledIn>(
    'Lengths are written in pt, mm, cm, in, pc, px, q, em, rem, lh or rlh, parts of a whole in %.',
    ({ unit, hint, filledIn }) => ({
      message: `there is no unit "${unit}" on paper`,
      hint: withFilledIn(hint, filledIn),
    }),
  ),
  'style-unknown-color': error<{ color: string; hint: string | undefined } & FilledIn>(
    'Colours are #rgb, #rrggbb, rgb(), hsl(), a CSS colour name or currentcolor.',
    ({ color, hint, filledIn }) => ({
      message: `"${color}" is not a colour`,
      hint: withFilledIn(hint, filledIn),
    }),
  ),
  'style-opacity': error<{ value: string; hint: string } & FilledIn>(
    'Nothing is printed see-through: transparency is forbidden in PDF/A-safe files and prints differently on every machine.',
    ({ value, hint, filledIn }) => ({
      message: `"${value}" is see-through, and nothing is printed see-through`,
      hint: withFilledIn(hint, filledIn),
    }),
  ),
  'style-bad-calculation': error<{ property: string; why: string } & FilledIn>(
    'calc(), min(), max() and clamp() add lengths to lengths and multiply or divide by plain numbers.',
    ({ property, why, filledIn }) => ({
      message: `"${property}" cannot be calculated: ${why}`,
      hint: withFilledIn(undefined, filledIn),
    }),
  ),
  'style-undefined-variable': error<{ variable: string; hint: string | undefined }>(
    'var() names a custom property that is set neither on the element nor on anything it stands in, and gives no fallback.',
    ({ variable, hint }) => ({ message: `${variable} has no value here`, hint }),
  ),
  'style-variable-cycle': error<{ variable: string }>(
    'A custom property is defined by itself, perhaps through others, so it has no value.',
    ({ variable }) => ({
      message: `${variable} is defined by itself`,
      hint: 'one of the properties in the circle needs a value of its own',
    }),
  ),
  'style-variable-too-long': error<{ limit: number }>(
    'Variables that contain variables have grown into a value longer than any sensible one.',
    ({ limit }) => ({
      message: `with its variables filled in this value is longer than ${limit} characters`,
    }),
  ),
  'style-unsupported-selector': error<{ selector: string; hint: string }>(
    'The selector is CSS, but Posepress cannot match it. The whole rule is skipped.',
    ({ selector, hint }) => ({ message: `the selector "${selector}" is not supported`, hint }),
  ),
  'style-unknown-pseudo-class': error<{ name: string; hint: string | undefined }>(
    'Pseudo-classes of position, like :first-child, can be used; those of screens and mice, like :hover, mean nothing on paper.',
    ({ name, hint }) => ({ message: `the pseudo-class :${name} is not supported`, hint }),
  ),
  'style-unknown-pseudo-element': error<{ name: string; hint: string | undefined }>(
    'The pseudo-elements are ::before, ::after and ::marker, at the end of a selector.',
    ({ name, hint }) => ({ message: `the pseudo-element ::${name} is not supported`, hint }),
  ),
  'style-unknown-element': error<{ name: string; hint: string | undefined }>(
    'The selector names an element that templates cannot contain, so it can never match.',
    ({ name, hint }) => ({ message: `there is no element "${name}"`, hint }),
  ),
  'style-page-selector': error<{ selector: string }>(
    '@page rules apply to all pages, to the first (:first), to a named page, or to the first of a named page (name:first).',
    ({ selector }) => ({
      message: `@page cannot select "${selector}"`,
      hint: 'write @page, @page :first, @page name or @page name:first',
    }),
  ),
  'style-margin-box': error<{ name: string; hint: string | undefined }>(
    'Inside @page stand declarations and margin boxes, for example @bottom-right { content: counter(page) }.',
    ({ name, hint }) => ({ message: `there is no page margin box @${name}`, hint }),
  ),
  'style-font-face': error<{ what: string; hint: string }>(
    'A @font-face rule needs font-family and src; src is one static TrueType or OpenType file, in the pack or in an npm package.',
    ({ what, hint }) => ({ message: what, hint }),
  ),
}
