import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '../src/kernel/local-date';
import { claimRule, EMPLOYER_HEADS, WORKER_HEADS } from '../src/law/claims';
import type { ClaimHead } from '../src/law/claims/claim';
import * as forms from '../web/src/features/filing/heads';
import {
  askedOf,
  labelKey,
  optionKey,
  QUESTIONS,
  withoutUnasked,
} from '../web/src/features/filing/questions';
import { ROOT } from './support/sources';

/** The client may not import the law, so it keeps what each head asks as data of its own: the same questions. */

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
const texts = LOCALES.map((locale) => ({
  ...(JSON.parse(readFileSync(join(ROOT, `web/src/i18n/filing.${locale}.json`), 'utf8')) as object),
  ...(JSON.parse(readFileSync(join(ROOT, `web/src/i18n/law.${locale}.json`), 'utf8')) as object),
}));
const isTold = (key: string): boolean => texts.every((each) => key in each);
const heads = Object.keys(QUESTIONS) as ClaimHead[];
const filedOn = localDate('2026-11-23');

describe('the forms and the law', () => {
  it('have the same heads, and the same of them are not for money', () => {
    expect([...forms.HEADS].sort()).toEqual([...WORKER_HEADS].sort());
    expect([...forms.EMPLOYER_HEADS].sort()).toEqual([...EMPLOYER_HEADS].sort());
    expect(heads.filter((head) => !forms.isForMoney(head)).sort()).toEqual(
      heads.filter((head) => claimRule(head).remedy === 'act').sort(),
    );
    expect([...heads].sort()).toEqual([...WORKER_HEADS, ...EMPLOYER_HEADS].sort());
  });

  it.each(heads)('%s: every question is known to the law', (head) => {
    const everything = Object.fromEntries(QUESTIONS[head].map(({ name }) => [name, '?']));
    const unknown = claimRule(head)
      .validate(everything, filedOn)
      .filter(({ key }) => key === 'problem.unknown-field');
    expect(unknown).toEqual([]);
  });

  it.each(heads)('%s: what the law asks is asked', (head) => {
    const asked = new Set(QUESTIONS[head].map(({ name }) => name));
    // Once with nothing answered, once with every yes-or-no question answered yes, which opens more questions.
    const yes = Object.fromEntries(
      QUESTIONS[head].filter(({ kind }) => kind === 'yes-no').map(({ name }) => [name, true]),
    );
    for (const facts of [{}, yes]) {
      const optional = askedOf(head, facts).filter(({ isOptional }) => isOptional);
      const missing = claimRule(head)
        .validate(facts, filedOn)
        .filter(({ key }) => key === 'problem.missing')
        .map(({ pointer }) => pointer.slice(1));
      expect(missing.filter((name) => !asked.has(name))).toEqual([]);
      expect(optional.map(({ name }) => name).filter((name) => missing.includes(name))).toEqual([]);
    }
  });

  it.each(heads)('%s: every question and every option has its words', (head) => {
    const keys = QUESTIONS[head].flatMap((question) => [
      ...(question.kind === 'wages' || question.kind === 'leave-years' ? [] : [labelKey(head, question)]),
      ...(question.hint ? [question.hint] : []),
      ...(question.kind === 'choice' ? question.options.map((each) => optionKey(head, question, each)) : []),
      ...(question.kind === 'number' ? [question.unit] : []),
    ]);
    const titles = [`claim.${head}`, ...['', '.what', '.help'].map((end) => `filing.head.${head}${end}`)];
    expect([...keys, ...titles].filter((key) => !isTold(key))).toEqual([]);
  });

  it('asks for work after a stoppage of more than a month, as the law does', () => {
    const isAsked = (from: string, to: string) =>
      askedOf('suspension-pay', { from, to }).some(({ name }) => name === 'hasWorked');
    for (const [from, to] of [
      ['2026-09-01', '2026-09-30'],
      ['2026-09-01', '2026-10-01'],
      ['2026-01-31', '2026-02-28'],
      ['2026-01-31', '2026-03-01'],
      ['2025-12-15', '2026-01-14'],
      ['2025-12-15', '2026-01-15'],
    ] as const) {
      const missing = claimRule('suspension-pay').validate({ from, to, monthlyWage: 1 }, filedOn);
      expect([from, to, isAsked(from, to)]).toEqual([from, to, missing.length > 0]);
    }
  });

  it('answers to what is no longer asked are not sent', () => {
    expect(withoutUnasked('extra-damages', { hasOrder: false, due: 1, orderedOn: '2026-01-01' })).toEqual({
      hasOrder: false,
    });
    expect(withoutUnasked('extra-damages', { hasOrder: true, due: 1 })).toEqual({ hasOrder: true, due: 1 });
  });
});
