import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { FigureOrder } from '../../src/cli/engine.ts'
import { fakeFigures, problem, run } from './fake-terminal.ts'

describe('a mistake in what was typed ends with 2', () => {
  test.each([
    [
      'figure',
      'posepress: which exercise?\n   hint: posepress figure clamshell, or --all, or --sheet\n',
    ],
    [
      'figure clamshel',
      'posepress: there is no exercise "clamshel"\n   hint: did you mean "clamshell"?\n',
    ],
    [
      'figure bridge --phase ende',
      'posepress: there is no phase "ende"\n   hint: did you mean "end"?\n',
    ],
    [
      'figure clamshell --phase start',
      'posepress: "clamshell" has no start\n   hint: it has: end\n',
    ],
    [
      'figure bridge --look anna',
      'posepress: there is no look "anna"\n   hint: did you mean "ana"?\n',
    ],
    [
      'figure bridge --style gray',
      'posepress: there is no style "gray"\n   hint: did you mean "grey"?\n',
    ],
    ['figure bridge --style grey,color', 'posepress: --style takes one style at a time\n'],
    [
      'figure bridge --svg --png',
      'posepress: --svg and --png do not go together\n   hint: run the command once for each\n',
    ],
    [
      'figure bridge --width 5cm',
      'posepress: "5cm" is no width\n   hint: write pixels, from 50 to 20000\n',
    ],
    [
      'figure bridge --out a.svg',
      'posepress: 3 figures do not fit into one file\n   hint: choose one with --phase, or leave out --out\n',
    ],
    [
      'figure clamshell --out a.pdf',
      'posepress: a figure cannot be written as ".pdf"\n   hint: end the name of the file in .svg or .png\n',
    ],
    [
      'figure clamshell --png --out a.svg',
      'posepress: --png does not go with --out a.svg\n   hint: leave out one of them\n',
    ],
    [
      'build --sheet',
      'posepress: "build" takes no option --sheet\n   hint: see: posepress help build\n',
    ],
  ])('%s', async (typed, expected) => {
    const { code, out, err, files } = await run(typed)
    expect([code, out, err, files.size]).toEqual([2, '', expected, 0])
  })
})

describe('figure', () => {
  test.each([
    ['figure clamshell', ['clamshell-end.svg']],
    ['figure bridge', ['bridge-start.svg', 'bridge-end.svg', 'bridge-mistake.svg']],
    [
      'figure bridge --phase end,start --mirror',
      ['bridge-start-mirrored.svg', 'bridge-end-mirrored.svg'],
    ],
    ['figure --all --phase end', ['bridge-end.svg', 'clamshell-end.svg']],
    ['figure clamshell --png', ['clamshell-end.png']],
    // So that one style does not overwrite the other.
    ['figure clamshell --style grey --mirror', ['clamshell-end-grey-mirrored.svg']],
    ['figure --sheet', ['sheet.svg']],
    ['figure --sheet --png --width 1000', ['sheet.png']],
  ])('%s writes its files and says their paths', async (typed, names) => {
    const paths = names.map((name) => `out/figures/${name}`)
    const { code, out, err, files } = await run(typed)
    expect([code, out, err]).toEqual([0, paths.map((path) => `${path}\n`).join(''), ''])
    expect([...files.keys()]).toEqual(paths)
  })

  test('draws at the printed size of its width: 300 pixels to the inch', async () => {
    const { files } = await run('figure clamshell --width 600 --out a.svg')
    expect(text(files.get('a.svg'))).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" width="144pt"',
    )
  })

  test('makes a PNG of just that width, also when only the name of the file says so', async () => {
    const { files } = await run('figure clamshell --width 601 --out a.PNG')
    const { format, width, hasAlpha } = await sharp(files.get('a.PNG')).metadata()
    expect([format, width, hasAlpha]).toEqual(['png', 601, false])
  })

  test('orders what was asked for', async () => {
    const orders: FigureOrder[] = []
    const draw = (order: FigureOrder) => {
      orders.push(order)
      return fakeFigures.draw(order)
    }
    await run('figure clamshell --mirror --look ben --style photocopy --width 300', {
      engine: { figures: { ...fakeFigures, draw } },
    })
    expect(orders).toEqual([
      {
        exercise: 'clamshell',
        phase: 'end',
        isMirrored: true,
        look: 'ben',
        style: 'photocopy',
        within: { width: 72, height: Infinity },
      },
    ])
  })

  test('says what is wrong with a pose, and draws it all the same', async () => {
    const figures = { ...fakeFigures, check: () => Promise.resolve([problem]) }
    const { code, out, err } = await run('figure clamshell', { engine: { figures } })
    expect([code, out]).toEqual([1, 'out/figures/clamshell-end.svg\n'])
    expect(err).toContain('content/exercises/clamshell.yaml:14:26  error  content-not-found')
  })

  test('writes no empty file for a pose that cannot be drawn', async () => {
    const draw = () => Promise.resolve({ key: '', width: 1, height: 1, items: [] })
    const figures = { ...fakeFigures, draw, check: () => Promise.resolve([problem]) }
    const { code, out, files } = await run('figure clamshell', { engine: { figures } })
    expect([code, out, files.size]).toEqual([1, '', 0])
  })

  test('explains why an exercise is not there by what is wrong with its file', async () => {
    const { code, err } = await run('figure squat', { engine: { problems: [problem] } })
    expect(code).toBe(1)
    expect(err).toContain('content-not-found')
    expect(err).not.toContain('there is no exercise')
  })

  test('gives programs JSON', async () => {
    const { out, err } = await run('figure clamshell --json')
    expect([JSON.parse(out), err]).toEqual([
      {
        files: [{ exercise: 'clamshell', phase: 'end', path: 'out/figures/clamshell-end.svg' }],
        diagnostics: [],
      },
      '',
    ])
  })

  test('says when a file cannot be written', async () => {
    const write = () => Promise.reject(new Error('EACCES: permission denied'))
    const { code, err } = await run('figure clamshell', { write })
    expect([code, err]).toEqual([
      1,
      'posepress: out/figures/clamshell-end.svg cannot be written: EACCES: permission denied\n',
    ])
  })
})

describe('the sheet', () => {
  test('names each exercise once and each phase, in rows of one exercise', async () => {
    const { files } = await run('figure --sheet --width 2500')
    const svg = text(files.get('out/figures/sheet.svg'))
    expect(
      [...svg.matchAll(/<text x="(\d+)\.\d+" y="(\d+)\.\d+".*>(.*)<\/text>/g)].map(
        ([, ...found]) => found,
      ),
    ).toEqual([
      ['8', '26', 'bridge: start'],
      ['195', '26', 'end'],
      ['382', '26', 'mistake'],
      ['195', '164', 'clamshell: end'],
    ])
  })

  test('has one column when one phase is asked for, and then names only exercises', async () => {
    const { files } = await run('figure --sheet --phase end --width 800')
    const svg = text(files.get('out/figures/sheet.svg'))
    const labels = [...svg.matchAll(/<text x="8\.\d+".*>(.*)<\/text>/g)].map(([, label]) => label)
    expect(labels).toEqual(['bridge', 'clamshell'])
  })

  test('is as wide as asked for, and has what was drawn on it', async () => {
    const { files } = await run('figure --sheet --width 5000')
    const svg = text(files.get('out/figures/sheet.svg'))
    expect(svg).toContain('width="1200pt"')
    expect(svg.split('<g transform').length - 1).toBe(4)
  })
})

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
