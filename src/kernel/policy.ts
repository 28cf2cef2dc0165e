/**
 * Who may do what, as one table per module: permission → the relations that grant it.
 * A relation says how an actor stands to a subject (claimant of this case, filing clerk of its
 * commission); it is computed elsewhere and purely.
 */
export class Policy<Permission extends string, Relation extends string> {
  constructor(
    /** The permission without which the subject's existence is not even admitted (404, not 403). */
    readonly read: Permission,
    readonly table: Readonly<Record<Permission, readonly Relation[]>>,
  ) {}

  allows(permission: Permission, relations: ReadonlySet<Relation>): boolean {
    return this.table[permission].some((relation) => relations.has(relation));
  }

  permitted(relations: ReadonlySet<Relation>): Permission[] {
    return (Object.keys(this.table) as Permission[]).filter((p) => this.allows(p, relations));
  }
}
