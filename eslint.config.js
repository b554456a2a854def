import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What the project forbids beyond the recommended rules: every way to make the browser read a string as markup or code.
const stringSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'write', 'writeln'];

// All TypeScript, and JavaScript with types in its comments.
const typed = ['**/*.ts', 'web/counts/*.js', 'web/desk/*.js', 'web/frame/*.js', 'web/moderation/*.js'];

export default defineConfig(
  globalIgnores(['build/', 'web/dist/', 'web/src/generated/', 'examples/frameworks/']),
  { files: typed, extends: [tseslint.configs.strictTypeChecked] },
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // node:test's test() gives back a promise that its runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: [
      'web/src/**/*.ts',
      'web/playground/**/*.ts',
      'web/counts/*.js',
      'web/desk/*.js',
      'web/frame/*.js',
      'web/moderation/*.js',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        ...stringSinks.map((property) => ({ property, message: 'A string sink.' })),
      ],
      'no-eval': 'error',
    },
  },
);
