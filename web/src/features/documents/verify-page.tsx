import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { isProblem } from '../../api/problem';
import { Field, Form } from '../../ui/form';
import { dateTime } from '../../ui/format';
import { TextInput } from '../../ui/inputs';
import { Page } from '../../ui/page';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import { sha256OfFile } from './sha256';
import styles from './verify-page.module.css';

/** Anybody: is the paper in hand the one that was issued? Told by its hash; the file stays on the device. */
export function VerifyPage() {
  const { t } = useTranslation();
  const { code } = useParams();
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} width="narrow">
      <CodeForm key={code ?? ''} initial={code ?? ''} />
      {code && <Issued key={`issued-${code}`} code={code} />}
    </Page>
  );
}

function CodeForm({ initial }: { initial: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState(initial);
  return (
    <div className="sheet">
      <Form onSubmit={() => void navigate(`/verify/${encodeURIComponent(code.trim())}`)}>
        <Field pointer="/code" label={t('verify.code')} hint={t('verify.code.hint')}>
          <TextInput value={code} onChange={setCode} maxLength={40} autoComplete="off" spellCheck={false} />
        </Field>
        <Button type={initial ? 'default' : 'primary'} htmlType="submit" size="large">
          {t('verify.look-up')}
        </Button>
      </Form>
    </div>
  );
}

function Issued({ code }: { code: string }) {
  const { t } = useTranslation();
  const id = useId();
  const sentence = useSentence();
  const [isOver, setOver] = useState(false);
  const issued = useQuery({
    queryKey: ['verify', code],
    queryFn: () => body(api.GET('/api/verify/{code}', { params: { path: { code } } })),
  });
  const check = useMutation({
    mutationFn: async (file: File) => {
      const sha256 = await sha256OfFile(file);
      const result = await body(
        api.POST('/api/verify/{code}', { params: { path: { code } }, body: { sha256 } }),
      );
      return { ...result, file: file.name, ownSha256: sha256 };
    },
  });
  if (issued.isPending) return <Loading />;
  if (issued.isError) {
    return (
      <div className={styles['result']}>
        {isProblem(issued.error) && issued.error.status === 404 ? (
          <Notice tone="danger" title={t('verify.unknown')} live>
            <p>{t('verify.unknown.text')}</p>
          </Notice>
        ) : (
          <QueryProblem query={issued} />
        )}
      </div>
    );
  }
  const paper = issued.data;
  return (
    <>
      <section className={styles['paper']} aria-labelledby={`${id}-title`}>
        <p className={styles['issuer']} lang="zh-CN">
          {paper.commissionName}
        </p>
        <h2 id={`${id}-title`} lang="zh-CN">
          {paper.title}
        </h2>
        {paper.caseNumber && <p lang="zh-CN">{paper.caseNumber}</p>}
        <p className="quiet small">{t('verify.issued-at', { at: dateTime(paper.issuedAt) })}</p>
        {paper.voidSince && (
          <Notice tone="danger" title={t('verify.void', { at: dateTime(paper.voidSince) })} />
        )}
        <p className={styles['hash']}>
          SHA-256 <code>{paper.sha256}</code>
        </p>
      </section>
      <section aria-labelledby={`${id}-file`} className={styles['file']}>
        <h2 id={`${id}-file`}>{t('verify.file')}</h2>
        <p className="quiet">{t('verify.file.text')}</p>
        <div
          className={isOver ? styles['dropOver'] : styles['drop']}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const [file] = event.dataTransfer.files;
            if (file) check.mutate(file);
          }}
        >
          <input
            id={`${id}-input`}
            type="file"
            accept="application/pdf,.pdf"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) check.mutate(file);
              event.target.value = '';
            }}
          />
          <label htmlFor={`${id}-input`}>{t('verify.choose')}</label>
          <p className="quiet small">{t('verify.drop')}</p>
        </div>
      </section>
      <div className={styles['result']} aria-live="polite">
        {check.isPending && <Loading text={t('verify.checking')} />}
        {check.isError && <Notice tone="danger" title={sentence(check.error)} />}
        {check.isSuccess && (
          <Notice
            tone={check.data.isGenuine ? 'ok' : 'danger'}
            title={t(check.data.isGenuine ? 'verify.genuine' : 'verify.not-genuine', {
              name: check.data.file,
            })}
          >
            <p>{t(check.data.isGenuine ? 'verify.genuine.text' : 'verify.not-genuine.text')}</p>
            <p className={styles['hash']}>
              SHA-256 <code>{check.data.ownSha256}</code>
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}
