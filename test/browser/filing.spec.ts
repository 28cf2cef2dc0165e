import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { FilingForm } from './support/filing';
import { DESKTOP, Inspection, PHONE } from './support/inspect';
import { eventually } from './support/patience';
import { Person } from './support/person';
import { readMessage, signInAsParty } from './support/sign-in';
import { story, type Story } from './support/story';
import { dayIn, startSystem, type System } from './support/system';
import type { Locale } from './support/texts';

jest.setTimeout(120_000);

/** What happens to people who fill in a form: they stop, change devices, open it twice, read another language. */
describe('filing, the way people do it', () => {
  const inspection = new Inspection('filing');
  let people: Person[] = [];
  let system: System;
  let browser: Browser;
  let plot: Story;

  const arrive = async (
    name: string,
    more: { viewport?: typeof PHONE; hasTouch?: boolean; locale?: Locale } = {},
  ): Promise<Person> => {
    const person = await Person.arrive(browser, {
      name,
      address: system.url,
      viewport: DESKTOP,
      inspection,
      ...more,
    });
    people.push(person);
    return person;
  };

  /** Signed in, with a new draft open at its first question. */
  const begins = async (person: Person, phone: string): Promise<FilingForm> => {
    await person.open('/file');
    await signInAsParty(person, { phone });
    await person.button('filing.start.begin').click();
    return new FilingForm(person, plot);
  };

  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    plot = story(dayIn(system.now()));
  });

  afterEach(async () => {
    const all = people;
    people = [];
    try {
      for (const person of all) await person.assertQuiet();
    } finally {
      for (const person of all) await person.leave();
    }
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('is closed in the middle of a page, and goes on there on another device', async () => {
    const phone = '13700000001';
    const atHome = await arrive('on the telephone', { viewport: PHONE, hasTouch: true });
    const form = await begins(atHome, phone);
    await form.commission();
    await form.next();
    await form.claimant();
    await form.next();
    await form.is('contact');
    await atHome.field('claimant.address').fill('广州市南沙区进港大道1号');
    // Nothing is pressed: what was typed saves itself.
    await atHome.sees(atHome.text('ui.save.saved'));
    await atHome.page.close();

    const elsewhere = await arrive('on the computer');
    await elsewhere.open('/file');
    await signInAsParty(elsewhere, { phone });
    await elsewhere.sees(elsewhere.heading('filing.start.drafts'));
    await elsewhere.look('drafts');
    await elsewhere.page.getByRole('link', { name: elsewhere.startsWith('filing.start.continue') }).click();
    await new FilingForm(elsewhere, plot).is('contact');
    expect(await elsewhere.field('claimant.address').inputValue()).toBe('广州市南沙区进港大道1号');
    await elsewhere.button('ui.back').click();
    await elsewhere.sees(elsewhere.heading('filing.claimant.title'));
    expect(await elsewhere.field('claimant.name').inputValue()).toBe(plot.claimant.name);
  });

  it('keeps both when two windows change different parts, and asks when they change the same', async () => {
    const person = await arrive('with two windows');
    const form = await begins(person, '13700000002');
    await form.commission();
    await form.next();
    await form.claimant();
    await form.next();
    await form.contact();
    await form.next();
    await form.is('respondents');
    const second = await person.context.newPage();
    await second.goto(person.page.url().replace(/respondents$/, 'job'));
    await second.getByRole('heading', { name: person.t('filing.job.title') }).waitFor();

    // Different parts: the second window is behind, and both are kept.
    await person.field('respondent.name').fill(plot.respondent.name);
    await person.sees(person.text('ui.save.saved'));
    await person.refused(409, async () => {
      await second.getByLabel(person.t('employment.post'), { exact: true }).fill('收银员');
      await second.getByText(person.t('filing.merged')).waitFor();
    });
    await second.goBack();

    // The same part: nothing is overwritten, both are shown, and the person decides.
    await second.goto(person.page.url());
    const there = second.getByLabel(person.t('respondent.name'), { exact: true });
    await eventually(
      'the second window shows what the first has saved',
      async () => (await there.inputValue()) === plot.respondent.name,
    );
    await there.fill('第二个窗口里写的公司');
    await second.getByText(person.t('ui.save.saved')).waitFor();
    await person.refused(409, async () => {
      await person.field('respondent.name').fill('第一个窗口里写的公司');
      await person.sees(person.text('filing.conflict.title'));
    });
    await person.sees(person.page.getByText('第二个窗口里写的公司'));
    expect(await person.field('respondent.name').inputValue()).toBe('第一个窗口里写的公司');
    await person.look('conflict');
    await person.button('filing.conflict.keep-mine').click();
    await person.seesNot(person.text('filing.conflict.title'));
    await person.sees(person.text('ui.save.saved'));
    await second.reload();
    await eventually(
      'the decision is what is kept',
      async () => (await there.inputValue()) === '第一个窗口里写的公司',
    );
  });

  it('says what is wrong beside the field and in one list, before anything is lost', async () => {
    const person = await arrive('in a hurry', { viewport: PHONE, hasTouch: true });
    const form = await begins(person, '13700000003');
    await form.commission();
    await form.next();
    await form.is('claimant');
    await form.next();
    await person.sees(person.page.getByRole('alert'));
    await person.look('problems-missing');
    await form.claimant();
    const number = person.field('claimant.document.number', { document: person.t('document.resident-id') });
    const wrong = plot.claimant.document.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    await number.fill(wrong);
    await form.next();
    await person.sees(person.page.getByRole('alert'));
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await number.inputValue()).toBe(wrong);
    await person.look('problems-check-digit');
    await number.fill(plot.claimant.document);
    await form.next();
    await form.is('contact');
  });

  it.each(['zh-TW', 'en'] as const)(
    'reads in %s from the first page to the first question',
    async (locale) => {
      const person = await arrive(`reading ${locale}`, { viewport: PHONE, hasTouch: true });
      await person.open('/');
      await person.sees(person.heading('home.title'));
      await person.page.getByRole('combobox', { name: person.t('app.language') }).selectOption(locale);
      person.locale = locale;
      await person.sees(person.heading('home.title'));
      expect(await person.page.evaluate<string>('document.documentElement.lang')).toBe(locale);
      await person.look(`landing-${locale}`);
      for (const [path, title] of [
        ['/verify', 'verify.title'],
        ['/arbitrators', 'roster.title'],
        ['/join', 'join.title'],
        ['/file', 'sign-in.title'],
      ] as const) {
        await person.open(path); // remembered after a new start
        await person.sees(person.heading(title));
        await person.look(`${title.split('.')[0]}-${locale}`);
      }
      await signInAsParty(person, {
        phone: locale === 'en' ? '61234567' : '61234568',
        region: locale === 'en' ? 'phone.hong-kong' : 'phone.macau',
      });
      await person.button('filing.start.begin').click();
      await person.sees(person.heading('filing.commission.title'));
      await person.look(`filing-${locale}`);
    },
  );

  it('knows employers without a licence, the same claim twice, and claims that nobody can compute yet', async () => {
    const person = await arrive('of a small shop', { viewport: PHONE, hasTouch: true });
    const { page } = person;
    const form = await begins(person, '13700000008');
    await form.commission();
    await form.next();
    await form.is('claimant');
    const goTo = async (step: string): Promise<void> => {
      await page.goto(page.url().replace(/\/[^/]+$/, `/${step}`));
    };
    await goTo('respondents');
    await form.is('respondents');
    await person.field('respondent.name').fill('阿强大排档');
    await person.pick('respondent.registration', 'respondent.registration.unlicensed');
    await person.seesNot(person.field('respondent.uscc'));
    await person.field('respondent.place').fill('广州市南沙区进港大道8号');
    await person.tick('respondent.phone.unknown').check();
    await person.field('respondent.head').fill('陈国强');
    await person.field('respondent.representative-post').fill('经营者');
    await person.button('respondent.add-owner').click();
    const owner = page.getByRole('listitem').filter({ hasText: person.t('respondent.is-person') });
    expect(await owner.getByLabel(person.t('respondent.person-name')).inputValue()).toBe('陈国强');
    await owner.getByLabel(person.t('respondent.place')).fill('广州市南沙区进港大道8号');
    await owner.getByLabel(person.t('claimant.phone'), { exact: true }).fill('12345');
    await form.next();
    // A number nobody can dial is told at its field; the rest of the page is as it should be.
    await person.sees(page.getByText('+852 9123 4567'));
    await owner.getByLabel(person.t('claimant.phone'), { exact: true }).fill('13800138000');
    await person.look('without a licence');
    await form.next();
    await form.is('job');
    await form.job();
    await form.next();
    await form.is('contract');

    await goTo('claims');
    await form.is('claims');
    await page.getByRole('checkbox', { name: person.startsWith('filing.head.unpaid-wages') }).check();
    await page.getByRole('button', { name: person.startsWith('filing.claims.another-period') }).click();
    await person.sees(person.text('filing.claims.period-open'));
    await page.getByText(person.t('filing.group.injury'), { exact: true }).click();
    await page.getByRole('checkbox', { name: person.startsWith('filing.head.death-benefits') }).check();
    await person.look('a claim twice');
    await goTo('claim-2');
    await person.sees(
      person.heading('filing.claim.nth', { claim: person.t('claim.unpaid-wages'), number: 2 }),
    );
    await goTo('claim-3');
    await form.is('claim.death-benefits');
    await person.field('facts.death-benefits.diedOn').fill(plot.employment.end);
    // What cannot be computed is refused by the calculator, and only there.
    await person.refused(422, async () => {
      await person.pick('facts.death-benefits.isInsured', 'ui.no');
      await person.sees(page.getByText('您可以自行填写金额'));
    });
    await person.field('filing.claim.amount').fill('1083760');
    await person.look('not to be computed');
    await form.next();
    await form.is('statement');
    await goTo('review');
    await form.is('review');
    expect(await page.getByText('暂时不能计算').count()).toBe(0);
  });

  it('can be done with the keyboard alone, from the landing page into the form', async () => {
    const person = await arrive('without a mouse');
    const { page } = person;
    const phone = '13700000004';
    await person.open('/');
    await person.sees(person.heading('home.title'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(person.t('app.skip'));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('main').getByRole('link', { name: person.t('home.file'), exact: true }));
    await page.keyboard.press('Enter');
    await person.sees(person.heading('sign-in.title'));
    await tabTo(page, person.field('phone.number'));
    await page.keyboard.type(phone);
    await page.keyboard.press('Enter');
    await person.sees(person.text('sign-in.sent'));
    const code = await readMessage(person, `+86${phone}`, /(?<!\d)(\d{6})(?!\d)/);
    await eventually('the focus is in the field for the code', () => isFocused(person.field('sign-in.code')));
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await person.sees(person.heading('filing.start.title'));
    await tabTo(page, person.button('filing.start.begin'));
    await page.keyboard.press('Enter');
    await person.sees(person.heading('filing.commission.title'));
    // One tab stop for the whole question; the arrows choose.
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio').first().isChecked()).toBe(true);
    await tabTo(page, person.button('ui.next'));
    await page.keyboard.press('Enter');
    await person.sees(person.heading('filing.claimant.title'));
    await tabTo(page, person.field('claimant.name'));
    await page.keyboard.type(plot.claimant.name);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(
      page,
      person.field('claimant.document.number', { document: person.t('document.resident-id') }),
    );
    await page.keyboard.type(plot.claimant.document);
    await tabTo(page, person.button('ui.next'));
    await page.keyboard.press('Enter');
    await person.sees(person.heading('filing.contact.title'));
  });

  it('was clean on every page: WCAG 2.2 A and AA, and no wider than a telephone', () => {
    expect(inspection.findings).toEqual([]);
    expect(inspection.pages.length).toBeGreaterThan(15);
  });
});

const isFocused = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => element === element.ownerDocument.activeElement);

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');

/** Presses Tab until the focus is there: whatever is not on the way cannot be reached without a mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < 60; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 tabs did not lead to ${String(target)}`);
}
