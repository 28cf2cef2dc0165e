import type { JsonObject } from '../../kernel/json';

export class ArchiveEntryDto {
  source: 'paper' | 'evidence';
  id: string;
  volume: 'main' | 'sub';
  /** 1, 2, … within the volume. */
  ordinal: number;
  title: string;
  on: string;
  sha256: string;
}

export class ArchiveRevisionDto {
  revision: number;
  archivedAt: Date;
  archivedBy: string;
  keptUntil: string;
}

export class ArchiveObstacleDto {
  code: string;
  detail: string;
}

/** The file of a case: as it was filed away, or as it would be now. */
export class ArchiveDto {
  /** Oldest first; empty while nothing was filed away. */
  revisions: ArchiveRevisionDto[];
  /** Of the last revision; what there is now when there is none. A party reads the main volume once it is filed. */
  entries: ArchiveEntryDto[];
  /** Came in since the last revision. */
  hasGrown: boolean;
  /** What keeps the case from being filed away; shown to whoever can do it. */
  obstacles: ArchiveObstacleDto[];
  /** Years it is kept at least, with the article. */
  years: number;
  basis: JsonObject[];
  actions: 'archive.file'[];
}

export class ArchivedDto {
  revision: number;
}
