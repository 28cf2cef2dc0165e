import { DomainError } from '../../kernel/domain-error';
import {
  cleanText,
  correctionNote,
  isOnPaper,
  partySpeaking,
  minuteInChinese,
  recordHash,
  recordText,
  requireCorrectable,
  requireDecided,
  requireMayRefuse,
  requireOwnWords,
  requireSameText,
  stateAfterSigning,
  type RecordEntry,
  type RecordHeading,
  type Signature,
} from './hearing-record.rules';

const heading: RecordHeading = {
  commission: '广州市南沙区劳动人事争议仲裁委员会',
  caseNumber: '穗南劳人仲案〔2026〕1号',
  cause: '劳动报酬争议',
  openedAt: new Date('2026-12-01T01:30:00Z'),
  closedAt: null,
  place: '南沙云庭审 1 号庭',
  mode: 'online',
  arbitrators: ['何慧敏'],
  recorder: '陈书记',
  claimants: ['李小明'],
  respondents: ['广州某某有限公司'],
};

const entries: RecordEntry[] = [
  { ordinal: 2, stage: 'statement', speaker: 'claimant', speakerName: '李小明', text: '请求如申请书。' },
  { ordinal: 1, stage: 'opening', speaker: 'arbitrator', speakerName: null, text: '现在开庭。' },
  { ordinal: 3, stage: 'statement', speaker: 'note', speakerName: null, text: '第一行\n第二行' },
];

describe('the text of a hearing record', () => {
  it('is this', () => {
    expect(recordText(heading, entries)).toBe(
      [
        '广州市南沙区劳动人事争议仲裁委员会',
        '庭审笔录',
        '案号：穗南劳人仲案〔2026〕1号',
        '案由：劳动报酬争议',
        '时间：2026年12月1日09:30',
        '地点：南沙云庭审 1 号庭（在线庭审）',
        '仲裁员：何慧敏',
        '书记员：陈书记',
        '申请人：李小明',
        '被申请人：广州某某有限公司',
        '',
        '【宣布开庭】',
        '1．仲裁员：现在开庭。',
        '',
        '【申请人陈述】',
        '2．申请人（李小明）：请求如申请书。',
        '3．记明：第一行\n第二行',
        '',
      ].join('\n'),
    );
  });

  it('says when the hearing ended, once it has', () => {
    const closedAt = new Date('2026-12-01T03:05:00Z');
    expect(recordText({ ...heading, closedAt }, [])).toContain('2026年12月1日09:30 至 2026年12月1日11:05');
  });

  it('has another hash for another mark', () => {
    const [first, second] = [entries, [{ ...entries[0]!, text: '请求如申请书' }]].map((e) =>
      recordHash(recordText(heading, e)),
    );
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(first).not.toBe(second);
  });

  it.each([
    ['just after midnight', '2026-11-30T16:00:00Z', '2026年12月1日00:00'],
    ['a one-digit month', '2026-01-05T02:07:00Z', '2026年1月5日10:07'],
  ])('writes %s', (_name, instant, expected) => {
    expect(minuteInChinese(new Date(instant))).toBe(expected);
  });

  it.each([
    ['line ends', '一\r\n二\r三', '一\n二\n三'],
    ['invisible marks that could hide words', '工资\u202e五\u200b千\u0007', '工资五千'],
    ['blank ends', '  好的 \n', '好的'],
    ['composed characters', 'e\u0301', 'é'],
  ])('cleans %s', (_name, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });
});

