export class ChamberDto {
  id: string;
  name: string;
  kind: 'seat' | 'regional-cooperative' | 'branch';
  address: string;
  latitude: number;
  longitude: number;
}

export class HearingRoomDto {
  id: string;
  name: string;
}

export class CommissionDto {
  id: string;
  name: string;
  shortName: string;
  area: string;
  address: string;
  phone: string;
  latitude: number;
  longitude: number;
  chambers: ChamberDto[];
  rooms: HearingRoomDto[];
}
