/** What a figure is drawn from: plain data, so that any thread can draw it, and its hash is the figure's name. */
import { createHash } from 'node:crypto'
import type { BodyModel, Look } from '../model/body.ts'
import type { FigureDescription, PhaseName } from '../model/pose.ts'

export interface FigureRequest {
  readonly phase: PhaseName
  readonly description: FigureDescription
  readonly body: BodyModel
  readonly look: Look
  /** Where it is felt: shown in the picture of the end. */
  readonly muscles: readonly string[]
}

/** Names a sketch: everything it is made from, and the version of the program's drawing code. */
export function requestKey(request: FigureRequest, version: string): string {
  const text = `${version}\n${canonicalJson(request)}`
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** JSON in which the order of fields does not count. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