describe('corrections (Rules 42)', () => {
  const request = {
    role: 'claimant' as const,
    name: '李小明',
    ordinal: 3,
    originalText: '每月四千元',
    proposedText: '每月五千元',
    reason: '金额有误',
    decisionReason: '与陈述一致，无必要',
  };

  it('keeps a refused request in the record', () => {
    expect(correctionNote({ ...request, isGranted: false })).toBe(
      '申请人（李小明）申请补正第3项记录，补正内容为“每月五千元”，理由：金额有误。仲裁庭认为与陈述一致，无必要，不予补正。',
    );
  });

  it('keeps what stood there when one is granted', () => {
    expect(correctionNote({ ...request, decisionReason: '与陈述一致。', isGranted: true })).toBe(
      '申请人（李小明）申请补正第3项记录，补正内容为“每月五千元”，理由：金额有误。仲裁庭认为与陈述一致，准许补正。该项原记录为“每月四千元”，经申请人（李小明）申请补正。',
    );
  });

  it('needs no reason to be granted', () => {
    expect(correctionNote({ ...request, decisionReason: null, isGranted: true })).toContain(
      '理由：金额有误。仲裁庭准许补正。该项原记录为',
    );
  });

  describe('are asked of one’s own words (Law 40)', () => {
    const claimant = { role: 'claimant' as const, partyId: 'a' };
    it.each([
      ['the tribunal’s', 'arbitrator', null],
      ['the recorder’s', 'recorder', null],
      ['the other side’s', 'respondent', 'b'],
      ['those of another on one’s own side', 'claimant', 'c'],
    ] as const)('not of %s', (_whose, speaker, partyId) => {
      expect(() => requireOwnWords({ speaker, partyId }, claimant)).toThrow('hearing-record.not-own-words');
    });

    it.each([['a'], [null]])('of those of one’s own, as kept (%s)', (partyId) => {
      expect(() => requireOwnWords({ speaker: 'claimant', partyId }, claimant)).not.toThrow();
    });
  });

  it('asks it of words, not of notes', () => {
    expect(() => requireCorrectable(undefined)).toThrow(
      new DomainError('not-found', 'hearing-record.no-entry'),
    );
    expect(() => requireCorrectable(entries[2])).toThrow(
      new DomainError('conflict', 'hearing-record.note-stands'),
    );
    expect(() => requireCorrectable(entries[0])).not.toThrow();
  });
});

describe('who spoke', () => {
  const party = (id: string, role: 'claimant' | 'respondent') => ({ id, role, name: `名${id}` });
  const one = [party('a', 'claimant'), party('b', 'respondent')];
  const two = [...one, party('c', 'respondent')];

  it('needs no naming where one is alone on its side', () => {
    expect(partySpeaking('claimant', null, two)).toEqual({ partyId: 'a', speakerName: null });
    expect(partySpeaking('respondent', 'b', one)).toEqual({ partyId: 'b', speakerName: null });
  });

  it('is said where several sit on it', () => {
    expect(partySpeaking('respondent', 'c', two)).toEqual({ partyId: 'c', speakerName: '名c' });
    expect(() => partySpeaking('respondent', null, two)).toThrow('hearing-record.speaker-missing');
    expect(() => partySpeaking('respondent', 'a', two)).toThrow('hearing-record.speaker-unknown');
  });

  it('is no party for the tribunal and for notes', () => {
    for (const speaker of ['arbitrator', 'recorder', 'note'] as const)
      expect(partySpeaking(speaker, 'a', one)).toEqual({ partyId: null, speakerName: null });
  });
});

describe('where it was held', () => {
  it.each<[RecordHeading['mode'], string]>([
    ['online', '地点：某庭（在线庭审）'],
    ['on-site', '地点：某庭（现场庭审）'],
    ['mixed', '地点：某庭（现场与在线相结合）'],
  ])('%s', (mode, line) => {
    expect(recordText({ ...heading, place: '某庭', mode }, entries).split('\n')).toContain(line);
  });
});

describe('signing', () => {
  const signature = (state: Signature['state'], role: Signature['role'] = 'claimant'): Signature => ({
    seatId: role,
    role,
    name: role,
    state,
  });

  it.each<[string, Signature['state'][], string]>([
    ['nobody', [], 'for-confirmation'],
    ['one still awaited', ['signed', 'awaited'], 'for-confirmation'],
    ['everybody', ['signed', 'signed'], 'confirmed'],
    ['all but one who refused', ['signed', 'refused'], 'confirmed'],
  ])('%s', (_name, states, expected) => {
    expect(stateAfterSigning(states.map((state) => signature(state)))).toBe(expected);
  });

  it('binds to the exact text', () => {
    expect(() => requireSameText('a', 'a')).not.toThrow();
    expect(() => requireSameText('a', 'b')).toThrow('hearing-record.text-changed');
    expect(() => requireSameText(null, '')).toThrow('hearing-record.text-changed');
  });

  it('on paper is what somebody else has noted', () => {
    expect(isOnPaper({ state: 'signed', notedBy: 'recorder' })).toBe(true);
    expect(isOnPaper({ state: 'signed', notedBy: null })).toBe(false);
    expect(isOnPaper({ state: 'refused', notedBy: 'recorder' })).toBe(false);
  });

  it('waits for open corrections, and is no choice of the tribunal', () => {
    expect(() => requireDecided(0)).not.toThrow();
    expect(() => requireDecided(1)).toThrow('hearing-record.correction-open');
    expect(() => requireMayRefuse(signature('awaited', 'arbitrator'))).toThrow(
      'hearing-record.tribunal-signs',
    );
    expect(() => requireMayRefuse(signature('awaited', 'recorder'))).toThrow('hearing-record.tribunal-signs');
    expect(() => requireMayRefuse(signature('awaited'))).not.toThrow();
  });
});
