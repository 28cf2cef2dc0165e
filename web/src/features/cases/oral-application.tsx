import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { dateTime } from '../../ui/format';
import { useOpenFile } from '../../ui/open-file';
import type { Case } from './queries';

/** That the application was made at the counter, who took it down, and the sheet that was confirmed. */
export function OralApplication({ labourCase: { id, oralApplication } }: { labourCase: Case }) {
  const { t } = useTranslation();
  const open = useOpenFile();
  if (!oralApplication) return null;
  return (
    <p>
      {t('counter.case.taken-down', {
        name: oralApplication.takenBy,
        at: dateTime(oralApplication.takenAt),
      })}{' '}
      {oralApplication.hasSheet && (
        <Button
          type="link"
          onClick={() =>
            open(() =>
              body(
                api.POST('/api/cases/{caseId}/oral-application/tickets', {
                  params: { path: { caseId: id } },
                }),
              ),
            )
          }
        >
          {t('counter.case.sheet')}
        </Button>
      )}
    </p>
  );
}
