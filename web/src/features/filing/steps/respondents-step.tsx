import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleLink } from '../../../ui/cited';
import { Field, useFieldProblems } from '../../../ui/form';
import { Choice, TextInput, Tick } from '../../../ui/inputs';
import { useLawText } from '../../../ui/law';
import { Notice } from '../../../ui/states';
import { REGISTRATIONS, type RespondentDraft } from '../draft-data';
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

  const add = (respondent: RespondentDraft): void => {
    hasAdded.current = true;
    change('respondents', [...respondents, respondent]);
  };

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
                {respondent.kind === 'person' && ` · ${t('respondent.is-person')}`}
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
            {respondent.kind === 'person' ? (
              <PersonFields
                at={`/respondents/${index}`}
                respondent={respondent}
                set={(it) => set(index, it)}
              />
            ) : (
              <CompanyFields
                at={`/respondents/${index}`}
                respondent={respondent}
                set={(it) => set(index, it)}
              >
                {!respondents.some(({ kind }) => kind === 'person') && respondents.length < MOST && (
                  <Button onClick={() => add({ kind: 'person', name: respondent.legalRepresentative })}>
                    {t('respondent.add-owner')}
                  </Button>
                )}
              </CompanyFields>
            )}
          </li>
        ))}
      </ol>
      {respondents.length < MOST && (
        <div className="stack-s">
          <p className="small quiet">{t('respondent.add.hint')}</p>
          <div>
            <Button onClick={() => add({})}>{t('respondent.add')}</Button>
          </div>
        </div>
      )}
    </>
  );
}

interface FieldsOf {
  at: string;
  respondent: RespondentDraft;
  set: (changes: RespondentDraft) => void;
}

function CompanyFields({ at, respondent, set, children }: FieldsOf & { children: ReactNode }) {
  const { t } = useTranslation();
  const { text } = useLawText();
  const isUnlicensed = respondent.registration === 'unlicensed';
  return (
    <>
      <Field
        pointer={`${at}/name`}
        label={t('respondent.name')}
        hint={t(isUnlicensed ? 'respondent.name.hint-unlicensed' : 'respondent.name.hint')}
      >
        <TextInput
          value={respondent.name ?? ''}
          onChange={(name) => set({ name })}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
      <Field pointer={`${at}/registration`} label={t('respondent.registration')} isGroup>
        <Choice
          options={REGISTRATIONS.map((each) => ({
            value: each,
            label: t(`respondent.registration.${each}`),
          }))}
          value={respondent.registration ?? 'known'}
          onChange={(registration) =>
            set({ registration, ...(registration === 'known' ? {} : { uscc: undefined }) })
          }
        />
      </Field>
      {(respondent.registration ?? 'known') === 'known' && (
        <Field pointer={`${at}/uscc`} label={t('respondent.uscc')} hint={t('respondent.uscc.hint')}>
          <TextInput
            value={respondent.uscc ?? ''}
            onChange={(uscc) => set({ uscc: uscc.toUpperCase() })}
            maxLength={24}
            autoComplete="off"
            spellCheck={false}
            size={20}
          />
        </Field>
      )}
      {isUnlicensed && (
        <Notice tone="info" live>
          <p>{text('joint-party.sponsor')}</p>
          <p>
            {t('respondent.unlicensed')} <ArticleLink article={{ law: 'rules', article: '6' }} />
          </p>
          {children}
        </Notice>
      )}
      <Addresses at={at} respondent={respondent} set={set} isUnlicensed={isUnlicensed} />
      <Phone at={at} respondent={respondent} set={set} />
      <Field
        pointer={`${at}/legalRepresentative`}
        label={t(isUnlicensed ? 'respondent.head' : 'respondent.representative')}
        hint={t(isUnlicensed ? 'respondent.head.hint' : 'respondent.representative.hint')}
      >
        <TextInput
          value={respondent.legalRepresentative ?? ''}
          onChange={(legalRepresentative) => set({ legalRepresentative })}
          maxLength={60}
          autoComplete="off"
          size={20}
        />
      </Field>
      <Field
        pointer={`${at}/legalRepresentativePost`}
        label={t('respondent.representative-post')}
        hint={t('respondent.representative-post.hint')}
      >
        <TextInput
          value={respondent.legalRepresentativePost ?? ''}
          onChange={(legalRepresentativePost) => set({ legalRepresentativePost })}
          maxLength={60}
          autoComplete="off"
          size={20}
        />
      </Field>
    </>
  );
}

/** Who stands behind a business without a licence. */
function PersonFields({ at, respondent, set }: FieldsOf) {
  const { t } = useTranslation();
  return (
    <>
      <Field pointer={`${at}/name`} label={t('respondent.person-name')}>
        <TextInput
          value={respondent.name ?? ''}
          onChange={(name) => set({ name })}
          maxLength={120}
          autoComplete="off"
          size={20}
        />
      </Field>
      <Addresses at={at} respondent={respondent} set={set} isUnlicensed />
      <Phone at={at} respondent={respondent} set={set} />
    </>
  );
}

function Addresses({ at, respondent, set, isUnlicensed }: FieldsOf & { isUnlicensed: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        pointer={`${at}/address`}
        label={t(isUnlicensed ? 'respondent.place' : 'respondent.address')}
        hint={t(isUnlicensed ? 'respondent.place.hint' : 'respondent.address.hint')}
      >
        <TextInput
          value={respondent.address ?? ''}
          onChange={(address) => set({ address })}
          maxLength={200}
          autoComplete="off"
        />
      </Field>
      {!isUnlicensed && (
        <Field pointer={`${at}/mailingAddress`} label={t('respondent.mailing-address')} isOptional>
          <TextInput
            value={respondent.mailingAddress ?? ''}
            onChange={(mailingAddress) => set({ mailingAddress })}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
      )}
    </>
  );
}

/** Rules 29 ask for it; who does not know it says so. */
function Phone({ at, respondent, set }: FieldsOf) {
  const { t } = useTranslation();
  return (
    <>
      {!respondent.isPhoneUnknown && (
        <Field
          pointer={`${at}/phone`}
          label={t(respondent.kind === 'person' ? 'claimant.phone' : 'respondent.phone')}
        >
          <TextInput
            type="tel"
            value={respondent.phone ?? ''}
            onChange={(phone) => set({ phone })}
            maxLength={24}
            autoComplete="off"
            size={20}
          />
        </Field>
      )}
      <Tick
        pointer={`${at}/isPhoneUnknown`}
        checked={respondent.isPhoneUnknown ?? false}
        onChange={(isPhoneUnknown) =>
          set(isPhoneUnknown ? { isPhoneUnknown, phone: undefined } : { isPhoneUnknown: undefined })
        }
      >
        {t('respondent.phone.unknown')}
      </Tick>
    </>
  );
}
