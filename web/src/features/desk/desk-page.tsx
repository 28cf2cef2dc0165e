import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../ui/page';
import styles from './desk-page.module.css';

/** A page of the desk: a small heading, all the width there is. */
export function DeskPage({
  title,
  lead,
  back,
  aside,
  children,
}: {
  title: string;
  lead?: ReactNode;
  back?: { to: string; text: string };
  aside?: ReactNode;
  children: ReactNode;
}) {
  const heading = usePageTitle(title);
  return (
    <div>
      {back && (
        <Link to={back.to} className={styles['back']}>
          <span aria-hidden="true">‹ </span>
          {back.text}
        </Link>
      )}
      <div className={styles['head']}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead && <div className={styles['lead']}>{lead}</div>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
