import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, useFieldProblems } from '../../../ui/form';
import { TextInput } from '../../../ui/inputs';
import { Notice } from '../../../ui/states';
import type { RespondentDraft } from '../draft-data';
import { useDraft } from '../draft-context';
import styles from './list.module.css';

const MOST = 10;

export function RespondentsStep() {
  const { t } = useTranslation();
  const { data, change } = useDraft();
  const respondents = data.respondents?.length ? data.respondents : [{}];
  const whole = useFieldProblems('/respondents');
  const list = useRef<HTMLOListElement>(null);
  const hasAdded = useRef(false);

  useEffect(() => {
    if (!hasAdded.current) return;
    hasAdded.current = false;
    list.current?.lastElementChild?.querySelector('input')?.focus();
  }, [respondents.length]);

  const set = (index: number, changes: RespondentDraft): void =>
    change(
      'respondents',
      respondents.map((each, at) => (at === index ? { ...each, ...changes } : each)),
    );

  return (
    <>
      {whole.map((problem) => (
        <Notice key={problem.message} tone="danger" title={problem.message} />
      ))}
      <ol ref={list} className={styles['list']}>
        {respondents.map((respondent, index) => (
          <li key={index} className={styles['card']}>
            <div className={styles['cardHead']}>
              <h2>
                {respondents.length > 1 ? t('respondent.nth', { number: index + 1 }) : t('respondent.one')}
              </h2>
              {respondents.length > 1 && (
                <Button
                  type="link"
                  danger
                  onClick={() =>
                    change(
                      'respondents',
                      respondents.filter((_, at) => at !== index),
                    )
                  }
                >
                  {t('respondent.remove')}
                  <span className="visually-hidden">{respondent.name ?? index + 1}</span>
                </Button>
              )}
            </div>
            <Field
              pointer={`/respondents/${index}/name`}
              label={t('respondent.name')}
              hint={t('respondent.name.hint')}
            >
              <TextInput
                value={respondent.name ?? ''}
                onChange={(name) => set(index, { name })}
                maxLength={120}
                autoComplete="off"
              />
            </Field>
            <Field
              pointer={`/respondents/${index}/uscc`}
              label={t('respondent.uscc')}
              hint={t('respondent.uscc.hint')}
            >
              <TextInput
                value={respondent.uscc ?? ''}
                onChange={(uscc) => set(index, { uscc: uscc.toUpperCase() })}
                maxLength={24}
                autoComplete="off"
                spellCheck={false}
                size={20}
              />
            </Field>
            <Field
              pointer={`/respondents/${index}/address`}
              label={t('respondent.address')}
              hint={t('respondent.address.hint')}
            >
              <TextInput
                value={respondent.address ?? ''}
                onChange={(address) => set(index, { address })}
                maxLength={200}
                autoComplete="off"
              />
            </Field>
            <Field
              pointer={`/respondents/${index}/mailingAddress`}
              label={t('respondent.mailing-address')}
              isOptional
            >
              <TextInput
                value={respondent.mailingAddress ?? ''}
                onChange={(mailingAddress) => set(index, { mailingAddress })}
                maxLength={200}
                autoComplete="off"
              />
            </Field>
            <Field pointer={`/respondents/${index}/phone`} label={t('respondent.phone')}>
              <TextInput
                type="tel"
                value={respondent.phone ?? ''}
                onChange={(phone) => set(index, { phone })}
                maxLength={24}
                autoComplete="off"
                size={20}
              />
            </Field>
            <Field
              pointer={`/respondents/${index}/legalRepresentative`}
              label={t('respondent.representative')}
              hint={t('respondent.representative.hint')}
            >
              <TextInput
                value={respondent.legalRepresentative ?? ''}
                onChange={(legalRepresentative) => set(index, { legalRepresentative })}
                maxLength={60}
                autoComplete="off"
                size={20}
              />
            </Field>
            <Field
              pointer={`/respondents/${index}/legalRepresentativePost`}
              label={t('respondent.representative-post')}
              hint={t('respondent.representative-post.hint')}
            >
              <TextInput
                value={respondent.legalRepresentativePost ?? ''}
                onChange={(legalRepresentativePost) => set(index, { legalRepresentativePost })}
                maxLength={60}
                autoComplete="off"
                size={20}
              />
            </Field>
          </li>
        ))}
      </ol>
      {respondents.length < MOST && (
        <div className="stack-s">
          <p className="small quiet">{t('respondent.add.hint')}</p>
          <div>
            <Button
              onClick={() => {
                hasAdded.current = true;
                change('respondents', [...respondents, {}]);
              }}
            >
              {t('respondent.add')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
