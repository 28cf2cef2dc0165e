import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoCertificate } from '../../platform/papers/certificate';
import { openAll } from './seal-keys';

describe('the seals of a production', () => {
  const { p12, password } = makeDemoCertificate('某某劳动人事争议仲裁委员会');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (id: string, files: Record<string, string | Buffer>): void => {
    mkdirSync(join(folder, id));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, id, name), content);
  };

  it('open, and say whose they are', async () => {
    put('nansha', { 'seal.p12': p12, 'seal.pass': `${password}\n` });
    put('.old', {});
    expect(await openAll(folder)).toEqual(new Set(['nansha']));
  });

  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['without a password', { 'seal.p12': p12 }, /nansha: .*seal\.pass/],
    ['without a key', { 'seal.pass': password }, /nansha: .*seal\.p12/],
    ['with another password', { 'seal.p12': p12, 'seal.pass': 'wrong' }, /nansha: .*password/i],
    [
      'that are none',
      { 'seal.p12': 'no certificate', 'seal.pass': password },
      /Seals that do not open:\n- nansha/,
    ],
  ])('%s stop the start', async (_name, files, reason) => {
    put('foshan', { 'seal.p12': p12, 'seal.pass': password });
    put('nansha', files);
    await expect(openAll(folder)).rejects.toThrow(reason);
  });

  it('must be there', async () => {
    await expect(openAll(folder)).rejects.toThrow('holds no <commission id>/seal.p12');
    await expect(openAll(join(folder, 'nowhere'))).rejects.toThrow('SEAL_P12_DIR cannot be read');
  });
});
