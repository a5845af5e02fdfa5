/** Figures by the study whose folder is given, one after another: prints the milliseconds each took, as JSON. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { now } from './clock.mjs'

const [folder, ...names] = process.argv.slice(2)
const { exerciseSvg } = await import(pathToFileURL(`${folder}/svg.mjs`).href)
const { exercises } = parse(readFileSync(`${folder}/poses.yaml`, 'utf8'), { merge: true })
const drawing = names.map((name) => {
  const [exercise, phase] = name.split(' ')
  const start = now()
  exerciseSvg(exercise, exercises[exercise], phase, { palette: 'color', ppm: 460 })
  return now() - start
})
process.stdout.write(JSON.stringify({ drawing }))
