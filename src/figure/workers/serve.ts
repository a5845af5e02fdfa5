/** What a thread does with its port; the code that draws is given, so that tests bring their own. */
import type { MessagePort } from 'node:worker_threads'
import { performTask } from './task.ts'
import type { DrawingCode, FigureTask } from './task.ts'

/** What a thread is asked, and what it answers; `id` pairs them. */
export interface Order {
  readonly id: number
  readonly task: FigureTask
}

export type Answer =
  | { readonly id: number; readonly bytes: Uint8Array }
  /** A bug of ours: the stack, because an error loses it on its way between threads. */
  | { readonly id: number; readonly failure: string }

export function serveTasks(port: MessagePort, code: DrawingCode): void {
  port.on('message', ({ id, task }: Order) => {
    let answer: Answer
    try {
      answer = { id, bytes: performTask(task, code) }
    } catch (thrown) {
      const failure = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
      answer = { id, failure }
    }
    port.postMessage(answer)
  })
}
