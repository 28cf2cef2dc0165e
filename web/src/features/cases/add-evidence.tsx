import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem } from '../../api/problem';
import { ArticleLink } from '../../ui/cited';
import { Field, Form, formProblems } from '../../ui/form';
import { fileSize, longDateWithWeekday } from '../../ui/format';
import { TextArea, TextInput, YesNo } from '../../ui/inputs';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import type { StoredFile } from '../../ui/tus';
import { Uploader } from '../../ui/uploader';
import { useEvidence } from './queries';
import { Loaded } from './section';
import styles from './answer-page.module.css';

/** Files in, one form each, handed in one by one; a receipt is made for every one. */
export function AddEvidence({
  caseId,
  onPending,
}: {
  caseId: string;
  /** How many files wait to be handed in. */
  onPending?: (count: number) => void;
}) {
  const { t } = useTranslation();
  const evidence = useEvidence(caseId);
  const [files, setFiles] = useState<StoredFile[]>([]);
  useEffect(() => onPending?.(files.length), [files.length, onPending]);
  const forget = (file: StoredFile): void => setFiles((all) => all.filter((each) => each.id !== file.id));
  return (
    <Loaded query={evidence}>
      {({ items, evidenceUntil, isPeriodOver }) => (
        <div className="stack">
          {evidenceUntil && (
            <Notice tone={isPeriodOver ? 'warn' : 'info'}>
              <p>
                {t(isPeriodOver ? 'evidence.period-over' : 'evidence.period', {
                  date: longDateWithWeekday(evidenceUntil),
                })}
              </p>
              <p className="small">
                <ArticleLink article={{ law: 'rules', article: '15' }} />
              </p>
            </Notice>
          )}
          <Uploader
            scope={`case:${caseId}`}
            label={t('evidence.choose')}
            onUploaded={(file) => setFiles((all) => [...all.filter((each) => each.id !== file.id), file])}
          />
          {files.map((file) => (
            <EvidenceForm
              key={file.id}
              caseId={caseId}
              file={file}
              isLate={isPeriodOver}
              onDone={() => forget(file)}
            />
          ))}
          {items.some((item) => item.isMine) && (
            <section aria-labelledby="own-evidence">
              <h2 id="own-evidence">{t('evidence.handed-in')}</h2>
              <ul className={styles['summary']}>
                {items
                  .filter((item) => item.isMine)
                  .map((item) => (
                    <li key={item.id}>
                      <p>
                        {item.number}. {item.name}
                      </p>
                      <p className="quiet small">
                        {item.purpose} · {item.file.name}
                      </p>
                    </li>
                  ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}

function EvidenceForm({
  caseId,
  file,
  isLate,
  onDone,
}: {
  caseId: string;
  file: StoredFile;
  isLate: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const at = `/evidence/${file.id}`;
  const [name, setName] = useState(file.name.replace(/\.[^.]+$/, ''));
  const [purpose, setPurpose] = useState('');
  const [source, setSource] = useState('');
  const [hasOriginal, setHasOriginal] = useState<boolean | null>(null);
  const [lateReason, setLateReason] = useState('');
  const add = useMutation({
    mutationFn: () => {
      const request: Schemas['AddEvidenceDto'] = {
        fileId: file.id,
        name: name.trim(),
        purpose: purpose.trim(),
        hasOriginal: hasOriginal!,
        ...(source.trim() ? { source: source.trim() } : {}),
        ...(lateReason.trim() ? { lateReason: lateReason.trim() } : {}),
      };
      return body(
        api.POST('/api/cases/{caseId}/evidence', {
          params: { path: { caseId } },
          body: request,
          headers: intent.headers(request),
        }),
      );
    },
    onSuccess: async () => {
      intent.done();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      void message.success(t('evidence.added', { name }));
      onDone();
    },
  });
  const fields =
    add.error instanceof ApiProblem
      ? formProblems(add.error.fields).map((problem) => ({ ...problem, pointer: at + problem.pointer }))
      : [];
  return (
    <div className="sheet">
      <p style={{ marginBottom: 16 }}>
        <strong>{file.name}</strong> <span className="quiet small">{fileSize(file.size)}</span>
      </p>
      <Form problems={fields} onSubmit={() => add.mutate()}>
        {add.isError && fields.length === 0 && <Notice tone="danger" title={sentence(add.error)} live />}
        <Field pointer={`${at}/name`} label={t('evidence.name')} hint={t('evidence.name.hint')}>
          <TextInput value={name} onChange={setName} maxLength={120} />
        </Field>
        <Field pointer={`${at}/purpose`} label={t('evidence.purpose')} hint={t('evidence.purpose.hint')}>
          <TextArea rows={2} value={purpose} onChange={setPurpose} maxLength={500} />
        </Field>
        <Field
          pointer={`${at}/source`}
          label={t('evidence.source')}
          hint={t('evidence.source.hint')}
          isOptional
        >
          <TextInput value={source} onChange={setSource} maxLength={60} />
        </Field>
        <Field
          pointer={`${at}/hasOriginal`}
          label={t('evidence.original')}
          hint={t('evidence.original.hint')}
          isGroup
        >
          <YesNo value={hasOriginal} onChange={setHasOriginal} />
        </Field>
        {isLate && (
          <Field
            pointer={`${at}/lateReason`}
            label={t('evidence.late-why')}
            hint={t('evidence.late-why.hint')}
          >
            <TextArea rows={3} value={lateReason} onChange={setLateReason} maxLength={500} />
          </Field>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('evidence.hand-in')}
          </Button>
          <Button onClick={onDone} disabled={add.isPending}>
            {t('evidence.not-this')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
