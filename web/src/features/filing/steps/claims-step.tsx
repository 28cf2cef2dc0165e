import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../../api/intent';
import { ArticleLink } from '../../../ui/cited';
import { useFieldProblems } from '../../../ui/form';
import { Tick } from '../../../ui/inputs';
import { useLawText } from '../../../ui/law';
import { Notice } from '../../../ui/states';
import { firstFacts } from '../claim-facts';
import { HEADS, type ClaimDraft, type Head } from '../draft-data';
import { useDraft } from '../draft-context';
import styles from './claims-step.module.css';

/** What is claimed: each head in the words of who claims it. */
export function ClaimsStep() {
  const { t } = useTranslation();
  const { text } = useLawText();
  const { modal } = App.useApp();
  const { data, change } = useDraft();
  const claims = data.claims ?? [];
  const heads = claims.map((claim) => claim.head);
  const problems = useFieldProblems('/claims');

  const add = (head: Head): void => {
    const claim: ClaimDraft = { id: uuid(), head, facts: firstFacts(head, data.employment ?? {}) };
    change(
      'claims',
      [...claims, claim].sort((a, b) => HEADS.indexOf(a.head) - HEADS.indexOf(b.head)),
    );
  };

  const remove = (head: Head): void => {
    const rest = claims.filter((claim) => claim.head !== head);
    const claim = claims.find((each) => each.head === head);
    if (claim?.amount === undefined) {
      change('claims', rest);
      return;
    }
    modal.confirm({
      title: t('filing.claims.remove.title', { claim: t(`claim.${head}`) }),
      content: t('filing.claims.remove.text'),
      okText: t('filing.claims.remove.yes'),
      cancelText: t('filing.claims.remove.no'),
      onOk: () => change('claims', rest),
    });
  };

  return (
    <>
      <fieldset className={styles['heads']} id="field-claims">
        <legend className="visually-hidden">{t('filing.claims.title')}</legend>
        {problems.map((problem) => (
          <Notice key={problem.message} tone="danger" title={problem.message} />
        ))}
        {HEADS.map((head) => (
          <Tick
            key={head}
            pointer={`/claims/heads/${head}`}
            checked={heads.includes(head)}
            onChange={(isChosen) => (isChosen ? add(head) : remove(head))}
          >
            <strong>{t(`filing.head.${head}`)}</strong>
            <span className={styles['what']}>{t(`filing.head.${head}.what`)}</span>
            <span className={styles['official']}>{t(`claim.${head}`)}</span>
          </Tick>
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
    </>
  );
}
