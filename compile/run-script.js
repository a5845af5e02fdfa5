/**
 * Runs a large chunk of the bundle as a script, with the bytecode that V8 made of it when it was compiled:
 * to parse a megabyte of JavaScript, and to compile function after function of it, is an eighth of the time
 * of a process that prints one handout. Another version of V8 refuses the bytecode, and parses as ever.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

// V8 compiles a WebAssembly function anew, optimized, once it has run long enough. One function of HarfBuzz'
// subsetter has 153 KB: optimizing it takes 250 ms, begins with the first document, and keeps a process that
// is done from ending. With ten times V8's own patience a process that prints one document of four pages takes
// 500 ms instead of 750; hundreds in one process are as fast as before. Set here, before any script is
// compiled, because V8 takes bytecode only from a process with the same flags.
setFlagsFromString('--wasm-tiering-budget=18000000')

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
