import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../ui/format';
import { Notice } from '../../ui/states';
import { usePageTitle } from '../../ui/page';
import { DeviceCheck } from './device-check';
import type { Hearing } from './hearing-api';
import { HearingHeader } from './hearing-header';
import type { LocalMedia } from './local-media';
import styles from './entrance.module.css';

const DISCIPLINE = ['quiet', 'recording', 'broadcast', 'place', 'phone'] as const;

/** Who, what, when; the device check; the discipline of the tribunal; and then in. */
export function Entrance({
  hearing,
  media,
  onEnter,
  notice,
}: {
  hearing: Hearing;
  media: LocalMedia;
  /** Absent on the page that only checks devices. */
  onEnter?: () => void;
  notice?: ReactNode;
}) {
  const { t } = useTranslation();
  const heading = usePageTitle(t(onEnter ? 'hearings.entrance.title' : 'hearings.check.title'));
  const [hasAgreed, setHasAgreed] = useState(false);
  const [isReminded, setIsReminded] = useState(false);
  const isTribunal = hearing.role === 'arbitrator' || hearing.role === 'recorder';
  const canHear = media.mic !== null;
  // In the chamber nobody needs a camera of their own.
  const hasMedia = hearing.mode !== 'on-site';
  return (
    <>
      <HearingHeader hearing={hearing} />
      <main id="main" className={styles['main']}>
        <h1 ref={heading} tabIndex={-1}>
          {t(onEnter ? 'hearings.entrance.title' : 'hearings.check.title')}
        </h1>
        <dl className={styles['facts']}>
          <div>
            <dt>{t('hearings.fact.parties')}</dt>
            <dd>
              {t('hearings.fact.versus', {
                claimant: hearing.claimantNames,
                respondent: hearing.respondentNames,
              })}
            </dd>
          </div>
          <div>
            <dt>{t('hearings.fact.time')}</dt>
            <dd>{dateTime(hearing.startsAt)}</dd>
          </div>
          <div>
            <dt>{t('hearings.fact.mode')}</dt>
            <dd>{t(`hearings.mode.${hearing.mode}`)}</dd>
          </div>
          <div>
            <dt>{t('hearings.fact.place')}</dt>
            <dd>
              {hearing.placeName}
              {hearing.chamberAddress !== null && `（${hearing.chamberAddress}）`}
            </dd>
          </div>
          <div>
            <dt>{t('hearings.role.arbitrator')}</dt>
            <dd>{hearing.arbitratorNames.join(t('ui.list-comma'))}</dd>
          </div>
          <div>
            <dt>{t('hearings.role.recorder')}</dt>
            <dd>{hearing.recorderNames.join(t('ui.list-comma'))}</dd>
          </div>
        </dl>
        {notice}
        {!isTribunal && hearing.mode !== 'online' && (
          <Notice
            tone="info"
            title={t(hearing.mode === 'mixed' ? 'hearings.chamber.mixed' : 'hearings.chamber.come-here')}
          >
            <p>
              {t(
                hearing.mode === 'mixed' ? 'hearings.chamber.mixed-hint' : 'hearings.chamber.come-here-hint',
                {
                  place: hearing.placeName,
                  address: hearing.chamberAddress,
                },
              )}
            </p>
          </Notice>
        )}
        {hasMedia && (
          <section aria-labelledby="check-title" className="stack">
            <h2 id="check-title">{t('hearings.check.heading')}</h2>
            <DeviceCheck hearingId={hearing.id} media={media} />
          </section>
        )}
        {onEnter && (
          <section aria-labelledby="discipline-title" className={styles['discipline']}>
            <h2 id="discipline-title">{t('hearings.discipline.title')}</h2>
            <ol>
              {DISCIPLINE.map((rule) => (
                <li key={rule}>{t(`hearings.discipline.${rule}`)}</li>
              ))}
            </ol>
            <p className="small quiet">{t('hearings.discipline.basis')}</p>
            <label className={styles['agree']}>
              <input
                type="checkbox"
                checked={hasAgreed}
                onChange={(event) => {
                  setHasAgreed(event.target.checked);
                  setIsReminded(false);
                }}
                aria-describedby={isReminded ? 'agree-first' : undefined}
                aria-invalid={isReminded || undefined}
              />
              {t('hearings.discipline.agree')}
            </label>
            {isReminded && (
              <p id="agree-first" role="alert" className={styles['problem']}>
                {t('hearings.discipline.agree-first')}
              </p>
            )}
            {hasMedia && !canHear && (
              <Notice tone="warn" title={t('hearings.entrance.no-mic')}>
                <p>{t('hearings.entrance.no-mic-hint')}</p>
              </Notice>
            )}
            <Button
              type="primary"
              size="large"
              onClick={() => {
                if (hasAgreed) onEnter();
                else setIsReminded(true);
              }}
            >
              {t(
                isTribunal
                  ? 'hearings.entrance.take-seat'
                  : hasMedia
                    ? 'hearings.entrance.wait'
                    : 'hearings.entrance.open-record',
              )}
            </Button>
          </section>
        )}
      </main>
    </>
  );
}
