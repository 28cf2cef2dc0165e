import { eventually } from './patience';
import type { Person } from './person';

const CODE = /(?<!\d)\d{6}(?!\d)/;

/** By telephone, with the code that the demonstration inbox shows; ends where signing in led. */
export async function signInAsParty(
  person: Person,
  { phone, region = 'phone.mainland' }: { phone: string; region?: string },
  look?: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = person;
  await person.sees(person.heading('sign-in.title'));
  if (region !== 'phone.mainland') {
    const option = page.getByRole('option', { name: person.like(region) });
    await page
      .getByRole('combobox', { name: person.t('phone.region') })
      .selectOption(await option.getAttribute('value'));
  }
  await person.field('phone.number').fill(phone);
  await look?.('sign-in');
  await person.button('sign-in.request').click();
  const inboxLink = page.getByRole('link', { name: person.t('sign-in.demo-code') });
  await person.sees(inboxLink);
  const opening = person.context.waitForEvent('page');
  await inboxLink.click();
  const inbox = await opening;
  const message = inbox.getByRole('listitem').filter({ hasText: '验证码' }).first();
  await message.waitFor();
  const code = CODE.exec(await message.getByText('验证码').innerText())?.[0];
  if (!code) throw new Error(`There is no code in the inbox of ${phone}`);
  await look?.('sign-in-code');
  await inbox.close();
  await person.field('sign-in.code').fill(code);
  await person.button('sign-in.enter').click();
}

/** With password, and the code that the authenticator shows now. */
export async function signInAsStaff(
  person: Person,
  { username, password }: { username: string; password: string },
  look?: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = person;
  await person.open('/sign-in?as=staff');
  await person.sees(person.heading('sign-in.staff.title'));
  const opening = person.context.waitForEvent('page');
  await page.getByRole('link', { name: person.t('sign-in.demo-staff') }).click();
  const codes = await opening;
  const account = codes.getByRole('listitem').filter({ hasText: username });
  const totp = await eventually(
    `${username} has a code`,
    async () => /(?<!\d)\d{6}(?!\d)/.exec((await account.innerText()).replace(username, ''))?.[0],
  );
  await codes.close();
  await person.field('sign-in.username').fill(username);
  await person.field('sign-in.password').fill(password);
  await person.field('sign-in.totp').fill(totp);
  await look?.('staff-sign-in');
  await person.button('sign-in.enter').click();
}

/** The newest message to a telephone that holds what is looked for, on the demonstration's page. */
export async function readMessage(person: Person, phone: string, what: RegExp): Promise<string> {
  const inbox = await person.context.newPage();
  await inbox.goto(`/demo?phone=${encodeURIComponent(phone)}`);
  const found = await eventually(`a message to ${phone} holds ${String(what)}`, async () => {
    for (const text of await inbox.getByRole('listitem').allInnerTexts()) {
      const match = what.exec(text);
      if (match) return match[1];
    }
    return null;
  });
  await inbox.close();
  return found;
}
