import type { Locator } from 'playwright-core';
import { eventually } from './patience';
import type { Person } from './person';

/** Presses what opens a file in a window of its own, and gives the file that the window got. */
export async function openFile(person: Person, opener: Locator): Promise<{ name: string; content: Buffer }> {
  const opening = person.context.waitForEvent('page');
  await opener.click();
  const tab = await opening;
  const address = await eventually(`${person.name}'s window has its file`, async () =>
    tab.url().includes('/api/tickets/') ? tab.url() : null,
  );
  await tab.close();
  const answer = await person.context.request.get(address);
  if (!answer.ok()) throw new Error(`The ticket opened nothing: ${answer.status()}`);
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers()['content-disposition'] ?? '')?.[1];
  return { name: decodeURIComponent(name ?? ''), content: await answer.body() };
}
