import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, type FormProblem } from '../../../ui/form';
import styles from './case-page.module.css';

/** What will happen, in plain words, before it does. */
export function WhatHappens({ items }: { items: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles['happens']}>
      <p>
        <strong>{t('desk.happens')}</strong>
      </p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** The frame of a decision: form, what it sets in motion, what went wrong, two buttons. */
export function DecisionDialog({
  isOpen,
  onClose,
  title,
  confirm,
  isDanger = false,
  isPending,
  problem,
  fields,
  onSubmit,
  width = 600,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  confirm: string;
  isDanger?: boolean;
  isPending: boolean;
  problem: ReactNode;
  fields: readonly FormProblem[];
  onSubmit: () => void;
  width?: number;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open={isOpen}
      title={title}
      onCancel={onClose}
      footer={null}
      width={width}
      mask={{ closable: false }}
      // Fields are named by what they hold, so only one dialog may be in the page; what was typed lives outside it.
      destroyOnHidden
      styles={{ body: { paddingTop: 8 } }}
    >
      <Form problems={fields} onSubmit={onSubmit}>
        {children}
        {problem}
        <div className={styles['dialogButtons']}>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button type="primary" danger={isDanger} htmlType="submit" loading={isPending}>
            {confirm}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
