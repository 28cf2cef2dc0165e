import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { enterSession, useSession, type Session } from '../../app/session';
import { Field, Form, formProblems, type FormProblem } from '../../ui/form';
import { TextInput } from '../../ui/inputs';
import { Page } from '../../ui/page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { PhoneInput, usePhone } from './phone-input';
import styles from './sign-in-page.module.css';

const SECONDS_BETWEEN_CODES = 60;

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const session = useSession();
  const isStaff = search.get('as') === 'staff';
  const next = safePath(search.get('next'));
  const user = session.data?.user;
  if (user) return <Navigate to={next ?? (user.kind === 'staff' ? '/desk' : '/cases')} replace />;

  const other = new URLSearchParams(search);
  if (isStaff) other.delete('as');
  else other.set('as', 'staff');
  return (
    <Page
      title={t(isStaff ? 'sign-in.staff.title' : 'sign-in.title')}
      lead={t(isStaff ? 'sign-in.staff.lead' : 'sign-in.lead')}
      width="narrow"
    >
      <div className="sheet">{isStaff ? <StaffForm next={next} /> : <PartyForm next={next} />}</div>
      <p className={styles['other']}>
        <Link to={`/sign-in?${other}`}>{t(isStaff ? 'sign-in.to-party' : 'sign-in.to-staff')}</Link>
      </p>
    </Page>
  );
}

/** Only paths of our own: an address from outside could lead anywhere. */
function safePath(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}

function useEntering(next: string | null): (session: Session) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (session) => {
    enterSession(client, session);
    void navigate(next ?? (session.user?.kind === 'staff' ? '/desk' : '/cases'), { replace: true });
  };
}

function problemsOf(error: unknown, sentence: (error: unknown) => string, pointer: string): FormProblem[] {
  if (!error) return [];
  if (error instanceof ApiProblem && error.fields.length > 0) return formProblems(error.fields);
  return [{ pointer, message: sentence(error) }];
}

function PartyForm({ next }: { next: string | null }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const enter = useEntering(next);
  const { data: session } = useSession();
  const phone = usePhone();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [sendings, setSendings] = useState(0);
  const codeBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sendings > 0) codeBox.current?.querySelector('input')?.focus();
  }, [sendings]);

  useEffect(() => {
    if (secondsLeft <= 0) return undefined;
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft]);

  const request = useMutation({
    mutationFn: (to: string) => api.POST('/api/auth/codes', { body: { phone: to } }),
    onSuccess: (_, to) => {
      setSentTo(to);
      setCode('');
      setSecondsLeft(SECONDS_BETWEEN_CODES);
      signIn.reset();
      setSendings((count) => count + 1);
    },
  });
  const signIn = useMutation({
    mutationFn: () => body(api.POST('/api/auth/sessions/party', { body: { phone: sentTo!, code } })),
    onSuccess: enter,
  });

  const problems = [
    ...problemsOf(request.error, sentence, '/phone'),
    ...problemsOf(signIn.error, sentence, '/code'),
  ];
  return (
    <Form
      problems={problems}
      onSubmit={() => (sentTo === null ? request.mutate(phone.full) : signIn.mutate())}
    >
      {sentTo === null ? (
        <PhoneInput phone={phone} />
      ) : (
        <>
          <Notice tone="ok" live>
            <p>
              {t('sign-in.sent', { phone: sentTo })}{' '}
              <button
                type="button"
                className={styles['link']}
                onClick={() => {
                  setSentTo(null);
                  request.reset();
                  signIn.reset();
                }}
              >
                {t('sign-in.other-phone')}
              </button>
            </p>
            {session?.isDemo && (
              <p>
                <a href={`/demo?phone=${encodeURIComponent(sentTo)}`} target="_blank" rel="noreferrer">
                  {t('sign-in.demo-code')}
                </a>
              </p>
            )}
          </Notice>
          <div ref={codeBox}>
            <Field pointer="/code" label={t('sign-in.code')} hint={t('sign-in.code.hint')}>
              <TextInput
                value={code}
                onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
                inputMode="numeric"
                autoComplete="one-time-code"
                size={10}
                check={(value) => (/^\d{6}$/.test(value) ? null : t('sign-in.code.format'))}
              />
            </Field>
          </div>
        </>
      )}
      <div className={styles['buttons']}>
        <Button type="primary" size="large" htmlType="submit" loading={request.isPending || signIn.isPending}>
          {t(sentTo === null ? 'sign-in.request' : 'sign-in.enter')}
        </Button>
        {sentTo !== null && (
          <Button
            size="large"
            disabled={secondsLeft > 0}
            loading={request.isPending}
            onClick={() => request.mutate(sentTo)}
          >
            {secondsLeft > 0 ? t('sign-in.again-in', { seconds: secondsLeft }) : t('sign-in.again')}
          </Button>
        )}
      </div>
      <p className="small quiet">{t('sign-in.promise')}</p>
    </Form>
  );
}

function StaffForm({ next }: { next: string | null }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const enter = useEntering(next);
  const { data: session } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const signIn = useMutation({
    mutationFn: () => body(api.POST('/api/auth/sessions/staff', { body: { username, password, totp } })),
    onSuccess: enter,
  });
  return (
    <Form problems={problemsOf(signIn.error, sentence, '/username')} onSubmit={() => signIn.mutate()}>
      <Field pointer="/username" label={t('sign-in.username')}>
        <TextInput
          value={username}
          onChange={setUsername}
          autoComplete="username"
          maxLength={64}
          spellCheck={false}
        />
      </Field>
      <Field pointer="/password" label={t('sign-in.password')}>
        <TextInput
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={200}
        />
      </Field>
      <Field pointer="/totp" label={t('sign-in.totp')} hint={t('sign-in.totp.hint')}>
        <TextInput
          value={totp}
          onChange={(typed) => setTotp(typed.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          size={10}
          check={(value) => (/^\d{6}$/.test(value) ? null : t('sign-in.code.format'))}
        />
      </Field>
      {session?.isDemo && (
        <p>
          <a href="/demo/staff" target="_blank" rel="noreferrer">
            {t('sign-in.demo-staff')}
          </a>
        </p>
      )}
      <div className={styles['buttons']}>
        <Button type="primary" size="large" htmlType="submit" loading={signIn.isPending}>
          {t('sign-in.enter')}
        </Button>
      </div>
    </Form>
  );
}
