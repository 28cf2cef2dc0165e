import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Rooms } from '../../src/modules/hearings/conferencing/rooms';
import { HEARING_ROLES, type HearingRole } from '../../src/modules/hearings/conferencing/protocol';
import { launchBrowser, PROBE, text as t } from './support/browser';
import { constitutedCase, setDown, type Cast } from './support/people';
import { eventually, startServer, type TestServer } from './support/server';

const NOW = new Date('2026-12-01T08:50:00+08:00');

const RESPONDENT = '广州南沙测试有限公司（王经理）';

interface Stream {
  kind: string;
  trackId: string;
  seat: HearingRole | null;
  frames: number;
  packets: number;
  energy: number;
  picture: number[] | null;
}

/** A new track counts from nothing. */
const framesOf = (before: Stream | undefined, now: Stream): number =>
  before?.trackId === now.trackId ? before.frames : 0;

jest.setTimeout(180_000);

/** Real browsers with cameras that show a moving picture, against the real media worker. */
describe('pictures and sound', () => {
  let server: TestServer;
  let browser: Browser;
  let cast: Cast;
  let hearingId: string;
  const contexts: BrowserContext[] = [];
  const pages = {} as Record<HearingRole, Page>;

  beforeAll(async () => {
    server = await startServer(NOW);
    browser = await launchBrowser();
    cast = await constitutedCase(server);
    hearingId = await setDown(cast, NOW);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function enter(role: HearingRole): Promise<Page> {
    const phone = role === 'claimant';
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'zh-CN',
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    });
    contexts.push(context);
    await context.addCookies([{ name: 'sid', value: cast[role].token, url: server.url }]);
    await context.addInitScript(PROBE);
    await context.addInitScript(`localStorage.setItem('hearing.picture', 'saving')`);
    const page = await context.newPage();
    await page.goto(`/hearings/${hearingId}`);
    await throughTheDoor(page);
    return page;
  }

  async function throughTheDoor(page: Page): Promise<void> {
    await page.getByRole('button', { name: t('check.open-devices') }).click();
    await page.getByLabel(t('discipline.agree')).check();
    const enterButtons = page
      .getByRole('button', { name: t('entrance.wait') })
      .or(page.getByRole('button', { name: t('entrance.take-seat') }));
    await enterButtons.click();
  }

  const streams = (page: Page): Promise<Stream[]> => page.evaluate('window.probe.streams()');
  const others = (role: HearingRole): HearingRole[] => HEARING_ROLES.filter((each) => each !== role);

  /** Every page shows every other person's picture, and it moves; and hears them. */
  async function everybodySeesEverybody(): Promise<void> {
    const earlier = new Map<string, Stream>();
    for (const role of HEARING_ROLES) {
      for (const stream of await streams(pages[role]))
        earlier.set(`${role} ${stream.seat} ${stream.kind}`, stream);
    }
    await eventually(async () => {
      for (const role of HEARING_ROLES) {
        const now = await streams(pages[role]);
        for (const other of others(role)) {
          const video = now.find((s) => s.seat === other && s.kind === 'video');
          const audio = now.find((s) => s.seat === other && s.kind === 'audio');
          const [saw, heard] = [earlier.get(`${role} ${other} video`), earlier.get(`${role} ${other} audio`)];
          const moves = video?.picture && video.frames > framesOf(saw, video);
          expect(`${role} sees ${other}: ${Boolean(moves)}`).toBe(`${role} sees ${other}: true`);
          if (saw?.picture) expect(video!.picture!.join()).not.toBe(saw.picture.join());
          const sounds = audio && audio.energy > (heard?.trackId === audio.trackId ? heard.energy : 0);
          expect(`${role} hears ${other}: ${Boolean(sounds)}`).toBe(`${role} hears ${other}: true`);
        }
      }
    }, 90_000);
  }

  it('flow between four people as soon as they are admitted', async () => {
    for (const role of HEARING_ROLES) pages[role] = await enter(role);
    const { recorder, arbitrator, claimant } = pages;
    await claimant.getByText(t('waiting.tribunal-here')).waitFor();
    expect(await streams(claimant)).toEqual([]);
    for (const who of ['申请人 · 李小明', `被申请人 · ${RESPONDENT}`]) {
      await recorder.getByRole('button', { name: t('tribunal.admit-who', { who }) }).click();
    }
    await arbitrator
      .getByRole('button', { name: t('tribunal.manage', { role: t('role.respondent'), name: RESPONDENT }) })
      .waitFor();
    await arbitrator.getByRole('button', { name: t('tribunal.open') }).click();
    await claimant.getByText(t('state.in-session')).first().waitFor();
    await everybodySeesEverybody();
  });

  it('stop for everybody the moment the arbitrator mutes, though the page goes on sending', async () => {
    const room = server.app.get(Rooms).find(hearingId)!;
    const seatId = cast.respondent.userId;
    const received = async (): Promise<number[]> =>
      Promise.all(
        room
          .inspect()
          .filter((each) => each.ownerId === seatId && each.source === 'mic')
          .map((each) => each.consumer.packetsSent()),
      );
    const sent = (): Promise<number> => pages.respondent.evaluate('window.probe.sent("audio")');
    await pages.arbitrator
      .getByRole('button', {
        name: t('tribunal.manage', { role: t('role.respondent'), name: RESPONDENT }),
      })
      .click();
    await pages.arbitrator.getByRole('button', { name: t('tribunal.mute-mic'), exact: true }).click();
    await pages.respondent.getByText(t('control.mic-muted')).waitFor();
    const [before, sentBefore] = [await received(), await sent()];
    expect(before).toHaveLength(3);
    // The page sends on: the server is what keeps it from the others.
    await eventually(async () => expect(await sent()).toBeGreaterThan(sentBefore + 20));
    expect(await received()).toEqual(before);
    expect(await pages.respondent.getByRole('button', { name: t('control.mic-muted') }).isDisabled()).toBe(
      true,
    );

    await pages.respondent.reload();
    await throughTheDoor(pages.respondent);
    await pages.respondent.getByText(t('control.mic-muted')).waitFor();
    await eventually(async () => expect(await received()).toEqual([0, 0, 0]));
    await pages.arbitrator
      .getByRole('button', {
        name: t('tribunal.manage', { role: t('role.respondent'), name: RESPONDENT }),
      })
      .click();
    await pages.arbitrator.getByRole('button', { name: t('tribunal.unmute-mic') }).click();
    await eventually(async () => expect(Math.min(...(await received()))).toBeGreaterThan(0));
    await everybodySeesEverybody();
  });

  it('come back with the seat after a lost network', async () => {
    const context = contexts[HEARING_ROLES.indexOf('claimant')]!;
    await context.setOffline(true);
    await pages.claimant.getByText(t('mending')).waitFor({ timeout: 30_000 });
    await context.setOffline(false);
    await pages.claimant.getByText(t('mending')).waitFor({ state: 'detached', timeout: 30_000 });
    await everybodySeesEverybody();
  });

  it('are back on every page after the media worker was killed', async () => {
    const [worker] = server.app.get(Rooms).status().workers;
    const start = Date.now();
    process.kill(worker!.pid!, 'SIGKILL');
    await eventually(() => expect(server.app.get(Rooms).status().workers[0]!.pid).not.toBe(worker!.pid));
    await everybodySeesEverybody();
    process.stdout.write(`worker killed → everybody sees everybody: ${Date.now() - start} ms\n`);
  });
});
