import type { OnModuleInit } from '@nestjs/common';
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

/** Tells screens that a case has changed. What changed they ask over HTTP, where permissions are checked. */
@WebSocketGateway({ namespace: '/case' })
export class CaseChannel implements OnGatewayConnection, OnModuleInit {
  @WebSocketServer()
  private readonly server: Namespace;

  constructor(
    private readonly auth: SocketAuth,
    private readonly caseRef: CaseRef,
    private readonly listener: PgListener,
  ) {}

  onModuleInit(): void {
    this.listener.on('record', (payload) => {
      const { caseId, type } = JSON.parse(payload) as { caseId: string; type: string };
      // No sockets in the worker process.
      this.server?.to(room(caseId)).emit('case:changed', { caseId, type });
    });
  }

  async handleConnection(socket: Socket): Promise<void> {
    if (!(await this.auth.actor(socket))) socket.disconnect(true);
  }

  @SubscribeMessage('case:watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<Answer> {
    const caseId = (body as { caseId?: unknown } | null)?.caseId;
    if (typeof caseId !== 'string' || !isId(caseId)) return { ok: false, code: 'request.malformed' };
    const actor = await this.auth.actor(socket);
    const relations = actor ? await this.caseRef.relationsTo(actor, caseId) : null;
    if (!relations || !casePolicy.allows('case.read', relations))
      return { ok: false, code: 'request.not-found' };
    await socket.join(room(caseId));
    return { ok: true };
  }

  @SubscribeMessage('case:unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<Answer> {
    const caseId = (body as { caseId?: unknown } | null)?.caseId;
    if (typeof caseId === 'string') await socket.leave(room(caseId));
    return { ok: true };
  }
}

const room = (caseId: string): string => `case:${caseId}`;
