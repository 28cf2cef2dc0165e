import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './decorators';

export interface DeclaredRoute {
  /** `CasesController.accept` */
  name: string;
  access: Access | undefined;
}

/** Deny by default, before the first request: a route that does not say who may use it stops the start. */
@Injectable()
export class DeclaredAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming every route without a declaration. */
  onModuleInit(): void {
    const open = this.routes().filter(({ access }) => !access);
    if (open.length > 0) {
      throw new Error(`Routes that do not say who may use them: ${open.map(({ name }) => name).join(', ')}`);
    }
  }

  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(METHOD_METADATA, prototype[method] ?? {}))
        .map((method) => ({
          name: `${metatype.name}.${method}`,
          access: this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
            prototype[method] as () => unknown,
            metatype as () => unknown,
          ]),
        }));
    });
  }
}
