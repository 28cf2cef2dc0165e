import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { Person } from './person';

/** Presses what opens a file, and gives the file as the browser saved it. */
export async function download(person: Person, opener: Locator): Promise<{ name: string; content: Buffer }> {
  const opening = person.context.waitForEvent('page');
  await opener.click();
  const tab = await opening;
  const saved = await tab.waitForEvent('download');
  const content = await readFile(await saved.path());
  await tab.close();
  return { name: saved.suggestedFilename(), content };
}
