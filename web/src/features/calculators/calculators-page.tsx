import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../ui/page';
import {
  COMMON_HEADS,
  EMPLOYER_HEADS,
  HEAD_GROUPS,
  isForMoney,
  type EmployerHead,
  type Head,
  type HeadGroup,
} from '../filing/heads';
import styles from './calculators-page.module.css';

/** Every claim that the law has a formula for, open to everybody. */
export function CalculatorsPage() {
  const { t } = useTranslation();
  const groups: [string, readonly (Head | EmployerHead)[]][] = [
    ['common', COMMON_HEADS],
    ...(Object.keys(HEAD_GROUPS) as HeadGroup[]).map((group): [string, readonly Head[]] => [
      group,
      HEAD_GROUPS[group].filter(isForMoney),
    ]),
    ['employer', EMPLOYER_HEADS],
  ];
  return (
    <Page title={t('calculators.title')} lead={t('calculators.lead')}>
      <div className="stack-l">
        {groups
          .filter(([, heads]) => heads.length > 0)
          .map(([group, heads]) => (
            <section key={group} aria-labelledby={`group-${group}`} className="stack">
              <h2 id={`group-${group}`}>{t(`filing.group.${group}`)}</h2>
              <ul className={styles['heads']}>
                {heads.map((head) => (
                  <li key={head}>
                    <Link to={`/calculators/${head}`}>
                      <strong>{t(`claim.${head}`)}</strong>
                      <span>{t(`filing.head.${head}.what`)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        <p className="small quiet">
          {t('calculators.reference')} <Link to="/figures">{t('figures.title')}</Link>
        </p>
      </div>
    </Page>
  );
}
