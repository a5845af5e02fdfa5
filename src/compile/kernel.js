/**
 * `node src/compile/kernel.js` compiles the kernel of the figures (`src/figure/kernel/`, AssemblyScript) into
 * `kernel-code.ts` beside it, which is kept in the repository: who only prints does not wait for its compiler.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import asc from 'assemblyscript/asc'

const figure = new URL('../figure/', import.meta.url)
export const kernelCodeFile = new URL('kernel-code.ts', figure)

export async function compileKernel() {
  let code
  const { error, stderr } = await asc.main(
    [
      'kernel/index.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      // Memory is taken by memory.ts alone.
      '--runtime',
      'stub',
      '--use',
      'abort=',
    ],
    {
      readFile: (name) => readFile(new URL(name, figure), 'utf8').catch(() => null),
      writeFile: (_, contents) => {
        code = Buffer.from(contents)
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(stderr.toString(), { cause: error })
  return [
    '/** The kernel, compiled by `node src/compile/kernel.js`. */',
    `export const kernelCode = '${code.toString('base64')}'`,
    '',
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(kernelCodeFile, await compileKernel())
}
