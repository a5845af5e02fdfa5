/** Problems of content files. */
import { error, warning } from './problem.ts'

export const contentProblems = {
  // Files
  'content-not-found': error<{ path: string }>(
    'A file that another file, or the command line, names does not exist in the pack.',
    ({ path }) => ({ message: `no such file: ${path}` }),
  ),
  'content-too-large': error<{ path: string; megabytes: number }>(
    'A content file holds words and numbers for one thing; a file of more than 1 MB is something else that got there by mistake.',
    ({ path, megabytes }) => ({
      message: `${path} is too large: ${megabytes} MB (at most 1 MB)`,
      hint: 'pictures and other big files belong in assets/',
    }),
  ),
  'content-encoding': error<{ code: string }>(
    'Content files are UTF-8 text. Some editors on Windows save "Unicode" as UTF-16, and old ones save accents as single bytes: those letters cannot be read.',
    ({ code }) => ({
      message: `a character that is not text (${code})`,
      hint: 'save the file as UTF-8 and type the letter again',
    }),
  ),
  'content-file-name': error<{ name: string; better: string | undefined }>(
    'The name of a file is the id that other files use, so it is written in small letters, digits and hyphens and ends in .yaml.',
    ({ name, better }) => ({
      message: `"${name}" cannot be an id`,
      hint:
        better === undefined ? 'use small letters, digits and hyphens' : `rename it to ${better}`,
    }),
  ),
  'content-not-yaml': warning<{ name: string }>(
    'Only files that end in .yaml are read. Some editors add .txt, and the file is then silently left out.',
    ({ name }) => ({ message: `${name} is not read`, hint: 'content files end in .yaml' }),
  ),
  'content-two-files': error<{ id: string; other: string }>(
    'A file ending in .yaml and one ending in .yml with the same name would both be the same thing.',
    ({ id, other }) => ({
      message: `"${id}" exists twice: here and in ${other}`,
      hint: 'keep one of the two files',
    }),
  ),
  'content-schema-line': warning<{ line: string }>(
    'The first line of a content file tells the editor which fields exist, so that it completes and checks while one types.',
    ({ line }) => ({
      message: 'the first line does not name the schema',
      hint: `let the file begin with: ${line}`,
    }),
  ),
  'content-more-problems': error<{ shown: number }>(
    'One mistake can cause many messages; after the first ones the rest of the file is not listed.',
    ({ shown }) => ({ message: `more problems in this file; only the first ${shown} are listed` }),
  ),

  // YAML
  'content-yaml-syntax': error<{ problem: string; hint: string | undefined }>(
    'The file cannot be read as YAML: fields are "name: value" lines, lists are lines that begin with "- ", and what belongs together is indented equally.',
    ({ problem, hint }) => ({ message: problem, hint }),
  ),
  'content-yaml-tab': error<object>(
    'YAML does not allow tabs for indentation, because editors show them at different widths.',
    () => ({ message: 'a tab is used to indent', hint: 'use two spaces for each level' }),
  ),
  'content-duplicate-field': error<{ field: string; line: number }>(
    'A field is written twice, and only one of the two could count.',
    ({ field, line }) => ({
      message: `"${field}" is already written on line ${line}`,
      hint: 'remove one of the two',
    }),
  ),
  'content-alias': error<{ written: string }>(
    'YAML anchors (&name), aliases (*name) and merge keys (<<) are not used here: a reader should see each value where it counts.',
    ({ written }) => ({
      message: `${written}: anchors, aliases and merge keys are not used in content files`,
      hint: 'write the value out, or put text that begins with & or * in quotes',
    }),
  ),
  'content-tag': error<{ written: string }>(
    'YAML tags (!name) change how a value is read; content files do not need them.',
    ({ written }) => ({
      message: `${written}: tags are not used in content files`,
      hint: 'remove it, or put text that begins with ! in quotes',
    }),
  ),
  'content-many-documents': error<object>(
    'A line of three hyphens starts another YAML document. One file describes one thing.',
    () => ({
      message: 'the file holds more than one document',
      hint: 'remove the line "---", or move what follows to its own file',
    }),
  ),
  'content-empty-file': error<{ path: string }>(
    'The file has no fields, only spaces or comments.',
    ({ path }) => ({ message: `${path} is empty` }),
  ),
  'content-no-fields': error<{ hint: string | undefined }>(
    'A content file is a list of "field: value" lines.',
    ({ hint }) => ({
      message: 'the file has no fields',
      hint: hint ?? 'write "field: value" lines',
    }),
  ),
  'content-too-deep': error<{ levels: number }>(
    'Nothing in a content file is nested this deeply; usually a bracket is not closed.',
    ({ levels }) => ({
      message: `nested more than ${levels} levels deep`,
      hint: 'is a bracket open?',
    }),
  ),
  'content-field-not-text': error<{ written: string }>(
    'The name of a field is text. A number, true, or a list as a name is usually a slip.',
    ({ written }) => ({
      message: `${written} cannot be the name of a field`,
      hint: 'if it is meant so, put it in quotes',
    }),
  ),
  'content-list-in-text': error<object>(
    'A line that begins with "- " below "field: text" is read as more of the text, not as a list.',
    () => ({
      message: 'this line is read as part of the text above, not as a list',
      hint: 'put the first entry on a line of its own too, or quote the text',
    }),
  ),

  // Fields
  'content-unknown-field': error<{ field: string; hint: string | undefined }>(
    'The field is not known here. A mistyped field would otherwise be left out of the page without a word.',
    ({ field, hint }) => ({ message: `unknown field "${field}"`, hint }),
  ),
  'content-comma-in-text': error<{ text: string }>(
    'Between { } and [ ] a comma ends a value, so text that holds a comma must be quoted.',
    ({ text }) => ({
      message: `the comma ends the text before "${text}"`,
      hint: 'put the whole text in quotes',
    }),
  ),
  'content-missing': error<{ field: string; within: string | undefined; hint: string | undefined }>(
    'Something that every page needs is not written.',
    ({ field, within, hint }) => ({
      message: `"${field}" is missing${within === undefined ? '' : ` in "${within}"`}`,
      hint,
    }),
  ),
  'content-empty': error<{ field: string; hint: string | undefined }>(
    'The field is there but nothing is written in it.',
    ({ field, hint }) => ({ message: `"${field}" is empty`, hint }),
  ),
  'content-wrong-kind': error<{
    field: string
    wanted: string
    is: string
    hint: string | undefined
  }>(
    'The value is of another kind than the field needs, for example a list where text is wanted.',
    ({ field, wanted, is, hint }) => ({ message: `"${field}" must be ${wanted}, not ${is}`, hint }),
  ),
  'content-needs-quotes': error<{ field: string; written: string; readAs: string }>(
    'Without quotes YAML reads 1.0 as the number 1, and true as yes or no; text that looks so needs quotes.',
    ({ field, written, readAs }) => ({
      message: `"${field}" must be text, but ${written} is read as ${readAs}`,
      hint: `write "${written}", with the quotes`,
    }),
  ),
  'content-wrong-choice': error<{
    field: string
    written: string
    known: string
    near: string | undefined
  }>('The field accepts only certain words.', ({ field, written, known, near }) => ({
    message: `"${field}" cannot be ${written}`,
    hint: near === undefined ? `choose one of: ${known}` : `did you mean "${near}"? (${known})`,
  })),
  'content-too-few': error<{ field: string; least: number; is: number }>(
    'A list has fewer entries than the page needs.',
    ({ field, least, is }) => ({ message: `"${field}" needs at least ${least}, and has ${is}` }),
  ),
  'content-out-of-range': error<{ field: string; written: string; bound: string }>(
    'The number is beyond what makes sense here.',
    ({ field, written, bound }) => ({ message: `"${field}" is ${written}; ${bound}` }),
  ),
  'content-repeated': error<{ field: string; entry: string }>(
    'A list names the same thing twice.',
    ({ field, entry }) => ({ message: `"${entry}" is twice in "${field}"`, hint: 'remove one' }),
  ),

  // Scalars
  'content-id': error<{ field: string; written: string; better: string | undefined }>(
    'Ids are written in small letters, digits and hyphens, like the names of files.',
    ({ field, written, better }) => ({
      message: `"${field}": ${written} is not an id`,
      hint: better === undefined ? 'use small letters, digits and hyphens' : `write ${better}`,
    }),
  ),
  'content-duration-unit': error<{ written: string }>(
    'A time without its unit can be misread as minutes or as seconds.',
    ({ written }) => ({
      message: `${written} what?`,
      hint: `write ${written} s or ${written} min`,
    }),
  ),
  'content-duration': error<{ field: string; written: string; hint: string }>(
    'A time is a number, or two with a hyphen, and s or min.',
    ({ field, written, hint }) => ({ message: `"${field}": ${written} is not a time`, hint }),
  ),
  'content-distance': error<{ field: string; written: string }>(
    'A distance is a number of metres with its unit.',
    ({ field, written }) => ({
      message: `"${field}": ${written} is not a distance`,
      hint: 'write 2 m or 1.4 m',
    }),
  ),
  'content-range': error<{ field: string; written: string; hint: string }>(
    'A count is a whole number, or two with a hyphen, the smaller first.',
    ({ field, written, hint }) => ({ message: `"${field}": ${written} is not a count`, hint }),
  ),
  'content-date': error<{ field: string; written: string; format: string; example: string }>(
    'Dates are written with the year first, so that everybody reads them alike.',
    ({ field, written, format, example }) => ({
      message: `"${field}": ${written} is not a date`,
      hint: `write ${format}, for example ${example}`,
    }),
  ),

  // Exercises
  'content-missing-dose': error<{ missing: string; hint: string }>(
    'A dosage says how many sets, repetitions or hold, which sides, how long to rest and how many days a week: without one of these nobody can do the exercise as meant.',
    ({ missing, hint }) => ({ message: `the dosage does not say ${missing}`, hint }),
  ),
  'content-step-count': error<{ count: number }>(
    'An exercise has 2 to 7 steps in all: fewer do not explain it, more are not remembered.',
    ({ count }) => ({
      message: `${count} ${count === 1 ? 'step' : 'steps'} in all; an exercise has 2 to 7`,
    }),
  ),
  'content-long-step': error<{ words: number; most: number }>(
    'A step is read while moving, so it says one thing in few words.',
    ({ words, most }) => ({
      message: `this step has ${words} words; at most ${most}`,
      hint: 'say one thing in a step; make two of it, or cut words',
    }),
  ),
  'content-profile-order': error<{ at: number; before: number }>(
    'The cross-sections of a body are written from one end to the other.',
    ({ at, before }) => ({
      message: `the section at ${at} stands after the one at ${before}`,
      hint: 'write the sections in order, and each place once',
    }),
  ),
  'content-color': error<{ written: string }>(
    'Colours are written as red, green and blue in two hexadecimal digits each.',
    ({ written }) => ({ message: `${written} is not a colour`, hint: "write '#f0c3a0'" }),
  ),
  'content-bone-place': error<{ count: number }>(
    'A point of a muscle is fixed to one bone, named before its numbers.',
    ({ count }) => ({
      message: count === 0 ? 'the place names no bone' : 'the place names more than one bone',
      hint: 'write { thigh: [0.08, 0, -0.2] }',
    }),
  ),
  'content-pose-origin': error<{ has: 'both' | 'neither' }>(
    'A pose begins at a named position (base) or at another phase of the same figure (from).',
    ({ has }) => ({
      message:
        has === 'both'
          ? 'both "base" and "from" are written'
          : 'the pose does not say where it begins',
      hint: has === 'both' ? 'keep one of the two' : 'write base: supine, or from: start',
    }),
  ),
  'content-pose-from': error<{ from: string; hint: string }>(
    'A pose can be made from another phase of the same figure, and not from itself, directly or in a circle.',
    ({ from, hint }) => ({ message: `a pose cannot be made from "${from}" here`, hint }),
  ),
  'content-opposite-movements': error<{ one: string; other: string }>(
    'Two names for the same axis, such as flexion and extension, would contradict each other.',
    ({ one, other }) => ({
      message: `"${one}" and "${other}" are opposite names for the same movement`,
      hint: `write one of them; ${other}: 10 is ${one}: -10`,
    }),
  ),

  'content-pain-scale': error<{ expected: number; is: number }>(
    'The bands of the pain scale stand on the page as one scale from 0 to 10, so together they name each number once.',
    ({ expected, is }) => ({
      message: `the pain scale goes on at ${is}; it should be ${expected}`,
      hint: 'the bands cover 0 to 10 without gaps: 0-2, 3-5, 6-10',
    }),
  ),

  // References
  'content-unknown-id': error<{ kind: string; id: string; hint: string | undefined }>(
    'A file names something by an id that no file of the pack has.',
    ({ kind, id, hint }) => ({ message: `no ${kind} is called "${id}"`, hint }),
  ),
  'content-no-source': error<{ kind: string }>(
    'Exercises, routines and topics say that something helps; each names who says so.',
    ({ kind }) => ({
      message: `this ${kind} names no source`,
      hint: 'add the id of at least one entry of content/sources.yaml',
    }),
  ),
  'content-no-safety': error<{ path: string }>(
    'Stop rules and warning signs are part of every sheet: without them no document is made.',
    ({ path }) => ({ message: `${path} is missing, so no document can be made` }),
  ),
  'content-unused': warning<{ kind: string; id: string }>(
    'Nothing refers to it, so it is printed nowhere.',
    ({ kind, id }) => ({ message: `${kind} "${id}" is not used anywhere` }),
  ),
  'content-wrong-exercise-kind': error<{ id: string; kind: string; wanted: string }>(
    'Rolling spots stand in the part of a routine for rolling; other exercises in its list of exercises.',
    ({ id, kind, wanted }) => ({ message: `"${id}" is of kind ${kind}; here ${wanted} is needed` }),
  ),
  'content-harder-option': error<{ exercise: string; hint: string }>(
    'A harder option is printed after the exercise that it replaces, with the same number and a plus.',
    ({ exercise, hint }) => ({
      message: `a harder option of "${exercise}" cannot stand here`,
      hint,
    }),
  ),
  'content-review-passed': warning<{ reviewBy: string; date: string }>(
    'The month in which somebody must read the document again is not after the date of the document.',
    ({ reviewBy, date }) => ({
      message: `the review date ${reviewBy} is not after the date of the document, ${date}`,
      hint: 'read it again, then set date and review-by',
    }),
  ),
  'content-placeholder-address': warning<{ url: string }>(
    'Addresses such as https://example.org/knee are reserved for examples (RFC 2606) and belong to nobody: the code on the printed sheet would lead nowhere.',
    ({ url }) => ({
      message: `${url} is a placeholder, and will be printed`,
      hint: 'put your own address in its place, or leave url out',
    }),
  ),
  'content-long-session': warning<{ minutes: number; most: number }>(
    'Few people keep up sessions of more than half an hour.',
    ({ minutes, most }) => ({
      message: `a session takes about ${minutes} minutes; aim for ${most} or less`,
      hint: 'use fewer exercises, or smaller start-with amounts',
    }),
  ),
  'content-no-locale': error<{ locale: string; hint: string | undefined }>(
    'The words of the templates exist for each language in content/locales/<language>/strings.yaml.',
    ({ locale, hint }) => ({ message: `the pack has no language "${locale}"`, hint }),
  ),
  'content-no-translation': error<{ locale: string }>(
    'The text of a pack is in its own language. A sheet in two languages mixed would be worse than none.',
    ({ locale }) => ({ message: `the content is not translated to "${locale}"` }),
  ),

  'content-locale-name': error<{ name: string }>(
    'A folder of content/locales is named by the code of its language, so that readers and PDF viewers know it.',
    ({ name }) => ({
      message: `"${name}" is not the code of a language`,
      hint: 'use a code such as en, es, or pt-BR',
    }),
  ),
  'content-missing-string': error<{ name: string; locale: string }>(
    'A language lacks words that the language of the content has. It is never filled in silently.',
    ({ name, locale }) => ({ message: `"${name}" is not translated in "${locale}"` }),
  ),

  // Words
  'content-double-space': error<object>(
    'Two spaces in the middle of a sentence are residue of editing and show as a hole on the page.',
    () => ({ message: 'two spaces in a row', hint: 'use one' }),
  ),
  'content-capitals': warning<{ text: string }>(
    'More than three words in capitals are hard to read: the shape of the words is lost.',
    ({ text }) => ({ message: `"${text}" is all in capitals`, hint: 'write in small letters' }),
  ),
  'content-claim': error<{ words: string; why: string }>(
    'Words that promise more than is known, or name products that do not help. A topic that names its sources may use them.',
    ({ words, why }) => ({ message: `"${words}" must not be said here`, hint: why }),
  ),
  'content-residue': error<{ text: string; hint: string }>(
    'Something left over from copying: page furniture, a lone quotation mark, a known typing mistake.',
    ({ text, hint }) => ({ message: `"${text}" looks left over from copying`, hint }),
  ),
  'content-no-drawing': warning<{ exercise: string; phase: string }>(
    'A phase of an exercise has no drawing yet. The sheet shows its alternative text in a frame instead.',
    ({ exercise, phase }) => ({
      message: `nothing draws the ${phase} of "${exercise}" yet; its alternative text is printed instead`,
    }),
  ),
}
