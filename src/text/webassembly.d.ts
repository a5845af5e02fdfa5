/** The part of the WebAssembly interface that `wasm.ts` uses: neither ES2023 nor @types/node 20 declares it. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string
  }
  const Module: new (bytes: Uint8Array) => Module
  class Instance {
    constructor(
      module: Module,
      imports: Record<string, Record<string, (...values: number[]) => unknown>>,
    )
    readonly exports: unknown
  }
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
}
