import { Injectable } from '@nestjs/common';
import type { PaperDefinition } from '../../platform/papers/paper';

/** Which papers there are: each module adds its own when the application starts. */
@Injectable()
export class PaperRegistry {
  private readonly definitions = new Map<string, PaperDefinition<never>>();

  register(...definitions: readonly PaperDefinition<never>[]): void {
    for (const definition of definitions) {
      if (this.definitions.has(definition.kind)) throw new Error(`Two papers of the kind ${definition.kind}`);
      this.definitions.set(definition.kind, definition);
    }
  }

  get(kind: string): PaperDefinition<never> {
    const definition = this.definitions.get(kind);
    if (!definition) throw new Error(`No paper of the kind ${kind}`);
    return definition;
  }
}
