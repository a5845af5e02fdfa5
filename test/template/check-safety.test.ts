/** A template cannot leave the stop rules out. */
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Safety } from '../../src/model/document.ts'
import { checkSafety } from '../../src/template/check-safety.ts'
import { createTemplates } from '../../src/template/compile.ts'
import { memoryFiles } from '../../src/content/memory-files.ts'

const safety: Safety = {
  painScale: {
    title: 'Pain',
    bands: [{ from: 0, to: 10, text: 'Ease off.' }],
    after: 'Worse? Do less.',
  },
  stop: { title: 'Stop', items: ['new swelling', 'chest pain'] },
  sameDay: { title: 'Today', items: ['you cannot stand'] },
  seeSomeone: { title: 'See', text: 'no better in 6 weeks.' },
  checkFirst: { title: 'Ask', text: 'you are pregnant.' },
  short: { title: 'Stop:', signs: 'swelling.', more: 'Dizzy? Stop.', help: 'Chest pain? Call.' },
  disclaimer: 'Not a diagnosis',
}

const whole = `<document><p>Ease off. Worse?  Do less.</p><ul><li>new swelling</li><li>chest pain</li></ul>
  <p>you cannot stand</p><p>no better in <b>6 weeks.</b></p><footer>Not a diagnosis</footer></document>`

function problemsOf(template: string, extent: 'full' | 'short' = 'full'): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  const report = (problem: Diagnostic): void => void problems.push(problem)
  const files = memoryFiles({ 'templates/a/a.hbs': template })
  const markup = createTemplates(files).render('a', { locale: 'en', strings: {} }, report)
  if (markup !== undefined) checkSafety(markup, safety, extent, report)
  return problems
}

describe('the safety rules', () => {
  test('may stand anywhere in the document', () => {
    expect(problemsOf(whole)).toEqual([])
  })

  test.each([
    ['left out', '<li>chest pain</li>', '', 'chest pain'],
    ['reworded', 'Ease off.', 'Go on.', 'Ease off.'],
    [
      'hidden from screen readers',
      '<p>you cannot',
      '<p aria-hidden="true">you cannot',
      'you cannot stand',
    ],
  ])('cannot be %s', (_, part, instead, missing) => {
    const [problem, ...more] = problemsOf(whole.replace(part, instead))
    expect(more).toEqual([])
    expect(problem).toMatchObject({
      code: 'template-no-safety',
      severity: 'error',
      message: `the sheet leaves out 1 of the safety rules, the first is "${missing}"`,
      place: { file: 'templates/a/a.hbs', line: 1, column: 1 },
    })
  })
})

describe('the short rules', () => {
  const short = `<document><p>swelling. Dizzy? Stop. Chest pain? Call. Not a diagnosis</p></document>`

  test('are enough for a sheet that says so', () => {
    expect(problemsOf(short, 'short')).toEqual([])
    expect(problemsOf(short, 'full')).toHaveLength(1)
  })

  test.each(['swelling.', 'Dizzy? Stop.', 'Chest pain? Call.', 'Not a diagnosis'])(
    'cannot be without "%s"',
    (rule) => {
      expect(problemsOf(short.replace(rule, ''), 'short')[0]?.message).toContain(`"${rule}"`)
    },
  )
})
