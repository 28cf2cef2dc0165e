import { createHmac } from 'node:crypto';
import type { IceServerDto } from './hearings.dto';

const LIFE_S = 3600;

/** Credentials for the TURN server (REST scheme): a name that expires and its HMAC, so that no password is handed out. */
export function turnServers(
  turn: { urls: readonly string[]; secret: string },
  userId: string,
  now: Date,
): IceServerDto[] {
  if (turn.urls.length === 0) return [];
  const username = `${Math.floor(now.getTime() / 1000) + LIFE_S}:${userId}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: [...turn.urls], username, credential }];
}
