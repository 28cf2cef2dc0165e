// Stands in until the server's document exists; the same names as there.
type Op<Answer, Body = undefined, Path = undefined, Query = undefined> = {
  parameters: {
    query?: Query extends undefined ? never : Query;
    header?: never;
    cookie?: never;
  } & (Path extends undefined ? { path?: never } : { path: Path });
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
} & (Body extends undefined ? { requestBody?: never } : { requestBody: { content: { 'application/json': Body } } });
type Json = Record<string, unknown>;
type InCase = { caseId: string };
type S = components['schemas'];
export interface paths {
  '/api/session': { get: Op<S['SessionDto']>; delete: Op<undefined> };
  '/api/session/profile': { patch: Op<undefined, S['ProfileDto']> };
  '/api/auth/codes': { post: Op<undefined, { phone: string }> };
  '/api/auth/sessions/party': { post: Op<S['SessionDto'], { phone: string; code: string }> };
  '/api/auth/sessions/staff': { post: Op<S['SessionDto'], { username: string; password: string; totp: string }> };
  '/api/demo/inbox': { get: Op<S['DemoMessageDto'][], undefined, undefined, { phone?: string }> };
  '/api/demo/staff': { get: Op<S['DemoStaffDto'][]> };
  '/api/commissions': { get: Op<S['CommissionDto'][]> };
  '/api/verify/{code}': {
    get: Op<S['VerificationDto'], undefined, { code: string }>;
    post: Op<S['VerificationResultDto'], { sha256: string }, { code: string }>;
  };
  '/api/calculators/{head}': {
    post: Op<S['FindingDto'], { commissionId?: string; facts: Json }, { head: string }>;
  };
  '/api/drafts': { get: Op<S['DraftSummaryDto'][]>; post: Op<S['DraftDto']> };
  '/api/drafts/{id}': {
    get: Op<S['DraftDto'], undefined, { id: string }>;
    patch: Op<S['DraftDto'], { version: number; step: string; data: Json }, { id: string }>;
    delete: Op<undefined, undefined, { id: string }>;
  };
  '/api/drafts/{id}/submission': {
    post: Op<S['SubmittedDto'], { version: number; signature: S['SignatureDto'] }, { id: string }>;
  };
  '/api/cases': {
    get: Op<S['CasePageDto'], undefined, undefined, { view: 'queue' | 'mine' | 'board'; state?: string; q?: string; page?: number }>;
  };
  '/api/cases/{caseId}': { get: Op<S['CaseDto'], undefined, InCase> };
  '/api/cases/{caseId}/timeline': { get: Op<S['TimelineEntryDto'][], undefined, InCase> };
  '/api/cases/{caseId}/papers': { get: Op<S['PaperDto'][], undefined, InCase> };
  '/api/cases/{caseId}/papers/{paperId}/tickets': {
    post: Op<S['TicketDto'], undefined, { caseId: string; paperId: string }>;
  };
  '/api/joinings': { post: Op<S['JoinedDto'], S['JoinDto']> };
  '/api/cases/{caseId}/answers': { get: Op<S['AnswerDto'][], undefined, InCase> };
  '/api/cases/{caseId}/answer': { put: Op<S['AnswerDto'], { version: number; data: Json }, InCase> };
  '/api/cases/{caseId}/answer/submission': {
    post: Op<S['AnswerDto'], { version: number; signature: S['SignatureDto'] }, InCase>;
  };
  '/api/uploads/{id}': { get: Op<S['UploadDto'], undefined, { id: string }> };
  '/api/files/{id}/tickets': { post: Op<S['TicketDto'], undefined, { id: string }> };
}
export interface components {
  schemas: {
    ProfileDto: { name: string };
    SignedInUserDto: {
      id: string;
      kind: 'party' | 'staff';
      name: string;
      phone: string | null;
      roles: ('filing-clerk' | 'recorder' | 'arbitrator' | 'director')[];
      commissionId: string | null;
      commissionName: string | null;
    };
    SessionDto: { user: S['SignedInUserDto'] | null; csrfToken: string; isDemo: boolean; now: string };
    DemoMessageDto: { id: string; to: string; text: string; sentAt: string };
    DemoStaffDto: { username: string; name: string; roles: string[]; commissionName: string; totp: string };
    StoredFileDto: { id: string; name: string; size: number; sha256: string; mediaType: string };
    UploadDto: { file: S['StoredFileDto'] };
    TicketDto: { url: string };
    VerificationDto: {
      commissionName: string;
      title: string;
      caseNumber: string | null;
      issuedAt: string;
      sha256: string;
    };
    VerificationResultDto: S['VerificationDto'] & { isGenuine: boolean };
    CommissionDto: {
      id: string;
      name: string;
      shortName: string;
      area: string;
      address: string;
      phone: string;
      latitude: number;
      longitude: number;
      chambers: { id: string; name: string; kind: string; address: string; latitude: number; longitude: number }[];
      rooms: { id: string; name: string }[];
    };
    FindingDto: { value: number; basis: Json[]; steps: Json[] };
    FieldProblemDto: { pointer: string; code: string; detail: string };
    DraftSummaryDto: { id: string; step: string; updatedAt: string; respondents: string[]; claimCount: number };
    DraftDto: {
      id: string;
      version: number;
      step: string;
      data: Json;
      updatedAt: string;
      problems: S['FieldProblemDto'][];
    };
    SignatureDto: { name: string; fileId?: string; agreed: boolean };
    SubmittedDto: { caseId: string; receiptNumber: string };
    RemainingDto: { days: number; unit: 'working' | 'natural'; isDueToday: boolean; isPast: boolean; isOverdue: boolean };
    ClockDto: {
      code: string;
      titleKey: string;
      consequenceKey: string;
      kind: 'duty' | 'window' | 'effect';
      bearer: 'commission' | 'tribunal' | 'respondent' | 'party';
      subject: string | null;
      state: 'running' | 'suspended' | 'met' | 'missed' | 'extended' | 'lapsed';
      startedOn: string;
      dueOn: string | null;
      metOn: string | null;
      isProvisional: boolean;
      remaining: S['RemainingDto'] | null;
      finding: Json;
    };
    CaseSummaryDto: {
      id: string;
      number: string | null;
      receiptNumber: string;
      commissionId: string;
      state: string;
      version: number;
      claimantNames: string;
      respondentNames: string;
      claimedFen: number;
      heads: string[];
      receivedAt: string;
      updatedAt: string;
      nextClock: S['ClockDto'] | null;
      capacities: string[];
    };
    CasePageDto: { items: S['CaseSummaryDto'][]; total: number; page: number; pageSize: number };
    PartyDto: {
      id: string;
      role: 'claimant' | 'respondent';
      ordinal: number;
      kind: 'person' | 'company';
      name: string;
      sex: 'female' | 'male' | null;
      birthDate: string | null;
      documentKind: string;
      documentNumber: string;
      address: string;
      phone: string;
      legalRepresentative: string | null;
      legalRepresentativePost: string | null;
      hasJoined: boolean;
      representativeName: string | null;
      representativeCapacity: string | null;
      consentsToElectronic: boolean;
      consentsToOnlineHearing: boolean;
      isMine: boolean;
    };
    ClaimDto: {
      id: string;
      ordinal: number;
      head: string;
      titleKey: string;
      facts: Json;
      computedFen: number | null;
      amountFen: number;
      fromOn: string | null;
      toOn: string | null;
      note: string | null;
      finding: Json | null;
    };
    CorrectionDto: {
      defects: { section: string; text: string; remedy: string }[];
      dueOn: string;
      requestedAt: string;
      correctedAt: string | null;
      draftId: string | null;
    };
    IntakeDecisionDto: {
      outcome: 'accepted' | 'refused' | 'referred';
      reason: string;
      grounds: string[];
      competentCommission: string | null;
      evidenceUntil: string | null;
      decidedAt: string;
    };
    MemberDto: { userId: string; name: string; capacity: string };
    CaseDto: S['CaseSummaryDto'] & {
      commissionName: string;
      acceptedAt: string | null;
      decidedAt: string | null;
      parties: S['PartyDto'][];
      claims: S['ClaimDto'][];
      members: S['MemberDto'][];
      employment: Json;
      statement: string;
      evidenceCount: number;
      correction: S['CorrectionDto'] | null;
      decision: S['IntakeDecisionDto'] | null;
      clocks: S['ClockDto'][];
      actions: string[];
      nextStep: string;
    };
    TimelineEntryDto: {
      id: string;
      seq: number;
      type: string;
      at: string;
      actorKind: 'anonymous' | 'party' | 'staff' | 'system';
      actorName: string | null;
      params: Json;
      hash: string;
    };
    PaperDto: {
      id: string;
      kind: string;
      title: string;
      caseNumber: string | null;
      state: 'pending' | 'rendered';
      issuedAt: string;
      sha256: string | null;
      verificationCode: string | null;
    };
    AnswerDto: { partyId: string; partyName: string; version: number; data: Json; submittedAt: string | null };
    JoinDto: {
      code: string;
      name: string;
      capacity: 'legal-representative' | 'agent';
      consentsToElectronic: boolean;
      consentsToOnlineHearing: boolean;
    };
    JoinedDto: { caseId: string };
  };
}
