import { evidenceFile } from '../../../src/demo/evidence-file';
import type { Person } from './person';
import type { Story } from './story';

export const HEADS = ['unpaid-wages', 'double-wage', 'unlawful-dismissal'] as const;

/** The form, question by question, as somebody fills it in who reads the labels. */
export class FilingForm {
  constructor(
    private readonly person: Person,
    private readonly story: Story,
  ) {}

  async is(step: string): Promise<void> {
    await this.person.sees(this.person.heading(step.startsWith('claim.') ? step : `filing.${step}.title`));
  }

  async next(): Promise<void> {
    await this.person.button('ui.next').click();
  }

  async commission(): Promise<void> {
    await this.is('commission');
    await this.person.page.getByRole('radio', { name: new RegExp(this.story.commission) }).check();
  }

  async claimant(): Promise<void> {
    await this.is('claimant');
    const { name, document } = this.story.claimant;
    await this.person.field('claimant.name').fill(name);
    await this.person.pick('claimant.document', 'document.resident-id');
    await this.person
      .field('claimant.document.number', { document: this.person.t('document.resident-id') })
      .fill(document);
  }

  async contact(): Promise<void> {
    await this.is('contact');
    await this.person.field('claimant.address').fill(this.story.claimant.address);
    await this.person.field('claimant.phone').fill(this.story.claimant.phone);
  }

  async respondents(): Promise<void> {
    await this.is('respondents');
    const { name, uscc, address, phone, representative, post } = this.story.respondent;
    await this.person.field('respondent.name').fill(name);
    await this.person.field('respondent.uscc').fill(uscc);
    await this.person.field('respondent.address').fill(address);
    await this.person.field('respondent.phone').fill(phone);
    await this.person.field('respondent.representative').fill(representative);
    await this.person.field('respondent.representative-post').fill(post);
  }

  async job(): Promise<void> {
    await this.is('job');
    const { start, post, workplace } = this.story.employment;
    await this.person.field('employment.start').fill(start);
    await this.person.field('employment.post').fill(post);
    await this.person.field('employment.workplace').fill(workplace);
  }

  async contract(): Promise<void> {
    await this.is('contract');
    await this.person.pick('employment.contract', 'employment.contract.none');
  }

  async pay(): Promise<void> {
    await this.is('pay');
    await this.person.field('employment.wage').fill(this.story.employment.wage);
    await this.person.fieldLike('employment.paid-until').fill(this.story.employment.paidUntil);
  }

  async ending(): Promise<void> {
    await this.is('ending');
    await this.person.pick('employment.is-ended', 'ui.yes');
    await this.person.field('employment.end').fill(this.story.employment.end);
    await this.person.pick('employment.end-kind', 'employment.end-kind.dismissed');
  }

  async claims(): Promise<void> {
    await this.is('claims');
    for (const head of HEADS) {
      await this.person.page
        .getByRole('checkbox', { name: this.person.startsWith(`filing.head.${head}`) })
        .check();
    }
  }

  /** What was said before is filled in; the program computes, and says how much. Returns that, as shown. */
  async claim(head: (typeof HEADS)[number]): Promise<string> {
    await this.is(`claim.${head}`);
    const result = this.person.page.getByRole('region', { name: this.person.t('filing.claim.result') });
    await this.person.sees(result.getByText(this.person.t('filing.claim.comes-to')));
    const amount = /¥\s?([\d,]+\.\d\d)/.exec(await result.innerText())?.[1];
    if (!amount) throw new Error(`No amount was computed for ${head}: ${await result.innerText()}`);
    return amount;
  }

  async statement(): Promise<void> {
    await this.is('statement');
    await this.person.field('statement.label').fill(this.story.statement);
  }

  async evidence(): Promise<void> {
    await this.is('evidence');
    const files = await Promise.all(
      ['工资流水', '微信聊天记录'].map(async (name) => ({
        name: `${name}.pdf`,
        mimeType: 'application/pdf',
        buffer: await evidenceFile(name, ['楼面主管 陈小兰', '应发工资 6800.00元']),
      })),
    );
    await this.person.field('evidence.choose').setInputFiles(files);
    for (const number of [1, 2]) {
      const item = this.person.page
        .getByRole('listitem')
        .filter({ has: this.person.heading('evidence.nth', { number }) });
      await item.getByLabel(this.person.t('evidence.purpose')).fill('证明每月工资标准和拖欠工资的事实');
      await item.getByRole('radio', { name: this.person.startsWith('ui.yes') }).check();
    }
  }

  async service(): Promise<void> {
    await this.is('service');
    await this.person.pick('service.electronic', 'service.electronic.yes');
    await this.person.pick('service.online-hearing', 'service.online-hearing.yes');
  }

  async review(): Promise<void> {
    await this.is('review');
  }

  async sign(): Promise<void> {
    await this.is('signature');
    await drawSignature(this.person);
    await this.person.tick('filing.signature.promise').check();
  }
}

/** A few strokes on the pad. */
export async function drawSignature(person: Person): Promise<void> {
  const pad = person.page.getByRole('img', { name: person.t('ui.signature.empty') });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const { mouse } = person.page;
  await mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await mouse.down();
  for (const [x, y] of [
    [0.3, 0.3],
    [0.4, 0.7],
    [0.55, 0.35],
    [0.7, 0.65],
    [0.8, 0.4],
  ] as const)
    await mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
  await mouse.up();
  await person.sees(person.page.getByRole('img', { name: person.t('ui.signature.signed') }));
}
