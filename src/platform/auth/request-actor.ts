import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor';

const ACTOR = Symbol('actor');

/** The actor the session guard found. Anonymous until it ran. */
export function actorOf(request: FastifyRequest): Actor {
  return (request as { [ACTOR]?: Actor })[ACTOR] ?? { kind: 'anonymous' };
}

export function setActor(request: FastifyRequest, actor: Actor): void {
  (request as { [ACTOR]?: Actor })[ACTOR] = actor;
}
