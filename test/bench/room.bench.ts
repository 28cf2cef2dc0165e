import type { Browser } from 'playwright-core';
import * as acts from '../../src/demo/acts';
import { Person as Caller } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { launchBrowser } from '../browser/support/browser';
import { DESKTOP, Inspection } from '../browser/support/inspect';
import { eventually } from '../browser/support/patience';
import { Person } from '../browser/support/person';
import { checkDevices, enter, ROLES, seesAndHears, type Role } from '../browser/support/room';
import { story } from '../browser/support/story';
import { dayIn, quarterAfter, startSystem, type System } from '../browser/support/system';
import { overHttp } from './support/over-http';
import { adminUrl, quantile, report, run } from './support/report';

const REJOINS = 15;

/**
 * A room of four in Chromium, on this machine: somebody leaves and comes in again, and it is counted from the press of
 * the button until the picture of each of the three others is on the screen.
 */
run(async () => {
  const system = await startSystem({ adminUrl: adminUrl() });
  const browser = await launchBrowser();
  try {
    const people = await hearingOfFour(system, browser);
    const respondent = people.get('respondent')!;
    const times: number[] = [];
    for (let each = 0; each < REJOINS; each += 1) {
      await leave(respondent);
      await respondent.page
        .getByRole('checkbox', { name: respondent.t('hearings.discipline.agree') })
        .check();
      const joined = respondent.page.evaluate<number>('window.probe.join(3)');
      await respondent.button('hearings.entrance.wait').click();
      times.push(await joined);
    }
    report(
      'joining a room of four, to all first pictures',
      'ms',
      times,
      ` (p90 ${quantile(times, 0.9).toFixed(0)} ms)`,
    );
  } finally {
    await browser.close();
    await system.stop();
  }
});

/** Out of the room, and the network check that begins by itself is over before the next time is taken. */
async function leave(person: Person): Promise<void> {
  await person.button('hearings.control.leave').click();
  await person
    .dialog('hearings.leave.title')
    .getByRole('button', { name: person.t('hearings.leave.confirm') })
    .click();
  const passed = person.page.getByRole('status').filter({ hasText: person.t('hearings.check.ok') });
  await eventually('the checks are passed again', async () => (await passed.count()) >= 3);
}

/** A case as far as its hearing, over HTTP; then four browsers before the tribunal. */
async function hearingOfFour(system: System, browser: Browser): Promise<Map<Role, Person>> {
  const plot = story(dayIn(system.now()));
  const clock = { now: () => system.now() };
  const party = (phone: string): Caller => new Caller(overHttp(system.url), clock, { kind: 'party', phone });
  const staff = (username: string): Caller =>
    new Caller(overHttp(system.url), clock, { kind: 'staff', username, password: DEMO_PASSWORD });
  const callers: Record<Role, Caller> = {
    claimant: party(plot.claimant.phone),
    respondent: party(plot.respondent.phone),
    arbitrator: staff('arb.linhuimin'),
    recorder: staff('recorder.nansha'),
  };
  const clerk = staff('clerk.nansha');
  const { start, end, post, workplace } = plot.employment;
  const { caseId } = await acts.file(callers.claimant, {
    commissionId: 'nansha',
    claimant: {
      name: plot.claimant.name,
      sex: 'female',
      birthDate: '1991-03-08',
      document: { kind: 'resident-id', number: plot.claimant.document },
      address: plot.claimant.address,
      phone: plot.claimant.phone,
    },
    respondents: [
      {
        name: plot.respondent.name,
        uscc: plot.respondent.uscc,
        address: plot.respondent.address,
        legalRepresentative: plot.respondent.representative,
        legalRepresentativePost: plot.respondent.post,
        phone: plot.respondent.phone,
      },
    ],
    employment: {
      startDate: start,
      post,
      workplace,
      contract: 'none',
      monthlyWage: 680_000,
      isEnded: true,
      endDate: end,
      endKind: 'dismissed',
    },
    claims: [
      { head: 'unlawful-dismissal', facts: { startDate: start, endDate: end, monthlyWages: [680_000] } },
    ],
    statement: plot.statement,
    evidence: [],
  });
  await acts.accept(clerk, caseId);
  const code = await eventually('the notice with the code is made', async () =>
    (await acts.services(clerk, caseId)).some(({ paperKind }) => paperKind === 'response-notice')
      ? acts.joinCode(clerk, caseId)
      : null,
  );
  await acts.join(callers.respondent, code, {
    name: plot.respondent.representative,
    capacity: 'legal-representative',
    consentsToElectronic: true,
    consentsToOnlineHearing: true,
  });
  await acts.appoint(clerk, caseId, { arbitrator: '林慧敏', recorder: '周婷' });
  for (const each of [callers.claimant, callers.respondent]) await acts.waiveNotice(each, caseId);
  const startsAt = quarterAfter(new Date(system.now().getTime() + 3 * 60_000));
  const rooms = await clerk.read<{ id: string }[]>(`/hearing-rooms?on=${dayIn(startsAt)}`);
  const hearingId = await acts.setDown(clerk, caseId, { startsAt, roomId: rooms[0]!.id });

  const people = new Map<Role, Person>();
  for (const role of ROLES) {
    const inspection = new Inspection('bench');
    const person = await Person.arrive(browser, {
      name: role,
      address: system.url,
      viewport: DESKTOP,
      inspection,
    });
    people.set(role, person);
    await callers[role].read('/session');
    await person.context.addCookies(
      callers[role].cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('='), url: system.url };
      }),
    );
    await person.open(`/hearings/${hearingId}`);
    await checkDevices(person);
    const isTribunal = role === 'arbitrator' || role === 'recorder';
    await enter(person, isTribunal ? 'hearings.entrance.take-seat' : 'hearings.entrance.wait');
  }
  const arbitrator = people.get('arbitrator')!;
  const list = arbitrator.page.getByRole('region', { name: arbitrator.t('hearings.waiting.title') });
  for (const name of [plot.claimant.name, plot.respondent.representative])
    await list.getByRole('button', { name }).click();
  await arbitrator.button('hearings.tribunal.open').click();
  for (const [role, person] of people)
    await seesAndHears(
      person,
      ROLES.filter((each) => each !== role),
    );
  return people;
}
