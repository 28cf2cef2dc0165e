import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a respondent the claimant may know neither code nor telephone, and a business without a licence has no code. */
export class UnknownRespondents1764100000520 implements MigrationInterface {
  name = 'UnknownRespondents1764100000520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_party
        ALTER COLUMN document_kind DROP NOT NULL,
        ALTER COLUMN document_sealed DROP NOT NULL,
        ALTER COLUMN document_index DROP NOT NULL,
        ALTER COLUMN phone DROP NOT NULL,
        ADD CONSTRAINT case_party_document_whole CHECK (
          num_nonnulls(document_kind, document_sealed, document_index) IN (0, 3)
        ),
        ADD CONSTRAINT case_party_claimant_known CHECK (
          role <> 'claimant' OR (document_kind IS NOT NULL AND phone IS NOT NULL)
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_party DROP CONSTRAINT case_party_document_whole, DROP CONSTRAINT case_party_claimant_known;
      DELETE FROM case_party WHERE document_kind IS NULL OR phone IS NULL;
      ALTER TABLE case_party
        ALTER COLUMN document_kind SET NOT NULL,
        ALTER COLUMN document_sealed SET NOT NULL,
        ALTER COLUMN document_index SET NOT NULL,
        ALTER COLUMN phone SET NOT NULL;
    `);
  }
}
