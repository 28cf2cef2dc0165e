import type { Person } from './person';
import { eventually } from './patience';

export const ROLES = ['arbitrator', 'recorder', 'claimant', 'respondent'] as const;
export type Role = (typeof ROLES)[number];

/** One stream that a page receives through the media worker. */
interface Stream {
  kind: 'audio' | 'video';
  packets: number;
  frames: number;
  samples: number;
  concealed: number;
  energy: number;
  /** The seat it comes from, by the room's own name for it. */
  owner: string | null;
  /** The role on the plate of the tile that shows it; sound is not shown. */
  seat: Role | null;
  isPlaying: boolean;
  isAudible: boolean;
  picture: number[] | null;
}

export type Streams = ReadonlyMap<Role, { video?: Stream; audio?: Stream }>;

/** What a person's page receives now, by whom it comes from. */
export async function streamsOf(person: Person): Promise<Streams> {
  const all = await person.page.evaluate<Stream[]>('window.probe.streams()');
  const found = new Map<Role, { video?: Stream; audio?: Stream }>();
  for (const video of all) {
    if (video.kind !== 'video' || video.seat === null) continue;
    const audio = all.find((each) => each.kind === 'audio' && each.owner === video.owner);
    found.set(video.seat, { video, ...(audio ? { audio } : {}) });
  }
  return found;
}

function hasMoved(before: number[] | null | undefined, after: number[] | null | undefined): boolean {
  return Boolean(before && after && before.some((value, index) => Math.abs(value - after[index]!) > 8));
}

/**
 * Waits until `viewer` sees each of `others` move and hears them: frames are decoded and the picture in the tile
 * changes; packets arrive, and what is played is sound that came and not what the decoder made up.
 */
export async function seesAndHears(viewer: Person, others: readonly Role[]): Promise<void> {
  const first = new Map<Role, { video: Stream; audio: Stream }>();
  await eventually(
    `${viewer.name} sees and hears ${others.join(', ')}`,
    async () => {
      const now = await streamsOf(viewer);
      const missing = others.filter((role) => {
        const { video, audio } = now.get(role) ?? {};
        if (!video?.picture || !audio) return true;
        const begun = first.get(role);
        if (!begun || begun.video.owner !== video.owner || begun.video.packets > video.packets) {
          first.set(role, { video, audio });
          return true;
        }
        const isSeen =
          video.isPlaying &&
          video.frames > begun.video.frames + 5 &&
          hasMoved(begun.video.picture, video.picture);
        const played = audio.samples - begun.audio.samples;
        const isHeard =
          audio.isPlaying &&
          audio.isAudible &&
          audio.packets > begun.audio.packets + 20 &&
          audio.energy > begun.audio.energy &&
          audio.concealed - begun.audio.concealed < played / 2;
        return !isSeen || !isHeard;
      });
      if (missing.length > 0) throw new Error(`still without ${missing.join(', ')}: ${describe(now)}`);
      return true;
    },
    { within: 30_000, every: 300 },
  );
}

/** Waits until nothing arrives of one person's sound for a second, while the others' goes on. */
export async function hearsNothingOf(viewer: Person, silent: Role, others: readonly Role[]): Promise<void> {
  let before = await streamsOf(viewer);
  await eventually(
    `${viewer.name} hears nothing of ${silent}`,
    async () => {
      const [then, now] = [before, await streamsOf(viewer)];
      before = now;
      const grown = (role: Role): number =>
        (now.get(role)?.audio?.packets ?? 0) - (then.get(role)?.audio?.packets ?? 0);
      if (grown(silent) !== 0) throw new Error(`${grown(silent)} packets arrived`);
      return others.every((role) => grown(role) > 0);
    },
    { within: 15_000, every: 1_000 },
  );
}

function describe(streams: Streams): string {
  return JSON.stringify(
    Object.fromEntries(
      [...streams].map(([role, { video, audio }]) => [
        role,
        {
          frames: video?.frames,
          isPlaying: video?.isPlaying,
          hasPicture: video?.picture !== null,
          packets: audio?.packets,
          energy: audio?.energy,
        },
      ]),
    ),
  );
}

/** Opens camera and microphone, listens to the tone, and waits until all four checks are passed. */
export async function checkDevices(person: Person): Promise<void> {
  await person.button('hearings.check.open-devices').click();
  // Four people on one machine: the smallest picture that the room offers.
  await person.page
    .getByRole('combobox', { name: person.t('hearings.check.picture'), exact: true })
    .selectOption({ label: person.t('hearings.check.picture-saving') });
  await person.button('hearings.check.heard').click();
  const passed = person.page.getByRole('status').filter({ hasText: person.t('hearings.check.ok') });
  await eventually(`${person.name} passes four checks`, async () => (await passed.count()) === 4);
}

export async function enter(
  person: Person,
  door: 'hearings.entrance.wait' | 'hearings.entrance.take-seat',
): Promise<void> {
  await person.page.getByRole('checkbox', { name: person.t('hearings.discipline.agree') }).check();
  await person.button(door).click();
}
