import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate, yuan } from '../../ui/format';
import type { DraftData, Section } from './draft-data';
import { isForMoney } from './heads';
import { useCommissions } from './use-commissions';
import styles from './summary.module.css';

export interface Row {
  label: string;
  value: ReactNode;
}

/** What has been filled in, in the words of the form; what is missing shows as missing. */
export function useSummary(): (data: DraftData, section: Section) => Row[] {
  const { t } = useTranslation();
  const commissions = useCommissions();
  const day = (date: string | undefined): ReactNode => (date ? longDate(date) : undefined);
  const yesNo = (value: boolean | undefined): ReactNode =>
    value === undefined ? undefined : t(value ? 'ui.yes' : 'ui.no');
  const money = (fen: number | undefined): ReactNode =>
    fen === undefined ? undefined : <span className="amount">{yuan(fen)}</span>;

  return (data, section) => {
    switch (section) {
      case 'commissionId':
        return [
          {
            label: t('filing.commission.label'),
            value: commissions.data?.find((each) => each.id === data.commissionId)?.name ?? data.commissionId,
          },
        ];
      case 'claimant': {
        const { name, sex, birthDate, document, address, phone, email } = data.claimant ?? {};
        return [
          { label: t('claimant.name'), value: name },
          {
            label: document?.kind ? t(`document.${document.kind}`) : t('claimant.document'),
            value: document?.number,
          },
          { label: t('claimant.sex'), value: sex && t(`claimant.sex.${sex}`) },
          { label: t('claimant.birth-date'), value: day(birthDate) },
          { label: t('claimant.address'), value: address },
          { label: t('claimant.phone'), value: phone },
          ...(email ? [{ label: t('claimant.email'), value: email }] : []),
        ];
      }
      case 'respondents':
        return (data.respondents ?? []).flatMap((respondent, index) => [
          {
            label:
              (data.respondents?.length ?? 0) > 1
                ? t('respondent.nth', { number: index + 1 })
                : t('respondent.name'),
            value: respondent.name,
          },
          ...(respondent.kind === 'person'
            ? []
            : [
                {
                  label: t('respondent.uscc'),
                  value:
                    (respondent.registration ?? 'known') === 'known'
                      ? respondent.uscc
                      : t(`respondent.registration.${respondent.registration}`),
                },
              ]),
          { label: t('respondent.address'), value: respondent.address },
          ...(respondent.mailingAddress
            ? [{ label: t('respondent.mailing-address'), value: respondent.mailingAddress }]
            : []),
          {
            label: t('respondent.phone'),
            value: respondent.isPhoneUnknown ? t('respondent.phone.unknown') : respondent.phone,
          },
          ...(respondent.kind === 'person'
            ? []
            : [
                {
                  label: t('respondent.representative'),
                  value: [respondent.legalRepresentative, respondent.legalRepresentativePost]
                    .filter(Boolean)
                    .join(' · '),
                },
              ]),
        ]);
      case 'employment': {
        const work = data.employment ?? {};
        return [
          { label: t('employment.start'), value: day(work.startDate) },
          { label: t('employment.post'), value: work.post },
          { label: t('employment.workplace'), value: work.workplace },
          {
            label: t('employment.contract'),
            value: work.contract && t(`employment.contract.${work.contract}`),
          },
          ...(work.contractSignedOn
            ? [{ label: t('employment.signed-on'), value: day(work.contractSignedOn) }]
            : []),
          ...(work.contractFrom
            ? [{ label: t('employment.contract-from'), value: day(work.contractFrom) }]
            : []),
          ...(work.contractTo ? [{ label: t('employment.contract-to'), value: day(work.contractTo) }] : []),
          { label: t('employment.wage'), value: money(work.monthlyWage) },
          ...(work.paidUntil ? [{ label: t('employment.paid-until'), value: day(work.paidUntil) }] : []),
          { label: t('employment.is-ended'), value: yesNo(work.isEnded) },
          ...(work.isEnded
            ? [
                { label: t('employment.end'), value: day(work.endDate) },
                {
                  label: t('employment.end-kind'),
                  value: work.endKind && t(`employment.end-kind.${work.endKind}`),
                },
                ...(work.endReason ? [{ label: t('employment.end-reason'), value: work.endReason }] : []),
              ]
            : []),
        ];
      }
      case 'claims': {
        const claims = data.claims ?? [];
        return [
          ...claims.map((claim) => ({
            label: t(`claim.${claim.head}`),
            value: (
              <>
                {isForMoney(claim.head) ? money(claim.amount) : t('ui.no-amount')}
                {claim.from && claim.to && (
                  <span className={styles['note']}>
                    {t('claims.period', { from: longDate(claim.from), to: longDate(claim.to) })}
                  </span>
                )}
                {claim.note && <span className={styles['note']}>{claim.note}</span>}
              </>
            ),
          })),
          ...(claims.length > 1
            ? [
                {
                  label: t('filing.total'),
                  value: (
                    <strong>{money(claims.reduce((sum, claim) => sum + (claim.amount ?? 0), 0))}</strong>
                  ),
                },
              ]
            : []),
        ];
      }
      case 'statement':
        return [
          {
            label: t('statement.label'),
            value: data.statement?.text && <span className={styles['text']}>{data.statement.text}</span>,
          },
        ];
      case 'evidence':
        return (data.evidence ?? []).map((item, index) => ({
          label: t('evidence.nth', { number: index + 1 }),
          value: (
            <>
              {item.name}
              <span className={styles['note']}>{item.purpose}</span>
            </>
          ),
        }));
      case 'service': {
        const service = data.service ?? {};
        return [
          { label: t('service.receiver'), value: service.receiver },
          { label: t('service.address'), value: service.address },
          { label: t('service.phone'), value: service.phone },
          ...(service.email ? [{ label: t('service.email'), value: service.email }] : []),
          { label: t('service.electronic'), value: yesNo(service.consentsToElectronic) },
          { label: t('service.online-hearing'), value: yesNo(service.consentsToOnlineHearing) },
        ];
      }
    }
  };
}

export function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles['rows']}>
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.label}</dt>
          <dd>{row.value || <span className={styles['missing']}>{t('filing.missing')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What two versions of the same sections say differently, as one of them has it. */
export function Differences({
  data,
  other,
  sections,
}: {
  data: DraftData;
  other: DraftData;
  sections: readonly Section[];
}) {
  const summary = useSummary();
  const isPlain = (value: ReactNode): boolean => typeof value === 'string' || !value;
  const rows = sections.flatMap((section) => {
    const theirs = summary(other, section);
    return summary(data, section).filter((row, index) => {
      const counterpart = theirs[index]?.value;
      return !(isPlain(row.value) && isPlain(counterpart) && (row.value || '') === (counterpart || ''));
    });
  });
  return <Rows rows={rows} />;
}
