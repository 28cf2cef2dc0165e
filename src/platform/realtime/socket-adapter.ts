import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

/**
 * One socket server for all namespaces, so what holds for all of them stands here: a lost network is noticed within
 * ten seconds, messages are small, and pages of other sites cannot open sockets with a visitor's cookies.
 */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      serveClient: false,
      pingInterval: 5_000,
      pingTimeout: 5_000,
      maxHttpBufferSize: 100_000,
      allowRequest: (request: IncomingMessage, answer: (error: string | null, isAllowed: boolean) => void) =>
        answer(null, this.isOwnPage(request)),
    }) as Server;
  }

  /** Browsers always say where a socket is opened from; programs that are no browser have no cookies to be misused. */
  private isOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    if (origin === this.publicUrl) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}
