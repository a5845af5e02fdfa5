/** node print.mjs PEER COUNT FOLDER: print COUNT personal handouts in one process; says on the last line what it took. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { personalise, readHandout } from './handouts.mjs'

const [, , peer, count, folder] = process.argv
mkdirSync(folder, { recursive: true })

const { open } = await import(`./peers/${peer}.mjs`)
const press = await open()
const handout = readHandout()
const milliseconds = []
for (let number = 0; number < Number(count); number += 1) {
  const start = performance.now()
  const pdf = await press.print(personalise(handout, number))
  writeFileSync(`${folder}/${number}.pdf`, pdf)
  milliseconds.push(performance.now() - start)
}

const { user, system } = process.cpuUsage()
const { maxRSS } = process.resourceUsage()
console.log(JSON.stringify({ milliseconds, cpu: (user + system) / 1000, megabytes: maxRSS / 1024 }))
