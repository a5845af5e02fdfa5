import { defineConfig } from 'vitest/config'
import { figureCode } from './src/compile/figure-code.js'

export default defineConfig({
  // As in the compiled program: figures are kept between runs of the tests.
  define: { FIGURE_CODE: JSON.stringify(figureCode()) },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
})
