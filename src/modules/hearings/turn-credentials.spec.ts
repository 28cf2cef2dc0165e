import { turnServers } from './turn-credentials';

describe('TURN credentials', () => {
  it('expire after an hour and are keyed', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    const [server] = turnServers({ urls: ['turns:turn.example:443'], secret: 's' }, 'u1', now);
    expect(server).toEqual({
      urls: ['turns:turn.example:443'],
      username: `${now.getTime() / 1000 + 3600}:u1`,
      credential: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/) as string,
    });
  });

  it('are none without a server', () => {
    expect(turnServers({ urls: [], secret: '' }, 'u1', new Date())).toEqual([]);
  });
});
