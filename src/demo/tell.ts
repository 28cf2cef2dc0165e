import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, subtractWorkingDays } from '../law/calendar';
import { HearingRecords, Sittings } from '../modules/hearings';
import { Users } from '../modules/identity';
import { Reference } from '../modules/reference';
import { hold, peopleOf } from './hearing';
import { jobsDone } from './jobs';
import type { MovedClock } from './moved-clock';
import { Person } from './person';
import type { Act, Stage, Story } from './stage';
import { DEMO_PASSWORD } from './staff';
import { awarded } from './stories/awarded';
import { constituted } from './stories/constituted';
import { heard } from './stories/heard';
import { receivedToday } from './stories/received-today';
import { refused } from './stories/refused';
import { setDown } from './stories/set-down';
import { toCorrect } from './stories/to-correct';
import { waitingForAnswer } from './stories/waiting-for-answer';
import type { Transport } from './transport';

export const STORIES: readonly Story[] = [
  receivedToday,
  toCorrect,
  waitingForAnswer,
  constituted,
  setDown,
  heard,
  awarded,
  refused,
];

/**
 * Tells stories side by side, each act at its time, so that the clock only goes forward: numbers follow each other by
 * date, and a code of an authenticator is newer than the one before. What an act sets going is done before the next.
 */
export async function tell(
  stories: readonly Story[],
  app: INestApplicationContext,
  transport: Transport,
  clock: MovedClock,
): Promise<void> {
  const stage = await makeStage(app, transport, clock);
  const acts = stories.flatMap((story) => story.acts(stage).map((act) => ({ ...act, story: story.key })));
  acts.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const act of acts) await perform(act, act.story, app, clock);
  clock.set(stage.now);
}

async function perform(
  act: Act,
  story: string,
  app: INestApplicationContext,
  clock: MovedClock,
): Promise<void> {
  // Of two acts at one time the second is a little later: nobody signs in twice with one code.
  if (act.at > clock.now()) clock.set(act.at);
  else clock.forward({ minutes: 1 });
  try {
    await act.what();
    await jobsDone(app.get(DataSource));
  } catch (error) {
    throw new Error(`The story ${story} stopped at ${act.at.toISOString()}: ${String(error)}`, {
      cause: error,
    });
  }
}

async function makeStage(
  app: INestApplicationContext,
  transport: Transport,
  clock: MovedClock,
): Promise<Stage> {
  const calendar = await app.get(Reference, { strict: false }).calendar();
  const now = clock.now();
  const today = clock.today();
  const people = new Map<string, Person>();
  const once = (key: string, make: () => Person): Person => {
    const person = people.get(key) ?? make();
    people.set(key, person);
    return person;
  };
  // The telling begins before everything that is told.
  clock.at(subtractWorkingDays(today, 60, calendar), '00:00');
  return {
    now,
    today,
    workingDaysAgo: (days) => subtractWorkingDays(today, days, calendar),
    workingDaysAfter: (day, days) => addWorkingDays(day, days, calendar),
    party: (phone) => once(phone, () => new Person(transport, clock, { kind: 'party', phone })),
    staff: (username) =>
      once(
        username,
        () => new Person(transport, clock, { kind: 'staff', username, password: DEMO_PASSWORD }),
      ),
    people: async (reader, caseId) =>
      peopleOf(
        (await reader.read<{ members: { userId: string; capacity: string }[] }>(`/cases/${caseId}`)).members,
      ),
    hold: (hearingId, seats, lines) =>
      hold(
        {
          sittings: app.get(Sittings, { strict: false }),
          records: app.get(HearingRecords, { strict: false }),
          users: app.get(Users, { strict: false }),
        },
        hearingId,
        seats,
        lines,
        (minutes) => clock.forward({ minutes }),
      ),
  };
}
