import { createParamDecorator, SetMetadata, type ExecutionContext, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, SignedInActor } from '../../kernel/actor';
import type { Policy } from '../../kernel/policy';
import { actorOf } from './request-actor';
import { SESSION_COOKIE, tokenHash } from './session-reader';

/** Finds the subject a route speaks of and says how an actor stands to it. */
export interface SubjectRef<Relation extends string = string> {
  /** The relations of the actor to the subject named in the route's parameters; null when there is no such subject. */
  relations(actor: SignedInActor, params: Record<string, string>): Promise<ReadonlySet<Relation> | null>;
}

export type Access =
  | { kind: 'public' }
  | { kind: 'signed-in'; as: 'party' | 'staff' | null }
  | { kind: 'can'; policy: Policy<string, string>; permission: string; ref: Type<SubjectRef> };

export const ACCESS = Symbol('access');

const access = (value: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, value);

/** Open to everybody: said on purpose, route by route. */
export const Public = (): MethodDecorator & ClassDecorator => access({ kind: 'public' });

export const SignedIn = (as: 'party' | 'staff' | null = null): MethodDecorator & ClassDecorator =>
  access({ kind: 'signed-in', as });

/** Open to whoever the policy lets; a subject one may not even read answers 404. */
export const Can = <Permission extends string, Relation extends string>(
  policy: Policy<Permission, Relation>,
  permission: Permission,
  ref: Type<SubjectRef<Relation>>,
): MethodDecorator =>
  access({ kind: 'can', policy: policy as unknown as Policy<string, string>, permission, ref });

export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  return actorOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** The hash of the session a request is made in, for what must end with it; behind routes for people who are signed in. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { cookies } = context.switchToHttp().getRequest<FastifyRequest>();
  return tokenHash(cookies[SESSION_COOKIE] ?? '');
});
