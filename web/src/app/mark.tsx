/** A cloud over a pair of scales. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <path
        d="M14.500 22.500a6.200 6.200 0 0 1 1-12.300 9 9 0 0 1 17.100 1.500 5.600 5.600 0 0 1 .9 10.800z"
        fill="#fff"
      />
      <path d="M24 22v17M15 39.500h18" stroke="#fff" strokeWidth="2.600" strokeLinecap="round" />
      <path d="M12.500 24.500V28m23-3.500V28" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M7 28.500h11a5.500 5.500 0 0 1-11 0zM30 28.500h11a5.500 5.500 0 0 1-11 0z" fill="#f0d296" />
    </svg>
  );
}
