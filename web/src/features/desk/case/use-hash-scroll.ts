import { useEffect } from 'react';
import { useLocation } from 'react-router';

const SETTLING_MS = 2500;

/**
 * Brings the section in the address into view, and keeps it there while the sections above it are still being read
 * and grow; the reader's own first move ends that.
 */
export function useHashScroll(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === '') return undefined;
    const show = (): void => document.getElementById(hash.slice(1))?.scrollIntoView();
    show();
    const observer = new ResizeObserver(show);
    observer.observe(document.getElementById('main') ?? document.body);
    const stop = (): void => observer.disconnect();
    const moves = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
    for (const move of moves) window.addEventListener(move, stop, { passive: true });
    const timer = setTimeout(stop, SETTLING_MS);
    return () => {
      stop();
      clearTimeout(timer);
      for (const move of moves) window.removeEventListener(move, stop);
    };
  }, [hash, key]);
}
