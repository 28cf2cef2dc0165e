import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TakeBack } from './party-section';
import styles from '../desk/case/case-page.module.css';
import { Loaded, Nothing, Section } from '../desk/case/section';
import type { Case } from '../desk/queries';
import { DecideDialog } from './decide-dialog';
import { FileDialog } from './file-dialog';
import { MotionFacts, MotionStateTag } from './motion-facts';
import own from './motions.module.css';
import { useMotions, type Motion, type MotionOption } from './queries';

/** 申请事项和审批: what waits for a decision on top, and what this person may ask for or do. */
export function DeskMotionsSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const motions = useMotions(labourCase.id);
  const [deciding, setDeciding] = useState<Motion | null>(null);
  const [filing, setFiling] = useState<MotionOption | null>(null);
  return (
    <Section id="motions" title={t('desk.section.motions')}>
      <Loaded query={motions}>
        {(all) => (
          <div className="stack">
            {all.items.length === 0 ? (
              <Nothing>{t('motions.none')}</Nothing>
            ) : (
              <ul className={styles['rows']}>
                {inOrder(all.items).map((motion) => (
                  <li key={motion.id}>
                    <div className={styles['clockHead']}>
                      <div>
                        <h3>{t(`motion.kind.${motion.kind}`)}</h3>
                      </div>
                      <MotionStateTag motion={motion} />
                    </div>
                    <MotionFacts motion={motion} motions={all} />
                    {motion.actions.includes('motion.decide') && (
                      <Button
                        type="primary"
                        style={{ marginTop: 10 }}
                        onClick={() => setDeciding(motion)}
                        aria-label={t('motion.decide.named', { motion: t(`motion.kind.${motion.kind}`) })}
                      >
                        {t('motion.decide')}
                      </Button>
                    )}
                    {motion.actions.includes('motion.withdraw') && <TakeBack motion={motion} />}
                  </li>
                ))}
              </ul>
            )}
            {all.options.length > 0 && (
              <div className={own['acts']}>
                {all.options.map((option) => (
                  <Button key={option.kind} onClick={() => setFiling(option)}>
                    {t(option.decidesAtOnce ? `motion.act.${option.kind}` : `motion.propose.${option.kind}`)}
                  </Button>
                ))}
              </div>
            )}
            {deciding && (
              <DecideDialog
                key={deciding.id}
                labourCase={labourCase}
                motion={deciding}
                motions={all}
                onClose={() => setDeciding(null)}
              />
            )}
            {filing && (
              <FileDialog
                key={filing.kind}
                labourCase={labourCase}
                option={filing}
                motions={all}
                onClose={() => setFiling(null)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

/** What waits first, then the newest. */
function inOrder(items: readonly Motion[]): Motion[] {
  const newest = [...items].reverse();
  return [
    ...newest.filter(({ state }) => state === 'filed'),
    ...newest.filter(({ state }) => state !== 'filed'),
  ];
}
