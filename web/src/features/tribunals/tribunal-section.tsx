import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '../../ui/format';
import { Facts, Loaded, Nothing, Section } from '../desk/case/section';
import { useTribunal } from '../desk/queries';

/** Who decides and who keeps the record; before that the way to appoint them. */
export function TribunalSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const view = useTribunal(caseId);
  return (
    <Section id="tribunal" title={t('desk.section.tribunal')}>
      <Loaded query={view}>
        {({ tribunal, actions }) => (
          <>
            {tribunal ? (
              <Facts
                rows={[
                  [
                    t('tribunal.sole'),
                    [tribunal.arbitratorName, tribunal.arbitratorNameLatin].filter(Boolean).join(' '),
                  ],
                  [
                    t('tribunal.home'),
                    `${tribunal.arbitratorHomeCommissionName} · ${t(`tribunal.region.${tribunal.arbitratorRegion}`)}`,
                  ],
                  [t('tribunal.recorder'), tribunal.recorderName],
                  [t('tribunal.constituted'), dateTime(tribunal.constitutedAt)],
                  [t('tribunal.appoint.ground'), t(`tribunal.ground.${tribunal.ground}`)],
                  [t('tribunal.appoint.consent'), tribunal.consent],
                  [t('tribunal.appoint.note'), tribunal.note],
                ]}
              />
            ) : (
              <Nothing>{t('tribunal.none')}</Nothing>
            )}
            {actions.includes('tribunal.constitute') && (
              <p>
                <Link to={`/desk/cases/${caseId}/tribunal`}>{t('tribunal.appoint.title')}</Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
