import type { ReactNode } from 'react';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import styles from './case-page.module.css';

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className={styles['section']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

interface LoadableQuery<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** A part of the page that is read by itself: its own waiting, its own failure. */
export function Loaded<T>({
  query,
  children,
}: {
  query: LoadableQuery<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading />;
  return <QueryProblem query={query} />;
}
