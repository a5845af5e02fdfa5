/** Turns the large chunks of an ESM bundle into scripts, whose bytecode can be kept; small modules that run them take their place. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { transform } from 'esbuild'

/** Below this, reading one more file takes longer than parsing. */
const leastBytes = 100_000

/** `outputs` as the metafile of esbuild lists them. */
export async function turnIntoScripts(outputs) {
  for (const [file, { bytes, imports, exports }] of Object.entries(outputs)) {
    if (bytes < leastBytes) continue
    const { code } = await transform(readFileSync(file, 'utf8'), {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minifyWhitespace: true,
      minifySyntax: true,
      // Modules are asked for where they lie beside the script.
      define: { 'import.meta.url': '__url' },
      supported: { 'dynamic-import': true },
    })
    const script = file.replace(/\.js$/, '.cjs')
    writeFileSync(script, functionOf(code, imports))
    writeFileSync(file, moduleOf(basename(script), imports, exports))
  }
}

/** A script has no `import()` of its own. */
function functionOf(code, imports) {
  const loaded = imports.filter(({ kind }) => kind === 'dynamic-import')
  const body = loaded.reduce((text, { path, external }) => {
    const specifier = JSON.stringify(external ? path : `./${basename(path)}`)
    return text.replaceAll(`import(${specifier})`, `__import(${specifier})`)
  }, code)
  return `(function(require,exports,module,__url,__import){${body}})`
}

function moduleOf(script, imports, exports) {
  const chunks = imports
    .filter(({ kind, path }) => kind === 'import-statement' && /\.js$/.test(path))
    .map(({ path }) => `./${basename(path)}`)
  return [
    `import { runScript } from './run-script.js'`,
    ...chunks.map((path, index) => `import * as chunk${index} from '${path}'`),
    `const imports = { ${chunks.map((path, index) => `'${path}': chunk${index}`).join(', ')} }`,
    `export const { ${exports.join(', ')} } = runScript(new URL('./${script}', import.meta.url).href, imports)`,
    '',
  ].join('\n')
}
