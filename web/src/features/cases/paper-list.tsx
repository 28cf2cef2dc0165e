import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { dateTime } from '../../ui/format';
import { useOpenFile } from '../../ui/open-file';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import styles from './paper-list.module.css';

/** Papers with a number of their own; the others bear the case's, which stands above them all. */
const HAVE_NUMBERS: ReadonlySet<string> = new Set([
  'award',
  'correction-notice',
  'refusal-notice',
  'referral-explanation',
]);

/** A paper in the making is there in a moment; one that met an obstacle takes minutes. */
function nextLook(papers: readonly Schemas['PaperDto'][]): number | false {
  const pending = papers.filter((paper) => paper.state === 'pending');
  if (pending.length === 0) return false;
  return pending.every((paper) => paper.isLate) ? 30_000 : 1500;
}

/** The papers a party may read, newest first. One that is still being made shows as such and comes by itself. */
export function PaperList({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const open = useOpenFile();
  const papers = useQuery({
    queryKey: ['case', caseId, 'papers'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/papers', { params: { path: { caseId } } })),
    refetchInterval: ({ state }) => nextLook(state.data ?? []),
  });
  if (papers.isPending) return <Loading />;
  if (papers.isError) return <QueryProblem query={papers} />;
  if (papers.data.length === 0) return <p className="quiet">{t('papers.none')}</p>;
  return (
    <ul className={styles['papers']}>
      {papers.data.map((paper) => (
        <li key={paper.id}>
          <button
            type="button"
            disabled={paper.state === 'pending'}
            onClick={() =>
              open(() =>
                body(
                  api.POST('/api/cases/{caseId}/papers/{paperId}/tickets', {
                    params: { path: { caseId, paperId: paper.id } },
                  }),
                ),
              )
            }
          >
            <svg
              viewBox="0 0 24 24"
              width="26"
              height="26"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.600"
              aria-hidden="true"
            >
              <path d="M6 3h8l4 4v14H6z" />
              <path d="M14 3v4h4M9 12h6M9 16h6" />
            </svg>
            <span>
              <span className={styles['title']} lang="zh-CN">
                {paper.title}
                {HAVE_NUMBERS.has(paper.kind) && paper.caseNumber && ` · ${paper.caseNumber}`}
              </span>
              <span className={styles['when']}>
                {paper.addressees.length > 0 &&
                  `${t('papers.to', { names: paper.addressees.join(t('ui.list-comma')) })} · `}
                {paper.voidSince
                  ? t('papers.void', { at: dateTime(paper.voidSince) })
                  : paper.isLate
                    ? t('papers.late')
                    : paper.state === 'pending'
                      ? t('papers.pending')
                      : dateTime(paper.issuedAt)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
