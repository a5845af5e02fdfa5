/** What V8 is told so that a process that prints one document is done sooner. */
import { setFlagsFromString } from 'node:v8'

/**
 * Said before anything else runs. V8 optimizes functions that have run for a while, on a thread of its own; for
 * a process that prints one document that is work for nothing, a tenth of its time.
 *
 * The same for WebAssembly: one function of HarfBuzz' subsetter has 153 KB. Optimizing it takes 250 ms, begins
 * with the first document, and keeps a process that is done from ending. With ten times V8's own patience
 * hundreds of documents in one process are printed as fast as before.
 */
export function optimizeLate(): void {
  setFlagsFromString('--interrupt-budget=400000')
  setFlagsFromString('--wasm-tiering-budget=18000000')
}

/** Said when a document is printed, because where there was one, there may be many: V8's own number again. */
export function optimizeAsEver(): void {
  setFlagsFromString('--interrupt-budget=67584')
}

/**
 * Said before a figure is drawn. Its innermost loops are WebAssembly, and of the rest most runs for milliseconds: with
 * twice V8's own patience a first build takes less, because its threads do not wait for compilers.
 */
export function optimizeForDrawing(): void {
  setFlagsFromString('--interrupt-budget=135168')
}
