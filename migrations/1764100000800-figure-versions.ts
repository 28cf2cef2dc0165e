import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A figure is never overwritten: who corrects it, compares it with its document or takes it away writes its next
 * version, and what was there stays with who, when and why. Settings of a commission leave the same trace.
 */
export class FigureVersions1764100000800 implements MigrationInterface {
  name = 'FigureVersions1764100000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE law_figure
        DROP CONSTRAINT law_figure_pkey,
        ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD COLUMN change text NOT NULL DEFAULT 'loaded'
          CHECK (change IN ('loaded', 'added', 'corrected', 'verified', 'withdrawn')),
        ADD COLUMN document text,
        ADD COLUMN reason text,
        ADD COLUMN commission_id text REFERENCES commission,
        ADD COLUMN entered_by text,
        ADD COLUMN entered_by_name text,
        ADD COLUMN entered_at timestamptz,
        ADD PRIMARY KEY (table_name, area, from_on, item, version),
        ADD CONSTRAINT law_figure_who CHECK ((change = 'loaded') = (entered_by IS NULL)),
        ADD CONSTRAINT law_figure_compared CHECK (change <> 'verified' OR (is_verified AND document IS NOT NULL));

      CREATE TABLE commission_setting_change (
        commission_id text NOT NULL REFERENCES commission,
        ordinal integer NOT NULL CHECK (ordinal > 0),
        setting text NOT NULL,
        before text NOT NULL,
        after text NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        changed_by text NOT NULL,
        changed_by_name text NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (commission_id, ordinal)
      );

      -- Two commissions with one prefix would number their cases alike.
      ALTER TABLE commission ADD CONSTRAINT commission_case_prefix_key UNIQUE (case_prefix);

      CREATE FUNCTION what_was_there_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% keeps what was there: write what is new beside it', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER law_figure_stays BEFORE UPDATE OR DELETE ON law_figure
        FOR EACH ROW EXECUTE FUNCTION what_was_there_stays();
      CREATE TRIGGER commission_setting_change_stays BEFORE UPDATE OR DELETE ON commission_setting_change
        FOR EACH ROW EXECUTE FUNCTION what_was_there_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER law_figure_stays ON law_figure;
      DROP TABLE commission_setting_change;
      DROP FUNCTION what_was_there_stays;
      ALTER TABLE commission DROP CONSTRAINT commission_case_prefix_key;
      DELETE FROM law_figure f WHERE change = 'withdrawn' OR EXISTS (
        SELECT 1 FROM law_figure later WHERE (later.table_name, later.area, later.from_on, later.item)
          = (f.table_name, f.area, f.from_on, f.item) AND later.version > f.version);
      ALTER TABLE law_figure DROP CONSTRAINT law_figure_pkey, DROP CONSTRAINT law_figure_who,
        DROP CONSTRAINT law_figure_compared, DROP COLUMN version, DROP COLUMN change, DROP COLUMN document,
        DROP COLUMN reason, DROP COLUMN commission_id, DROP COLUMN entered_by, DROP COLUMN entered_by_name,
        DROP COLUMN entered_at, ADD PRIMARY KEY (table_name, area, from_on, item);
    `);
  }
}
