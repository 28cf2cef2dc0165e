import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem } from '../../api/problem';
import { useUser } from '../../app/session';
import { ArticleLink } from '../../ui/cited';
import { Field, Form, formProblems } from '../../ui/form';
import { Choice, TextInput, Tick } from '../../ui/inputs';
import { Page } from '../../ui/page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';

/**
 * A respondent comes in with the code on the notice, a claimant whose application was taken down at the counter with
 * the code on the receipt: first the code, then who one is, and what one agrees to.
 */
export function JoinPage() {
  const { t } = useTranslation();
  const { code } = useParams();
  const { words } = useWay();
  const user = useUser();
  return (
    <Page title={t(`${words}.title`)} lead={t(`${words}.lead`)} width="narrow">
      {user?.kind === 'staff' ? (
        <Notice tone="warn" title={t('join.staff')} />
      ) : code && user ? (
        <Seat code={code} firstName={user.name} />
      ) : (
        <Code initial={code ?? ''} isSignedIn={Boolean(user)} />
      )}
    </Page>
  );
}

/** Which of the two one came by; which seat a code leads to is for the server to say. */
function useWay(): { words: 'join' | 'takeover'; base: '/join' | '/take-over' } {
  const isClaimant = useLocation().pathname.startsWith('/take-over');
  return isClaimant ? { words: 'takeover', base: '/take-over' } : { words: 'join', base: '/join' };
}

function Code({ initial, isSignedIn }: { initial: string; isSignedIn: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { words, base } = useWay();
  const [code, setCode] = useState(initial);
  return (
    <div className="sheet">
      <Form
        onSubmit={() => {
          const target = `${base}/${encodeURIComponent(code.trim().toUpperCase())}`;
          void navigate(isSignedIn ? target : `/sign-in?next=${encodeURIComponent(target)}`);
        }}
      >
        <Field pointer="/code" label={t(`${words}.code`)} hint={t(`${words}.code.hint`)}>
          <TextInput
            value={code}
            onChange={setCode}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            size={16}
          />
        </Field>
        <Button type="primary" size="large" htmlType="submit">
          {t(isSignedIn ? 'join.next' : 'join.sign-in')}
        </Button>
      </Form>
    </div>
  );
}

function Seat({ code, firstName }: { code: string; firstName: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const { words, base } = useWay();
  const [name, setName] = useState(firstName);
  const [capacity, setCapacity] = useState<'legal-representative' | 'agent' | 'self' | null>(null);
  const [isElectronic, setElectronic] = useState<boolean | null>(null);
  const [isOnline, setOnline] = useState<boolean | null>(null);
  const [hasAuthority, setAuthority] = useState(false);
  const join = useMutation({
    mutationFn: () => {
      const request = {
        code,
        name: name.trim(),
        capacity: capacity!,
        consentsToElectronic: isElectronic!,
        consentsToOnlineHearing: isOnline!,
        declaresAuthority: hasAuthority,
      };
      return body(api.POST('/api/joinings', { body: request, headers: intent.headers(request) }));
    },
    onSuccess: ({ caseId }) => {
      intent.done();
      void client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries({ queryKey: ['session'] });
      void navigate(`/cases/${caseId}`, { replace: true });
    },
  });
  const fields = join.error instanceof ApiProblem ? formProblems(join.error.fields) : [];
  const yesNo = (value: boolean | null): 'yes' | 'no' | null =>
    value === null ? null : value ? 'yes' : 'no';
  return (
    <div className="sheet">
      <Form problems={fields} onSubmit={() => join.mutate()}>
        {join.isError && fields.length === 0 && (
          <Notice tone="danger" title={sentence(join.error)} live>
            <p>
              <Button onClick={() => void navigate(base)}>{t(`${words}.other-code`)}</Button>
            </p>
          </Notice>
        )}
        <p>
          {t(`${words}.code`)} <strong>{code}</strong>
        </p>
        <Field pointer="/name" label={t('join.name')} hint={t(`${words}.name.hint`)}>
          <TextInput value={name} onChange={setName} maxLength={60} autoComplete="name" size={20} />
        </Field>
        <Field pointer="/capacity" label={t('join.capacity')} isGroup>
          <Choice
            options={[
              ...(words === 'join'
                ? [
                    {
                      value: 'legal-representative' as const,
                      label: t('party.capacity.legal-representative'),
                    },
                  ]
                : []),
              {
                value: 'self',
                label: t('party.capacity.self'),
                hint: t(`${words}.capacity.self.hint`),
              },
              { value: 'agent', label: t('party.capacity.agent'), hint: t('join.capacity.agent.hint') },
            ]}
            value={capacity}
            onChange={setCapacity}
          />
        </Field>
        <Field
          pointer="/consentsToElectronic"
          label={t('service.electronic')}
          hint={
            <>
              {t('service.electronic.hint')}{' '}
              <ArticleLink article={{ law: 'civil-procedure', article: '90' }} />
            </>
          }
          isGroup
        >
          <Choice
            options={[
              { value: 'yes', label: t('service.electronic.yes'), hint: t('service.electronic.yes.hint') },
              { value: 'no', label: t('service.electronic.no'), hint: t('service.electronic.no.hint') },
            ]}
            value={yesNo(isElectronic)}
            onChange={(choice) => setElectronic(choice === 'yes')}
          />
        </Field>
        <Field
          pointer="/consentsToOnlineHearing"
          label={t('service.online-hearing')}
          hint={t('service.online-hearing.hint')}
          isGroup
        >
          <Choice
            options={[
              { value: 'yes', label: t('service.online-hearing.yes') },
              { value: 'no', label: t('service.online-hearing.no') },
            ]}
            value={yesNo(isOnline)}
            onChange={(choice) => setOnline(choice === 'yes')}
          />
        </Field>
        <section aria-labelledby="join-declares" className="stack-s">
          <h2 id="join-declares">{t('join.declares')}</h2>
          <ul className="stack-s">
            {['acts', 'binds', 'back'].map((each) => (
              <li key={each}>{t(`${words}.declares.${each}`)}</li>
            ))}
          </ul>
          <Tick
            pointer="/declaresAuthority"
            checked={hasAuthority}
            onChange={setAuthority}
            isRequired
            missing={t(`${words}.declares.missing`)}
          >
            {t(`${words}.declares.authority`)}
          </Tick>
        </section>
        <Button type="primary" size="large" htmlType="submit" loading={join.isPending}>
          {t('join.enter')}
        </Button>
      </Form>
    </div>
  );
}
