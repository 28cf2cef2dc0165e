import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { WaitingSettlementsPanel } from '../mediation/waiting-panel';
import { PendingPanel } from '../motions/pending-panel';
import { DeskPage } from './desk-page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading } from '../../ui/states';
import { CaseTable, moveInList } from './case-table';
import { Pager } from './pager';
import { useCases } from './queries';
import { rememberList } from './remembered-list';
import { TodaysHearings } from './todays-hearings';
import { ShortcutHelp, useShortcuts } from './shortcuts';

/** The cases a person sits in or keeps the record of, what expires first on top. */
export function MinePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const cases = useCases({ view: 'mine', page });
  const list = useRef<HTMLDivElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => rememberList(`/desk/mine?${search.toString()}`), [search]);
  const { isOn, setOn } = useShortcuts({
    j: () => moveInList(list.current, 1),
    k: () => moveInList(list.current, -1),
    r: () => void cases.refetch(),
    '?': () => setHelpOpen(true),
  });
  return (
    <DeskPage
      title={t('desk.mine.title')}
      aside={<Button onClick={() => setHelpOpen(true)}>{t('desk.keys.button')}</Button>}
    >
      <TodaysHearings />
      <PendingPanel />
      <WaitingSettlementsPanel />
      {cases.isPending ? (
        <Loading />
      ) : cases.isError ? (
        <QueryProblem query={cases} />
      ) : cases.data.items.length === 0 ? (
        <div className="sheet">
          <Empty title={t('desk.mine.empty')}>
            <p>{t('desk.mine.empty-lead')}</p>
          </Empty>
        </div>
      ) : (
        <div ref={list}>
          <CaseTable items={cases.data.items} caption={t('desk.mine.title')} isGrouped />
          <Pager
            page={page}
            pageSize={cases.data.pageSize}
            total={cases.data.total}
            isCut={cases.data.isTotalCut}
            onPage={(to) => setSearch(to === 1 ? {} : { page: String(to) })}
          />
        </div>
      )}
      <ShortcutHelp
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        isOn={isOn}
        setOn={setOn}
        keys={[
          { keys: ['j', 'k'], does: t('desk.keys.move') },
          { keys: ['Enter'], does: t('desk.keys.open') },
          { keys: ['r'], does: t('desk.keys.refresh') },
          { keys: ['?'], does: t('desk.keys.help') },
        ]}
      />
    </DeskPage>
  );
}
