/** Lines along marked cracks inside a picture: chains from end to end, joined straight on where three or more meet. */
import { crackBelow, crackBeside } from './grid.ts'
import type { CrackPlace, Polyline } from './grid.ts'

export interface CrackChain {
  readonly points: Polyline
  /** The cracks along it, one for each point. */
  readonly cracks: Int32Array
  readonly isClosed: boolean
  /** How many cracks meet at each end: 1 is a free end, as is that of a closed chain. */
  readonly ends: readonly [number, number]
}

/** Spurs up to this many cracks long are noise of a junction. */
const spur = 5
/** Cracks that decide in which direction a chain leaves a junction. */
const outlook = 10

interface Run {
  cracks: number[]
  first: number
  last: number
  isGone: boolean
}

export function chainCracks(
  marked: Uint8Array,
  width: number,
  height: number,
  placeOf: CrackPlace,
): readonly CrackChain[] {
  const across = width + 1
  const isOn = marked.slice()

  /** The two corners of pixels that a crack joins. */
  const cornersOf = (crack: number): readonly [number, number] => {
    const pixel = crack >> 1
    const x = pixel % width
    const y = (pixel - x) / width
    return crack % 2 === 0
      ? [y * across + x + 1, (y + 1) * across + x + 1]
      : [(y + 1) * across + x, (y + 1) * across + x + 1]
  }
  const otherCorner = (crack: number, corner: number): number => {
    const [a, b] = cornersOf(crack)
    return a === corner ? b : a
  }
  /** The marked cracks at a corner. */
  const cracksAt = (corner: number): number[] => {
    const x = corner % across
    const y = (corner - x) / across
    const found: number[] = []
    const look = (px: number, py: number, crack: (pixel: number) => number) => {
      if (px < 0 || py < 0 || px >= width || py >= height) return
      const id = crack(py * width + px)
      if (isOn[id] === 1) found.push(id)
    }
    look(x - 1, y - 1, crackBeside)
    look(x - 1, y, crackBeside)
    look(x - 1, y - 1, crackBelow)
    look(x, y - 1, crackBelow)
    return found
  }

  /** How many marked cracks meet at a corner. */
  const countAt = (corner: number): number => {
    const x = corner % across
    const y = (corner - x) / across
    const above = (y - 1) * width
    const row = y * width
    const isLeft = x > 0
    const isRight = x < width
    return (
      (isLeft && y > 0
        ? (isOn[(above + x - 1) * 2] ?? 0) + (isOn[(above + x - 1) * 2 + 1] ?? 0)
        : 0) +
      (isLeft && y < height ? (isOn[(row + x - 1) * 2] ?? 0) : 0) +
      (isRight && y > 0 ? (isOn[(above + x) * 2 + 1] ?? 0) : 0)
    )
  }

  const all: number[] = []
  for (let crack = isOn.indexOf(1); crack >= 0; crack = isOn.indexOf(1, crack + 1)) all.push(crack)
  for (const most of [spur - 1, spur]) prune(all, most)

  /** Takes away short runs that leave a junction and end. */
  function prune(cracks: readonly number[], most: number): void {
    for (const crack of cracks) {
      if (isOn[crack] !== 1) continue
      for (const corner of cornersOf(crack)) {
        if (countAt(corner) !== 1) continue
        const path = [crack]
        let at = otherCorner(crack, corner)
        let next = cracksAt(at).filter((other) => other !== crack)
        while (next.length === 1 && path.length <= most) {
          const [step = -1] = next
          path.push(step)
          at = otherCorner(step, at)
          next = cracksAt(at).filter((other) => other !== step)
        }
        if (next.length > 1 && path.length <= most) for (const gone of path) isOn[gone] = 0
        break
      }
    }
  }

  const used = new Uint8Array(isOn.length)
  const runs: Run[] = []
  function walk(crack: number, corner: number): void {
    const run: Run = { cracks: [], first: corner, last: corner, isGone: false }
    let step = crack
    let at = corner
    for (;;) {
      used[step] = 1
      run.cracks.push(step)
      at = otherCorner(step, at)
      const here = cracksAt(at)
      const next = here.length === 2 ? here.find((other) => used[other] === 0) : undefined
      if (next === undefined) break
      step = next
    }
    run.last = at
    runs.push(run)
  }
  for (const crack of all) {
    if (isOn[crack] !== 1 || used[crack] === 1) continue
    for (const corner of cornersOf(crack)) {
      if (used[crack] === 0 && countAt(corner) !== 2) walk(crack, corner)
    }
  }
  for (const crack of all) {
    if (isOn[crack] === 1 && used[crack] === 0) walk(crack, cornersOf(crack)[0])
  }

  const pointOf = (crack: number): readonly [number, number] => {
    const pixel = crack >> 1
    const x = (pixel % width) + 0.5
    const y = Math.floor(pixel / width) + 0.5
    const share = placeOf(pixel, crack % 2 === 0 ? pixel + 1 : pixel + width)
    return crack % 2 === 0 ? [x + share, y] : [x, y + share]
  }
  joinRuns(runs, pointOf)
  return runs
    .filter((run) => !run.isGone)
    .map((run) => {
      const isClosed = run.first === run.last && run.cracks.length > 4
      return {
        points: Float64Array.from(run.cracks.flatMap(pointOf)),
        cracks: Int32Array.from(run.cracks),
        isClosed: isClosed && countAt(run.first) === 2,
        ends: [countAt(run.first), countAt(run.last)] as const,
      }
    })
}

/** Where three or more runs meet, the two that go straightest on become one. */
function joinRuns(runs: Run[], pointOf: (crack: number) => readonly [number, number]): void {
  const byCorner = new Map<number, Run[]>()
  const register = (run: Run) => {
    for (const corner of new Set([run.first, run.last])) {
      const list = byCorner.get(corner)
      if (list) list.push(run)
      else byCorner.set(corner, [run])
    }
  }
  runs.forEach(register)
  const leaving = (run: Run, corner: number): readonly [number, number] => {
    const list = run.first === corner ? run.cracks : run.cracks.slice().reverse()
    const [ax, ay] = pointOf(list[0] ?? 0)
    const [bx, by] = pointOf(list[Math.min(outlook, list.length - 1)] ?? 0)
    const size = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1
    return [(bx - ax) / size, (by - ay) / size]
  }
  for (const [corner, here] of byCorner) {
    const open = here.filter((run) => !run.isGone && run.first !== run.last)
    if (open.length < 3) continue
    let straightest = -0.5
    let pair: readonly [Run, Run] | undefined
    open.forEach((a, index) => {
      for (const b of open.slice(index + 1)) {
        const [ax, ay] = leaving(a, corner)
        const [bx, by] = leaving(b, corner)
        if (ax * bx + ay * by < straightest) {
          straightest = ax * bx + ay * by
          pair = [a, b]
        }
      }
    })
    if (!pair) continue
    const [a, b] = pair
    const before = a.last === corner ? a : reversed(a)
    const after = b.first === corner ? b : reversed(b)
    a.isGone = true
    b.isGone = true
    const joined: Run = {
      cracks: [...before.cracks, ...after.cracks],
      first: before.first,
      last: after.last,
      isGone: false,
    }
    runs.push(joined)
    register(joined)
  }
}

function reversed(run: Run): Run {
  return { ...run, cracks: run.cracks.slice().reverse(), first: run.last, last: run.first }
}
