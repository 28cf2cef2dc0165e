import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { Inspection, PHONE } from './support/inspect';
import { Person } from './support/person';
import { signInAsParty } from './support/sign-in';
import { startSystem, type System } from './support/system';

jest.setTimeout(120_000);

const PRINTED = join(__dirname, '../../.data/screens/calculators-printed.png');

/** Anybody with a telephone, without an account: three examples that the texts define, and one that becomes a claim. */
describe('calculators', () => {
  const inspection = new Inspection('calculators');
  let system: System;
  let browser: Browser;
  let visitor: Person;

  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    visitor = await Person.arrive(browser, {
      name: 'on the telephone',
      address: system.url,
      viewport: PHONE,
      hasTouch: true,
      inspection,
    });
  });

  afterAll(async () => {
    await visitor?.leave();
    await browser?.close();
    await system?.stop();
  });

  const result = () => visitor.page.getByRole('region', { name: visitor.t('filing.claim.result') });
  const open = async (head: string): Promise<void> => {
    await visitor.open('/calculators');
    await visitor.page.getByRole('link', { name: visitor.startsWith(`claim.${head}`) }).click();
    await visitor.sees(visitor.heading('calculators.of', { claim: visitor.t(`claim.${head}`) }));
  };
  /** The steps as they stand on the screen, each with its article. */
  const steps = async (amount: string): Promise<string[]> => {
    await visitor.reads(result(), amount);
    return (await result().locator('ol > li').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    );
  };

  it('are found on the first page and in the menu', async () => {
    await visitor.open('/');
    await visitor.sees(visitor.text('home.door.calculate'));
    await visitor.button('app.nav.menu').click();
    await visitor.link('app.nav.calculators').click();
    await visitor.sees(visitor.heading('calculators.title'));
    await visitor.look('list');
  });

  it('overtime: 150 %, 200 % and 300 % of a month of 21.75 days of 8 hours (Labour Law 44)', async () => {
    await open('overtime');
    // 4,350 yuan make 200 yuan a day and 25 yuan an hour.
    await visitor.field('facts.overtime.monthlyWage').fill('4350');
    await visitor.field('facts.overtime.from').fill('2025-09-01');
    await visitor.field('facts.overtime.to').fill('2025-10-31');
    await visitor.field('facts.overtime.workdayHours').fill('10');
    await visitor.field('facts.overtime.restDayHours').fill('8');
    await visitor.field('facts.overtime.holidayHours').fill('8');
    expect(await steps('¥1,375.00')).toEqual([
      expect.stringMatching(/4,350\.00 元 ÷（21\.75 天 × 8 小时）= 每小时 25\.00 元。.*人社部发〔2025〕2号/),
      expect.stringMatching(/延长 10 小时，按 150%：375\.00 元。.*《劳动法》第四十四条第（一）项/),
      expect.stringMatching(/休息日加班 8 小时.*按 200%：400\.00 元。.*第四十四条第（二）项/),
      expect.stringMatching(/法定休假日加班 8 小时，按 300%：600\.00 元。.*第四十四条第（三）项/),
      expect.stringMatching(/您需要证明加班的事实/),
      expect.stringMatching(/合计 1,375\.00 元/),
    ]);
  });

  it('probation: two months for a contract of one year (Labour Contract Law 19, 83)', async () => {
    await open('unlawful-probation');
    await visitor.pick(
      'facts.unlawful-probation.contractTerm',
      'facts.unlawful-probation.contractTerm.fixed',
    );
    await visitor.field('facts.unlawful-probation.contractFrom').fill('2025-01-01');
    await visitor.field('facts.unlawful-probation.contractTo').fill('2025-12-31');
    await visitor.field('facts.unlawful-probation.probationTo').fill('2025-03-31');
    await visitor.field('facts.shared.until').fill('2025-12-31');
    await visitor.field('facts.unlawful-probation.monthlyWage').fill('6000');
    expect(await steps('¥6,000.00')).toEqual([
      expect.stringMatching(/合同期限 12 个月，试用期最长 2 个月。.*《劳动合同法》第十九条第一款/),
      expect.stringMatching(/2025年3月1日 至 2025年3月31日.*超过法定试用期.*《劳动合同法》第八十三条/),
      expect.stringMatching(/整月 1 个 × 试用期满后的月工资 6,000\.00 元 = 6,000\.00 元。/),
      expect.stringMatching(/合计 6,000\.00 元/),
    ]);
    await visitor.look('probation');
  });

  it('disability of grade 10: seven months, on paper, and into an application (Work Injury Regulation 37)', async () => {
    await open('disability-lump-sum');
    await visitor.field('facts.shared.grade').selectOption('10');
    await visitor.field('facts.shared.injuredOn').fill('2025-06-01');
    await visitor.field('facts.shared.ownWage').fill('5000');
    await visitor.pick('facts.shared.isInsured', 'ui.no');
    const shown = await steps('¥35,000.00');
    expect(shown).toEqual([
      expect.stringMatching(/本人工资按 5,000\.00 元计算.*《工伤保险条例》第六十四条第二款/),
      expect.stringMatching(
        /10 级伤残：本人工资 5,000\.00 元 × 7 个月 = 35,000\.00 元。.*第三十七条第（一）项/,
      ),
      expect.stringMatching(/没有参加工伤保险，35,000\.00 元由单位支付。.*第六十二条第二款/),
      expect.stringMatching(/合计 35,000\.00 元/),
    ]);
    await visitor.sees(visitor.text('calculators.reference'));
    await visitor.look('grade-10');

    // On paper: the answers, the working and the date; no form, no menu.
    await visitor.page.emulateMedia({ media: 'print' });
    await visitor.page.setViewportSize({ width: 794, height: 1123 });
    await visitor.sees(visitor.page.getByText('适用地区：广州市南沙区劳动人事争议仲裁委员会'));
    await visitor.sees(visitor.page.getByText('¥5,000.00'));
    await visitor.sees(visitor.text('calculators.reference'));
    expect(await visitor.text('calculators.reference').filter({ visible: true }).count()).toBe(1);
    await visitor.seesNot(visitor.field('facts.shared.ownWage'));
    await visitor.seesNot(visitor.button('app.nav.menu'));
    await visitor.seesNot(visitor.button('calculators.print'));
    await visitor.page.screenshot({ path: PRINTED, fullPage: true });
    await visitor.page.emulateMedia({ media: 'screen' });
    await visitor.page.setViewportSize(PHONE);

    await visitor.button('calculators.use').click();
    await signInAsParty(visitor, { phone: '13700000091' });
    await visitor.button('filing.start.begin').click();
    await visitor.sees(visitor.heading('filing.commission.title'));
    await visitor.open(visitor.page.url().replace(/commission$/, 'claims'));
    const head = (name: string) =>
      visitor.page.getByRole('checkbox', { name: visitor.startsWith(`filing.head.${name}`) });
    await visitor.sees(head('disability-lump-sum'));
    expect(await head('disability-lump-sum').isChecked()).toBe(true);
    expect(await head('overtime').isChecked()).toBe(false);
    await visitor.page.getByText(visitor.t('filing.group.other'), { exact: true }).click();
    await head('leaving-certificate').check();
    await visitor.look('claims');
    await visitor.button('ui.next').click();
    await visitor.sees(visitor.heading('claim.disability-lump-sum'));
    await visitor.reads(result(), '35,000.00');
    await visitor.button('ui.next').click();
    await visitor.sees(visitor.heading('claim.leaving-certificate'));
    await visitor.field('employment.end').fill('2026-10-31');
    await visitor.reads(result(), '第五十条第一款');
    await visitor.look('not-for-money');
  });

  it('no rule of WCAG A and AA is broken on any of these pages, and no page complained', async () => {
    expect(inspection.findings).toEqual([]);
    expect(inspection.pages.length).toBeGreaterThanOrEqual(5);
    await visitor.assertQuiet();
  });
});
