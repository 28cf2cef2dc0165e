import { violations } from './support/architecture';
import { programSources, sourcesIn } from './support/sources';

describe('who may import whom (design.md §3)', () => {
  it('is kept by every file of the program', () => {
    const files = [...programSources(), ...sourcesIn('migrations'), ...sourcesIn('web/src')];
    expect(files.length).toBeGreaterThan(150);
    expect(violations(files)).toEqual([]);
  });

  it.each([
    ['src/law/x.ts', `import { readFileSync } from 'node:fs';`, 'the law imports'],
    ['src/law/x.ts', `import { DomainError } from '../kernel/domain-error';`, 'the law imports'],
    ['src/law/x.ts', `export const now = Date.now();`, 'the law reads no clock'],
    ['src/kernel/x.ts', `import { Injectable } from '@nestjs/common';`, 'the kernel imports'],
    ['src/platform/x.ts', `import { Users } from '../modules/identity';`, 'the platform imports'],
    ['src/modules/cases/x.ts', `import { Hearings } from '../hearings';`, 'does not stand below'],
    ['src/modules/reference/x.ts', `import { Users } from '../identity';`, 'does not stand below'],
    ['src/modules/delivery/x.ts', `import { Evidence } from '../evidence';`, 'does not stand below'],
    ['src/modules/awards/x.ts', `import { Board } from '../statistics';`, 'does not stand below'],
    [
      'src/modules/awards/x.ts',
      `import { LabourCase } from '../cases/labour-case.entity';`,
      'through its index',
    ],
    ['src/modules/somewhere/x.ts', `import { newId } from '../../kernel/id';`, 'no place in the order'],
    ['src/modules/cases/x.ts', `import { NotFoundException } from '@nestjs/common';`, 'HTTP exceptions'],
    ['src/modules/cases/x.policy.ts', `import { DataSource } from 'typeorm';`, 'no packages'],
    [
      'src/modules/cases/x.lifecycle.ts',
      `import { LabourCase } from './labour-case.entity';`,
      'own types only',
    ],
    ['src/modules/cases/x.events.ts', `import { legalDay } from '../../platform/clock';`, 'own types only'],
    ['src/modules/cases/x.ts', `import { forwardRef } from '@nestjs/common';`, 'forwardRef'],
    ['src/kernel/all.ts', `export * from './money';`, 'a barrel'],
    ['src/modules/cases/index.ts', `export const x = 1;`, 'only exports'],
    ['src/demo/x.ts', `import { Filing } from '../modules/cases/filing.service';`, 'public faces'],
    ['src/app.module.ts', `import { CasesModule } from './modules/cases/cases.module';`, 'through its index'],
    ['migrations/1-x.ts', `import { newId } from '../src/kernel/id';`, 'typeorm only'],
    ['web/src/x.ts', `import type { CaseDto } from '../../src/modules/cases/cases.dto';`, 'generated types'],
  ])('%s with %s is refused', (path, text, reason) => {
    expect(violations([{ path, text }]).join('\n')).toContain(reason);
  });

  it('finds a cycle, and lets types look back', () => {
    const there = { path: 'src/kernel/a.ts', text: `import { b } from './b'; export const a = b;` };
    const back = { path: 'src/kernel/b.ts', text: `import { a } from './a'; export const b = a;` };
    expect(violations([there, back])).toEqual([
      'import cycle: src/kernel/a.ts → src/kernel/b.ts → src/kernel/a.ts',
    ]);
    expect(
      violations([there, { ...back, text: `import type { a } from './a'; export const b = 1;` }]),
    ).toEqual([]);
  });
});
