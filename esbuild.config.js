/**
 * Bundles the command line and the library into dist/.
 *
 * One file per entry instead of a few hundred modules is half of the start-up time. `fontkit` is left
 * out: pdfkit imports it for the fonts it opens itself, which Posepress never asks of it (text/ shapes
 * and subsets with HarfBuzz), and loading it costs more than the rest of pdfkit together.
 */
import { build } from 'esbuild'

const withoutFontkit = {
  name: 'without-fontkit',
  setup(bundle) {
    bundle.onResolve({ filter: /^fontkit$/ }, () => ({ path: 'fontkit', namespace: 'empty' }))
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }))
  },
}

await build({
  entryPoints: { posepress: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['sharp'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [withoutFontkit],
  logLevel: 'warning',
})
