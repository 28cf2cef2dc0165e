import { api, body, type Schemas } from '../../api/client';
import { Intent } from '../../api/intent';
import { isProblem } from '../../api/problem';
import type { SaveState } from '../../ui/question-page';
import { isSame, withoutBlanks, type DraftData, type Section } from './draft-data';

export type Draft = Schemas['DraftDto'];

export interface DraftState {
  data: DraftData;
  problems: Draft['problems'];
  save: SaveState;
  /** Another device changed the same sections; ours are kept until somebody decides. */
  conflict: { sections: Section[]; theirs: DraftData } | null;
  /** Another device changed other sections; both were kept. */
  isMerged: boolean;
  error: unknown;
}

const PAUSE_BEFORE_SAVING = 1200;

/**
 * The draft in hand: keeps what is typed, saves it by itself, and never lets two devices overwrite each other.
 * What is not yet on the server is also kept in this tab's own storage, so that a reload does not lose it.
 */
export class DraftStore {
  private state: DraftState;
  private version: number;
  private base: DraftData;
  private readonly dirty = new Set<Section>();
  /** What went out without an answer: had it arrived, it must not look like somebody else's change. */
  private unanswered: DraftData[] = [];
  private step: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private readonly intent = new Intent();
  private readonly listeners = new Set<() => void>();

  constructor(draft: Draft) {
    this.id = draft.id;
    this.version = draft.version;
    this.step = draft.step;
    this.base = draft.data;
    const kept = this.journal();
    for (const section of Object.keys(kept.changes) as Section[]) {
      if (!isSame(kept.changes[section], this.base[section])) this.dirty.add(section);
    }
    // Typed on a version that is no longer the newest: whether it still counts is for the person to say.
    const doubtful = kept.version === draft.version ? [] : [...this.dirty];
    // Lists that were never touched are empty, not missing.
    const data: DraftData = { ...this.base, ...kept.changes };
    for (const list of ['respondents', 'claims', 'evidence'] as const) {
      if (data[list]) continue;
      data[list] = [];
      this.dirty.add(list);
    }
    this.state = {
      data,
      problems: draft.problems,
      save: this.dirty.size > 0 ? 'unsaved' : 'idle',
      conflict: doubtful.length > 0 ? { sections: doubtful, theirs: this.base } : null,
      isMerged: false,
      error: null,
    };
    this.keepJournal();
  }

  readonly id: string;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.state;

  get savedVersion(): number {
    return this.version;
  }

  change<K extends Section>(section: K, value: DraftData[K]): void {
    this.dirty.add(section);
    this.set({ data: { ...this.state.data, [section]: value }, save: 'unsaved' });
    this.keepJournal();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE_BEFORE_SAVING);
  }

  /** Where the person is; told to the server with the next save. */
  moveTo(step: string): void {
    this.step = step;
  }

  /** Sends what has changed. True when everything is on the server. */
  async flush({ always = false }: { always?: boolean } = {}): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.state.conflict) return false;
    if (this.dirty.size === 0 && !always) return true;
    this.running = this.send();
    const isSaved = await this.running;
    this.running = null;
    return isSaved && (this.dirty.size === 0 || this.flush());
  }

  /** Ends a conflict: what was typed here wins, or what the other device saved. */
  async resolve(winner: 'mine' | 'theirs'): Promise<boolean> {
    if (!this.state.conflict) return true;
    if (winner === 'theirs') {
      const { sections, theirs } = this.state.conflict;
      for (const section of sections) this.dirty.delete(section);
      this.set({
        data: { ...theirs, ...this.own() },
        conflict: null,
        save: this.dirty.size > 0 ? 'unsaved' : 'saved',
      });
      this.keepJournal();
    } else this.set({ conflict: null });
    return this.flush();
  }

  private async send(): Promise<boolean> {
    const changes = withoutBlanks(this.own()) as Record<string, unknown>;
    const sending = new Map([...this.dirty].map((section) => [section, this.state.data[section]]));
    this.unanswered.push(this.own());
    this.set({ save: 'saving', error: null });
    try {
      const request = { version: this.version, step: this.step, data: changes };
      const draft = await body(
        api.PATCH('/api/drafts/{id}', {
          params: { path: { id: this.id } },
          body: request,
          headers: this.intent.headers(request),
        }),
      );
      this.intent.done();
      this.unanswered = [];
      this.accept(draft, sending);
      return true;
    } catch (error) {
      if (isProblem(error, 'draft.version')) return this.meet(error);
      this.set({ save: 'failed', error });
      return false;
    }
  }

  /** What was typed while the request was under way stays dirty. */
  private accept(draft: Draft, sent: Map<Section, unknown>): void {
    this.version = draft.version;
    this.base = draft.data;
    for (const [section, value] of sent) if (this.state.data[section] === value) this.dirty.delete(section);
    this.set({
      data: { ...this.base, ...this.state.data },
      problems: draft.problems,
      save: this.dirty.size > 0 ? 'unsaved' : 'saved',
    });
    this.keepJournal();
  }

  private async meet(conflict: unknown): Promise<boolean> {
    try {
      const theirs = await body(api.GET('/api/drafts/{id}', { params: { path: { id: this.id } } }));
      const saved = theirs.data as DraftData;
      const sections = [...this.dirty].filter(
        (section) =>
          !isSame(saved[section], this.base[section]) &&
          !this.unanswered.some((sent) => section in sent && isSame(saved[section], sent[section])) &&
          !isSame(saved[section], this.state.data[section]),
      );
      this.version = theirs.version;
      this.base = saved;
      this.set({
        data: { ...saved, ...this.own() },
        problems: theirs.problems,
        save: 'unsaved',
        isMerged: sections.length === 0,
        conflict: sections.length > 0 ? { sections, theirs: saved } : null,
      });
      return sections.length === 0; // then `flush` sends ours on top of theirs
    } catch {
      this.set({ save: 'failed', error: conflict });
      return false;
    }
  }

  private own(): DraftData {
    return Object.fromEntries([...this.dirty].map((section) => [section, this.state.data[section]]));
  }

  private set(changes: Partial<DraftState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }

  private get journalKey(): string {
    return `draft:${this.id}`;
  }

  private journal(): { version: number; changes: DraftData } {
    const none = { version: this.version, changes: {} };
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.journalKey) ?? 'null') as typeof none | null;
      return kept ?? none;
    } catch {
      return none; // not ours
    }
  }

  private keepJournal(): void {
    if (this.dirty.size === 0) sessionStorage.removeItem(this.journalKey);
    else {
      sessionStorage.setItem(this.journalKey, JSON.stringify({ version: this.version, changes: this.own() }));
    }
  }
}
