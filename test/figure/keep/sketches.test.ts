import { describe, expect, test } from 'vitest'
import type { KeptFiles } from '../../../src/content/kept-files.ts'
import { requestKey } from '../../../src/figure/request.ts'
import type { FigureRequest } from '../../../src/figure/request.ts'
import { createSketches } from '../../../src/figure/sketches.ts'
import { performTask } from '../../../src/figure/workers/task.ts'
import type { DoTask, FigureTask } from '../../../src/figure/workers/task.ts'
import { smallCode, smallRequest } from './small-sketch.ts'

/** Draws small sketches and counts them. */
function createCounter() {
  const drawn: FigureTask[] = []
  const doTask: DoTask = (task) => {
    drawn.push(task)
    return Promise.resolve(performTask(task, smallCode))
  }
  return { drawn, doTask }
}

function memory(): KeptFiles & { readonly names: () => readonly string[] } {
  const files = new Map<string, Uint8Array>()
  return {
    read: (name) => files.get(name),
    write: (name, bytes) => void files.set(name, bytes),
    names: () => [...files.keys()],
  }
}

describe('sketches', () => {
  test('are drawn once for a run, however often they are asked for', async () => {
    const { doTask, drawn } = createCounter()
    const sketches = createSketches({ doTask, version: '1' })
    const found = await Promise.all([0, 1, 0].map((turn) => sketches.of(smallRequest(turn))))
    expect(found.map(({ width }) => width)).toEqual([1, 2, 1])
    expect(drawn).toHaveLength(2)
  })

  test('are drawn once for all runs with the same drawing code', async () => {
    const { doTask, drawn } = createCounter()
    const kept = memory()
    for (const version of ['1', '1', '2']) {
      const { key, width, read } = await createSketches({ doTask, version, kept }).of(
        smallRequest(),
      )
      expect([key, width]).toEqual([requestKey(smallRequest(), version), 1])
      expect(read().key).toBe(key)
    }
    expect(drawn).toHaveLength(2)
    expect(kept.names()).toEqual([
      `sketch-${requestKey(smallRequest(), '1')}`,
      `sketch-${requestKey(smallRequest(), '2')}`,
    ])
  })

  test('that are drawn are counted, those that were kept are not', async () => {
    const { doTask } = createCounter()
    const kept = memory()
    await createSketches({ doTask, version: '1', kept }).of(smallRequest(2))
    const told: string[] = []
    const onProgress = (done: number, asked: number) => told.push(`${done}/${asked}`)
    const sketches = createSketches({ doTask, version: '1', kept, onProgress })
    await Promise.all([0, 1, 2].map((turn) => sketches.of(smallRequest(turn))))
    await sketches.of(smallRequest(3))
    expect(told).toEqual(['0/1', '0/2', '1/2', '2/2', '0/1', '1/1'])
  })

  test('that cannot be drawn say so to everybody who asks', async () => {
    const sketches = createSketches({
      doTask: () => Promise.reject(new Error('a bug')),
      version: '1',
    })
    await expect(sketches.of(smallRequest())).rejects.toThrow('a bug')
    await expect(sketches.of(smallRequest())).rejects.toThrow('a bug')
  })
})

describe('the name of a sketch', () => {
  test('does not depend on the order of fields', () => {
    const { phase, ...rest } = smallRequest()
    expect(requestKey({ ...rest, phase }, '1')).toBe(requestKey(smallRequest(), '1'))
  })

  test.each<[string, FigureRequest]>([
    ['phase', { ...smallRequest(), phase: 'start' }],
    ['camera', smallRequest(1)],
    [
      'muscles',
      {
        ...smallRequest(),
        feel: [{ muscle: { id: 'soleus', width: 0.1, on: ['leg'], fibres: [] }, side: 'left' }],
      },
    ],
    ['body', { ...smallRequest(), body: { ...smallRequest().body, stature: 2 } }],
    ['look', { ...smallRequest(), look: { ...smallRequest().look, glasses: true } }],
  ])('changes with the %s', (_what, request) => {
    expect(requestKey(request, '1')).not.toBe(requestKey(smallRequest(), '1'))
  })
})
