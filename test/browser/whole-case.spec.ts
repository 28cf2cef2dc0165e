import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { FilingForm, HEADS } from './support/filing';
import { DESKTOP, Inspection, PHONE } from './support/inspect';
import { Person } from './support/person';
import { signInAsParty, signInAsStaff } from './support/sign-in';
import { story, type Story } from './support/story';
import { dayIn, startSystem, type System } from './support/system';
import { DEMO_PASSWORD } from '../../src/demo/staff';

jest.setTimeout(120_000);

/** Everybody with a browser of their own, one application, and one case from its first page to its last. */
describe('one wage case, from the web form to the award', () => {
  const inspection = new Inspection('case');
  const people: Person[] = [];
  let system: System;
  let plot: Story;
  let browser: Browser;
  let hasFailed = false;
  let claimant: Person;
  let clerk: Person;
  let caseId: string;
  let caseNumber: string;
  const claimed = new Map<string, string>();

  const arrive = async (
    name: string,
    viewport = DESKTOP,
    more: { hasTouch?: boolean } = {},
  ): Promise<Person> => {
    const person = await Person.arrive(browser, { name, address: system.url, viewport, inspection, ...more });
    people.push(person);
    return person;
  };

  /** Each chapter begins where the one before it ended: after a failure there is nothing to go on with. */
  const chapter = (title: string, play: () => Promise<void>): void => {
    it(title, async () => {
      if (hasFailed) throw new Error('an earlier chapter failed');
      hasFailed = true;
      try {
        await play();
        for (const person of people) await person.assertQuiet();
        hasFailed = false;
      } catch (error) {
        for (const person of people) await person.keepPicture();
        throw error;
      }
    });
  };

  beforeAll(async () => {
    system = await startSystem();
    plot = story(dayIn(system.now()));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  chapter('the claimant finds the door and signs in by telephone', async () => {
    claimant = await arrive('claimant', PHONE, { hasTouch: true });
    await claimant.open('/');
    await claimant.sees(claimant.heading('home.title'));
    await claimant.look('landing');
    await claimant.link('home.file').click();
    await signInAsParty(claimant, { phone: plot.claimant.phone }, (name) => claimant.look(name));
    await claimant.sees(claimant.heading('filing.start.title'));
    await claimant.look('filing-start');
  });

  chapter('the claimant answers question after question, and signs', async () => {
    const form = new FilingForm(claimant, plot);
    await claimant.button('filing.start.begin').click();
    for (const step of [
      'commission',
      'claimant',
      'contact',
      'respondents',
      'job',
      'contract',
      'pay',
      'ending',
      'claims',
    ] as const) {
      await form[step]();
      await claimant.look(`filing-${step}`);
      await form.next();
    }
    for (const head of HEADS) {
      claimed.set(head, await form.claim(head));
      await claimant.look(`filing-claim-${head}`);
      await form.next();
    }
    for (const step of ['statement', 'evidence', 'service'] as const) {
      await form[step]();
      await claimant.look(`filing-${step}`);
      await form.next();
    }
    await form.review();
    for (const amount of claimed.values()) await claimant.sees(claimant.page.getByText(amount));
    await claimant.look('filing-review');
    await claimant.button('filing.review.next').click();
    await form.sign();
    await claimant.look('filing-signature');
    await claimant.button('filing.signature.submit').click();
    await claimant.sees(claimant.heading('received.title'));
    caseId = /\/cases\/([^/]+)\/received/.exec(claimant.page.url())![1]!;
    await claimant.seesNot(claimant.page.getByText(claimant.t('papers.pending')));
    await claimant.look('received');
  });

  chapter('the clerk finds it in the queue, checks the four conditions and accepts', async () => {
    clerk = await arrive('clerk');
    await signInAsStaff(clerk, { username: 'clerk.nansha', password: DEMO_PASSWORD }, (name) =>
      clerk.look(name),
    );
    const row = clerk.page.getByRole('row').filter({ hasText: plot.respondent.name });
    await clerk.sees(row);
    await clerk.look('desk-queue');
    await row.getByRole('link').click();
    await clerk.sees(clerk.heading('desk.intake.title'));
    for (const amount of claimed.values()) await clerk.sees(clerk.page.getByText(amount));
    await clerk.look('desk-case-received');
    for (const condition of ['isWithinScope', 'hasClearClaims', 'hasProperParties', 'isOurs']) {
      await clerk.page
        .getByRole('group', { name: clerk.startsWith(`desk.condition.${condition}`) })
        .getByRole('radio', { name: clerk.t('desk.condition.yes') })
        .check();
    }
    await clerk.sees(clerk.text('desk.intake.outcome.accept'));
    await clerk.button('desk.intake.accept').click();
    await clerk.sees(clerk.dialog('desk.accept.title'));
    await clerk.look('desk-accept');
    await clerk.button('desk.accept.confirm').click();
    const done = await clerk.reads(clerk.page.locator('body'), clerk.like('desk.accept.done'));
    caseNumber = new RegExp(clerk.like('desk.accept.done').source.replace('.*?', '(\\S+)')).exec(done)![1]!;
    await clerk.sees(clerk.page.getByRole('heading', { name: caseNumber }));
    await clerk.seesNot(clerk.text('desk.papers.pending'));
    await clerk.look('desk-case-accepted');
  });

  it('was clean on every page: WCAG 2.2 A and AA, and no wider than a telephone', () => {
    expect(inspection.findings).toEqual([]);
  });
});
