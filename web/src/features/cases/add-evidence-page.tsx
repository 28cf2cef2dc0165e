import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../ui/page';
import { AddEvidence } from './add-evidence';

export function AddEvidencePage() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  return (
    <Page
      title={t('evidence.add.title')}
      lead={t('evidence.add.lead')}
      width="narrow"
      back={{ to: `/cases/${caseId}#evidence`, text: t('evidence.back-to-case') }}
    >
      <AddEvidence caseId={caseId} />
    </Page>
  );
}
