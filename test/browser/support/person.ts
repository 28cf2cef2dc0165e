import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { eventually } from './patience';
import { keepPicture, type Inspection } from './inspect';
import { patternOf, textOf, type Locale, type Values } from './texts';

const PROBE = join(__dirname, 'probe.js');

export interface PersonOptions {
  name: string;
  address: string;
  viewport: { width: number; height: number };
  hasTouch?: boolean;
  locale?: Locale;
  inspection: Inspection;
}

/** Somebody with a browser of their own: no cookie, no storage and no camera in common with the others. */
export class Person {
  /** Everything a page complained about: scripts, policy, console. */
  private readonly complaints: string[] = [];
  private awaited: RegExp[] = [];
  locale: Locale;

  private constructor(
    readonly name: string,
    readonly address: string,
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly inspection: Inspection,
    locale: Locale,
  ) {
    this.locale = locale;
  }

  static async arrive(browser: Browser, options: PersonOptions): Promise<Person> {
    const { name, address, viewport, hasTouch = false, locale = 'zh-CN', inspection } = options;
    const context = await browser.newContext({
      baseURL: address,
      viewport,
      hasTouch,
      isMobile: hasTouch,
      deviceScaleFactor: 1,
      locale,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(20_000);
    await context.addInitScript({ path: PROBE });
    const page = await context.newPage();
    const person = new Person(name, address, context, page, inspection, locale);
    person.listen(page);
    context.on('page', (another) => person.listen(another));
    return person;
  }

  private listen(page: Page): void {
    const note = (what: string): void => {
      if (!this.awaited.some((pattern) => pattern.test(what)))
        this.complaints.push(`${this.name} on ${page.url()}: ${what}`);
    };
    page.on('pageerror', (error) => note(`error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('crash', () => note('the page crashed'));
  }

  /** A refusal that belongs to the story: the browser writes failed requests on its console. */
  async refused<T>(status: number, work: () => Promise<T>): Promise<T> {
    const pattern = new RegExp(`^console: Failed to load resource: .* status of ${status}\\b`);
    this.awaited.push(pattern);
    try {
      return await work();
    } finally {
      this.awaited = this.awaited.filter((each) => each !== pattern);
    }
  }

  /** @throws Error with everything the pages complained about since this was last asked. */
  async assertQuiet(): Promise<void> {
    for (const page of this.context.pages()) {
      const violations = await page.evaluate<string[]>(
        'window.probe ? window.probe.violations.splice(0) : []',
      );
      this.complaints.push(...violations.map((each) => `${this.name}: content security policy: ${each}`));
    }
    const all = this.complaints.splice(0);
    if (all.length > 0) throw new Error(all.join('\n'));
  }

  t(key: string, values?: Values): string {
    return textOf(this.locale, key, values);
  }

  like(key: string, values?: Values): RegExp {
    return patternOf(this.locale, key, values);
  }

  /** A control is named by its text and the hint below it; this is the text at the beginning. */
  startsWith(key: string, values?: Values): RegExp {
    return new RegExp(`^\\s*${patternOf(this.locale, key, values).source}`);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** What was on the screen when something failed. */
  async keepPicture(): Promise<void> {
    await keepPicture(this.page, this.name);
  }

  async look(name: string): Promise<void> {
    await this.inspection.look(this.page, name);
  }

  // Elements by role and the name that the client's own texts give them.

  button(key: string, values?: Values): Locator {
    return this.page.getByRole('button', { name: this.t(key, values), exact: true });
  }

  link(key: string, values?: Values): Locator {
    return this.page.getByRole('link', { name: this.t(key, values), exact: true });
  }

  heading(key: string, values?: Values): Locator {
    return this.page.getByRole('heading', { name: this.t(key, values), exact: true });
  }

  dialog(key: string, values?: Values): Locator {
    return this.page.getByRole('dialog', { name: this.t(key, values) });
  }

  field(key: string, values?: Values): Locator {
    return this.page.getByLabel(this.t(key, values), { exact: true });
  }

  /** A control whose label carries more than its text (a unit, an example). */
  fieldLike(key: string, values?: Values): Locator {
    return this.page.getByLabel(this.like(key, values));
  }

  choice(key: string, values?: Values): Locator {
    return this.page.getByRole('radio', { name: this.like(key, values) });
  }

  /** Chooses one answer to a question. */
  async pick(question: string, answer: string): Promise<void> {
    await this.page
      .getByRole('group', { name: this.startsWith(question) })
      .getByRole('radio', { name: this.startsWith(answer) })
      .check();
  }

  tick(key: string, values?: Values): Locator {
    return this.page.getByRole('checkbox', { name: this.like(key, values) });
  }

  text(key: string, values?: Values): Locator {
    return this.page.getByText(this.like(key, values));
  }

  /** Waits until it can be seen. */
  async sees(what: Locator): Promise<void> {
    await what.filter({ visible: true }).first().waitFor({ state: 'visible' });
  }

  async seesNot(what: Locator): Promise<void> {
    await what.filter({ visible: true }).first().waitFor({ state: 'hidden' });
  }

  async reads(what: Locator, text: string | RegExp): Promise<string> {
    return eventually(`${this.name} reads ${String(text)}`, async () => {
      const found = (await what.allInnerTexts()).join('\n');
      return (typeof text === 'string' ? found.includes(text) : text.test(found)) ? found : null;
    });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
