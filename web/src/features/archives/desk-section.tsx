import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { ArticleLink } from '../../ui/cited';
import type { Article } from '../../ui/law';
import { Notice } from '../../ui/states';
import { ActionProblem } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { Loaded, Section } from '../desk/case/section';
import { useCaseAction, type Case } from '../desk/queries';
import { Catalogue, Filed } from './catalogue';
import { useArchive, type Archive } from './queries';

/** 归档: what the file holds or would hold, what still keeps the case from being filed away, and doing it. */
export function DeskArchiveSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const archive = useArchive(labourCase.id);
  return (
    <Section id="archive" title={t('desk.section.archive')}>
      <Loaded query={archive}>{(data) => <FileOfCase labourCase={labourCase} archive={data} />}</Loaded>
    </Section>
  );
}

function FileOfCase({ labourCase, archive }: { labourCase: Case; archive: Archive }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isConfirming, setConfirming] = useState(false);
  const isFiled = archive.revisions.length > 0;
  const file = useCaseAction(
    labourCase.id,
    (_: null, headers) =>
      body(
        api.POST('/api/cases/{caseId}/archive', {
          params: { path: { caseId: labourCase.id } },
          headers,
        }),
      ),
    () => {
      setConfirming(false);
      void message.success(t('archive.done'));
    },
  );
  return (
    <div className="stack">
      {isFiled ? <Filed archive={archive} /> : <p className="quiet">{t('archive.not-yet')}</p>}
      {archive.hasGrown && (
        <Notice tone="warn">
          <p>{t('archive.grown')}</p>
        </Notice>
      )}
      {archive.obstacles.length > 0 && (!isFiled || archive.hasGrown) && (
        <ul>
          {archive.obstacles.map(({ code, detail }) => (
            <li key={code}>{detail}</li>
          ))}
        </ul>
      )}
      {archive.actions.includes('archive.file') && (
        <div>
          <Button type="primary" onClick={() => setConfirming(true)}>
            {t(isFiled ? 'archive.file-again' : 'archive.file')}
          </Button>
        </div>
      )}
      <Catalogue caseId={labourCase.id} entries={archive.entries} />
      <DecisionDialog
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        title={t('archive.confirm')}
        confirm={t('archive.file')}
        isPending={file.isPending}
        fields={[]}
        problem={<ActionProblem error={file.error} caseId={labourCase.id} onReloaded={file.reset} />}
        onSubmit={() => file.mutate(null)}
      >
        <WhatHappens
          items={[
            t('archive.happens.catalogue', { count: archive.entries.length }),
            t('archive.happens.kept', { years: archive.years }),
            t('archive.happens.parties'),
          ]}
        />
        <p>
          {(archive.basis as unknown as Article[]).map((article) => (
            <ArticleLink key={JSON.stringify(article)} article={article} />
          ))}
        </p>
      </DecisionDialog>
    </div>
  );
}
