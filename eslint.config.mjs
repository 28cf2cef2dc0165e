import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noFocus = [
  { selector: "MemberExpression[property.name='only']", message: 'A focused test hides the others.' },
  { selector: "MemberExpression[property.name='skip']", message: 'A skipped test proves nothing.' },
  { selector: "MemberExpression[property.name='todo']", message: 'Write the test or leave it out.' },
  {
    selector:
      "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|setMock|unstable_mockModule)$/]",
    message: 'Tests use the real thing: a real database, a real worker, a server on a socket.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xdescribe|xtest|fit|fdescribe)$/]',
    message: 'Neither focused nor skipped tests.',
  },
];

export default tseslint.config(
  {
    ignores: ['dist/', 'web/dist/', '.data/', '.cache/', 'coverage/', 'web/src/api/schema.d.ts'],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        ...Object.fromEntries(
          'process console Buffer URL URLSearchParams setTimeout clearTimeout setInterval clearInterval setImmediate performance fetch AbortController AbortSignal TextEncoder TextDecoder structuredClone queueMicrotask require module exports __dirname __filename globalThis window document navigator RTCPeerConnection MediaStream HTMLVideoElement requestAnimationFrame'
            .split(' ')
            .map((name) => [name, 'readonly']),
        ),
      },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['web/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, inheritedMethods: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // Rows of raw SQL come untyped and are given their type where they are read.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // Destructured helpers of closures; casts that one compiler needs and the next does not; values of unknown rows.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An async method without await keeps the contract of the one it implements.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noFocus],
    },
  },
);
