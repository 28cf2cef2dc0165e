import type { ComponentType } from 'react';

/**
 * A page of a feature. Each feature lists its own in `features/<name>/routes.ts`; the router collects them.
 * `layout`: party (phone first), desk (staff, wide), bare (the hearing room brings its own frame).
 */
export interface FeatureRoute {
  path: string;
  layout: 'party' | 'desk' | 'bare';
  /** Who may open it; everybody when absent. The server decides again. */
  as?: 'party' | 'staff' | 'signed-in';
  page: () => Promise<ComponentType>;
}
