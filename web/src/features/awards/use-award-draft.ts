import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, body } from '../../api/client';
import { Intent } from '../../api/intent';
import { isProblem } from '../../api/problem';
import { caseKey } from '../desk/queries';
import { fetchDraft, type AwardData, type AwardDraft } from './queries';

const PAUSE_MS = 1200;
const AGAIN_MS = 6000;

/** conflict: another page saved in between; nothing more is sent until the writer has chosen. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/**
 * A draft that saves itself while it is written: one request at a time, each on the version of the one before. What
 * was typed stays on the screen whatever happens to a request.
 */
export function useDraft(caseId: string, first: AwardDraft) {
  const client = useQueryClient();
  const [data, setData] = useState(first.data);
  const [draft, setDraft] = useState(first);
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<unknown>(null);
  const typed = useRef(first.data);
  const kept = useRef(first.data);
  const version = useRef(first.version);
  const sending = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const isBlocked = useRef(false);
  const intent = useRef(new Intent());

  const send = useCallback(async (): Promise<boolean> => {
    const content = typed.current;
    const input = { version: version.current, data: content };
    setState('saving');
    try {
      const answer = await body(
        api.PUT('/api/cases/{caseId}/award-draft', {
          params: { path: { caseId } },
          body: input,
          headers: intent.current.headers(input),
        }),
      );
      intent.current.done();
      version.current = answer.version;
      kept.current = content;
      setDraft(answer);
      setProblem(null);
      client.setQueryData(caseKey(caseId, 'award-draft'), answer);
      setState(typed.current === content ? 'saved' : 'unsaved');
      return true;
    } catch (error) {
      const isConflict = isProblem(error, 'award.draft-version');
      isBlocked.current = isConflict;
      setProblem(error);
      setState(isConflict ? 'conflict' : 'failed');
      return false;
    }
  }, [caseId, client]);

  /** Everything typed so far is with the server when this answers true. */
  const flush = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    while (typed.current !== kept.current) {
      if (isBlocked.current) return false;
      if (sending.current) {
        await sending.current;
        continue;
      }
      sending.current = send();
      const isDone = await sending.current;
      sending.current = null;
      if (!isDone) {
        if (!isBlocked.current) timer.current = window.setTimeout(() => void flush(), AGAIN_MS);
        return false;
      }
    }
    return true;
  }, [send]);

  const change = useCallback(
    (next: AwardData): void => {
      typed.current = next;
      setData(next);
      if (isBlocked.current) return;
      setState('unsaved');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  /** After a conflict: what the other page saved, or what stands here, written over it. */
  const settle = useCallback(
    async (choice: 'theirs' | 'mine'): Promise<void> => {
      const current = await fetchDraft(caseId);
      version.current = current.version;
      isBlocked.current = false;
      intent.current.done();
      setProblem(null);
      if (choice === 'theirs') {
        typed.current = current.data;
        kept.current = current.data;
        setData(current.data);
        setDraft(current);
        setState('saved');
      } else {
        await flush();
      }
    },
    [caseId, flush],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (typed.current !== kept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // Leaving for another page of the desk: the last words go along.
      void flush();
    };
  }, [flush]);

  return { data, draft, state, problem, change, flush, settle };
}
