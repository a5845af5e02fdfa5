/** Ink: the silhouette, contours where one form stands before another, creases, and seams of clothing. */
import { place } from '../kernel.ts'
import type { Kernel } from '../kernel.ts'
import type { Line, LineRole } from '../sketch.ts'
import { chainCracks } from '../trace/chains.ts'
import type { CrackChain } from '../trace/chains.ts'
import { fair, measure, resample, smooth } from '../trace/fair.ts'
import type { Polyline } from '../trace/grid.ts'
import { traceMask } from '../trace/loops.ts'
import { contourCrack, creaseCrack, fineCrack, seamCrack } from '../codes.ts'
import type { Cracks } from './cracks.ts'
import { fairLoop, rounded } from './picture.ts'
import type { Picture } from './picture.ts'

/** Metres between the points of a line. */
const spacing = 0.003
/** Square metres: smaller gaps between limbs are not outlined. */
export const leastHole = 0.0002
/** Share of the weight at a free end, and the metres over which it grows. */
const tip = 0.3
const taper = 0.05
/** The silhouette is heavier below and to the right, by this share. */
const lean = 0.25
/** Gaps in metres at which a contour begins to show and has its full weight. */
const faint = 0.003
const full = 0.025
const creaseWeight = 0.6
const fineWeight = 0.8

/** Closed outer lines, and those round holes. */
export function drawSilhouettes(picture: Picture): readonly Polyline[] {
  const { buffers, refiner, isBody } = picture
  const { width, height, pixelsPerMetre } = buffers
  const least = leastHole * pixelsPerMetre * pixelsPerMetre
  return traceMask(isBody, width, height, least, refiner.edge).map(({ points }) =>
    fairLoop(points, 1.4),
  )
}

export function silhouetteLine(points: Polyline, pixelsPerMetre: number): Line {
  const spaced = resample(points, spacing * pixelsPerMetre, true)
  const count = spaced.length / 2
  const weights = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const before = (i - 2 + count) % count
    const after = (i + 2) % count
    const dx = (spaced[2 * after] ?? 0) - (spaced[2 * before] ?? 0)
    const dy = (spaced[2 * after + 1] ?? 0) - (spaced[2 * before + 1] ?? 0)
    const size = Math.sqrt(dx * dx + dy * dy) || 1
    // The inside is to the left of the way: the outward normal is (-dy, dx) with y downwards.
    const below = (-dy * 0.4 + dx * 0.8) / size
    weights[i] = 1 + lean * Math.min(1, Math.max(-1, below))
  }
  return lineOf('silhouette', spaced, evened(weights, 3, true), true, pixelsPerMetre)
}

/** Everything inside the silhouette that is traced along cracks. */
export function drawInnerLines(
  picture: Picture,
  cracks: Cracks,
  silhouettes: readonly Polyline[],
): readonly Line[] {
  const { buffers, refiner, kernel } = picture
  const { width, height, pixelsPerMetre } = buffers
  const chains = chainCracks(cracks.isOfAKind, width, height, refiner.edge).map((chain) => ({
    chain,
    points: fair(chain.points, 1.6, chain.isClosed),
  }))
  const isAtRim = rimTest(picture)
  const draw = (known: readonly Traced[]) => {
    const nearest = nearestOf([...silhouettes, ...known.map(({ points }) => points)], kernel)
    return known.map((traced) => {
      const whole = attach(traced.chain, traced.points, nearest, isAtRim)
      const runs = splitByKind(traced.chain, whole, cracks, pixelsPerMetre)
      return { traced, lines: drawRuns(runs, cracks, pixelsPerMetre) }
    })
  }
  // A line that is not drawn holds no other: what met it ends free, and may then be too short itself.
  const drawn = draw(chains).filter(({ lines }) => lines.length > 0)
  return draw(drawn.map(({ traced }) => traced)).flatMap(({ lines }) => lines)
}

interface Traced {
  readonly chain: CrackChain
  readonly points: Polyline
}

function drawRuns(runs: readonly Run[], cracks: Cracks, pixelsPerMetre: number): readonly Line[] {
  const lines = runs.map((run) => runLine(run, cracks, pixelsPerMetre))
  return runs.flatMap((run, k) => {
    const isAlone = [lines[k - 1]?.length === 0, lines[k + 1]?.length === 0]
    if (!isAlone[0] && !isAlone[1]) return lines[k] ?? []
    const isHeld = [run.isHeld[0] && !isAlone[0], run.isHeld[1] && !isAlone[1]] as const
    return runLine({ ...run, isHeld }, cracks, pixelsPerMetre)
  })
}

