import type { Person } from '../../src/demo/person';
import { DEMO_PASSWORD } from '../../src/demo/staff';
import { StaffSignIn } from '../../src/modules/identity/staff-sign-in.service';
import { startApp, type TestApp } from '../support/app';
import { newPhone } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';

interface Session {
  user: {
    kind: string;
    name: string;
    phone: string | null;
    roles: string[];
    commissionName: string | null;
  } | null;
  csrfToken: string;
  isDemo: boolean;
}

describe('parties sign in with a phone and a code', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const lastCode = async (phone: string): Promise<string> => {
    const [message] = await app.query<{ text: string }>(
      'SELECT text FROM demo_message WHERE recipient = $1 ORDER BY sent_at DESC LIMIT 1',
      [phone],
    );
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
  };
  const askFor = async (visitor: Person, phone: string): Promise<string> => {
    await visitor.do('POST', '/auth/codes', { phone });
    return lastCode(`+86${phone}`);
  };
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it.each([
    ['the mainland', '138 0013 8000', '+86 138****8000'],
    ['Hong Kong', '+852 9123 4567', '+852 91****67'],
    ['Macau', '+853 6612 3456', '+853 66****56'],
  ])('from %s', async (_place, typed, masked) => {
    const person = app.party(typed);
    const { user } = await person.read<Session>('/session');
    expect(user?.kind).toBe('party');
    expect(user?.phone).toBe(masked);
  });

  it.each([
    '12800138000',
    '+8521234567',
    '+85299',
    '+85386123456',
    '+14155552671',
    '',
    'abc',
    '１３８００１３８０００',
  ])('the number %p is none of those, and the reader is told so', async (phone) => {
    const sentences = new Set<string>();
    for (const language of ['zh-CN', 'zh-HK', 'en']) {
      const reply = await app.visitor().post('/auth/codes', { phone }, { language });
      const problem = problemOf(reply, 422, 'request.invalid');
      expect(fieldsOf(problem)[0]).toMatch(/^\/phone field\.(phone|required)$/);
      sentences.add(problem.errors[0]?.detail ?? '');
    }
    expect(sentences.size).toBe(3);
  });

  it('a code works once', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    expect((await app.visitor().post('/auth/sessions/party', { phone, code })).status).toBe(201);
    problemOf(await app.visitor().post('/auth/sessions/party', { phone, code }), 401, 'auth.code-used');
  });

  it('of two people who type the same code at once, one gets in', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    const visitors = [app.visitor(), app.visitor(), app.visitor()];
    await Promise.all(visitors.map((visitor) => visitor.signIn()));
    const replies = await Promise.all(
      visitors.map((visitor) => visitor.post('/auth/sessions/party', { phone, code })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('for five minutes', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    app.clock.forward({ minutes: 5 });
    problemOf(await app.visitor().post('/auth/sessions/party', { phone, code }), 401, 'auth.code-expired');
  });

  it('with five tries; after them even the right one is refused', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    for (let i = 0; i < 5; i += 1) {
      const reply = await app.visitor().post('/auth/sessions/party', { phone, code: wrong(code) });
      problemOf(reply, 401, 'auth.code-wrong');
    }
    problemOf(
      await app.visitor().post('/auth/sessions/party', { phone, code }),
      401,
      'auth.code-too-many-tries',
    );
  });

  it('tries sent at once are counted one by one', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    const visitors = Array.from({ length: 8 }, () => app.visitor());
    await Promise.all(visitors.map((visitor) => visitor.signIn()));
    await Promise.all(
      visitors.map((visitor) => visitor.post('/auth/sessions/party', { phone, code: wrong(code) })),
    );
    problemOf(
      await app.visitor().post('/auth/sessions/party', { phone, code }),
      401,
      'auth.code-too-many-tries',
    );
  });

  it('a newer code ends the older one', async () => {
    const phone = newPhone();
    const visitor = app.visitor();
    const older = await askFor(visitor, phone);
    const newer = await askFor(visitor, phone);
    if (older !== newer) {
      problemOf(await visitor.post('/auth/sessions/party', { phone, code: older }), 401, 'auth.code-wrong');
    }
    expect((await visitor.post('/auth/sessions/party', { phone, code: newer })).status).toBe(201);
  });

  it('a code that is not six digits is told apart from a wrong one', async () => {
    const reply = await app.visitor().post('/auth/sessions/party', { phone: newPhone(), code: '12' });
    expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual(['/code field.one-time-code']);
  });

  it('codes and sessions lie in the database as hashes only', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    const person = app.party(phone);
    await person.signIn();
    const token = /sid=([^;]+)/.exec(person.cookie)?.[1] ?? '';
    const dump = JSON.stringify([
      await app.query('SELECT * FROM one_time_code'),
      await app.query('SELECT * FROM session'),
    ]);
    expect(token).not.toBe('');
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(`"${code}"`);
  });

  it('the cookie is for the browser only', async () => {
    const phone = newPhone();
    const code = await askFor(app.visitor(), phone);
    const reply = await app.visitor().post('/auth/sessions/party', { phone, code });
    const cookie = [reply.headers['set-cookie'] ?? []].flat().find((line) => line.startsWith('sid='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  it('a session ends with signing out, and by itself after seven days', async () => {
    const person = app.party(newPhone());
    await person.signIn();
    const isIn = async (cookie: string): Promise<boolean> =>
      (await app.visitor().get<Session>('/session', { headers: { cookie } })).body.user !== null;
    const first = person.cookie;
    expect(await isIn(first)).toBe(true);
    await person.do('DELETE', '/session');
    expect(await isIn(first)).toBe(false);
    await person.signIn();
    const second = person.cookie;
    app.clock.forward({ days: 7 });
    expect(await isIn(second)).toBe(false);
  });

  it('a write without the token of its own session is refused', async () => {
    const [one, other] = [app.party(newPhone()), app.party(newPhone())];
    await Promise.all([one.signIn(), other.signIn()]);
    const foreign = (await other.read<Session>('/session')).csrfToken;
    problemOf(await one.post('/drafts', undefined, { headers: { 'x-csrf-token': '' } }), 403, 'auth.csrf');
    problemOf(
      await one.post('/drafts', undefined, { headers: { 'x-csrf-token': foreign } }),
      403,
      'auth.csrf',
    );
    expect((await one.read<unknown[]>('/drafts')).length).toBe(0);
  });

  it('who has not signed in is asked to', async () => {
    problemOf(await app.visitor().get('/drafts'), 401, 'auth.sign-in-first');
    problemOf(await app.visitor().post('/drafts'), 401, 'auth.sign-in-first');
  });
});

describe('outside a demonstration', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: { DEMO_MODE: 'false' } });
  });
  afterAll(() => app?.close());

  it('nobody reads the messages or the codes of the staff', async () => {
    problemOf(await app.visitor().get('/demo/inbox'), 404, 'request.not-found');
    problemOf(await app.visitor().get('/demo/staff'), 404, 'request.not-found');
  });

  it('a phone gets one code in thirty seconds and six in an hour', async () => {
    const phone = newPhone();
    const visitor = app.visitor();
    for (let i = 0; i < 6; i += 1) {
      await visitor.do('POST', '/auth/codes', { phone });
      if (i === 0) {
        const problem = problemOf(await visitor.post('/auth/codes', { phone }), 429, 'auth.code-just-sent');
        expect(problem.detail).toMatch(/(29|30)/);
      }
      app.clock.forward({ seconds: 31 });
    }
    problemOf(await visitor.post('/auth/codes', { phone }), 429, 'auth.too-many-codes');
    app.clock.forward({ hours: 1 });
    await visitor.do('POST', '/auth/codes', { phone });
  });

  it('an address asks for forty in an hour', async () => {
    app.clock.forward({ hours: 2 });
    const visitor = app.visitor();
    for (let i = 0; i < 40; i += 1) await visitor.do('POST', '/auth/codes', { phone: newPhone() });
    problemOf(await visitor.post('/auth/codes', { phone: newPhone() }), 429, 'auth.too-many-codes');
  });

  it('ten requests for one phone at once send one message', async () => {
    app.clock.forward({ hours: 2 });
    const phone = newPhone();
    const visitors = Array.from({ length: 10 }, () => app.visitor());
    await Promise.all(visitors.map((visitor) => visitor.signIn()));
    const replies = await Promise.all(visitors.map((visitor) => visitor.post('/auth/codes', { phone })));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    const [sent] = await app.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM demo_message WHERE recipient = $1',
      [`+86${phone}`],
    );
    expect(sent?.n).toBe(1);
  });
});

