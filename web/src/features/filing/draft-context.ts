import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DraftData, Section } from './draft-data';
import type { DraftState, DraftStore } from './draft-store';

export const DraftContext = createContext<DraftStore | null>(null);

export function useDraftStore(): DraftStore {
  const store = useContext(DraftContext);
  if (!store) throw new Error('no draft is open here');
  return store;
}

export function useDraft(): DraftState & {
  change: <K extends Section>(section: K, value: DraftData[K]) => void;
} {
  const store = useDraftStore();
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  return { ...state, change: (section, value) => store.change(section, value) };
}
