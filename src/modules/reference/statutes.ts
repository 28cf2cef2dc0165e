import { notFound } from '../../kernel/domain-error';
import { citation, wholeDocument, type Instrument } from '../../law/articles';
import contractLaw from './statutes/contract-law.json';
import contractRegulation from './statutes/contract-regulation.json';
import gdOnlineRules from './statutes/gd-online-rules.json';
import interpretation1 from './statutes/interpretation-1.json';
import labourLaw from './statutes/labour-law.json';
import law from './statutes/law.json';
import leaveMeasures from './statutes/leave-measures.json';
import leaveRegulation from './statutes/leave-regulation.json';
import onlineRules from './statutes/online-rules.json';
import orgRules from './statutes/org-rules.json';
import rules from './statutes/rules.json';
import wageProvisions from './statutes/wage-provisions.json';

/** One article in the words of the instrument: one entry for each paragraph (款) or item (项), as printed. */
export interface StatuteArticle {
  readonly number: string;
  readonly chapter?: string;
  readonly section?: string;
  readonly text: readonly string[];
}

interface StatuteText {
  readonly title: string;
  /** By whom and when it was made and amended, a line each. */
  readonly enacted: readonly string[];
  /** False where only a part of it could be had. */
  readonly isWhole: boolean;
  readonly source: string;
  readonly checkedOn: string;
  readonly articles: readonly StatuteArticle[];
}

/** Statutes are free to reproduce (Copyright Law 5). Those cited but not here could not be had from a source one can name. */
const TEXTS: Partial<Record<Instrument, StatuteText>> = {
  law,
  rules,
  'org-rules': orgRules,
  'labour-law': labourLaw,
  'contract-law': contractLaw,
  'contract-regulation': contractRegulation,
  'leave-regulation': leaveRegulation,
  'leave-measures': leaveMeasures,
  'wage-provisions': wageProvisions,
  'interpretation-1': interpretation1,
  'online-rules': onlineRules,
  'gd-online-rules': gdOnlineRules,
};

export interface Statute extends StatuteText {
  readonly instrument: Instrument;
  /** As citations begin: 《劳动争议调解仲裁法》. */
  readonly name: string;
}

export const STATUTES: readonly Statute[] = (Object.entries(TEXTS) as [Instrument, StatuteText][]).map(
  ([instrument, text]) => ({ instrument, name: citation(wholeDocument(instrument), 'zh-CN'), ...text }),
);

/** @throws DomainError `statute.unknown` (not-found). */
export function statute(instrument: string): Statute {
  const found = STATUTES.find((each) => each.instrument === instrument);
  if (!found) throw notFound('statute.unknown');
  return found;
}
