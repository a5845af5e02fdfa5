/** One figure by the study whose folder is given: prints the milliseconds it took, as JSON. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { now } from './clock.mjs'

const [folder, exercise, phase] = process.argv.slice(2)
const { exerciseSvg } = await import(pathToFileURL(`${folder}/svg.mjs`).href)
const { exercises } = parse(readFileSync(`${folder}/poses.yaml`, 'utf8'), { merge: true })
const start = now()
exerciseSvg(exercise, exercises[exercise], phase, { palette: 'color', ppm: 460 })
process.stdout.write(JSON.stringify(now() - start))
