import { Logger, type OnModuleInit } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { isId } from '../../kernel/id';
import { PgListener } from '../../platform/realtime/pg-listener';
import { SocketAuth } from '../../platform/realtime/socket-auth';
import { CaseRef } from './case-ref';
import { casePolicy } from './case.policy';

type Answer = { ok: true } | { ok: false; code: string };

/**
 * Tells screens that a case has changed, and nothing more: what changed they ask over HTTP, where permissions are
 * checked. Who watches is asked again each time, so that the channel ends where the access ends.
 */
@WebSocketGateway({ namespace: '/case' })
export class CaseChannel implements OnGatewayConnection, OnModuleInit {
  @WebSocketServer()
  private readonly server?: Namespace;

  private readonly logger = new Logger('CaseChannel');
  /** Cases that changed since screens were told last: a transaction makes several entries, and one telling will do. */
  private readonly changed = new Set<string>();

  constructor(
    private readonly auth: SocketAuth,
    private readonly caseRef: CaseRef,
    private readonly listener: PgListener,
  ) {}

  onModuleInit(): void {
    this.listener.on('record', (payload) => {
      if (this.changed.size === 0) setImmediate(() => this.tellOfChanges());
      this.changed.add((JSON.parse(payload) as { caseId: string }).caseId);
    });
    this.listener.on('session', (hash) => {
      for (const socket of this.server?.sockets.values() ?? []) {
        if (this.auth.isOf(socket, hash)) socket.disconnect(true);
      }
    });
  }

  async handleConnection(socket: Socket): Promise<void> {
    if (!(await this.auth.actor(socket))) socket.disconnect(true);
  }

  @SubscribeMessage('case:watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<Answer> {
    const caseId = (body as { caseId?: unknown } | null)?.caseId;
    if (typeof caseId !== 'string' || !isId(caseId)) return { ok: false, code: 'request.malformed' };
    if ((await this.standing(socket, caseId)) !== 'reader') return { ok: false, code: 'request.not-found' };
    await socket.join(room(caseId));
    return { ok: true };
  }

  @SubscribeMessage('case:unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<Answer> {
    const caseId = (body as { caseId?: unknown } | null)?.caseId;
    if (typeof caseId === 'string') await socket.leave(room(caseId));
    return { ok: true };
  }

  private tellOfChanges(): void {
    const caseIds = [...this.changed];
    this.changed.clear();
    for (const caseId of caseIds) {
      for (const socket of this.watching(caseId)) {
        this.tell(socket, caseId).catch((error: unknown) =>
          this.logger.error({ err: error, caseId }, 'a screen could not be told'),
        );
      }
    }
  }

  private async tell(socket: Socket, caseId: string): Promise<void> {
    const standing = await this.standing(socket, caseId);
    if (standing === 'nobody') return void socket.disconnect(true);
    // A screen whose reader has lost the case looks once more, and finds it gone.
    if (standing === 'stranger') await socket.leave(room(caseId));
    socket.emit('case:changed', { caseId });
  }

  private async standing(socket: Socket, caseId: string): Promise<'reader' | 'stranger' | 'nobody'> {
    const actor = await this.auth.actor(socket);
    if (!actor) return 'nobody';
    const relations = await this.caseRef.relationsTo(actor, caseId);
    return relations && casePolicy.allows('case.read', relations) ? 'reader' : 'stranger';
  }

  /** Sockets of this process; there are none in the worker. */
  private watching(caseId: string): Socket[] {
    const ids = this.server?.adapter.rooms.get(room(caseId)) ?? new Set();
    return [...ids].flatMap((id) => this.server?.sockets.get(id) ?? []);
  }
}

const room = (caseId: string): string => `case:${caseId}`;
