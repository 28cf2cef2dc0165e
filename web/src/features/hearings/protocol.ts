/**
 * What travels between a hearing page and the server, both ways, over the socket.io namespace `/hearing`.
 * Types only, no imports: the client keeps a byte-identical copy (web/src/features/hearings/protocol.ts),
 * and a test holds the two together.
 */

export const HEARING_ROLES = ['arbitrator', 'recorder', 'claimant', 'respondent'] as const;
export type HearingRole = (typeof HEARING_ROLES)[number];

export const HEARING_STATES = [
  'scheduled',
  'lobby-open',
  'in-session',
  'recess',
  'closed',
  'adjourned',
  'cancelled',
] as const;
export type HearingState = (typeof HEARING_STATES)[number];

/** Where a hearing is held: by video, in a chamber, or in a chamber with those by video who have agreed to it. */
export const HEARING_MODES = ['online', 'on-site', 'mixed'] as const;
export type HearingMode = (typeof HEARING_MODES)[number];

/** In what capacity somebody has come to the chamber for a party. */
export const APPEARANCES = ['in-person', 'legal-representative', 'agent'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Where a person is: in the waiting room, or before the tribunal. */
export type Space = 'lobby' | 'main';

export const SOURCES = ['mic', 'cam'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * `held`: the socket is gone, the seat is kept and its picture still flows. `away`: the picture is gone too.
 * `chamber`: the person sits before the tribunal in its chamber, with or without a page.
 */
export type Presence = 'online' | 'held' | 'away' | 'chamber';

/** `muted`: the tribunal has silenced it, and only the tribunal can open it again. */
export type FeedState = 'off' | 'on' | 'paused' | 'muted';

export type Quality = 'unknown' | 'good' | 'fair' | 'poor';

export interface SeatView {
  seatId: string;
  role: HearingRole;
  /** Whom the person is here for; null for the tribunal. */
  partyId: string | null;
  /** Who is heard: the worker, the company, the member of the tribunal. */
  name: string;
  space: Space;
  presence: Presence;
  mic: FeedState;
  cam: FeedState;
  quality: Quality;
}

/** Media parameters are checked on the server and by the media library; on the wire they are plain objects. */
export type Plain = { [key: string]: unknown };

export interface TransportView {
  id: string;
  iceParameters: Plain;
  iceCandidates: Plain[];
  dtlsParameters: Plain;
}

export interface ConsumerView {
  consumerId: string;
  producerId: string;
  seatId: string;
  source: Source;
  kind: 'audio' | 'video';
  rtpParameters: Plain;
}

export interface IceServerView {
  urls: string[];
  username: string;
  credential: string;
}

/** Everything a page needs to draw the room; in the waiting room only one's own seat and the tribunal's presence. */
export interface Snapshot {
  /** Number of the last event this already contains. */
  seq: number;
  space: Space;
  actions: RoomAction[];
  state: HearingState;
  mode: HearingMode;
  isTribunalPresent: boolean;
  seats: SeatView[];
  speakerSeatId: string | null;
}

export interface Entered {
  seatId: string;
  resumeKey: string;
  /** Whether the media connections the page already had were kept; if not, it builds them anew from `send` and `recv`. */
  isMediaKept: boolean;
  send: TransportView | null;
  recv: TransportView | null;
  consumers: ConsumerView[];
  snapshot: Snapshot;
  /** The server's clock when it answered. */
  now: string;
  /** The hearing record so far; null in the waiting room. */
  record: RecordView | null;
}

export const RECORD_STATES = ['typing', 'for-confirmation', 'confirmed'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const RECORD_STAGES = [
  'opening',
  'statement',
  'answer',
  'investigation',
  'evidence',
  'debate',
  'final-statement',
  'mediation',
  'closing',
] as const;
/** The stages of a hearing in the order of Rules 41. */
export type RecordStage = (typeof RECORD_STAGES)[number];

export const SPEAKERS = ['arbitrator', 'recorder', 'claimant', 'respondent', 'note'] as const;
/** Whose words an entry keeps; `note` is the recorder's own observation. */
export type Speaker = (typeof SPEAKERS)[number];

export interface RecordEntryView {
  id: string;
  ordinal: number;
  stage: RecordStage;
  speaker: Speaker;
  /** The party whose words these are; null for the tribunal and for notes. */
  partyId: string | null;
  speakerName: string | null;
  text: string;
  at: string;
  version: number;
}

export interface CorrectionView {
  id: string;
  entryId: string;
  entryOrdinal: number;
  seatId: string;
  role: HearingRole;
  name: string;
  /** What stands in the record or, once decided, what stood there. */
  originalText: string;
  proposedText: string;
  reason: string;
  state: 'requested' | 'granted' | 'refused';
  decisionReason: string | null;
}

export interface SignatureView {
  seatId: string;
  role: HearingRole;
  name: string;
  /** `left`: was gone before it could be signed, which is no refusal. */
  state: 'awaited' | 'signed' | 'refused' | 'left';
  /** Sits in the chamber: signs on paper, and the recorder notes it. */
  isInChamber: boolean;
  /** Signed by hand, as the recorder has noted. */
  isOnPaper: boolean;
  /** Who noted a refusal says why; the person's own words, or the recorder's. */
  note: string | null;
  at: string | null;
}

export interface RecordView {
  state: RecordState;
  /** Grows by one with each change. */
  revision: number;
  entries: RecordEntryView[];
  corrections: CorrectionView[];
  signatures: SignatureView[];
  /** The exact text that is signed, and its SHA-256; null while it is still being typed. */
  text: string | null;
  sha256: string | null;
}

export type AckCode =
  'AUTH_EXPIRED' | 'NOT_ALLOWED' | 'BAD_STATE' | 'NOT_FOUND' | 'INVALID' | 'LIMIT' | 'WORKER_GONE' | 'RETRY';

export type Ack<T> = { ok: true; data: T } | { ok: false; code: AckCode; reason: string; message: string };

/** Requests that change something carry a `reqId`; the same one twice is answered twice and done once. */
export interface Request {
  reqId?: string;
}

export type TileSize = 'large' | 'medium' | 'small' | 'hidden';

export interface Requests {
  'room:enter': [
    Request & {
      rtpCapabilities: Plain;
      /** The media connections the page still holds after a socket was lost. */
      kept?: { sendId: string; recvId: string };
    },
    Entered,
  ];
  'room:leave': [Request, null];
  'transport:connect': [Request & { transportId: string; dtlsParameters: Plain }, null];
  'transport:restart-ice': [Request & { transportId: string }, { iceParameters: Plain }];
  'media:produce': [
    Request & { transportId: string; source: Source; rtpParameters: Plain },
    { producerId: string; isMuted: boolean },
  ];
  'media:pause': [Request & { source: Source }, null];
  'media:resume': [Request & { source: Source }, null];
  'media:close': [Request & { source: Source }, null];
  'consumers:ready': [Request & { consumerIds: string[] }, null];
  'consumers:tiles': [Request & { tiles: { consumerId: string; size: TileSize }[] }, null];
  'net:ping': [Request, null];
  'net:report': [Request & { rttMs: number; lossRatio: number }, null];
  'probe:start': [Request, { transport: TransportView }];
  'probe:connect': [Request & { dtlsParameters: Plain }, null];
  'probe:produce': [Request & { rtpParameters: Plain }, { producerId: string }];
  'probe:stop': [Request, null];
  'tribunal:admit': [Request & { seatId: string }, null];
  'tribunal:seat-in-chamber': [Request & { partyId: string; name: string; appearance: Appearance }, null];
  'tribunal:return': [Request & { seatId: string; reason: string }, null];
  'tribunal:mute': [Request & { seatId: string; source: Source }, null];
  'tribunal:unmute': [Request & { seatId: string; source: Source }, null];
  'tribunal:mute-all': [Request, null];
  'tribunal:open': [Request & { absences?: { partyId: string; reason: string }[] }, null];
  'tribunal:recess': [Request & { reason: string }, null];
  'tribunal:resume': [Request, null];
  'tribunal:adjourn': [Request & { reason: string }, null];
  'tribunal:close': [Request, null];
  'record:append': [
    Request & { stage: RecordStage; speaker: Speaker; partyId?: string; speakerName?: string; text: string },
    { entryId: string },
  ];
  'record:amend': [Request & { entryId: string; version: number; text: string }, null];
  'record:present': [Request, { sha256: string }];
  'record:reopen': [Request & { reason: string }, null];
  'record:sign': [Request & { sha256: string }, null];
  'record:refuse': [Request & { seatId?: string; hasLeft?: boolean; note: string }, null];
  'record:note-signature': [Request & { seatId: string }, null];
  'record:request-correction': [
    Request & { entryId: string; proposedText: string; reason: string },
    { correctionId: string },
  ];
  'record:note-correction': [
    Request & { seatId: string; entryId: string; proposedText: string; reason: string },
    { correctionId: string },
  ];
  'record:decide-correction': [
    Request & { correctionId: string; isGranted: boolean; reason: string | null },
    null,
  ];
}

export type RoomAction = keyof Requests;

/** Each event is numbered per recipient: a hole means that one was missed, and the page enters anew. */
export interface Events {
  'room:state': { state: HearingState; reason: string | null; actions: RoomAction[] };
  'seat:updated': SeatView;
  'space:moved': { snapshot: Snapshot; record: RecordView | null };
  'tribunal:presence': { isTribunalPresent: boolean };
  'consumers:new': ConsumerView[];
  'consumers:closed': string[];
  'media:muted': { source: Source; isMuted: boolean };
  'speaker:active': { seatId: string | null };
  'record:changed': { record: RecordView; actions: RoomAction[] };
}

export interface Numbered<T> {
  seq: number;
  data: T;
}

/** The media worker died or moved: build everything anew from these. */
export interface MediaReset {
  send: TransportView;
  recv: TransportView;
}
