/**
 * Runs a large chunk of the bundle as a script, with the bytecode that V8 made of it when it was compiled:
 * to parse a megabyte of JavaScript, and to compile function after function of it, is an eighth of the time
 * of a process that prints one handout. Another version of V8 refuses the bytecode, and parses as ever.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { optimizeLate } from '../v8-flags.ts'

export { optimizeLate }

// Before any script is compiled: V8 takes bytecode only from a process with the same flags.
if (isMainThread) optimizeLate()

/** By file, for `record-code-cache.js`. */
export const scripts = new Map()

/** The exports of a chunk; `imports` are the chunks that it imports itself, by their relative paths. */
export function runScript(url, imports) {
  const file = fileURLToPath(url)
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: readIfThere(`${file}.cache`),
  })
  scripts.set(file, script)
  const require = createRequire(url)
  const module = { exports: {} }
  script.runInThisContext()(
    (name) => (name in imports ? { __esModule: true, ...imports[name] } : require(name)),
    module.exports,
    module,
    url,
    (path) => import(path),
  )
  return module.exports
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
