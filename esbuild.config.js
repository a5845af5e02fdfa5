/**
 * Bundles the command line and the library into dist/.
 *
 * One file per entry instead of a few hundred modules is more than half of the start-up time. Two packages
 * are replaced: `fontkit`, which pdfkit imports for the fonts it opens itself, is left out, because text/
 * shapes and subsets with HarfBuzz and loading it costs more than the rest of pdfkit together; `css-tree`
 * comes as its own single-file build, because its modules read their data files by relative path.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const { resolve } = createRequire(import.meta.url)

const replacedPackages = {
  name: 'replaced-packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^fontkit$/ }, () => ({ path: 'fontkit', namespace: 'left-out' }))
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: `export function create() { throw new Error('fontkit is left out of the bundle') }`,
    }))
    bundle.onResolve({ filter: /^css-tree$/ }, () => ({
      path: resolve('css-tree/dist/csstree.esm'),
    }))
  },
}

rmSync('dist', { recursive: true, force: true })

await build({
  entryPoints: { posepress: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['sharp'],
  // Names stay, so that the stack of a crash can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  // Nothing here may use the network. Yoga would decode its own WebAssembly through fetch, and that loads
  // all of Node's HTTP client, 24 ms; without fetch it decodes it itself.
  define: { fetch: 'undefined' },
  banner: {
    js: [
      `import { createRequire as __createRequire } from 'node:module'`,
      `const require = __createRequire(import.meta.url)`,
    ].join(';'),
  },
  plugins: [replacedPackages],
  logLevel: 'warning',
})

// pdfkit reads the colour profile of the output intent from beside its own code.
const profile = join('data', 'sRGB_IEC61966_2_1.icc')
mkdirSync(join('dist', 'data'), { recursive: true })
cpSync(join(dirname(resolve('pdfkit')), profile), join('dist', profile))