describe('staff who sign in from several places', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ hasWorker: false });
  });
  afterAll(() => app?.close());

  const enter = async (address: string, username: string, password: string): Promise<string> => {
    const staff = await app.visitor().read<{ username: string; totp: string }[]>('/demo/staff');
    const totp = staff.find((each) => each.username === username)?.totp ?? '000000';
    return app.get(StaffSignIn).signIn({ username, password, totp }, address);
  };

  it('a stranger who guesses at a clerk shuts himself out, not the clerk', async () => {
    for (let i = 0; i < 8; i += 1)
      await expect(enter('203.0.113.7', 'clerk.nansha', 'wrong')).rejects.toThrow('auth.staff-wrong');
    await expect(enter('203.0.113.7', 'clerk.nansha', DEMO_PASSWORD)).rejects.toThrow(
      'auth.too-many-failures',
    );
    expect(await enter('198.51.100.20', 'clerk.nansha', DEMO_PASSWORD)).not.toBe('');
  });

  it('nor does it help to try one name after the other', async () => {
    for (let i = 0; i < 60; i += 1)
      await expect(enter('203.0.113.8', `name.${i}`, 'wrong')).rejects.toThrow('auth.staff-wrong');
    await expect(enter('203.0.113.8', 'name.60', 'wrong')).rejects.toThrow('auth.too-many-failures');
  });

  it('what was typed as a name is not kept', async () => {
    await expect(enter('203.0.113.9', 'my own password', 'wrong')).rejects.toThrow('auth.staff-wrong');
    const kept = await app.query('SELECT * FROM staff_sign_in_failure');
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('my own password');
  });
});

