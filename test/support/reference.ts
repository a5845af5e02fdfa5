/** Compares pictures and texts with those accepted before in test/reference; see test/README.md. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodePng, difference, encodePng, type Raster } from './raster.ts'

const references = fileURLToPath(new URL('../reference/', import.meta.url))

/** Shares of pixels that may differ. */
export const pixelTolerance = { figure: 0, page: 0.001 } as const

/**
 * Throws unless the picture is the accepted one. Then `name.actual.png`, and `name.diff.png` with the pixels that
 * differ in red, lie beside it. `folder` is for tests of this function.
 */
export async function expectPicture(
  name: string,
  raster: Raster,
  {
    tolerance = pixelTolerance.page,
    folder = references,
  }: { readonly tolerance?: number; readonly folder?: string } = {},
): Promise<void> {
  const file = (kind: string): string => `${folder}/${name}${kind}.png`
  forget(file('.actual'), file('.diff'))
  if (!existsSync(file(''))) {
    write(file('.actual'), await encodePng(raster))
    throw new Error(`${name}.png was never accepted. ${howToAccept(name)}`)
  }
  const { share, picture } = difference(await decodePng(readFileSync(file(''))), raster)
  if (share <= tolerance) return
  write(file('.actual'), await encodePng(raster))
  write(file('.diff'), await encodePng(picture))
  throw new Error(`${(100 * share).toFixed(2)} % of ${name}.png differ. ${howToAccept(name)}`)
}

/**
 * Throws unless the text is the accepted one; `name` has an ending (`clamshell.svg`, `handout.tags`). Then
 * `clamshell.actual.svg` lies beside it.
 */
export function expectText(name: string, text: string, { folder = references } = {}): void {
  const file = `${folder}/${name}`
  const actual = file.replace(/(\.\w+)$/, '.actual$1')
  forget(actual)
  const accepted = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (accepted === text) return
  write(actual, text)
  throw new Error(
    accepted === undefined
      ? `${name} was never accepted. ${howToAccept(name)}`
      : `${name} differs: ${firstDifference(accepted, text)}. ${howToAccept(name)}`,
  )
}

function firstDifference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const line = now.findIndex((text, index) => text !== old[index])
  const at = line === -1 ? now.length : line
  return `line ${at + 1} was ${JSON.stringify(old[at])} and is ${JSON.stringify(now[at])}`
}

function howToAccept(name: string): string {
  return `Look at it; when it is right: npm run test:accept ${name}`
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

function forget(...files: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true })
}
