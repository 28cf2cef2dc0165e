import type { Transport } from '../../../src/demo/transport';

/** Requests of a person, over the network to a server that runs. */
export function overHttp(url: string): Transport {
  return async ({ method, path, headers, body }) => {
    const reply = await fetch(url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const all: Record<string, string | string[] | undefined> = Object.fromEntries(reply.headers);
    all['set-cookie'] = reply.headers.getSetCookie();
    return { status: reply.status, headers: all, body: Buffer.from(await reply.arrayBuffer()) };
  };
}
