import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const SCREENS = join(__dirname, '../../../.data/screens');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** Pages that were looked at, and everything that was found on them. */
export class Inspection {
  readonly pages: string[] = [];
  readonly findings: string[] = [];

  constructor(private readonly series: string) {
    mkdirSync(SCREENS, { recursive: true });
  }

  /** Every rule of WCAG A and AA on the whole page, its width on a telephone, and a picture at both widths. */
  async look(page: Page, name: string): Promise<void> {
    // While a journey is being written; the journey itself demands that its pages were looked at.
    if (process.env.BROWSER_LOOK === 'none') return;
    this.pages.push(name);
    await page.evaluate('document.fonts.ready.then(() => true)');
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const { id, impact, help, nodes } of violations) {
      for (const node of nodes) {
        this.findings.push(
          `${name} (${new URL(page.url()).pathname}): ${id} [${impact}] ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 300)}\n    ${(node.failureSummary ?? '').replaceAll('\n', '\n    ')}`,
        );
      }
    }
    const own = page.viewportSize()!;
    for (const size of own.width === PHONE.width ? [PHONE, DESKTOP] : [own, PHONE]) {
      if (page.viewportSize()!.width !== size.width) await page.setViewportSize(size);
      await page.screenshot({
        path: join(
          SCREENS,
          `${this.series}-${String(this.pages.length).padStart(2, '0')}-${name}-${size.width}.png`,
        ),
        fullPage: true,
        animations: 'disabled',
      });
      if (size.width === PHONE.width) {
        const overflow = await page.evaluate<number>('window.probe.overflow()');
        if (overflow > 0) this.findings.push(`${name}: the page is ${overflow} px wider than a telephone`);
      }
    }
    await page.setViewportSize(own);
  }
}

/** A picture of what was there when something failed; a page too busy for one must not hide what failed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  try {
    await page.screenshot({ path: join(SCREENS, `failed-${name}.png`), timeout: 5_000 });
  } catch (error) {
    console.warn(`no picture of ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
