import { DataSource, type EntityMetadata } from 'typeorm';
import { startApp, type TestApp } from './support/app';

interface DatabaseColumn {
  table_name: string;
  column_name: string;
  data_type: string;
  element_type: string | null;
  is_nullable: 'YES' | 'NO';
  is_key: boolean;
}

/** Names TypeORM uses and names the catalogue uses, for one type. */
const SAME_TYPE: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  float8: 'double precision',
  varchar: 'character varying',
  bool: 'boolean',
};

describe('entities and migrated tables', () => {
  let app: TestApp;
  let tables: Map<string, DatabaseColumn[]>;
  let entities: EntityMetadata[];

  beforeAll(async () => {
    app = await startApp({ hasWorker: false });
    entities = app.get(DataSource).entityMetadatas;
    const columns = await app.query<DatabaseColumn>(
      `SELECT c.table_name, c.column_name, c.data_type, e.data_type AS element_type, c.is_nullable,
              EXISTS (SELECT 1 FROM information_schema.table_constraints k
                      JOIN information_schema.key_column_usage u USING (constraint_schema, constraint_name)
                      WHERE k.constraint_type = 'PRIMARY KEY' AND u.table_schema = c.table_schema
                        AND u.table_name = c.table_name AND u.column_name = c.column_name) AS is_key
       FROM information_schema.columns c
       LEFT JOIN information_schema.element_types e
         ON e.object_schema = c.table_schema AND e.object_name = c.table_name AND e.object_type = 'TABLE'
        AND e.collection_type_identifier = c.dtd_identifier
       WHERE c.table_schema = 'public'`,
    );
    tables = new Map();
    for (const column of columns) {
      tables.set(column.table_name, [...(tables.get(column.table_name) ?? []), column]);
    }
  });
  afterAll(() => app?.close());

  const describeDatabase = (column: DatabaseColumn): string => {
    const type = column.data_type === 'ARRAY' ? `${column.element_type ?? '?'}[]` : column.data_type;
    return `${type}${column.is_nullable === 'YES' ? ' null' : ''}${column.is_key ? ' key' : ''}`;
  };

  it('have the same columns, types, nullability and keys', () => {
    expect(entities.length).toBeGreaterThan(20);
    const drift: string[] = [];
    for (const entity of entities) {
      const there = new Map(
        (tables.get(entity.tableName) ?? []).map((column) => [column.column_name, column]),
      );
      if (there.size === 0) drift.push(`${entity.tableName}: no such table`);
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const found = there.get(column.databaseName);
        there.delete(column.databaseName);
        const raw = typeof column.type === 'function' ? column.type.name.toLowerCase() : String(column.type);
        const type = `${SAME_TYPE[raw] ?? raw}${column.isArray ? '[]' : ''}`;
        const said = `${type}${column.isNullable ? ' null' : ''}${column.isPrimary ? ' key' : ''}`;
        const has = found ? describeDatabase(found) : 'nothing';
        if (has !== said) drift.push(`${name}: the entity says ${said}, the database has ${has}`);
      }
      for (const name of there.keys()) drift.push(`${entity.tableName}.${name}: in the database only`);
    }
    expect(drift).toEqual([]);
  });

  it('have the unique indexes the entities promise', async () => {
    const rows = await app.query<{ table_name: string; columns: string[] }>(
      `SELECT t.relname AS table_name,
              array(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(attnum, n)
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum ORDER BY k.n) AS columns
       FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
       WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace`,
    );
    const unique = new Set(
      rows.map(({ table_name: table, columns }) => `${table}(${[...columns].sort().join()})`),
    );
    const missing = entities
      .flatMap((entity) => [
        ...entity.indices
          .filter((index) => index.isUnique)
          .map((index) => ({ entity, columns: index.columns })),
        ...entity.uniques.map((each) => ({ entity, columns: each.columns })),
      ])
      .map(
        ({ entity, columns }) =>
          `${entity.tableName}(${columns
            .map((c) => c.databaseName)
            .sort()
            .join()})`,
      )
      .filter((promise) => !unique.has(promise));
    expect(missing).toEqual([]);
  });
});
