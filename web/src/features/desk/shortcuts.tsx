import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shortcuts.module.css';

const OFF = 'desk-shortcuts-off';

export type Shortcuts = Record<string, () => void>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/**
 * Keys that act without Ctrl or Alt. They can be switched off (WCAG 2.1.4): who dictates or brushes the keyboard
 * must not set anything in motion.
 */
export function useShortcuts(shortcuts: Shortcuts): { isOn: boolean; setOn: (isOn: boolean) => void } {
  const [isOn, setOn] = useState(() => localStorage.getItem(OFF) === null);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
  return {
    isOn,
    setOn: (on) => {
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
      setOn(on);
    },
  };
}

/** What the keys do, and the switch to have none of it. */
export function ShortcutHelp({
  keys,
  isOpen,
  onClose,
  isOn,
  setOn,
}: {
  keys: readonly { keys: readonly string[]; does: string }[];
  isOpen: boolean;
  onClose: () => void;
  isOn: boolean;
  setOn: (isOn: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open={isOpen}
      title={t('desk.keys.title')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('desk.close')}</Button>}
      destroyOnHidden
    >
      <table className={styles['keys']}>
        <caption className="visually-hidden">{t('desk.keys.title')}</caption>
        <tbody>
          {keys.map((each) => (
            <tr key={each.does}>
              <th scope="row">
                {each.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{each.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className={styles['switch']}>
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        {t('desk.keys.on')}
      </label>
    </Modal>
  );
}
