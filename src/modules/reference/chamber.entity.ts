import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('chamber')
export class Chamber {
  @PrimaryColumn('text')
  id: string;

  @Index('chamber_commission_id_idx')
  @Column('text')
  commissionId: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: 'seat' | 'regional-cooperative' | 'branch';

  @Column('text')
  address: string;

  @Column('float8')
  latitude: number;

  @Column('float8')
  longitude: number;
}
