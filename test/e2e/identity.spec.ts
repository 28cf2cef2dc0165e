import { startApp, type TestApp } from '../support/app';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('party', async () => {
    const person = app.party('13800138000');
    const session = await person.get<{ user: unknown }>('/session');
    expect(session.status).toBe(200);
    expect(session.body.user).toMatchObject({ kind: 'party' });
  });
  it('staff', async () => {
    const person = app.staff('clerk.nansha');
    const session = await person.get<{ user: unknown }>('/session');
    expect(session.body.user).toMatchObject({ kind: 'staff' });
  });
});
