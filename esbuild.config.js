/**
 * Bundles the command line and the library into dist/.
 *
 * One file per entry instead of a few hundred modules is more than half of the start-up time. Large files
 * become scripts with their bytecode beside them (`src/compile/`), which saves 40 ms of the next 300. Some of
 * what the libraries import is left out or replaced:
 *
 * - `fontkit`, `png-js` and `@noble/ciphers`, with which pdfkit opens fonts, reads PNG files and encrypts.
 *   We ask for none of that: text/ shapes and subsets with HarfBuzz. To load them costs more than the rest
 *   of pdfkit together; the tables of AES alone, computed on loading, take 8 ms.
 * - `tiny-inflate`, which unpacks the table of linebreak in JavaScript: zlib does it in a tenth of 12 ms.
 * - `css-tree` comes as its own single-file build, because its modules read their data files by relative path.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { figureCode } from './src/compile/figure-code.js'
import { turnIntoScripts } from './src/compile/as-scripts.js'

const { resolve } = createRequire(import.meta.url)

const leftOut = { fontkit: ['create'], '@noble/ciphers/aes': ['cbc', 'ecb'], 'png-js': ['default'] }

const replacedPackages = {
  name: 'replaced-packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^(fontkit|@noble\/ciphers\/aes|png-js)$/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }))
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: [
        `function missing() { throw new Error('${path} is left out of the bundle') }`,
        `export { ${leftOut[path].map((name) => `missing as ${name}`).join(', ')} }`,
      ].join('\n'),
    }))
    bundle.onResolve({ filter: /^tiny-inflate$/ }, ({ path }) => ({ path, namespace: 'by-zlib' }))
    bundle.onLoad({ filter: /.*/, namespace: 'by-zlib' }, () => ({
      contents: [
        `const { inflateRawSync } = require('node:zlib')`,
        `module.exports = (packed, unpacked) => (unpacked.set(inflateRawSync(packed)), unpacked)`,
      ].join('\n'),
    }))
    bundle.onResolve({ filter: /^css-tree$/ }, () => ({
      path: resolve('css-tree/dist/csstree.esm'),
    }))
  },
}

// It waits for its WebAssembly with a top-level await, which only a module may.
const yogaApart = {
  name: 'yoga-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^yoga-layout$/ }, () => ({ path: './yoga.js', external: true }))
  },
}

rmSync('dist', { recursive: true, force: true })

const common = {
  bundle: true,
  outdir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Names stay, so that the stack of a crash can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  // Nothing here may use the network. Yoga would decode its own WebAssembly through fetch, and that loads
  // all of Node's HTTP client, 24 ms; without fetch it decodes it itself.
  define: { fetch: 'undefined', FIGURE_CODE: JSON.stringify(figureCode()) },
  banner: {
    js: [
      `import { createRequire as __createRequire } from 'node:module'`,
      `const require = __createRequire(import.meta.url)`,
    ].join(';'),
  },
  logLevel: 'warning',
}

const apart = {
  yoga: 'yoga-layout',
  'run-script': 'src/compile/run-script.js',
  'figure-worker': 'src/figure/workers/worker.ts',
}
await build({ ...common, entryPoints: apart })
const { metafile } = await build({
  ...common,
  entryPoints: { posepress: 'src/cli/main.ts', index: 'src/index.ts' },
  splitting: true,
  external: ['sharp'],
  plugins: [replacedPackages, yogaApart],
  metafile: true,
})
await turnIntoScripts(metafile.outputs)

// pdfkit reads the colour profile of the output intent from beside its own code.
const profile = join('data', 'sRGB_IEC61966_2_1.icc')
mkdirSync(join('dist', 'data'), { recursive: true })
cpSync(join(dirname(resolve('pdfkit')), profile), join('dist', profile))

// A program that cannot print compiles all the same: it only starts more slowly.
spawnSync(process.execPath, ['src/compile/record-code-cache.js'], { stdio: 'inherit' })
