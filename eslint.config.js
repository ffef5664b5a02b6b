import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/** Who may import whom. Everything not listed is refused. */
const MAY_IMPORT = {
  core: ['core'],
  preload: ['preload', 'core'],
  main: ['main', 'core'],
  renderer: ['renderer', 'core'],
  test: ['test', 'core', 'main', 'preload', 'renderer'],
}

/** Packages that `core` may use: pure computation only. */
const CORE_PACKAGES = ['zod', 'clipper2-wasm', 'flatbush', '@tracespace/parser', '@tracespace/plotter']

const folders = Object.keys(MAY_IMPORT)
const escape = (text) => text.replace(/[/.]/g, '\\$&')

const wall = (folder) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...folders
            .filter((other) => !MAY_IMPORT[folder].includes(other))
            .map((other) => ({ group: [`#${other}/*`, `#${other}/**`], message: `${folder} must not import ${other}` })),
          { group: ['../../../*'], message: 'use #folder/… imports' },
          ...(folder === 'core'
            ? [
                {
                  regex: `^(?![#.])(?!(${CORE_PACKAGES.map(escape).join('|')})($|\\/))`,
                  message: 'core is pure: this package is not allowed',
                },
              ]
            : []),
        ],
      },
    ],
  },
})

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', '.cache', '**/*.mjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'no default exports' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['main/cli/**', 'main/shell/**', 'main/launch/**', 'main/build/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['renderer/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  ...folders.map(wall),
)
