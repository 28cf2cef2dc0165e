import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface WireRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root of the server, e.g. `/api/session`. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

export interface WireReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** How a person's requests reach the program. */
export type Transport = (request: WireRequest) => Promise<WireReply>;

/** Straight into the application, through everything but the network. */
export function inject(app: NestFastifyApplication): Transport {
  return async ({ method, path, headers, body }) => {
    const reply = await app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
    return {
      status: reply.statusCode,
      headers: reply.headers as WireReply['headers'],
      body: reply.rawPayload,
    };
  };
}
