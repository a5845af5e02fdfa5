/** The handout that every peer prints: its data, its files, and personal versions of it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const folder = fileURLToPath(new URL('.', import.meta.url))

const fontFolder = 'node_modules/@expo-google-fonts/atkinson-hyperlegible'

/** Paths from this folder. */
export const fonts = {
  regular: `${fontFolder}/400Regular/AtkinsonHyperlegible_400Regular.ttf`,
  bold: `${fontFolder}/700Bold/AtkinsonHyperlegible_700Bold.ttf`,
}

export function read(path) {
  return readFileSync(`${folder}/${path}`)
}

export function readHandout() {
  return JSON.parse(read('data/handout.json').toString())
}

const firstNames = ['Ana', 'Bruno', 'Chloé', 'Dmitri', 'Elif', 'Farid', 'Grace']
const lastNames = ['Novák', 'Osei', 'Quirke', 'Žukova', 'Løvås', 'Ibáñez', 'Tran', 'Weiß']

/** The handout of one patient: another name, and another dose for every exercise. */
export function personalise(handout, number) {
  const name = `${firstNames[number % 7]} ${lastNames[number % 8]}`
  return {
    ...handout,
    patient: `${name} ${number + 1}`,
    exercises: handout.exercises.map((exercise, index) => ({
      ...exercise,
      dosage: exercise.kind === 'strength' ? reps(number, index) : hold(number, index),
    })),
  }
}

function reps(number, index) {
  const count = 8 + ((number + index) % 9)
  return `${count} reps each side, ${2 + ((number + index) % 3)} sets, week ${1 + (number % 6)}`
}

function hold(number, index) {
  const seconds = 20 + 5 * ((number + index) % 8)
  return `Hold ${seconds} seconds each side, ${1 + (number % 3)} times, daily`
}
