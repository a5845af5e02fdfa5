/** Typst through its Node binding: a compiler in native code, kept between handouts. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { folder, fonts, read } from '../handouts.mjs'

export async function open() {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: [read(fonts.regular), read(fonts.bold)] }],
  })
  return {
    async print(handout) {
      compiler.mapShadow(`${folder}handout.json`, Buffer.from(JSON.stringify(handout)))
      const compiled = compiler.compile({ mainFilePath: `${folder}peers/handout.typ` })
      if (compiled.hasError()) {
        compiled.printErrors()
        throw new Error('Typst could not compile the handout')
      }
      const pdf = compiler.pdf(compiled.result, { creationTimestamp: 0 })
      // Without this its memory grows with every handout.
      compiler.evictCache(10)
      return pdf
    },
  }
}
