import { App, Button } from 'antd';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../../api/intent';
import { ArticleLink } from '../../../ui/cited';
import { useFieldProblems } from '../../../ui/form';
import { longDate } from '../../../ui/format';
import { Tick } from '../../../ui/inputs';
import { useLawText } from '../../../ui/law';
import { Notice } from '../../../ui/states';
import { firstFacts, periodOf } from '../claim-facts';
import { takeCarriedClaim } from '../carried-claim';
import type { ClaimDraft } from '../draft-data';
import { useDraft } from '../draft-context';
import { COMMON_HEADS, HEAD_GROUPS, HEADS, mayRepeat, type Head, type HeadGroup } from '../heads';
import type { Facts } from '../questions';
import styles from './claims-step.module.css';

/** As many as an application takes. */
const MOST = 40;

/** What presupposes that the contract is over. */
const OF_AN_END: readonly Head[] = ['economic-compensation', 'unlawful-dismissal', 'notice-pay'];

/** What is claimed: each head in the words of who claims it. */
export function ClaimsStep() {
  const { t } = useTranslation();
  const { text } = useLawText();
  const { modal } = App.useApp();
  const { data, change } = useDraft();
  const claims = data.claims ?? [];
  const heads = claims.map((claim) => claim.head);
  const problems = useFieldProblems('/claims');

  const add = (head: Head, known: Facts = {}): void => {
    // Of another period nothing is known yet.
    const other = heads.includes(head) ? { from: undefined, to: undefined } : {};
    const facts = { ...firstFacts(head, data.employment ?? {}), ...other, ...known };
    const claim: ClaimDraft = { id: uuid(), head, facts, ...periodOf(head, facts) };
    change(
      'claims',
      [...claims, claim].sort((a, b) => HEADS.indexOf(a.head) - HEADS.indexOf(b.head)),
    );
  };

  // Somebody came here from a calculator: what was computed there is claimed, unless it is claimed already.
  const arrived = useEffectEvent(() => {
    const carried = takeCarriedClaim();
    if (carried && !heads.includes(carried.head)) add(carried.head, carried.facts);
  });
  useEffect(() => arrived(), []);

  const remove = (given: readonly ClaimDraft[]): void => {
    const rest = claims.filter((claim) => !given.includes(claim));
    const [first] = given;
    if (!first || given.every((claim) => claim.amount === undefined)) {
      change('claims', rest);
      return;
    }
    modal.confirm({
      title: t('filing.claims.remove.title', { claim: t(`claim.${first.head}`) }),
      content: t('filing.claims.remove.text'),
      okText: t('filing.claims.remove.yes'),
      cancelText: t('filing.claims.remove.no'),
      onOk: () => change('claims', rest),
    });
  };

  const tick = (head: Head) => {
    const own = claims.filter((claim) => claim.head === head);
    return (
      <div key={head}>
        <Tick
          pointer={`/claims/heads/${head}`}
          checked={own.length > 0}
          onChange={(isChosen) => (isChosen ? add(head) : remove(own))}
        >
          <strong>{t(`filing.head.${head}`)}</strong>
          <span className={styles['what']}>{t(`filing.head.${head}.what`)}</span>
          <span className={styles['official']}>{t(`claim.${head}`)}</span>
        </Tick>
        {own.length > 0 && mayRepeat(head) && (
          <div className={styles['periods']}>
            {own.length > 1 && (
              <ol>
                {own.map((claim, index) => (
                  <li key={claim.id}>
                    {t('filing.claims.nth', { number: index + 1 })}{' '}
                    {claim.from && claim.to
                      ? t('claims.period', { from: longDate(claim.from), to: longDate(claim.to) })
                      : t('filing.claims.period-open')}{' '}
                    <Button type="link" danger onClick={() => remove([claim])}>
                      {t('respondent.remove')}
                    </Button>
                  </li>
                ))}
              </ol>
            )}
            {claims.length < MOST && (
              <Button type="link" onClick={() => add(head)}>
                {t('filing.claims.another-period')}
                <span className="visually-hidden">{t(`claim.${head}`)}</span>
              </Button>
            )}
          </div>
        )}
      </div>
    );
  };

  return (
    <>
      <fieldset className={styles['heads']} id="field-claims">
        <legend className="visually-hidden">{t('filing.claims.title')}</legend>
        {problems.map((problem) => (
          <Notice key={problem.message} tone="danger" title={problem.message} />
        ))}
        {COMMON_HEADS.map(tick)}
        <p className={styles['more']}>{t('filing.claims.more')}</p>
        {(Object.keys(HEAD_GROUPS) as HeadGroup[]).map((group) => (
          <Group
            key={group}
            title={t(`filing.group.${group}`)}
            chosen={HEAD_GROUPS[group].filter((head) => heads.includes(head)).length}
          >
            {HEAD_GROUPS[group].map(tick)}
          </Group>
        ))}
      </fieldset>
      {heads.includes('economic-compensation') && heads.includes('unlawful-dismissal') && (
        <Notice tone="warn" live>
          <p>{text('claim.compensation-or-damages')}</p>
          <p className="small">
            <ArticleLink article={{ law: 'contract-regulation', article: '25' }} />
          </p>
        </Notice>
      )}
      {heads.includes('reinstatement') && heads.some((head) => OF_AN_END.includes(head)) && (
        <Notice tone="warn" live>
          <p>{text('claim.continue-or-leave')}</p>
          <p className="small">
            <ArticleLink article={{ law: 'contract-law', article: '48' }} />
          </p>
        </Notice>
      )}
    </>
  );
}

/** Heads behind a heading: open where one of them is chosen, and as long as nobody closes it. */
function Group({ title, chosen, children }: { title: string; chosen: number; children: ReactNode }) {
  const { t } = useTranslation();
  const hasChosen = chosen > 0;
  const [isOpen, setOpen] = useState(hasChosen);
  useEffect(() => {
    if (hasChosen) setOpen(true);
  }, [hasChosen]);
  return (
    <details
      className={styles['group']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {title}
        {hasChosen && <span className="quiet"> {t('filing.claims.chosen', { count: chosen })}</span>}
      </summary>
      <div className={styles['groupHeads']}>{children}</div>
    </details>
  );
}
