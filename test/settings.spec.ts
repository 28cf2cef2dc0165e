import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { readEnv, SETTINGS } from '../src/config/env';

const root = path.resolve(__dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Variables of the containers around the program, which the program itself does not read. */
const ofComposeOnly = ['POSTGRES_PASSWORD', 'PUBLISH_ADDRESS'];

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const settings = Object.keys(SETTINGS).sort();
const example = namesIn(read('.env.example'), /^#?([A-Z][A-Z0-9_]*)=/gm);
const compose = read('docker/compose.yaml');
const settingsOfCompose = compose.split('\nx-program:')[0] ?? '';
const composeSettings = namesIn(settingsOfCompose, /^ {2}([A-Z][A-Z0-9_]*):/gm);
const composeVariables = namesIn(compose, /\$\{([A-Z][A-Z0-9_]*)/g);

describe('Every setting has one spelling', () => {
  it('.env.example names each setting once, and nothing else', () => {
    expect(example.filter((name) => !ofComposeOnly.includes(name)).sort()).toEqual(settings);
  });

  it('compose hands each setting to the program, and nothing else', () => {
    expect([...composeSettings].sort()).toEqual(settings);
  });

  it('compose reads no variable that .env.example does not explain', () => {
    expect([...new Set(composeVariables)].filter((name) => !example.includes(name))).toEqual([]);
  });

  it('defaults that .env.example shows are the real ones', () => {
    const shown = new Map(
      [...read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]*)=(.+)$/gm)].map((row) => [row[1], row[2]]),
    );
    const differing = Object.entries(SETTINGS)
      .filter(([name, { default: real }]) => real !== '' && shown.get(name) !== real)
      .map(([name]) => name);
    expect(differing).toEqual([]);
  });
});

/** Variables as compose puts them in: ${NAME}, ${NAME:-default}, ${NAME:+instead}, ${NAME:?error}, one within another. */
function interpolate(text: string, variables: NodeJS.Dict<string>): string {
  let rest = text;
  for (;;) {
    const [whole, name = '', operator, word = ''] =
      /\$\{([A-Z0-9_]+)(?::([-+?])([^${}]*))?\}/.exec(rest) ?? [];
    if (whole === undefined) return rest;
    const value = variables[name] ?? '';
    if (operator === '?' && value === '') throw new Error(word);
    const stands = operator === '+' ? (value === '' ? '' : word) : value || (operator === '-' ? word : '');
    rest = rest.replace(whole, () => stands);
  }
}

function environmentOfContainers(variables: NodeJS.Dict<string>): NodeJS.Dict<string> {
  const lines = [...settingsOfCompose.matchAll(/^ {2}([A-Z][A-Z0-9_]*): (.*)$/gm)];
  return Object.fromEntries(
    lines.map(([, name = '', value = '']) => [name, interpolate(value, variables).replace(/^''$/, '')]),
  );
}

describe('The containers start as README says', () => {
  const recipes = [
    ...read('README.md').matchAll(/```sh\n(cat > docker\/\.env <<END\n[^]*?\nEND)\n([^]*?)```/g),
  ];

  /** What the shell writes when somebody pastes the recipe. */
  const written = (recipe: string): NodeJS.Dict<string> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
    try {
      mkdirSync(path.join(folder, 'docker'));
      execFileSync('sh', ['-c', recipe], { cwd: folder });
      return parseEnv(readFileSync(path.join(folder, 'docker/.env'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const [demonstration = '', commission = ''] = recipes.map((match) => match[1] ?? '');

  it('with two recipes, each followed by its command', () => {
    expect(recipes).toHaveLength(2);
    for (const [, , commands] of recipes)
      expect(commands).toContain('docker compose --env-file docker/.env -f docker/compose.yaml up --build');
  });

  it('as a demonstration, reached at the port that was chosen', () => {
    const variables = written(demonstration);
    expect(readEnv(environmentOfContainers(variables))).toMatchObject({
      isProduction: true,
      isDemo: true,
      publicUrl: 'http://localhost:3000',
      trustProxy: [],
      metricsToken: null,
      sealDir: null,
    });
    expect(readEnv(environmentOfContainers({ ...variables, PORT: '8080' })).publicUrl).toBe(
      'http://localhost:8080',
    );
  });

  it('for a commission', () => {
    expect(readEnv(environmentOfContainers(written(commission)))).toMatchObject({
      isProduction: true,
      isDemo: false,
      publicUrl: 'https://arbitration.example',
      sealDir: '/seals',
      sms: { driver: 'http' },
    });
  });

  it('and with less than that they do not', () => {
    expect(() => environmentOfContainers({})).toThrow(/^set [A-Z_]+$/);
    const { DEMO_MODE, ...secrets } = written(demonstration);
    expect(DEMO_MODE).toBe('true');
    expect(() => readEnv(environmentOfContainers(secrets))).toThrow(
      /SMS_DRIVER=demo[^]*SEAL_P12_DIR is missing[^]*PUBLIC_URL must begin with https/,
    );
  });

  it('the port is for this host, unless somebody says otherwise', () => {
    const ports = /^ {6}- '(.*):3000'$/m.exec(compose)?.[1] ?? '';
    expect(interpolate(ports, {})).toBe('127.0.0.1:3000');
  });
});
