/** Tasks done by several threads at once, or by this one where threads cannot be started. */
import { Worker } from 'node:worker_threads'
import type { Answer, Order } from './serve.ts'
import type { DoTask } from './task.ts'

export interface PoolOptions {
  /** The module that each thread runs: `worker.ts`, compiled. */
  readonly entry: URL
  /** How many threads at most; each is started when all others are busy. */
  readonly threads: number
  /** Does what no thread could. */
  readonly here: DoTask
}

interface Job {
  readonly order: Order
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (problem: Error) => void
}

interface Thread {
  readonly worker: Worker
  job: Job | undefined
}

/** Threads wait for more work as long as the process lives, and do not keep it alive. */
export function createPool({ entry, threads, here }: PoolOptions): DoTask {
  const team: Thread[] = []
  const waiting: Job[] = []
  let nextId = 1
  let canStart = true

  /** Give waiting jobs to idle threads, and start threads for the rest. */
  function assign(): void {
    while (waiting.length > 0) {
      const idle = team.find(({ job }) => job === undefined) ?? start()
      const job = idle === undefined ? undefined : waiting.shift()
      if (idle === undefined || job === undefined) break
      idle.job = job
      idle.worker.ref()
      idle.worker.postMessage(job.order)
    }
    if (canStart || team.length > 0) return
    for (const job of waiting.splice(0)) doInstead(job)
  }

  function start(): Thread | undefined {
    if (!canStart || team.length >= threads) return undefined
    try {
      const thread: Thread = { worker: new Worker(entry), job: undefined }
      thread.worker.on('message', (answer: Answer) => finish(thread, answer))
      thread.worker.on('error', () => lose(thread))
      thread.worker.unref()
      team.push(thread)
      return thread
    } catch {
      canStart = false
      return undefined
    }
  }

  function finish(thread: Thread, answer: Answer): void {
    const { job } = thread
    thread.job = undefined
    thread.worker.unref()
    if (job !== undefined) {
      if ('bytes' in answer) job.resolve(answer.bytes)
      else job.reject(new Error(answer.failure))
    }
    assign()
  }

  /** A thread that could not be started, or ran out of memory: its work is done here, and no other is tried. */
  function lose(thread: Thread): void {
    canStart = false
    team.splice(team.indexOf(thread), 1)
    if (thread.job !== undefined) doInstead(thread.job)
    assign()
  }

  function doInstead({ order, resolve, reject }: Job): void {
    here(order.task).then(resolve, reject)
  }

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ order: { id: nextId, task }, resolve, reject })
      nextId += 1
      assign()
    })
}
