import { useTranslation } from 'react-i18next';
import { Loaded } from '../cases/section';
import { Catalogue, Filed } from './catalogue';
import { useArchive } from './queries';

/** 查阅案卷 (Rules 23): the main volume, once it is filed away. */
export function ArchiveSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const archive = useArchive(caseId);
  return (
    <Loaded query={archive}>
      {(data) => (
        <div className="stack">
          {data.revisions.length > 0 ? (
            <>
              <Filed archive={data} />
              <Catalogue caseId={caseId} entries={data.entries} />
            </>
          ) : (
            <p className="quiet">{t('archive.party.not-yet')}</p>
          )}
        </div>
      )}
    </Loaded>
  );
}
