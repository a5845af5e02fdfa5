/** What a drawing thread does with its port; the drawing itself is given, so that tests bring their own. */
import type { MessagePort } from 'node:worker_threads'
import { sketchBytes } from '../keep.ts'
import type { FigureRequest } from '../request.ts'
import type { Sketch } from '../sketch.ts'

/** What a thread is asked, and what it answers; `id` pairs them. */
export interface Order {
  readonly id: number
  readonly request: FigureRequest
}

export type Answer =
  | { readonly id: number; readonly bytes: Uint8Array }
  /** A bug of ours: the stack, because an error loses it on its way between threads. */
  | { readonly id: number; readonly failure: string }

export function serveRequests(port: MessagePort, draw: (request: FigureRequest) => Sketch): void {
  port.on('message', ({ id, request }: Order) => {
    let answer: Answer
    try {
      answer = { id, bytes: sketchBytes(draw(request)) }
    } catch (thrown) {
      const failure = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
      answer = { id, failure }
    }
    port.postMessage(answer)
  })
}
