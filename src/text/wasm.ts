/** Runs the two HarfBuzz programs that the `harfbuzzjs` package ships, without its JavaScript. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** An address in the program's memory. */
export type Pointer = number

/** What every HarfBuzz program exports. */
export interface HarfBuzzProgram {
  readonly memory: WebAssembly.Memory
  malloc(bytes: number): Pointer
  free(address: Pointer): void
  hb_blob_create(
    data: Pointer,
    length: number,
    mode: number,
    userData: Pointer,
    destroy: Pointer,
  ): Pointer
  hb_blob_destroy(blob: Pointer): void
  hb_face_create(blob: Pointer, index: number): Pointer
  hb_face_destroy(face: Pointer): void
  hb_set_create(): Pointer
  hb_set_destroy(set: Pointer): void
}

/**
 * Start a program of the package. Its file is found as a module, so that it is found from a bundle too;
 * compiling takes 2 to 5 ms, so callers start it only when they need it.
 */
export function startProgram<Program extends HarfBuzzProgram>(
  name: 'harfbuzz' | 'harfbuzz-subset',
): Program {
  const file = createRequire(import.meta.url).resolve(`harfbuzzjs/dist/${name}.wasm`)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    env: {
      emscripten_resize_heap: (size = 0) => grow(program.memory, size),
      _abort_js: fail,
      _setitimer_js: () => 0,
      _emscripten_runtime_keepalive_clear: () => undefined,
    },
    wasi_snapshot_preview1: { proc_exit: fail },
  })
  // WebAssembly exports are untyped; the interfaces state the C functions of the pinned package version.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const program = instance.exports as Program
  initialize(program)
  return program
}

/** Put bytes into the program's memory; the caller frees them. */
export function copyIn(program: HarfBuzzProgram, bytes: Uint8Array): Pointer {
  const address = program.malloc(bytes.length)
  if (address === 0) throw new Error(`HarfBuzz has no memory for ${String(bytes.length)} bytes`)
  new Uint8Array(program.memory.buffer, address, bytes.length).set(bytes)
  return address
}

/** Open a font file in the program; the blob owns nothing, so its memory lives as long as the face. */
export function openFace(program: HarfBuzzProgram, bytes: Uint8Array): Face {
  const data = copyIn(program, bytes)
  const readOnly = 1
  const blob = program.hb_blob_create(data, bytes.length, readOnly, 0, 0)
  const face = program.hb_face_create(blob, 0)
  return {
    face,
    close() {
      program.hb_face_destroy(face)
      program.hb_blob_destroy(blob)
      program.free(data)
    },
  }
}

export interface Face {
  readonly face: Pointer
  close(): void
}

/** A four-letter OpenType tag as a number. */
export function tag(letters: string): number {
  let value = 0
  for (const letter of letters.padEnd(4)) value = (value << 8) | letter.charCodeAt(0)
  return value >>> 0
}

/** Run the constructors of the C++ code; the two programs are built with different names for them. */
function initialize(program: object): void {
  for (const name of ['__wasm_call_ctors', '_initialize']) {
    const start: unknown = Reflect.get(program, name)
    if (typeof start === 'function') start.call(undefined)
  }
}

function grow(memory: WebAssembly.Memory, size: number): number {
  const page = 65536
  const wanted = size >>> 0
  const current = memory.buffer.byteLength
  // Half as much again as asked, so that opening several fonts does not grow it font by font.
  const pages = Math.ceil((wanted - current + wanted / 2) / page)
  return memory.grow(pages) === -1 ? 0 : 1
}

function fail(): never {
  throw new Error('HarfBuzz stopped: a font has driven it into a state that should not exist')
}
