import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The yearly tables of the law, each row with its source, for a commission to confirm, correct and go on with. */
export class LawFigures1764002000000 implements MigrationInterface {
  name = 'LawFigures1764002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE law_figure (
        table_name text NOT NULL CHECK (table_name IN ('minimum-wage', 'average-wage', 'heat-allowance',
          'disposable-income', 'injury-medical-months', 'injury-employment-months')),
        area text NOT NULL,
        from_on date NOT NULL,
        item text NOT NULL DEFAULT '',
        value bigint NOT NULL CHECK (value > 0),
        source text NOT NULL CHECK (source <> ''),
        is_verified boolean NOT NULL,
        PRIMARY KEY (table_name, area, from_on, item)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE law_figure');
  }
}
