/**
 * node src/compile/record-code-cache.js: keep the bytecode of what a process runs that prints a handout, beside
 * the chunks it belongs to.
 */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import {
  buildDocument,
  diskFiles,
  noFigures,
  openPress,
  readContent,
  readSvgFile,
} from '../../dist/index.js'
import { optimizeLate, scripts } from '../../dist/run-script.js'

// The functions that run once, at the start, are the first that V8 would forget.
setFlagsFromString('--no-flush-bytecode')

const files = diskFiles('.')
const { pack } = await readContent(files)
// To draw the figures would take longer than all else; what draws them runs in threads of its own.
const press = openPress(files, { figuresOf: () => noFigures })
for (const document of pack.documents.entries.keys()) {
  for (const locale of pack.strings.entries.keys()) {
    await buildDocument(press, pack, { document, locale, paper: 'a4', edition: 'standard' })
  }
}
// None of them holds a drawing from a file.
const drawing =
  '<svg viewBox="0 0 9 9"><g fill="#123"><path d="M1 1L2.5-3C1,2 3,4 5,6zm1 1"/></g></svg>'
readSvgFile({ path: 'drawing.svg', text: drawing }, () => undefined)

// Bytecode is bound to the flags it was made with.
setFlagsFromString('--flush-bytecode')
optimizeLate()
for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData())
