import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { JsonObject } from '../../kernel/json';
import type { Tx } from '../database/unit-of-work';
import type { RecordedEvent } from './record';

const REACTS = Symbol('reacts');
const FOLLOWS = Symbol('follows');
const JOB = Symbol('job');

type Reactor = (tx: Tx, event: RecordedEvent) => Promise<void>;
type Follower = (event: RecordedEvent) => Promise<void>;
type JobHandler = (data: JsonObject, job: { isRepeat: boolean }) => Promise<void>;

const mark =
  (key: symbol, value: string): MethodDecorator =>
  (_target, _name, descriptor) => {
    const seen = (Reflect.getMetadata(key, descriptor.value as object) as string[] | undefined) ?? [];
    Reflect.defineMetadata(key, [...seen, value], descriptor.value as object);
  };

/**
 * Runs inside the transaction that publishes the event: database work only, for facts that must never be half there.
 * `*` hears every event, after those that hear it by name.
 */
export const WithinTransaction = (type: string): MethodDecorator => mark(REACTS, type);

/** Runs in the worker after the commit, at least once: it must bear being run twice. */
export const AfterCommit = (type: string): MethodDecorator => mark(FOLLOWS, type);

/** Handles a job enqueued by name with `tx.enqueue`; at least once. */
export const Job = (name: string): MethodDecorator => mark(JOB, name);

/** Finds the decorated methods of all providers once, when the application starts. */
@Injectable()
export class Subscribers implements OnModuleInit {
  private readonly reactorsByType = new Map<string, Reactor[]>();
  private readonly followersByType = new Map<string, string[]>();
  private readonly followersByName = new Map<string, Follower>();
  private readonly handlersByJob = new Map<string, JobHandler[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, name } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (!prototype) continue;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = (instance as Record<string, unknown>)[method];
        if (typeof handler !== 'function') continue;
        const bound = (handler as (...args: unknown[]) => Promise<void>).bind(instance);
        for (const type of this.read(REACTS, handler)) push(this.reactorsByType, type, bound as Reactor);
        for (const type of this.read(FOLLOWS, handler)) {
          const follower = `${String(name)}.${method}`;
          push(this.followersByType, type, follower);
          this.followersByName.set(follower, bound);
        }
        for (const job of this.read(JOB, handler)) push(this.handlersByJob, job, bound as JobHandler);
      }
    }
  }

  reactors(type: string): readonly Reactor[] {
    return [...(this.reactorsByType.get(type) ?? []), ...(this.reactorsByType.get('*') ?? [])];
  }

  followers(type: string): readonly string[] {
    return this.followersByType.get(type) ?? [];
  }

  follower(name: string): Follower | undefined {
    return this.followersByName.get(name);
  }

  /** All handlers of a job; several modules may have their part in one. */
  handlers(job: string): readonly JobHandler[] {
    return this.handlersByJob.get(job) ?? [];
  }

  private read(key: symbol, handler: object): string[] {
    return this.reflector.get<string[] | undefined>(key as unknown as string, handler as never) ?? [];
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
