import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { isSignedIn, type Actor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { ACCESS, type Access } from './decorators';
import { actorOf, setActor } from './request-actor';
import { SessionReader } from './session-reader';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Session, CSRF and permission, in this order, for every HTTP route. Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly moduleRef: ModuleRef,
    private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets authenticate at their handshake
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access`);
    setActor(request, await this.sessions.actor(request));
    if (!SAFE_METHODS.has(request.method)) this.sessions.requireCsrf(request);
    await this.authorise(access, actorOf(request), request.params as Record<string, string>);
    return true;
  }

  private async authorise(access: Access, actor: Actor, params: Record<string, string>): Promise<void> {
    if (access.kind === 'public') return;
    if (!isSignedIn(actor)) throw new DomainError('unauthenticated', 'auth.sign-in-first');
    if (access.kind === 'signed-in') {
      if (access.as && actor.kind !== access.as) throw new DomainError('forbidden', 'auth.not-for-you');
      return;
    }
    const ref = this.moduleRef.get(access.ref, { strict: false });
    const relations = await ref.relations(actor, params);
    if (!relations || !access.policy.allows(access.policy.read, relations)) throw notFound();
    if (!access.policy.allows(access.permission, relations))
      throw new DomainError('forbidden', 'auth.not-for-you');
  }
}
