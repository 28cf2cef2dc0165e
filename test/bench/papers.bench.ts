import { award } from '../../src/modules/awards/award.paper';
import { makeDemoCertificate } from '../../src/platform/papers/certificate';
import { renderPaper } from '../../src/platform/papers/render-paper';
import { sign } from '../../src/platform/papers/sign';
import { paperContext, sampleAward } from '../support/paper-samples';
import { report, run } from './support/report';

const SINGLES = 30;
const ROUNDS = 3;
const MANY = 100;

/** An award as the worker makes it: drawn, sealed and signed. */
run(async () => {
  const context = paperContext();
  const { p12, password } = makeDemoCertificate(context.commission.name);
  const make = async (): Promise<Buffer> =>
    sign(await renderPaper(award, sampleAward, context), p12, password, {
      reason: award.title,
      location: '广州市南沙区',
      at: context.issuedAt,
      name: context.commission.name,
    });
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const cold = await time(make);
  for (let warming = 0; warming < 5; warming += 1) await make();
  const singles: number[] = [];
  for (let each = 0; each < SINGLES; each += 1) singles.push(await time(make));
  const size = (await make()).length;
  report(
    'one award PDF, drawn, sealed and signed, warm',
    'ms',
    singles,
    `; the first one ${cold.toFixed(0)} ms; ${(size / 1024).toFixed(0)} KB`,
  );
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(
      (await time(async () => {
        for (let each = 0; each < MANY; each += 1) await make();
      })) / 1000,
    );
  }
  report('a hundred award PDFs, one after the other', 's', rounds);
});
