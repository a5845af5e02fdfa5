/** The options that say how files are produced: `--tile a4 --overlap 10mm`, `--bleed 3mm --marks`, `--grey`. */
import { suggest } from '../diagnostics/index.ts'
import { fromMillimetres, pointsPerInch } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type { SheetName } from '../imposition/sheet.ts'
import type { Arrangement, Production } from '../imposition/production.ts'

export const productionOptions = {
  tile: 'string',
  overlap: 'string',
  'printer-margin': 'string',
  orientation: 'string',
  cards: 'string',
  booklet: 'string',
  pocket: 'string',
  bleed: 'string',
  marks: 'boolean',
  grey: 'boolean',
} as const

/** A mistake in what was typed. */
export interface UsageProblem {
  readonly message: string
  readonly hint?: string | undefined
}

type Given = ReadonlyMap<string, string>

/** What was asked for; undefined when nothing was. */
export function readProduction(
  given: Given,
): { readonly production: Production | undefined } | UsageProblem {
  const asked = Object.keys(productionOptions).filter((name) => given.has(name))
  if (asked.length === 0) return { production: undefined }
  const lengths = readLengths(given)
  if ('message' in lengths) return lengths
  const arranged = readArrangement(given, lengths)
  if ('message' in arranged) return arranged
  const { bleed } = lengths
  const { arrangement } = arranged
  return {
    production: {
      ...(bleed === undefined ? {} : { bleed }),
      ...(given.has('marks') ? { marks: true } : {}),
      ...(given.has('grey') ? { grey: true } : {}),
      ...(arrangement === undefined ? {} : { arrangement }),
    },
  }
}

interface Lengths {
  readonly bleed: Pt | undefined
  readonly overlap: Pt | undefined
  readonly printerMargin: Pt | undefined
}

function readLengths(given: Given): Lengths | UsageProblem {
  const [bleed, overlap, printerMargin] = [
    readLength('bleed', given, 20),
    readLength('overlap', given, 50),
    readLength('printer-margin', given, 50),
  ]
  if (typeof bleed === 'object') return bleed
  if (typeof overlap === 'object') return overlap
  if (typeof printerMargin === 'object') return printerMargin
  return { bleed, overlap, printerMargin }
}

/** "3mm", "1 cm" or "0.125in". */
function readLength(
  name: string,
  given: Given,
  mostMillimetres: number,
): Pt | undefined | UsageProblem {
  const typed = given.get(name)
  if (typed === undefined) return undefined
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?) ?(mm|cm|in)$/.exec(typed) ?? []
  const units = { mm: fromMillimetres(1), cm: fromMillimetres(10), in: pointsPerInch }
  const size = Object.entries(units).find(([key]) => key === unit)?.[1]
  if (size === undefined) {
    return { message: `"${typed}" is no length`, hint: `write --${name} 3mm, 1cm or 0.125in` }
  }
  const length = Number(number) * size
  if (length > fromMillimetres(mostMillimetres)) {
    return { message: `--${name} is at most ${mostMillimetres}mm` }
  }
  return length
}

const kinds = { tile: 'tiles', cards: 'cards', booklet: 'booklet', pocket: 'pocket' } as const
const arranging = ['tile', 'cards', 'booklet', 'pocket'] as const

function readArrangement(
  given: Given,
  { overlap, printerMargin }: Lengths,
): { readonly arrangement: Arrangement | undefined } | UsageProblem {
  const [option, second] = arranging.filter((name) => given.has(name))
  if (second !== undefined) {
    return { message: `--${option ?? ''} and --${second} do not go together` }
  }
  if (option !== 'tile') {
    const alone = ['overlap', 'printer-margin', 'orientation'].find((name) => given.has(name))
    if (alone !== undefined) return { message: `--${alone} goes with --tile` }
  }
  if (option === undefined) return { arrangement: undefined }
  const typed = given.get(option) ?? ''
  const paper = sheetNames.find((name) => name === typed)
  if (paper === undefined) {
    return { message: `there is no paper "${typed}" for sheets`, hint: suggest(typed, sheetNames) }
  }
  const kind = kinds[option]
  if (kind !== 'tiles') return { arrangement: { kind, paper } }
  const wanted = given.get('orientation')
  const orientation = orientations.find((name) => name === wanted)
  if (wanted !== undefined && orientation === undefined) {
    return { message: `there is no orientation "${wanted}"`, hint: suggest(wanted, orientations) }
  }
  return {
    arrangement: {
      kind,
      paper,
      ...(orientation === undefined ? {} : { orientation }),
      ...(overlap === undefined ? {} : { overlap }),
      ...(printerMargin === undefined ? {} : { printerMargin }),
    },
  }
}

const orientations = ['portrait', 'landscape'] as const
const sheetNames: readonly SheetName[] = ['a4', 'letter']
