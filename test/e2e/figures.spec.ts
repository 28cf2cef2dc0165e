import type { FigureDto, FigureTableDto, FigureVersionDto } from '../../src/modules/reference/figures.dto';
import type { SettingsDto } from '../../src/modules/reference/settings.dto';
import { QUIET, startApp, type TestApp } from '../support/app';
import { accepted, clerkOf, staffOf } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';

const NEW_WAGE = {
  tableName: 'minimum-wage',
  area: 'foshan',
  fromOn: '2027-01-01',
  item: '',
  value: 250_000,
  source: '佛府函〔2026〕9号（样例）',
  reason: '公布了新的标准。',
};

describe('figures that computations look up', () => {
  let app: TestApp;
  /** Another process on the same database: what one changes the other computes with. */
  let second: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET, hasWorker: false });
    second = await startApp({ settings: QUIET, hasWorker: false, beside: app });
  });
  afterAll(async () => {
    await second?.close();
    await app?.close();
  });

  const director = (commission = 'foshan') => staffOf(app, `director.${commission}`);
  const at = ({
    tableName,
    area,
    fromOn,
    item,
  }: Record<'tableName' | 'area' | 'fromOn' | 'item', string>) => ({
    tableName,
    area,
    fromOn,
    item,
  });
  const rowsOf = async (tableName: string, area: string): Promise<FigureDto[]> =>
    (await app.visitor().read<FigureTableDto[]>('/figures'))
      .find((table) => table.tableName === tableName)!
      .rows.filter((row) => row.area === area);
  const history = (row: Parameters<typeof at>[0]): Promise<FigureVersionDto[]> =>
    clerkOf(app).read(`/figures/history?${new URLSearchParams(at(row)).toString()}`);

  it('everybody may read them, with source and whether anybody compared them', async () => {
    const rows = await rowsOf('minimum-wage', 'foshan');
    expect(rows[0]).toMatchObject({
      fromOn: '2026-09-01',
      value: 230_000,
      isVerified: false,
      changedAt: null,
    });
    expect(rows[0]?.source).toContain('粤府函');
    expect((await app.visitor().get('/figures/history?tableName=minimum-wage')).status).toBe(401);
  });

  it('the head of a commission adds one, corrects it, has it compared; nothing that was there is lost', async () => {
    const added = await director().do<FigureDto>('POST', '/figures', NEW_WAGE);
    expect(added).toMatchObject({ version: 1, isVerified: false });
    const corrected = await director().do<FigureDto>('POST', '/figures/corrections', {
      ...NEW_WAGE,
      value: 252_000,
      version: 1,
      reason: '抄错一位。',
    });
    expect(corrected).toMatchObject({ version: 2, value: 252_000, isVerified: false });
    const verified = await director().do<FigureDto>('POST', '/figures/verifications', {
      ...at(NEW_WAGE),
      version: 2,
      document: '佛府函〔2026〕9号（样例）原件',
    });
    expect(verified).toMatchObject({ version: 3, value: 252_000, isVerified: true });
    expect((await rowsOf('minimum-wage', 'foshan'))[0]).toMatchObject({ version: 3, value: 252_000 });
    const versions = await history(NEW_WAGE);
    expect(versions.map(({ change, value, reason }) => [change, value, reason])).toEqual([
      ['verified', 252_000, null],
      ['corrected', 252_000, '抄错一位。'],
      ['added', 250_000, '公布了新的标准。'],
    ]);
    expect(versions[0]).toMatchObject({
      changedBy: director().name,
      document: '佛府函〔2026〕9号（样例）原件',
    });
    expect(versions[0]?.commissionName).toContain('佛山');
    await expect(app.query('UPDATE law_figure SET value = 1')).rejects.toThrow(/keeps what was there/);
    await expect(app.query('DELETE FROM law_figure')).rejects.toThrow(/keeps what was there/);
  });

  it('a row entered by mistake is taken away, and may be entered again', async () => {
    const row = { ...NEW_WAGE, fromOn: '2027-02-01' };
    await director().do('POST', '/figures', row);
    await director().do('POST', '/figures/withdrawals', { ...at(row), version: 1, reason: '没有这个日期。' });
    expect((await rowsOf('minimum-wage', 'foshan')).some(({ fromOn }) => fromOn === row.fromOn)).toBe(false);
    problemOf(
      await director().post('/figures/corrections', { ...row, value: 1, version: 2 }),
      409,
      'figure.version',
    );
    expect(await director().do<FigureDto>('POST', '/figures', row)).toMatchObject({ version: 3 });
  });

  it.each([
    ['the same row again', '', NEW_WAGE, 409, 'figure.exists'],
    ['another city', '', { ...NEW_WAGE, area: 'shenzhen' }, 403, 'figure.other-area'],
    [
      'a row nobody has',
      '/corrections',
      { ...NEW_WAGE, fromOn: '2027-05-01', version: 1 },
      404,
      'figure.unknown',
    ],
    ['an old version', '/corrections', { ...NEW_WAGE, version: 2 }, 409, 'figure.version'],
    [
      'what it is already',
      '/corrections',
      { ...NEW_WAGE, value: 252_000, version: 3 },
      409,
      'figure.unchanged',
    ],
    [
      'the same document',
      '/verifications',
      { ...at(NEW_WAGE), version: 3, document: NEW_WAGE.source },
      409,
      'figure.already-verified',
    ],
  ])('%s is refused', async (_name, path, body, status, code) => {
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      problemOf(await director().post(`/figures${path}`, body, { language }), status, code);
    }
  });

  it('says of each field what is wrong with it', async () => {
    const wrong = { ...NEW_WAGE, area: 'guangdong', fromOn: '2030-01-01', item: '5', value: 0, source: ' ' };
    expect(
      fieldsOf(problemOf(await director().post('/figures', wrong), 422, 'request.invalid')).sort(),
    ).toEqual([
      '/area figure.not-of-area',
      '/fromOn figure.too-far-ahead',
      '/item field.choice',
      '/source field.required',
      '/value field.amount-zero',
    ]);
    const noDay = { ...NEW_WAGE, fromOn: '2027-02-30' };
    expect(fieldsOf(problemOf(await director().post('/figures', noDay), 422, 'request.invalid'))).toEqual([
      '/fromOn field.date',
    ]);
  });

  it('is not for clerks, parties or visitors', async () => {
    problemOf(await clerkOf(app, 'foshan').post('/figures', NEW_WAGE), 403, 'auth.not-for-you');
    problemOf(await app.party('13800009999').post('/figures', NEW_WAGE), 404, 'request.not-found');
    expect((await app.visitor().post('/figures', NEW_WAGE)).status).toBe(401);
    expect(await clerkOf(app, 'foshan').read('/figures/rights')).toEqual({ changeable: [] });
    const { changeable } = await director().read<{ changeable: { tableName: string; areas: string[] }[] }>(
      '/figures/rights',
    );
    expect(changeable.find(({ tableName }) => tableName === 'average-wage')?.areas).toEqual([
      'foshan',
      'guangdong',
    ]);
  });

  it('of two heads at once the second is told', async () => {
    const added = {
      tableName: 'heat-allowance',
      area: 'guangdong',
      fromOn: '2021-06-01',
      item: '6-10',
      value: 30_000,
      source: '粤人社发（样例）',
      reason: '写明文件。',
    };
    const row = { ...added, version: 1 };
    const [one, other] = [director('nansha'), staffOf(second, 'director.zhongshan')];
    await Promise.all([one.read('/session'), other.read('/session')]);
    const replies = await Promise.all([
      one.post('/figures/corrections', row),
      other.post('/figures/corrections', { ...row, value: 31_000 }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    problemOf(
      replies.find(({ status }) => status === 409)!,
      409,
      'figure.version',
    );
    expect(await history(row)).toHaveLength(2);
    const both = await Promise.all(
      [one, other].map((head) => head.post('/figures', { ...added, fromOn: '2027-06-01' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    problemOf(
      both.find(({ status }) => status === 409)!,
      409,
      'figure.exists',
    );
  });

  it('every process computes with it at once', async () => {
    const dismissed = {
      startDate: '2020-01-01',
      endDate: '2025-12-31',
      monthlyWages: [4_000_000],
    };
    const keys = async (process: TestApp): Promise<[string[], number | null]> => {
      const { body } = await process
        .visitor()
        .post<{ steps: { key: string }[]; value: number | null }>('/calculators/unlawful-dismissal', {
          commissionId: 'foshan',
          facts: dismissed,
        });
      return [body.steps.map(({ key }) => key), body.value];
    };
    const [before] = [await keys(app), await keys(second)];
    expect(before[1]).toBe(4_000_000 * 12);
    await director().do('POST', '/figures', {
      tableName: 'average-wage',
      area: 'foshan',
      fromOn: '2025-01-01',
      item: '',
      value: 800_000,
      source: '市统计局（样例）',
      reason: '公布了上一年度的工资。',
    });
    // Three times the average caps the wage: 24,000 yuan, six years, twice.
    for (const process of [second, app]) {
      const [steps, value] = await keys(process);
      expect(value).toBe(2_400_000 * 12);
      expect(steps).not.toEqual(before[0]);
    }
  });
});

describe('settings of a commission', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET, hasWorker: false });
  });
  afterAll(() => app?.close());

  const change = (username: string, body: object) =>
    staffOf(app, username).post<SettingsDto>('/settings', body);
  const read = (username: string): Promise<SettingsDto> => staffOf(app, username).read('/settings');
  const of = ({ settings }: SettingsDto, name: string) => settings.find(({ setting }) => setting === name)!;

  it('count for what is done from then on, and leave what they were', async () => {
    const { status, body } = await change('director.nansha', {
      setting: 'evidenceWorkingDays',
      value: '20',
      version: 0,
      reason: '本委会议决定。',
    });
    expect(status).toBe(201);
    expect(body.version).toBe(1);
    expect(of(body, 'evidenceWorkingDays')).toMatchObject({
      value: '20',
      changes: [{ before: '15', after: '20', reason: '本委会议决定。' }],
    });
    expect((await read('clerk.nansha')).mayChange).toBe(false);
    expect(of(await read('director.foshan'), 'evidenceWorkingDays').value).toBe('15');
    await expect(app.query('DELETE FROM commission_setting_change')).rejects.toThrow(/keeps what was there/);
  });

  it('a new prefix numbers the next case, and is nobody else’s', async () => {
    const prefix = { setting: 'casePrefix', value: '穗南新劳人仲案', version: 1, reason: '统一字号。' };
    expect((await change('director.nansha', prefix)).status).toBe(201);
    const { number } = await accepted(app);
    expect(number).toBe('穗南新劳人仲案〔2026〕1号');
    for (const value of ['穗南新劳人仲案', '穗南劳人仲案']) {
      problemOf(
        await change('director.foshan', { ...prefix, value, version: 0 }),
        409,
        'setting.prefix-taken',
      );
    }
  });

  it('refuses what is none, what is stale and who is not the head', async () => {
    const days = { setting: 'performanceDays', value: '15', version: 2, reason: '试行。' };
    problemOf(await change('director.nansha', { ...days, version: 0 }), 409, 'setting.version');
    problemOf(await change('director.nansha', { ...days, value: '10' }), 409, 'setting.unchanged');
    problemOf(await change('clerk.nansha', days), 403, 'auth.not-for-you');
    expect(
      fieldsOf(problemOf(await change('director.nansha', { ...days, value: '0' }), 422, 'request.invalid')),
    ).toEqual(['/value field.too-small']);
  });

  it('of two changes at once the second is told', async () => {
    const days = { setting: 'performanceDays', version: 2, reason: '试行。' };
    const director = staffOf(app, 'director.nansha');
    const replies = await Promise.all(
      ['12', '15'].map((value) => director.post('/settings', { ...days, value })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