/** A stretch of a chain that is all ink or all seam. */
interface Run extends Attached {
  readonly cracks: Int32Array
  readonly isClosed: boolean
  readonly isSeam: boolean
}

/** Where a contour fades into a seam, the line goes on as another: stretches too short to tell are part of their neighbour. */
function splitByKind(
  chain: CrackChain,
  { points, isHeld }: Attached,
  cracks: Cracks,
  pixelsPerMetre: number,
): readonly Run[] {
  const count = chain.cracks.length
  const lead = points.length / 2 - count > 0 && isHeld[0] && !chain.isClosed ? 1 : 0
  const seams = Float64Array.from(chain.cracks, (crack) => Number(cracks.kind[crack] === seamCrack))
  const share = evened(seams, Math.max(3, 0.012 * pixelsPerMetre), chain.isClosed)
  const breaks = [0]
  for (let i = 1; i < count; i++) {
    if ((share[i] ?? 0) > 0.5 !== (share[i - 1] ?? 0) > 0.5) breaks.push(i)
  }
  const least = 0.02 * pixelsPerMetre
  const kept = breaks.filter((at, k) => k === 0 || at - (breaks[k - 1] ?? 0) >= least)
  return kept.map((from, k) => {
    const isLast = k === kept.length - 1
    const to = isLast ? count : (kept[k + 1] ?? count)
    const first = k === 0 ? 0 : from + lead
    // A stretch ends on the first point of the next.
    const last = isLast ? points.length / 2 : to + lead + 1
    const middle = Math.floor((from + to) / 2)
    return {
      points: points.subarray(first * 2, last * 2),
      cracks: chain.cracks.subarray(from, to),
      isClosed: chain.isClosed && kept.length === 1,
      isSeam: (share[middle] ?? 0) > 0.5,
      isHeld: [k > 0 || isHeld[0], !isLast || isHeld[1]],
    }
  })
}

function runLine(run: Run, cracks: Cracks, pixelsPerMetre: number): readonly Line[] {
  const ink = run.isSeam ? [] : inkLine(run, cracks, pixelsPerMetre)
  if (ink.length > 0) return ink
  // A step too small for a contour may still be where the material changes.
  let seams = 0
  for (const crack of run.cracks) seams += cracks.isSeam[crack] ?? 0
  if (seams < run.cracks.length * 0.6 || run.cracks.length < 0.019 * pixelsPerMetre) return []
  const points = resample(run.points, spacing * pixelsPerMetre, run.isClosed)
  const weights = tapered(points, pixelsPerMetre, run.isClosed, [true, true])
  return [lineOf('seam', points, weights, run.isClosed, pixelsPerMetre)]
}

interface Attached {
  readonly points: Polyline
  /** Whether each end lies on another line. */
  readonly isHeld: readonly [boolean, boolean]
}

/** Ends that meet another line are drawn right to it: neither short of it nor across. */
function attach(
  chain: CrackChain,
  points: Polyline,
  nearest: NearestPoint,
  isAtRim: (x: number, y: number) => boolean,
): Attached {
  if (chain.isClosed) return { points, isHeld: [true, true] }
  const last = points.length - 2
  const hold = (at: number, lines: number): readonly [number, number] | undefined => {
    const x = points[at] ?? 0
    const y = points[at + 1] ?? 0
    if (lines < 2 && !isAtRim(x, y)) return undefined
    return nearest(x, y, points)
  }
  const start = hold(0, chain.ends[0])
  const end = hold(last, chain.ends[1])
  return {
    points: Float64Array.from([...(start ?? []), ...points, ...(end ?? [])]),
    isHeld: [start !== undefined, end !== undefined],
  }
}

/** The nearest point of all lines but one, when it is near enough to be met. */
type NearestPoint = (x: number, y: number, but: Polyline) => readonly [number, number] | undefined

/** Pixels from which an end meets another line. */
const meeting = 3.2

function nearestOf(lines: readonly Polyline[], kernel: Kernel): NearestPoint {
  const all = new Float64Array(lines.reduce((sum, { length }) => sum + length, 0))
  const starts = new Map<Polyline, number>()
  let next = 0
  for (const line of lines) {
    starts.set(line, next / 2)
    all.set(line, next)
    next += line.length
  }
  const address = place(kernel, all)
  return (x, y, but) => {
    const from = starts.get(but) ?? -1
    const to = from + but.length / 2
    const found = kernel.nearestPoint(address, all.length / 2, from, to, x, y, meeting)
    return found < 0 ? undefined : [all[2 * found] ?? 0, all[2 * found + 1] ?? 0]
  }
}

