const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

// `npm test` names the media worker; a bare `npx jest` finds the one that set-up has made.
if (!process.env.MEDIASOUP_WORKER_BIN) {
  const manifest = path.join(path.dirname(require.resolve('mediasoup')), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const name = `mediasoup-worker-${version}-${process.platform}-${process.arch}`;
  const worker = path.join(__dirname, '.cache', name, 'mediasoup-worker');
  if (existsSync(worker)) process.env.MEDIASOUP_WORKER_BIN = worker;
}

// Jest loads CommonJS; these packages of npm exist as ES modules only, and are turned into CommonJS like our own code.
const esModulesOnly = [
  '@fastify/cookie', // fetches the next one with import()
  'cookie',
  'content-disposition',
  'file-type',
  '@tokenizer/inflate',
  'token-types',
  '@borewit/text-codec',
  'uint8array-extras',
  'strtok3',
];

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  rootDir: __dirname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/', '<rootDir>/web/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '^.+\\.m?js$': ['@swc/jest', { ...swc, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  ...more,
});

const withDatabase = {
  globalSetup: '<rootDir>/test/support/database-server.mjs',
  globalTeardown: '<rootDir>/test/support/database-server-stop.mjs',
};

module.exports = {
  // A guard against hanging, not a measure of speed: clones and media workers are made in hooks, on machines as busy as they are.
  testTimeout: 120_000,
  projects: [
    project('rules', ['<rootDir>/src/**/*.spec.ts']),
    project('guards', ['<rootDir>/test/*.spec.ts'], withDatabase),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], withDatabase),
    project('scenarios', ['<rootDir>/test/scenarios/**/*.spec.ts'], withDatabase),
    project('realtime', ['<rootDir>/test/realtime/**/*.spec.ts'], withDatabase),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts'], withDatabase),
  ],
};