describe('staff sign in with a password and a code that works once', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const totpOf = async (username: string): Promise<string> => {
    const staff = await app.visitor().read<{ username: string; totp: string }[]>('/demo/staff');
    return staff.find((each) => each.username === username)?.totp ?? '000000';
  };
  const enter = async (username: string, password = DEMO_PASSWORD, totp?: string) =>
    app
      .visitor()
      .post<Session>('/auth/sessions/staff', { username, password, totp: totp ?? (await totpOf(username)) });

  it('and are told who they are', async () => {
    const reply = await enter('clerk.hengqin');
    expect(reply.status).toBe(201);
    expect(reply.body.user).toMatchObject({
      kind: 'staff',
      roles: ['filing-clerk'],
      phone: null,
      commissionName: '珠海市横琴新区劳动人事争议仲裁委员会',
    });
  });

  it('the same code does not open twice, the next one does', async () => {
    const totp = await totpOf('clerk.foshan');
    expect((await enter('clerk.foshan', DEMO_PASSWORD, totp)).status).toBe(201);
    problemOf(await enter('clerk.foshan', DEMO_PASSWORD, totp), 401, 'auth.staff-wrong');
    app.clock.forward({ seconds: 30 });
    expect((await enter('clerk.foshan')).status).toBe(201);
  });

  it('of two who use it at once, one gets in', async () => {
    const totp = await totpOf('clerk.zhongshan');
    const replies = await Promise.all([1, 2, 3].map(() => enter('clerk.zhongshan', DEMO_PASSWORD, totp)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('an unknown name, a wrong password and a wrong code get the same answer', async () => {
    const totp = await totpOf('director.nansha');
    const other = String((Number(totp) + 1) % 1_000_000).padStart(6, '0');
    const replies = [
      await enter('nobody.here', DEMO_PASSWORD, totp),
      await enter('director.nansha', 'not the password', totp),
      await enter('director.nansha', DEMO_PASSWORD, other),
    ];
    const problems = replies.map((reply) => problemOf(reply, 401, 'auth.staff-wrong'));
    expect(new Set(problems.map(({ detail }) => detail)).size).toBe(1);
  });

  it.each(['director.foshan', 'nobody.at.all'])(
    'eight failures of %s at one address close the door there for a quarter of an hour',
    async (username) => {
      for (let i = 0; i < 8; i += 1)
        problemOf(await enter(username, 'wrong', '000000'), 401, 'auth.staff-wrong');
      const problem = problemOf(await enter(username), 429, 'auth.too-many-failures');
      expect(problem.detail).toContain('15');
    },
  );

  it('after it the account opens as before', async () => {
    app.clock.forward({ minutes: 15, seconds: 1 });
    expect((await enter('director.foshan')).status).toBe(201);
  });

  it('tries sent at once are counted one by one', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => enter('director.zhongshan', 'wrong', '000000')),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(8);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(4);
    app.clock.forward({ minutes: 15, seconds: 1 });
  });

  it('and are called what the commission calls them: the name on papers is not theirs to change', async () => {
    const clerk = app.staff('clerk.hengqin');
    app.clock.forward({ seconds: 30 });
    problemOf(await clerk.send('PATCH', '/session/profile', { name: '别人' }), 403, 'auth.not-for-you');
    expect((await clerk.read<Session>('/session')).user?.name).not.toBe('别人');
    const party = app.party(newPhone());
    await party.do('PATCH', '/session/profile', { name: '陈大文' });
    expect((await party.read<Session>('/session')).user?.name).toBe('陈大文');
  });

  it('for twelve hours', async () => {
    const person = app.staff('recorder.dongguan');
    await person.signIn();
    const cookie = person.cookie;
    app.clock.forward({ hours: 12 });
    expect((await app.visitor().get<Session>('/session', { headers: { cookie } })).body.user).toBeNull();
  });

  it('a party does not enter where staff do', async () => {
    problemOf(await app.party(newPhone()).get('/hearing-rooms?on=2026-03-10'), 403, 'auth.not-for-you');
    // A filing clerk writes down what somebody says at the counter; nobody else of the house files.
    problemOf(await app.staff('recorder.dongguan').post('/drafts'), 403, 'auth.not-for-you');
    problemOf(await app.staff('clerk.dongguan').post('/joinings', {}), 403, 'auth.not-for-you');
  });

  it('the second factor lies sealed in the database', async () => {
    const [row] = await app.query<{ totp_secret: Buffer; password_hash: string }>(
      `SELECT totp_secret, password_hash FROM user_account WHERE username = 'clerk.nansha'`,
    );
    expect(row?.totp_secret.toString('latin1')).not.toMatch(/[A-Z2-7]{16}/);
    expect(row?.password_hash).toMatch(/^scrypt\$32768\$8\$1\$/);
  });
});
