import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, body, type Schemas } from '../../api/client';
import { Intent } from '../../api/intent';
import { isProblem } from '../../api/problem';
import type { SaveState } from '../../ui/question-page';
import type { AnswerData } from './answer-data';

const PAUSE_BEFORE_SAVING = 1200;

export interface AnswerDraft {
  data: AnswerData;
  change: (data: AnswerData) => void;
  save: SaveState;
  error: unknown;
  /** What another device or tab saved meanwhile; nothing is overwritten until somebody chooses. */
  theirs: AnswerData | null;
  resolve: (winner: 'mine' | 'theirs') => Promise<boolean>;
  flush: () => Promise<boolean>;
  version: () => number;
}

/** The answer in hand: saved by itself, one save at a time, never over somebody else's. */
export function useAnswerDraft(caseId: string, saved: Schemas['AnswerDto'] | undefined): AnswerDraft {
  const client = useQueryClient();
  const journal = `answer:${caseId}`;
  // What this tab had typed and not yet saved; on an older version it is for the person to say whether it counts.
  const [start] = useState(() => {
    const there = (saved?.data ?? {}) as AnswerData;
    const own = kept(journal);
    const isPending = own !== null && JSON.stringify(own.data) !== JSON.stringify(there);
    return {
      data: isPending ? own.data : there,
      isPending,
      theirs: isPending && own.version !== (saved?.version ?? 0) ? there : null,
    };
  });
  const [data, setData] = useState<AnswerData>(start.data);
  const [save, setSave] = useState<SaveState>('idle');
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<AnswerData | null>(start.theirs);
  const state = useRef({
    data,
    isDirty: start.isPending,
    version: saved?.version ?? 0,
    isBlocked: start.theirs !== null,
    running: null as Promise<boolean> | null,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    intent: new Intent(),
    /** What went out without an answer: had it arrived, it must not look like somebody else's change. */
    unanswered: [] as string[],
  });

  const send = useCallback(async (): Promise<boolean> => {
    const now = state.current;
    const sending = now.data;
    now.unanswered.push(JSON.stringify(sending));
    setSave('saving');
    setError(null);
    try {
      const request = { version: now.version, data: sending as Record<string, unknown> };
      const answer = await body(
        api.PUT('/api/cases/{caseId}/answer', {
          params: { path: { caseId } },
          body: request,
          headers: now.intent.headers(request),
        }),
      );
      now.intent.done();
      now.unanswered = [];
      now.version = answer.version;
      if (now.data === sending) {
        now.isDirty = false;
        sessionStorage.removeItem(journal);
        setSave('saved');
      }
      return true;
    } catch (failure) {
      if (isProblem(failure, 'answer.version')) {
        const answers = await body(
          api.GET('/api/cases/{caseId}/answers', { params: { path: { caseId } } }),
        ).catch(() => null);
        const other = answers?.find((each) => each.submittedAt === null);
        if (other) {
          now.version = other.version;
          if (now.unanswered.includes(JSON.stringify(other.data))) return true; // our own save; what is newer follows
          now.isBlocked = true;
          setTheirs(other.data);
        }
      }
      if (isProblem(failure) && failure.status === 401)
        void client.invalidateQueries({ queryKey: ['session'] });
      setSave('failed');
      setError(failure);
      return false;
    }
  }, [caseId, client, journal]);

  const flush = useCallback(async (): Promise<boolean> => {
    const now = state.current;
    clearTimeout(now.timer);
    while (now.running) await now.running;
    if (now.isBlocked) return false;
    if (!now.isDirty) return true;
    now.running = send();
    const isSaved = await now.running;
    now.running = null;
    return isSaved && (!now.isDirty || flush());
  }, [send]);

  const change = useCallback(
    (next: AnswerData): void => {
      const now = state.current;
      now.data = next;
      now.isDirty = true;
      setData(next);
      setSave('unsaved');
      sessionStorage.setItem(journal, JSON.stringify({ version: now.version, data: next }));
      clearTimeout(now.timer);
      now.timer = setTimeout(() => void flush(), PAUSE_BEFORE_SAVING);
    },
    [flush, journal],
  );

  const resolve = useCallback(
    async (winner: 'mine' | 'theirs'): Promise<boolean> => {
      const now = state.current;
      now.isBlocked = false;
      if (winner === 'theirs' && theirs) {
        now.data = theirs;
        now.isDirty = false;
        sessionStorage.removeItem(journal);
        setData(theirs);
        setSave('saved');
      }
      setTheirs(null);
      setError(null);
      return flush();
    },
    [flush, journal, theirs],
  );

  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void flush();
    };
    const online = (): void => void flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', online);
    void flush();
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', online);
      void flush();
    };
  }, [flush]);

  return { data, change, save, error, theirs, resolve, flush, version: () => state.current.version };
}

function kept(key: string): { version: number; data: AnswerData } | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as { version: number; data: AnswerData } | null;
  } catch {
    return null; // not ours
  }
}
