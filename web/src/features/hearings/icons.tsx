/** Drawn here, so that they have one weight; each stands beside its word. */
const PATHS = {
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  'mic-off':
    'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6M4 4l16 16',
  cam: 'M3 7h11v10H3zM14 11l6-4v10l-6-4z',
  'cam-off': 'M3 7h11v10H3zM14 11l6-4v10l-6-4zM4 3l16 18',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  'signal-good': 'M5 20v-4M10 20v-8M15 20V8M20 20V4',
  'signal-fair': 'M5 20v-4M10 20v-8',
  'signal-poor': 'M5 20v-4M17 6v8M17 18v.5',
  'signal-unknown': 'M5 20v-1M10 20v-1M15 20v-1M20 20v-1',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
