/** Posepress through its public interface, as compiled by `npm run compile`: tagged PDF/UA-1 and PDF/A-2a. */
import { diskFiles, diskKeptFiles, openPress, printTemplate } from '../../../dist/index.js'
import { folder } from '../handouts.mjs'

/** As the command line does: figures encoded by an earlier run are not encoded again. */
export const open = () =>
  openWith({ kept: diskKeptFiles(`${folder}/node_modules/.cache/posepress`, process.pid) })

export async function openWith(options) {
  const press = openPress(diskFiles(folder), options)
  return {
    async print(handout) {
      const { bytes, diagnostics } = await printTemplate(press, 'handout', viewOf(handout), {
        title: handout.title,
        language: handout.lang,
        author: handout.author,
        subject: '',
        keywords: [],
        date: 0,
      })
      if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2))
      return bytes
    },
  }
}

/** The data as the template sees them: exercises of one kind in a section, two cards a page. */
function viewOf(handout) {
  const numbered = handout.exercises.map((exercise, index) => ({
    ...exercise,
    number: index + 1,
    startsPage: index > 0 && index % 2 === 0,
  }))
  const section = (title, kind) => ({
    title,
    exercises: numbered.filter((exercise) => exercise.kind === kind),
  })
  return {
    ...handout,
    locale: handout.lang,
    strings: {},
    sections: [section('Strengthening', 'strength'), section('Stretches', 'stretch')],
  }
}
