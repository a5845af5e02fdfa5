/** `posepress help`: every command and its options. */
import type { CommandName } from './arguments.ts'
import { complainOfUsage } from './context.ts'
import type { Command } from './context.ts'

const overview = `posepress: exercise handouts as code

   posepress build [documents…]    make PDF files
   posepress check [documents…]    find every problem, make nothing
   posepress list                  what can be built
   posepress figure <exercise>     draw the figures of an exercise
   posepress explain [code]        what a problem means
   posepress help [command]        the options of a command
   posepress --version

Exit codes: 0 done, 1 problems in the content, 2 a mistake in the command.
`

const choosing = `   --locale en,es        only these languages
   --paper a4,letter     only these papers
   --edition standard,large-print,photocopy
   --pack folder         the folder with content/, templates/ and assets/ (here)
`

const producing = `   --tile a4             posters on sheets of this paper, with a page that says how to join
                         them; also --overlap 10mm, --printer-margin 7mm,
                         --orientation portrait or landscape
   --cards a4            cards side by side, to be cut apart
   --booklet a4          two pages on each side, to be folded and stapled
   --pocket a4           eight pages on one side, to be folded
   --bleed 3mm --marks   for a print shop: bleed, crop and registration marks
   --grey                no colours
`

const pages: Readonly<Record<Exclude<CommandName, 'version'>, string>> = {
  build: `posepress build [documents…]    make PDF files

${choosing}${producing}   --out folder          where the files go (out)
   --strict              warnings count as errors
   --json                results and problems as JSON

Files are out/<locale>/<document>.<paper>[.<edition>].pdf, and sheets are named for
what they are: glute-circuit-poster.a2.tiled-a4.pdf. A document with errors leaves the
file of an earlier build as it is. With SOURCE_DATE_EPOCH set, that is the date inside
the files; otherwise it is the date in the content.
`,
  check: `posepress check [documents…]    find every problem, make nothing

${choosing}${producing}   --strict              warnings count as errors
   --json                problems as JSON
`,
  list: `posepress list [documents…]    what can be built

${choosing}   --json                as JSON
`,
  figure: `posepress figure <exercise…>    draw the figures of exercises, one file each

   --phase start|end|mistake   only these phases, with commas between
   --svg, --png                the format (svg)
   --width 1200                pixels, 300 to an inch of paper: lines are as heavy as
                               they are when it is printed at this size (1200, or 4 in)
   --mirror                    the other side
   --style color|grey|photocopy|outline
   --look id                   another person than the exercise has
   --all                       every exercise of the pack
   --sheet                     one sheet with all of them, or with those named
   --out file                  the file to write (out/figures/<exercise>-<phase>.svg)
   --pack folder               the folder with content/ and assets/ (here)
   --json                      files and problems as JSON

Says what is wrong with the poses, and draws them all the same.
`,
  explain: `posepress explain [code]    what a problem means; all codes without one

   --json                as JSON
`,
  help: overview,
}

export const helpCommand: Command = async ({ line, terminal }) => {
  const [name] = line.words
  if (name === undefined) {
    terminal.out(overview)
    return 0
  }
  const page = Object.entries(pages).find(([command]) => command === name)?.[1]
  if (page === undefined) {
    const hint = `commands: ${Object.keys(pages).join(', ')}`
    return complainOfUsage(terminal, { message: `there is no command "${name}"`, hint })
  }
  terminal.out(page)
  return 0
}
