import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { drawSignature, FilingForm, HEADS } from './support/filing';
import { DESKTOP, Inspection, PHONE } from './support/inspect';
import { Person } from './support/person';
import { openFile } from './support/open-file';
import { eventually } from './support/patience';
import {
  checkDevices,
  enter,
  hearsNothingOf,
  ROLES,
  seesAndHears,
  streamsOf,
  type Role,
} from './support/room';
import { readMessage, signInAsParty, signInAsStaff } from './support/sign-in';
import { story, type Story } from './support/story';
import { dayIn, quarterAfter, startSystem, timeIn, type System } from './support/system';
import { evidenceFile } from '../../src/demo/evidence-file';
import { codeOnNotice } from '../../src/demo/notice';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { inspectPdf, inspectSignature } from '../support/pdf';

jest.setTimeout(300_000);

const ARBITRATOR = { name: '林慧敏', username: 'arb.linhuimin' };

/** Everybody with a browser of their own, one application, and one case from its first page to its last. */
describe('one wage case, from the web form to the award', () => {
  const inspection = new Inspection('case');
  const people: Person[] = [];
  let system: System;
  let plot: Story;
  let browser: Browser;
  let hasFailed = false;
  let claimant: Person;
  let clerk: Person;
  let respondent: Person;
  let arbitrator: Person;
  let recorder: Person;
  let caseId: string;
  let caseNumber: string;
  /** As the program computed it, by head of claim. */
  const claimed = new Map<string, string>();
  /** What the arbitrator grants of the compensation: more than twelve minimum wages. */
  const awarded = '40,800.00';
  const awards: { name: string; content: Buffer }[] = [];
  const hall = (): Person[] => [arbitrator, recorder, claimant, respondent];
  const seats = (): [Role, Person][] => [
    ['arbitrator', arbitrator],
    ['recorder', recorder],
    ['claimant', claimant],
    ['respondent', respondent],
  ];

  const arrive = async (
    name: string,
    viewport = DESKTOP,
    more: { hasTouch?: boolean } = {},
  ): Promise<Person> => {
    const person = await Person.arrive(browser, { name, address: system.url, viewport, inspection, ...more });
    people.push(person);
    return person;
  };

  /** Each chapter begins where the one before it ended: after a failure there is nothing to go on with. */
  const chapter = (title: string, play: () => Promise<void>): void => {
    it(title, async () => {
      if (hasFailed) throw new Error('an earlier chapter failed');
      hasFailed = true;
      try {
        await play();
        for (const person of people) await person.assertQuiet();
        hasFailed = false;
      } catch (error) {
        for (const person of people) await person.keepPicture();
        throw error;
      }
    });
  };

  beforeAll(async () => {
    system = await startSystem();
    plot = story(dayIn(system.now()));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  chapter('the claimant finds the door and signs in by telephone', async () => {
    claimant = await arrive('claimant', PHONE, { hasTouch: true });
    await claimant.open('/');
    await claimant.sees(claimant.heading('home.title'));
    await claimant.look('landing');
    await claimant.page.getByRole('button', { name: /第四十三条/ }).click();
    await claimant.sees(claimant.page.getByText('应当自劳动争议仲裁委员会受理仲裁申请之日起四十五日内结束'));
    await claimant.look('statute-article');
    await claimant.open('/statutes/rules#article-50');
    await claimant.sees(claimant.page.getByText('应当分别制作裁决书'));
    await claimant.look('statute');
    await claimant.open('/');
    await claimant.link('home.file').click();
    await signInAsParty(claimant, { phone: plot.claimant.phone }, (name) => claimant.look(name));
    await claimant.sees(claimant.heading('filing.start.title'));
    await claimant.look('filing-start');
  });

  chapter('the claimant answers question after question, and signs', async () => {
    const form = new FilingForm(claimant, plot);
    await claimant.button('filing.start.begin').click();
    for (const step of [
      'commission',
      'claimant',
      'contact',
      'respondents',
      'job',
      'contract',
      'pay',
      'ending',
      'claims',
    ] as const) {
      await form[step]();
      await claimant.look(`filing-${step}`);
      await form.next();
    }
    for (const head of HEADS) {
      claimed.set(head, await form.claim(head));
      await claimant.look(`filing-claim-${head}`);
      await form.next();
    }
    for (const step of ['statement', 'evidence', 'service'] as const) {
      await form[step]();
      await claimant.look(`filing-${step}`);
      await form.next();
    }
    await form.review();
    for (const amount of claimed.values()) await claimant.sees(claimant.page.getByText(amount));
    await claimant.look('filing-review');
    await claimant.button('filing.review.next').click();
    await form.sign();
    await claimant.look('filing-signature');
    await claimant.button('filing.signature.submit').click();
    await claimant.sees(claimant.heading('received.title'));
    caseId = /\/cases\/([^/]+)\/received/.exec(claimant.page.url())![1]!;
    await claimant.seesNot(claimant.page.getByText(claimant.t('papers.pending')));
    await claimant.look('received');
  });

  chapter('the clerk finds it in the queue, checks the four conditions and accepts', async () => {
    clerk = await arrive('clerk');
    await signInAsStaff(clerk, { username: 'clerk.nansha', password: DEMO_PASSWORD }, (name) =>
      clerk.look(name),
    );
    const row = clerk.page.getByRole('row').filter({ hasText: plot.respondent.name });
    await clerk.sees(row);
    await clerk.look('desk-queue');
    await row.getByRole('link').click();
    await clerk.sees(clerk.heading('desk.intake.title'));
    for (const amount of claimed.values()) await clerk.sees(clerk.page.getByText(amount));
    await clerk.look('desk-case-received');
    for (const condition of ['isWithinScope', 'hasClearClaims', 'hasProperParties', 'isOurs']) {
      await clerk.page
        .getByRole('group', { name: clerk.startsWith(`desk.condition.${condition}`) })
        .getByRole('radio', { name: clerk.t('desk.condition.yes') })
        .check();
    }
    await clerk.sees(clerk.text('desk.intake.outcome.accept'));
    await clerk.button('desk.intake.accept').click();
    await clerk.sees(clerk.dialog('desk.accept.title'));
    await clerk.look('desk-accept');
    await clerk.button('desk.accept.confirm').click();
    const done = await clerk.reads(clerk.page.locator('body'), clerk.like('desk.accept.done'));
    caseNumber = new RegExp(clerk.like('desk.accept.done').source.replace('.*?', '(\\S+)')).exec(done)![1]!;
    await clerk.sees(clerk.page.getByRole('heading', { name: caseNumber }));
    await clerk.seesNot(clerk.text('desk.papers.pending'));
    await clerk.look('desk-case-accepted');
  });

  chapter('the respondent joins with the code from the notice', async () => {
    // The clerk opens the notice that goes into the post; the code is on it and nowhere else.
    const notice = await openFile(clerk, clerk.button('desk.papers.open-named', { title: '应诉通知书' }));
    const code = codeOnNotice(notice.content);
    expect((await inspectPdf(notice.content)).words).toContain(`应诉码：${code}`);
    await clerk.page.getByRole('button', { name: clerk.startsWith('desk.seat.send') }).click();
    await clerk.sees(clerk.dialog('desk.seat.send.title'));
    await clerk.look('desk-seat-send');
    await clerk.button('desk.cancel').click();
    respondent = await arrive('respondent');
    const { phone } = plot.respondent;
    const told = await readMessage(respondent, `+86${phone}`, /(以贵单位为被申请人.*)/);
    expect(told).not.toContain(code);
    await respondent.open('/');
    await respondent.page.getByRole('link', { name: respondent.startsWith('home.door.respond') }).click();
    await respondent.field('join.code').fill(code);
    await respondent.look('join');
    await respondent.button('join.sign-in').click();
    await signInAsParty(respondent, { phone });
    await respondent.field('join.name').fill(plot.respondent.representative);
    await respondent.pick('join.capacity', 'party.capacity.legal-representative');
    await respondent.pick('service.electronic', 'service.electronic.yes');
    await respondent.pick('service.online-hearing', 'service.online-hearing.yes');
    await respondent.tick('join.declares.authority').check();
    await respondent.look('join-seat');
    await respondent.button('join.enter').click();
    await respondent.page.waitForURL(`**/cases/${caseId}`);
    await respondent.sees(respondent.page.getByRole('heading', { name: caseNumber }));
    for (const amount of claimed.values()) await respondent.sees(respondent.page.getByText(amount));
    await respondent.look('respondent-case');
    await clerk.page.getByRole('button', { name: clerk.startsWith('desk.seat.release') }).click();
    await clerk.sees(clerk.dialog('desk.seat.release.title'));
    await clerk.look('desk-seat-release');
    await clerk.button('desk.cancel').click();
  });

  chapter('the respondent answers each claim, pleads limitation on one, and adds evidence', async () => {
    await respondent.link('case.do.answer').click();
    const positions = [
      { stance: 'partly', admitted: '6800', reasons: '其中一个月工资已以现金支付。', limitation: 'no' },
      { stance: 'denied', reasons: '未签书面合同的期间早已超过一年。', limitation: 'yes' },
      { stance: 'denied', reasons: '申请人自行离职，公司没有解除劳动合同。', limitation: 'no' },
    ];
    for (const [index, { stance, admitted, reasons, limitation }] of positions.entries()) {
      const claim = respondent.t(`claim.${HEADS[index]}`);
      await respondent.sees(respondent.heading('answer.claim.title', { number: index + 1, claim }));
      await respondent.pick('answer.stance', `answer.stance.${stance}`);
      if (admitted) await respondent.field('answer.admitted').fill(admitted);
      await respondent.fieldLike('answer.reasons').fill(reasons);
      await respondent.pick('answer.limitation', `answer.limitation.${limitation}`);
      await respondent.look(`answer-claim-${index + 1}`);
      await respondent.button('ui.next').click();
    }
    await respondent.field('answer.statement').fill('被申请人不同意申请人的第二、三项请求。');
    await respondent.fieldLike('answer.limitation-grounds').fill('自应当订立书面合同之日起已超过一年。');
    await respondent.look('answer-statement');
    await respondent.button('ui.next').click();
    await respondent.sees(respondent.heading('answer.evidence.title'));
    await respondent.field('evidence.choose').setInputFiles({
      name: '现金签收单.pdf',
      mimeType: 'application/pdf',
      buffer: await evidenceFile('现金签收单', ['收到现金工资 6800.00元']),
    });
    await respondent.field('evidence.purpose').fill('证明已支付其中一个月工资');
    await respondent.pick('evidence.original', 'ui.yes');
    await respondent.look('answer-evidence');
    await respondent.button('evidence.hand-in').click();
    await respondent.sees(respondent.heading('evidence.handed-in'));
    await respondent.button('answer.evidence.next').click();
    await respondent.sees(respondent.heading('answer.sign.title'));
    await respondent.field('ui.signature.name').fill(plot.respondent.representative);
    await respondent.tick('answer.sign.promise').check();
    await respondent.look('answer-signature');
    await respondent.button('answer.sign.submit').click();
    await respondent.page.waitForURL(`**/cases/${caseId}`);
    await respondent.seesNot(respondent.link('case.do.answer'));
    await respondent.sees(respondent.text('record.answer.submitted'));
  });

  chapter('the clerk appoints a sole arbitrator, and sees why others are not proposed', async () => {
    await clerk.sees(clerk.text('desk.answers.limitation'));
    await clerk.link('tribunal.appoint.title').first().click();
    await clerk.sees(clerk.heading('tribunal.appoint.title'));
    const excluded = clerk.page.getByRole('table', { name: clerk.like('tribunal.appoint.excluded') });
    const reasons: [string, string | RegExp][] = [
      ['郑少华', plot.respondent.name], // worked for this respondent
      ['赖志远', clerk.like('tribunal.on-leave')],
      ['霍静怡', clerk.like('tribunal.not-engaged')],
    ];
    for (const [name, reason] of reasons)
      await clerk.reads(excluded.getByRole('row').filter({ hasText: name }), reason);
    await clerk.page.getByRole('radio', { name: ARBITRATOR.name }).check();
    await clerk.page
      .getByRole('combobox', { name: clerk.t('tribunal.appoint.recorder') })
      .selectOption({ index: 1 });
    await clerk.pick('tribunal.appoint.ground', 'tribunal.ground.clear');
    await clerk.tick('tribunal.obstacle.none').check();
    await clerk.look('desk-appoint');
    await clerk.button('tribunal.appoint.go').click();
    await clerk.sees(clerk.dialog('tribunal.confirm.title'));
    await clerk.look('desk-appoint-confirm');
    await clerk.button('tribunal.confirm.go').click();
    await clerk.sees(clerk.page.getByRole('heading', { name: caseNumber }));
    await clerk.reads(clerk.page.locator('#tribunal'), ARBITRATOR.name);
  });

  chapter('both parties do without the five days, and the clerk sets the hearing down', async () => {
    await claimant.open(`/cases/${caseId}`);
    for (const [party, name] of [
      [claimant, plot.claimant.name],
      [respondent, plot.respondent.name],
    ] as const) {
      await party.button('hearings.waive').click();
      await party.look(`${party.name}-waive`);
      await party.button('hearings.waive.yes').click();
      await party.sees(party.text('hearings.waived').filter({ hasText: name }));
    }
    await clerk.link('desk.set-down.title').first().click();
    await clerk.sees(clerk.heading('desk.set-down.title'));
    const soon = quarterAfter(new Date(system.now().getTime() + 3 * 60_000));
    await clerk.field('desk.set-down.date').fill(dayIn(soon));
    await clerk.field('desk.set-down.time').selectOption(timeIn(soon));
    await clerk.page
      .getByRole('group', { name: clerk.startsWith('desk.set-down.room') })
      .getByRole('radio')
      .first()
      .check();
    await clerk.look('desk-set-down');
    await clerk.button('desk.set-down.confirm').click();
    await clerk.reads(clerk.page.locator('#hearings'), clerk.t('desk.hearings.state.scheduled'));
    await clerk.look('desk-case-set-down');
  });

  chapter('everybody checks camera, microphone, loudspeaker and network', async () => {
    arbitrator = await arrive('arbitrator');
    await signInAsStaff(arbitrator, { username: ARBITRATOR.username, password: DEMO_PASSWORD });
    await arbitrator.sees(arbitrator.heading('desk.mine.title'));
    await arbitrator.look('desk-mine');
    // Today's hearing stands above the list and names the case too.
    await arbitrator.page.locator('[data-case-row]').filter({ hasText: caseNumber }).click();
    await arbitrator.sees(arbitrator.heading('desk.next.title'));
    await arbitrator.look('arbitrator-case');
    recorder = await arrive('recorder');
    await signInAsStaff(recorder, { username: 'recorder.nansha', password: DEMO_PASSWORD });
    await recorder.page.locator('[data-case-row]').filter({ hasText: caseNumber }).click();
    for (const member of [arbitrator, recorder]) await member.link('desk.hearings.enter').first().click();
    await claimant.page.getByRole('link', { name: claimant.t('hearings.check') }).click();
    await checkDevices(claimant);
    await claimant.look('device-check');
    for (const party of [claimant, respondent]) {
      await party.open(`/cases/${caseId}`);
      await party.link('case.do.enter-hearing').first().click();
    }
    for (const person of [arbitrator, recorder, claimant, respondent]) await checkDevices(person);
    await claimant.look('entrance');
    await arbitrator.look('entrance-tribunal');
  });

  chapter('the parties wait until they are admitted; the arbitrator opens', async () => {
    for (const member of [arbitrator, recorder]) await enter(member, 'hearings.entrance.take-seat');
    await arbitrator.sees(arbitrator.page.getByRole('region', { name: arbitrator.t('hearings.room.seats') }));
    for (const party of [claimant, respondent]) {
      await enter(party, 'hearings.entrance.wait');
      await party.sees(party.heading('hearings.waiting.title'));
      await party.sees(party.text('hearings.waiting.tribunal-here'));
    }
    await claimant.look('waiting-room');
    const list = arbitrator.page.getByRole('region', { name: arbitrator.t('hearings.waiting.title') });
    await arbitrator.sees(list.getByText(plot.claimant.name));
    await arbitrator.sees(list.getByText(plot.respondent.representative));
    await arbitrator.look('room-people-waiting');
    // At the door nobody is seen or heard, and nobody sees or hears.
    await seesAndHears(arbitrator, ['recorder']);
    expect([...(await streamsOf(arbitrator)).keys()]).toEqual(['recorder']);
    for (const person of [claimant, respondent]) expect([...(await streamsOf(person)).keys()]).toEqual([]);
    for (const party of [plot.claimant.name, plot.respondent.representative])
      await list.getByRole('button', { name: party }).click();
    for (const party of [claimant, respondent])
      await party.sees(party.page.getByRole('region', { name: party.t('hearings.room.seats') }));
    await arbitrator.button('hearings.tribunal.open').click();
    for (const person of hall()) await person.sees(person.text('hearings.state.in-session'));
  });

  chapter('each of the four sees the others move and hears them, through the media worker', async () => {
    for (const [role, person] of seats())
      await seesAndHears(
        person,
        ROLES.filter((each) => each !== role),
      );
    await arbitrator.look('room-in-session');
    await claimant.look('room-in-session-party');
  });

  chapter('the arbitrator mutes on the server, and gives the word back', async () => {
    const plate = { role: arbitrator.t('hearings.role.claimant'), name: plot.claimant.name };
    const manage = arbitrator.button('hearings.tribunal.manage', plate);
    await manage.click();
    await arbitrator.look('room-seat-menu');
    await arbitrator.button('hearings.tribunal.mute-mic').click();
    await claimant.sees(claimant.text('hearings.control.mic-muted'));
    expect(await claimant.button('hearings.control.mic-muted').isDisabled()).toBe(true);
    await hearsNothingOf(respondent, 'claimant', ['arbitrator', 'recorder']);
    await hearsNothingOf(recorder, 'claimant', ['arbitrator', 'respondent']);
    await manage.click();
    await arbitrator.button('hearings.tribunal.unmute-mic').click();
    await claimant.sees(claimant.text('hearings.control.mic-on'));
    await seesAndHears(respondent, ['claimant']);
  });

  chapter('a reload puts the respondent back in the seat', async () => {
    await respondent.page.reload();
    await checkDevices(respondent);
    await enter(respondent, 'hearings.entrance.wait');
    await respondent.sees(respondent.page.getByRole('region', { name: respondent.t('hearings.room.seats') }));
    await seesAndHears(respondent, ['arbitrator', 'recorder', 'claimant']);
    await seesAndHears(claimant, ['respondent']);
  });

  chapter('the record grows before everybody, the hearing closes, and each confirms it', async () => {
    const said = [
      { stage: 'opening', speaker: 'arbitrator', text: '现在开庭。核对双方当事人身份。' },
      { stage: 'statement', speaker: 'claimant', text: '请求支付拖欠的两个月工资和违法解除的赔偿金。' },
      { stage: 'answer', speaker: 'respondent', text: '对第二项请求提出时效抗辩。' },
      { stage: 'mediation', speaker: 'arbitrator', text: '经调解，双方未能达成协议。' },
    ];
    // On a telephone the record is a view of its own.
    await claimant.page
      .getByRole('group', { name: claimant.t('hearings.room.views') })
      .getByRole('button', { name: claimant.startsWith('hearings.room.view-record') })
      .click();
    for (const { stage, speaker, text } of said) {
      const form = recorder.page.getByRole('form', { name: recorder.t('hearings.record.type') });
      await form.getByLabel(recorder.t('hearings.record.stage')).selectOption(stage);
      await form.getByLabel(recorder.t('hearings.record.speaker')).selectOption(speaker);
      await form.getByLabel(recorder.t('hearings.record.text')).fill(text);
      await recorder.button('hearings.record.append').click();
      for (const person of hall())
        await person.sees(
          person.page.getByRole('log', { name: person.t('hearings.record.entries') }).getByText(text),
        );
    }
    await recorder.look('room-record-recorder');
    await claimant.look('room-record-party');
    await arbitrator.button('hearings.tribunal.close').click();
    await arbitrator.sees(arbitrator.dialog('hearings.tribunal.close'));
    await arbitrator.look('room-close');
    await arbitrator
      .dialog('hearings.tribunal.close')
      .getByRole('button', { name: arbitrator.t('hearings.tribunal.close') })
      .click();
    await recorder.sees(recorder.text('hearings.state.closed'));
    await recorder.button('hearings.record.present').click();
    for (const person of [claimant, respondent, arbitrator, recorder]) {
      await person.button('hearings.sign.read-and-sign').click();
      const record = person.dialog('hearings.sign.read');
      for (const { text } of said) await person.sees(record.getByText(text));
      if (person === claimant) await person.look('room-sign');
      await person.button('hearings.sign.sign').click();
      await person.seesNot(record);
    }
    for (const person of hall()) await person.sees(person.text('hearings.sign.confirmed'));
    await respondent.look('room-record-confirmed');
  });

  chapter('the arbitrator decides each claim, sees what is final and why, and issues', async () => {
    await arbitrator.open(`/desk/cases/${caseId}/award`);
    await arbitrator
      .field('award.facts')
      .fill(
        '申请人在被申请人处任楼面主管，双方未订立书面劳动合同，月工资6800元。被申请人拖欠申请人最后两个月工资，并口头通知解除。',
      );
    const decisions = [
      { head: HEADS[0], outcome: 'granted', reasons: '被申请人未能证明已经支付，应当支付拖欠的工资。' },
      { head: HEADS[1], outcome: 'refused', reasons: '该项请求已经超过仲裁时效，被申请人的抗辩成立。' },
      {
        head: HEADS[2],
        outcome: 'partly',
        amount: awarded,
        reasons: '被申请人解除劳动合同没有依据，按查明的工资标准计算。',
      },
    ] as const;
    for (const decision of decisions) {
      const claim = arbitrator.page.getByRole('region', { name: arbitrator.t(`claim.${decision.head}`) });
      await claim
        .getByRole('group', { name: arbitrator.startsWith('award.decision') })
        .getByRole('radio', { name: arbitrator.startsWith(`award.outcome.${decision.outcome}`) })
        .check();
      if ('amount' in decision) await claim.getByLabel(arbitrator.t('award.amount')).fill(decision.amount);
      await claim.getByLabel(arbitrator.t('award.claim-reasons')).fill(decision.reasons);
    }
    await arbitrator.sees(arbitrator.text('award.complete'));
    const preview = arbitrator.page.getByRole('complementary', { name: arbitrator.t('award.preview') });
    await arbitrator.sees(preview.getByText(arbitrator.t('award.kind.final'), { exact: true }));
    await arbitrator.sees(preview.getByText(arbitrator.t('award.kind.non-final'), { exact: true }));
    await arbitrator.look('award-editor');
    await arbitrator.button('award.issue').click();
    await arbitrator.sees(arbitrator.dialog('award.issue.title'));
    await drawSignature(arbitrator);
    await arbitrator.tick('award.sign.promise').check();
    await arbitrator.look('award-issue');
    await arbitrator.button('award.issue.confirm').click();
    await arbitrator.sees(
      arbitrator.page.locator('#awards').getByText(arbitrator.t('award.kind.final'), { exact: true }),
    );
    await arbitrator.look('arbitrator-case-decided');
  });

  chapter('each party follows the case, and opens the award', async () => {
    for (const party of [claimant, respondent]) {
      await party.open(`/cases/${caseId}`);
      await party.sees(party.link('case.do.read-award'));
      await party.sees(party.text('record.award.issued'));
      await party.sees(party.text('record.hearing.closed'));
    }
    const openers = claimant.page.getByRole('button', { name: claimant.startsWith('award.open') });
    await eventually('there are two awards', async () => (await openers.count()) === 2);
    await claimant.look('claimant-case-decided');
    await respondent.look('respondent-case-decided');
    for (const opener of await openers.all()) awards.push(await openFile(claimant, opener));
    await claimant.open('/cases');
    await claimant.sees(claimant.page.getByText(caseNumber));
    await claimant.look('cases');
    await claimant.open('/notifications');
    await claimant.sees(claimant.button('notifications.read-all'));
    await claimant.look('notifications');
    const newest = claimant.page.getByRole('listitem').filter({ hasText: caseNumber }).first();
    await newest.getByRole('link').click();
    await claimant.page.waitForURL(`**/cases/${caseId}`);
    await clerk.open('/desk/notifications');
    await clerk.sees(clerk.heading('notifications.title'));
    await clerk.look('desk-notifications');
    await clerk.open('/desk/board');
    await clerk.sees(clerk.heading('desk.board.title'));
    await clerk.look('desk-board');
  });

  chapter(
    'the awards say who, which case and how much; fonts, structure and signature are sound',
    async () => {
      const papers = await Promise.all(awards.map(({ content }) => inspectPdf(content)));
      for (const { words, fonts, isClean } of papers) {
        for (const text of [plot.claimant.name, plot.respondent.name, caseNumber, ARBITRATOR.name])
          expect(words).toContain(text);
        for (const amount of claimed.values()) expect(words).toContain(amount);
        expect(fonts.length).toBeGreaterThan(0);
        expect(fonts.filter((font) => !font.isEmbedded || !font.hasUnicode)).toEqual([]);
        expect(isClean).toBe(true);
      }
      for (const { content } of awards)
        expect(await inspectSignature(content)).toContain('Signature is Valid');
      const [final, other] = ['（终局裁决）', '（非终局裁决）'].map(
        (kind) => papers.find(({ words }) => words.includes(kind))?.words,
      );
      expect(final).toContain(`人民币${claimed.get(HEADS[0])!}元（大写：壹万叁仟陆佰元整）`);
      expect(other).toContain(`人民币${awarded}元（大写：肆万零捌佰元整）`);
    },
  );

  chapter(
    'a stranger finds that the award is the one that was issued, and that a changed one is not',
    async () => {
      const stranger = await arrive('stranger', PHONE, { hasTouch: true });
      const { content, name } = awards[0]!;
      const code = /核验码：([0-9A-Z]+)/.exec((await inspectPdf(content)).words)![1]!;
      await stranger.open('/verify');
      await stranger.look('verify');
      await stranger.field('verify.code').fill(code);
      await stranger.button('verify.look-up').click();
      const file = { name, mimeType: 'application/pdf', buffer: content };
      await stranger.field('verify.choose').setInputFiles(file);
      await stranger.sees(stranger.text('verify.genuine', { name }));
      await stranger.look('verify-genuine');
      const changed = Buffer.from(content);
      changed[changed.length >> 1]! ^= 1;
      await stranger.field('verify.choose').setInputFiles({ ...file, buffer: changed });
      await stranger.sees(stranger.text('verify.not-genuine', { name }));
      await stranger.look('verify-not-genuine');
      await stranger.refused(404, async () => {
        await stranger.field('verify.code').fill('222222222222');
        await stranger.button('verify.look-up').click();
        await stranger.sees(stranger.text('verify.unknown'));
      });
      await stranger.look('verify-unknown');
    },
  );

  it('was clean on every page: WCAG 2.2 A and AA, and no wider than a telephone', () => {
    expect(inspection.findings).toEqual([]);
    expect(inspection.pages.length).toBeGreaterThan(60);
  });
});