/** Whether the body ends within two pixels of a place. */
function rimTest({ buffers, isBody }: Picture): (x: number, y: number) => boolean {
  const { width, height } = buffers
  return (x, y) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    for (let v = top - 2; v <= top + 2; v++) {
      for (let u = left - 2; u <= left + 2; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height || isBody[v * width + u] === 0) return true
      }
    }
    return false
  }
}

function inkLine(run: Run, cracks: Cracks, pixelsPerMetre: number): readonly Line[] {
  const { points, isHeld } = run
  const length = run.cracks.length / pixelsPerMetre
  let strong = 0
  let creases = 0
  let fine = 0
  for (const crack of run.cracks) {
    const kind = cracks.kind[crack]
    if (kind === contourCrack && (cracks.gap[crack] ?? 0) > 0.011) strong++
    if (kind === creaseCrack) creases++
    if (kind === fineCrack) fine++
  }
  const count = run.cracks.length
  const isFine = fine > count / 2
  const held = Number(isHeld[0]) + Number(isHeld[1])
  const isClear = strong > count / 2
  const least = isFine ? 0.022 : held === 2 ? (isClear ? 0.008 : 0.025) : held === 1 ? 0.038 : 0.09
  if (length < least) return []
  // Weak evidence must be long to count.
  if (!isFine && strong < count * 0.12 && creases < count * 0.5 && length < 0.146) return []
  if (!isFine && strong === 0 && (creases / pixelsPerMetre < 0.033 || length < 0.083)) return []
  const role: LineRole = isFine ? 'detail' : creases > count * 0.6 ? 'crease' : 'contour'
  const spaced = resample(points, spacing * pixelsPerMetre, run.isClosed)
  const ends = tapered(spaced, pixelsPerMetre, run.isClosed, isHeld)
  const gaps = gapWeights(run, cracks, isFine, spaced.length / 2)
  const weights = ends.map((weight, i) => weight * (gaps[i] ?? 1))
  return [lineOf(role, spaced, weights, run.isClosed, pixelsPerMetre)]
}

/** Where forms merge a contour thins out; where they stand apart it is full. */
function gapWeights(run: Run, cracks: Cracks, isFine: boolean, count: number): Float64Array {
  const own = Float64Array.from(run.cracks, (crack) => {
    if (isFine) return fineWeight
    if (cracks.kind[crack] === creaseCrack) return creaseWeight
    const t = Math.min(1, Math.max(0, ((cracks.gap[crack] ?? 0) - faint) / (full - faint)))
    return 0.45 + 0.55 * t * t * (3 - 2 * t)
  })
  const even = evened(own, 8, run.isClosed)
  const last = own.length - 1
  return Float64Array.from({ length: count }, (_, i) => {
    const at = count > 1 ? (i / (count - 1)) * last : 0
    return even[Math.round(at)] ?? 1
  })
}

/** Full in the middle, thin towards ends that hang free. */
function tapered(
  points: Polyline,
  pixelsPerMetre: number,
  isClosed: boolean,
  isHeld: readonly [boolean, boolean],
): Float64Array {
  const at = measure(points, false)
  const total = at[at.length - 1] ?? 0
  const reach = Math.min(taper * pixelsPerMetre, total * 0.45) || 1
  return Float64Array.from({ length: points.length / 2 }, (_, i) => {
    if (isClosed) return 1
    const from = isHeld[0] ? 1 : Math.min(1, (at[i] ?? 0) / reach)
    const to = isHeld[1] ? 1 : Math.min(1, (total - (at[i] ?? 0)) / reach)
    return tip + (1 - tip) * from * to
  })
}

/** Weights smoothed along the line. */
function evened(weights: Float64Array, sigma: number, isClosed: boolean): Float64Array {
  const pairs = new Float64Array(weights.length * 2)
  weights.forEach((weight, i) => {
    pairs[2 * i] = weight
  })
  const smoothed = smooth(pairs, sigma, isClosed)
  return weights.map((_, i) => smoothed[2 * i] ?? 1)
}

export function lineOf(
  role: LineRole,
  points: Polyline,
  weights: Float64Array,
  isClosed: boolean,
  pixelsPerMetre: number,
): Line {
  const count = points.length / 2
  const triples = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) {
    triples[3 * i] = rounded((points[2 * i] ?? 0) / pixelsPerMetre)
    triples[3 * i + 1] = rounded((points[2 * i + 1] ?? 0) / pixelsPerMetre)
    triples[3 * i + 2] = Math.round((weights[i] ?? 1) * 100) / 100
  }
  return { kind: 'line', role, isClosed, points: triples }
}
