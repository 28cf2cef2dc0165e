import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose words an entry of the record keeps, party by party; what stood there before a correction was granted. */
export class OwnWords1764100000150 implements MigrationInterface {
  name = 'OwnWords1764100000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing_record_entry ADD COLUMN party_id text;
      -- Where a side is one party, its words were this party's; of several nobody was named.
      UPDATE hearing_record_entry e SET party_id = p.id
        FROM hearing h JOIN case_party p ON p.case_id = h.case_id
        WHERE h.id = e.hearing_id AND p.role = e.speaker
          AND NOT EXISTS (SELECT 1 FROM case_party o
                          WHERE o.case_id = p.case_id AND o.role = p.role AND o.id <> p.id);
      ALTER TABLE hearing_record_correction ADD COLUMN original_text text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing_record_correction DROP COLUMN original_text;
      ALTER TABLE hearing_record_entry DROP COLUMN party_id;
    `);
  }
}
