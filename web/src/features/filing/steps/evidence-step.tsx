import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { uuid } from '../../../api/intent';
import { ArticleLink } from '../../../ui/cited';
import { Field } from '../../../ui/form';
import { TextArea, TextInput, YesNo } from '../../../ui/inputs';
import { useOpenFile } from '../../../ui/open-file';
import { Notice } from '../../../ui/states';
import type { StoredFile } from '../../../ui/tus';
import { Uploader } from '../../../ui/uploader';
import type { EvidenceDraft } from '../draft-data';
import { useDraft, useDraftStore } from '../draft-context';
import styles from './list.module.css';

export function EvidenceStep() {
  const { t } = useTranslation();
  const store = useDraftStore();
  const open = useOpenFile();
  const { data, change } = useDraft();
  const evidence = data.evidence ?? [];

  /** Several uploads may end at once: each adds to what is there then. */
  const add = (file: StoredFile): void => {
    const now = store.snapshot().data.evidence ?? [];
    if (now.some((each) => each.fileId === file.id)) return;
    store.change('evidence', [
      ...now,
      { id: uuid(), fileId: file.id, name: file.name.replace(/\.[^.]+$/, '') },
    ]);
    void store.flush();
  };
  const set = (index: number, changes: Partial<EvidenceDraft>): void =>
    change(
      'evidence',
      evidence.map((each, at) => (at === index ? { ...each, ...changes } : each)),
    );

  return (
    <>
      <Notice>
        <p>{t('evidence.employer-keeps')}</p>
        <p className="small">
          <ArticleLink article={{ law: 'law', article: '6' }} />
        </p>
      </Notice>
      <Uploader scope={`draft:${store.id}`} label={t('evidence.choose')} onUploaded={add} />
      {evidence.length > 0 && (
        <ol className={styles['list']}>
          {evidence.map((item, index) => (
            <li key={item.id} className={styles['card']}>
              <div className={styles['cardHead']}>
                <h2>{t('evidence.nth', { number: index + 1 })}</h2>
                <span className="row">
                  <Button
                    type="link"
                    onClick={() =>
                      open(() =>
                        body(api.POST('/api/files/{id}/tickets', { params: { path: { id: item.fileId } } })),
                      )
                    }
                  >
                    {t('evidence.open')}
                    <span className="visually-hidden">{item.name}</span>
                  </Button>
                  <Button
                    type="link"
                    danger
                    onClick={() =>
                      change(
                        'evidence',
                        evidence.filter((each) => each.id !== item.id),
                      )
                    }
                  >
                    {t('evidence.remove')}
                    <span className="visually-hidden">{item.name}</span>
                  </Button>
                </span>
              </div>
              <Field
                pointer={`/evidence/${index}/name`}
                label={t('evidence.name')}
                hint={t('evidence.name.hint')}
              >
                <TextInput
                  value={item.name ?? ''}
                  onChange={(name) => set(index, { name })}
                  maxLength={120}
                />
              </Field>
              <Field
                pointer={`/evidence/${index}/purpose`}
                label={t('evidence.purpose')}
                hint={t('evidence.purpose.hint')}
              >
                <TextArea
                  rows={2}
                  value={item.purpose ?? ''}
                  onChange={(purpose) => set(index, { purpose })}
                  maxLength={500}
                />
              </Field>
              <Field
                pointer={`/evidence/${index}/source`}
                label={t('evidence.source')}
                hint={t('evidence.source.hint')}
                isOptional
              >
                <TextInput
                  value={item.source ?? ''}
                  onChange={(source) => set(index, { source })}
                  maxLength={60}
                />
              </Field>
              <Field
                pointer={`/evidence/${index}/hasOriginal`}
                label={t('evidence.original')}
                hint={t('evidence.original.hint')}
                isGroup
              >
                <YesNo
                  value={item.hasOriginal ?? null}
                  onChange={(hasOriginal) => set(index, { hasOriginal })}
                />
              </Field>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
