import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hearings in a chamber; whose absence was stated; who sits in the chamber without an account. */
export class HearingPlaces1764100000100 implements MigrationInterface {
  name = 'HearingPlaces1764100000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing
        ALTER COLUMN room_id DROP NOT NULL,
        ADD COLUMN chamber_id text REFERENCES chamber,
        ADD CONSTRAINT hearing_place_check CHECK (room_id IS NOT NULL OR chamber_id IS NOT NULL);

      ALTER TABLE booking DROP CONSTRAINT booking_resource_kind_check;
      ALTER TABLE booking ADD CONSTRAINT booking_resource_kind_check
        CHECK (resource_kind IN ('person', 'identity', 'room', 'chamber'));

      -- A seat is an account's, or in the chamber that of a party that has none.
      ALTER TABLE hearing_seat DROP CONSTRAINT hearing_seat_user_id_fkey;
      ALTER TABLE hearing_seat RENAME COLUMN user_id TO seat_id;
      ALTER TABLE hearing_seat
        ADD COLUMN party_id text,
        ADD COLUMN is_in_chamber boolean NOT NULL DEFAULT false,
        ADD COLUMN person_name text,
        ADD COLUMN appearance text CHECK (appearance IN ('in-person', 'legal-representative', 'agent'));
      ALTER TABLE hearing_seat ALTER COLUMN is_in_chamber DROP DEFAULT;
      UPDATE hearing_seat s SET party_id = m.party_id
        FROM case_member m JOIN hearing h ON h.case_id = m.case_id
        WHERE h.id = s.hearing_id AND m.user_id = s.seat_id AND m.party_id IS NOT NULL;

      ALTER TABLE hearing_record_correction DROP CONSTRAINT hearing_record_correction_user_id_fkey;
      ALTER TABLE hearing_record_correction RENAME COLUMN user_id TO seat_id;
      ALTER TABLE hearing_record_signature DROP CONSTRAINT hearing_record_signature_user_id_fkey;
      ALTER TABLE hearing_record_signature RENAME COLUMN user_id TO seat_id;

      -- Party by party, with the day its notice was received: an award says of nobody else that they stayed away.
      CREATE TABLE hearing_absence (
        hearing_id text NOT NULL REFERENCES hearing,
        party_id text NOT NULL,
        reason text NOT NULL,
        notice_served_on date NOT NULL,
        PRIMARY KEY (hearing_id, party_id)
      );
      -- What was said of the side holds for those of it who stayed away and whose notice is proved to have been served.
      INSERT INTO hearing_absence (hearing_id, party_id, reason, notice_served_on)
        SELECT h.id, p.id, h.absence_reason, min(s.served_on)
        FROM hearing h
        JOIN case_party p ON p.case_id = h.case_id AND p.role = 'respondent'
        JOIN paper n ON n.case_id = h.case_id AND n.kind = 'hearing-notice' AND n.subject = h.id
        JOIN service s ON s.paper_id = n.id AND s.party_id = p.id AND s.state = 'served'
        WHERE h.absence_reason IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM hearing_seat a
                          WHERE a.hearing_id = h.id AND a.party_id = p.id AND a.has_attended)
        GROUP BY h.id, p.id, h.absence_reason;
      ALTER TABLE hearing DROP COLUMN absence_reason;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing ADD COLUMN absence_reason text;
      UPDATE hearing h SET absence_reason = a.reason FROM hearing_absence a WHERE a.hearing_id = h.id;
      DROP TABLE hearing_absence;
      ALTER TABLE hearing_record_signature RENAME COLUMN seat_id TO user_id;
      ALTER TABLE hearing_record_signature ADD CONSTRAINT hearing_record_signature_user_id_fkey
        FOREIGN KEY (user_id) REFERENCES user_account;
      ALTER TABLE hearing_record_correction RENAME COLUMN seat_id TO user_id;
      ALTER TABLE hearing_record_correction ADD CONSTRAINT hearing_record_correction_user_id_fkey
        FOREIGN KEY (user_id) REFERENCES user_account;
      ALTER TABLE hearing_seat
        DROP COLUMN appearance, DROP COLUMN person_name, DROP COLUMN is_in_chamber, DROP COLUMN party_id;
      ALTER TABLE hearing_seat RENAME COLUMN seat_id TO user_id;
      ALTER TABLE hearing_seat ADD CONSTRAINT hearing_seat_user_id_fkey
        FOREIGN KEY (user_id) REFERENCES user_account;
      ALTER TABLE booking DROP CONSTRAINT booking_resource_kind_check;
      ALTER TABLE booking ADD CONSTRAINT booking_resource_kind_check
        CHECK (resource_kind IN ('person', 'identity', 'room'));
      ALTER TABLE hearing DROP CONSTRAINT hearing_place_check, DROP COLUMN chamber_id,
        ALTER COLUMN room_id SET NOT NULL;
    `);
  }
}
