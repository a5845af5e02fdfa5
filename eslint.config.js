import tseslint from 'typescript-eslint'

/** The order of the stages in src/. A stage may import itself and what stands before it. */
const stages = [
  ['diagnostics'],
  ['geometry'],
  ['drawing.ts'],
  ['model'],
  ['content'],
  ['template'],
  ['style'],
  ['figure'],
  ['text'],
  ['image'],
  ['layout'],
  ['paint'],
  ['imposition'],
  ['preview'],
  ['build.ts', 'press.ts', 'index.ts'],
  ['cli'],
]

/** What only one folder may import: the third-party libraries, each wrapped in one place. */
const wrapped = {
  pdfkit: 'paint/pdf',
  'yoga-layout': 'layout',
  handlebars: 'template',
  sharp: 'image',
  harfbuzzjs: 'text',
  'bidi-js': 'text',
  linebreak: 'text',
  yaml: 'content',
  zod: 'content',
  'css-tree': 'style',
  htmlparser2: 'template',
  qr: 'image',
}

const glob = (name) => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/*.ts`)
const escaped = (name) => name.replace('.', '\\.')
/** How `name` is imported by a file of `from`: `./index.ts` in a folder is the folder's own. */
const relativeTo = (from) => (name) =>
  `^${from.endsWith('.ts') ? '(?:\\./)?(?:\\.\\./)*' : '(?:\\.\\./)+'}${escaped(name)}${name.endsWith('.ts') ? '$' : '/'}`

const directions = stages.flatMap((names, index) => {
  const later = stages.slice(index + 1).flat()
  return names.map((name) => ({
    files: [glob(name)],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(later.length
              ? [
                  {
                    regex: later.map(relativeTo(name)).join('|'),
                    message: `imports point up the list of stages: ${name} may not import a later stage.`,
                  },
                ]
              : []),
            ...Object.entries(wrapped)
              .filter(([, owner]) => owner !== name && !owner.startsWith(`${name}/`))
              .map(([library, owner]) => ({
                regex: `^${library}(?:/|$)`,
                message: `${library} is wrapped in src/${owner}.`,
              })),
          ],
        },
      ],
    },
  }))
})

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', 'test/bench/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/unified-signatures': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  // A type assertion silences the compiler: only `as const`, and only wrappers of untyped libraries may do more.
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'No clock below cli/: dates are arguments.' },
        { name: 'process', message: 'No environment below cli/: settings are arguments.' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  ...directions,
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off', 'no-restricted-globals': 'off' } },
)
