import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api, body, keepToken, type Schemas } from '../api/client';
import { isProblem } from '../api/problem';
import { Loading } from '../ui/states';
import { QueryProblem } from '../ui/query-problem';

export type Session = Schemas['SessionDto'];
export type SessionUser = Schemas['SignedInUserDto'];

const KEY = ['session'];

async function fetchSession(): Promise<Session> {
  const session = await body(api.GET('/api/session'));
  keepToken(session.csrfToken);
  return session;
}

export function useSession() {
  return useQuery({ queryKey: KEY, queryFn: fetchSession, staleTime: 60_000 });
}

/** Who is signed in; undefined while that is not known yet. */
export function useUser(): SessionUser | null | undefined {
  return useSession().data?.user;
}

/** Puts a session just opened (or closed) in place and forgets what the one before it had read. */
export function enterSession(client: QueryClient, session: Session): void {
  keepToken(session.csrfToken);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
  client.setQueryData(KEY, session);
}

export async function leaveSession(client: QueryClient): Promise<void> {
  await api.DELETE('/api/session');
  sessionStorage.clear(); // nothing typed here stays for whoever uses this browser next
  enterSession(client, await fetchSession());
}

/** A session that ended elsewhere shows itself as 401 somewhere; asking again sends everybody to the sign-in page. */
export function SessionWatch({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const [subject] = event.query.queryKey as readonly unknown[];
        if (subject !== KEY[0] && isProblem(event.action.error) && event.action.error.status === 401) {
          void client.invalidateQueries({ queryKey: KEY });
        }
      }),
    [client],
  );
  return children;
}

/** Pages for people signed in: others are asked to sign in and brought back. */
export function RequireUser({ as, children }: { as?: 'party' | 'staff'; children: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading isPage />;
  if (session.isError) return <QueryProblem query={session} />;
  const { user } = session.data;
  if (!user) {
    const next = encodeURIComponent(pathname + search);
    return <Navigate to={`/sign-in?${as === 'staff' ? 'as=staff&' : ''}next=${next}`} replace />;
  }
  if (as && user.kind !== as) return <Navigate to={user.kind === 'staff' ? '/desk' : '/cases'} replace />;
  return children;
}
