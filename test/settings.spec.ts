import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS } from '../src/config/env';

const root = path.resolve(__dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Variables of the containers around the program, which the program itself does not read. */
const ofComposeOnly = ['POSTGRES_PASSWORD'];

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const settings = Object.keys(SETTINGS).sort();
const example = namesIn(read('.env.example'), /^#?([A-Z][A-Z0-9_]*)=/gm);
const compose = read('docker/compose.yaml');
const composeSettings = namesIn(compose.split('\nx-program:')[0] ?? '', /^ {2}([A-Z][A-Z0-9_]*):/gm);
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
