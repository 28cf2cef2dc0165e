import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('holiday')
export class Holiday {
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  kind: 'off' | 'make-up' | 'statutory';

  @Column('text')
  name: string;
}

/** A year whose State Council notice is loaded; any other year is provisional. */
@Entity('announced_year')
export class AnnouncedYear {
  @PrimaryColumn('int')
  year: number;

  @Column('text')
  source: string;
}
