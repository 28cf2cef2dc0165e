import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './case-page.module.css';

/** Leads to the sections of a long page and shows in which of them one is. */
export function SectionNav({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const { t } = useTranslation();
  const ids = sections.map((section) => section.id).join(' ');
  const [current, setCurrent] = useState(sections[0]?.id);
  useEffect(() => {
    const visible = new Set<string>();
    const all = ids.split(' ');
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) visible.add(entry.target.id);
          else visible.delete(entry.target.id);
        }
        const first = all.find((id) => visible.has(id));
        if (first) setCurrent(first);
      },
      { rootMargin: '-130px 0px -55% 0px' },
    );
    for (const id of all) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [ids]);
  return (
    <nav aria-label={t('desk.case.sections')} className={styles['nav']}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              {...(current === id ? { 'aria-current': 'location' as const } : {})}
              onClick={(event) => {
                event.preventDefault();
                const section = document.getElementById(id);
                section?.scrollIntoView();
                const heading = section?.querySelector('h2');
                heading?.setAttribute('tabindex', '-1');
                heading?.focus({ preventScroll: true });
                history.replaceState(history.state, '', `#${id}`);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
