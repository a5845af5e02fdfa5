/** Words that must not reach a reader: residue of editing, capitals, and claims that are not true. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import { shorten } from './schemas/fields.ts'
import type { ValuePath, YamlFile } from './yaml.ts'

/** Look through every text of a file, except in `skip` (fields of the file that are not read by readers). */
export function checkWords(
  file: YamlFile,
  options: { readonly skip: readonly string[]; readonly mayDiscussClaims: boolean },
  report: Report,
): void {
  for (const [path, text] of textsIn(file.value, [])) {
    if (options.skip.includes(String(path[0]))) continue
    const found = [...residueIn(text), ...(options.mayDiscussClaims ? [] : claimsIn(text))]
    for (const { words, describe } of found) report(describe(file.placeOf(path, words)))
  }
}

type Describe = (place: ReturnType<YamlFile['placeOf']>) => ReturnType<typeof diagnose>

interface Finding {
  readonly words: string
  readonly describe: Describe
}

const notProven = 'no trial shows it; write "may help"'
const notAdvised = 'it is not advised for this; a topic with its sources may say so'

/** Claims that the evidence does not bear, and why. English: the language that content is written in. */
const claims: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\bprevent(?:s|ed|ing|ion)?\b/i, why: notProven },
  { pattern: /\b(?:cure[sd]?|curing)\b/i, why: notProven },
  { pattern: /\bfixes\b|\bfix your (?:knees?|hips?|back|pain)\b/i, why: notProven },
  { pattern: /\bguarantee[sd]?\b/i, why: notProven },
  { pattern: /\bglucosamine\b/i, why: notAdvised },
  { pattern: /\b(?:turmeric|curcumin)\b/i, why: notAdvised },
  { pattern: /\bdetox\w*/i, why: notAdvised },
  { pattern: /\bstrengthens? (?:the |your )?joints\b/i, why: 'exercise strengthens muscles' },
  { pattern: /\bVMO\b/, why: 'that part of the muscle cannot be trained alone; write "front of your thigh"' },
  { pattern: /\bwider hips\b/i, why: 'the width of the hips does not predict knee pain' },
  {
    pattern: /\b(?:no|not a|isn[’']t a) structural problem\b/i,
    why: 'nobody can know that without looking at the knee',
  },
  { pattern: /\bno pain,? no gain\b/i, why: 'the pain scale says how much pain is all right' },
]

/** Furniture of web pages and known typing mistakes. */
const residue: readonly { readonly pattern: RegExp; readonly hint: string }[] = [
  { pattern: /\b(?:top|bottom) of page\b/i, hint: 'remove it' },
  { pattern: /\bweight[- ]baring\b/i, hint: 'did you mean "weight-bearing"?' },
  { pattern: /\bphysio therap(?:y|ist)\b/i, hint: 'write it as one word' },
  { pattern: /\b(the|and|your|to|of|a) \1\b/i, hint: 'a word is there twice' },
]

function claimsIn(text: string): readonly Finding[] {
  return claims.flatMap(({ pattern, why }) => {
    const words = pattern.exec(text)?.[0]
    if (words === undefined) return []
    return [{ words, describe: (place) => diagnose('content-claim', { words, why }, place) }]
  })
}

function residueIn(text: string): readonly Finding[] {
  const findings: Finding[] = []
  if (/\S {2,}\S/.test(text)) {
    findings.push({ words: '  ', describe: (place) => diagnose('content-double-space', {}, place) })
  }
  const capitals = capitalsIn(text)
  if (capitals !== undefined) {
    const details = { text: shorten(capitals) }
    findings.push({
      words: capitals,
      describe: (place) => diagnose('content-capitals', details, place),
    })
  }
  for (const { pattern, hint } of residue) {
    const words = pattern.exec(text)?.[0]
    if (words === undefined) continue
    const details = { text: words, hint }
    findings.push({ words, describe: (place) => diagnose('content-residue', details, place) })
  }
  const quote = loneQuote(text)
  if (quote !== undefined) {
    const details = { text: quote, hint: 'close the quotation, or remove the mark' }
    findings.push({ words: quote, describe: (place) => diagnose('content-residue', details, place) })
  }
  return findings
}

/** The first run of more than three words in capitals. */
function capitalsIn(text: string): string | undefined {
  const run: string[] = []
  // The empty word at the end closes a last run.
  for (const word of [...text.split(' '), '']) {
    if (/\p{Lu}{2}/u.test(word) && word === word.toUpperCase()) run.push(word)
    else if (run.length > 3) break
    else run.length = 0
  }
  return run.length > 3 ? run.join(' ') : undefined
}

/** A double quotation mark without its partner. */
function loneQuote(text: string): string | undefined {
  const count = (mark: string) => text.split(mark).length - 1
  if (count('"') % 2 === 1) return '"'
  if (count('“') > count('”')) return '“'
  return count('”') > count('“') ? '”' : undefined
}

function* textsIn(value: unknown, path: ValuePath): Generator<readonly [ValuePath, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* textsIn(entry, [...path, index])
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, entry] of Object.entries(value)) yield* textsIn(entry, [...path, field])
  }
}
