import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../ui/states';
import type { Case } from './queries';

/** The other file of a case that was transferred (Rules 9): who is in both goes from one to the other. */
export function TransferLine({ labourCase, to }: { labourCase: Case; to: (caseId: string) => string }) {
  const { t } = useTranslation();
  const { transfer } = labourCase;
  if (!transfer) return null;
  const { isFrom, caseId, number, commissionName: commission } = transfer;
  return (
    <Notice tone="info">
      <p>
        <Link to={to(caseId)}>
          {t(isFrom ? 'case.transfer.from' : 'case.transfer.to', { commission, number })}
        </Link>
      </p>
    </Notice>
  );
}
