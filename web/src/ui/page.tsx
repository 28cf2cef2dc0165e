import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavigationType, useNavigationType } from 'react-router';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** Shown in the tab when the heading alone would not say where one is. */
  tabTitle?: string;
  lead?: ReactNode;
  /** Where the link above the title leads. */
  back?: { to: string; text: string };
  /** Column: one question (narrow), reading (default), or overview (wide). */
  width?: 'narrow' | 'normal' | 'wide';
  aside?: ReactNode;
  children?: ReactNode;
}

let isFirstPage = true;

/**
 * Title of tab and page; a new page takes the focus to its heading, so that a screen reader says where one is and the
 * keyboard starts there. The first page of a visit leaves the focus to the browser.
 */
export function usePageTitle(title: string): React.RefObject<HTMLHeadingElement | null> {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (isFirstPage) {
      isFirstPage = false;
      return;
    }
    if (navigation !== NavigationType.Pop) window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [navigation]);
  return heading;
}

export function Page({ title, tabTitle, lead, back, width = 'normal', aside, children }: PageProps) {
  const heading = usePageTitle(tabTitle ?? title);
  return (
    <div className={styles[width]}>
      {back && (
        <Link to={back.to} className={styles['back']}>
          <span aria-hidden="true">‹ </span>
          {back.text}
        </Link>
      )}
      <div className={styles['head']}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
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
