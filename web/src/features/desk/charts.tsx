import { useId } from 'react';
import styles from './board-page.module.css';

export interface Bar {
  key: string;
  label: string;
  value: number;
}

/** Horizontal bars with their labels and figures written out; the longest fills the line. */
export function BarList({ bars, summary }: { bars: readonly Bar[]; summary: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <div role="img" aria-label={summary} className={styles['bars']}>
      {bars.map((bar) => (
        <div key={bar.key} className={styles['barRow']}>
          <span className={styles['barLabel']}>{bar.label}</span>
          <span className={styles['track']}>
            <span className={styles['bar']} style={{ width: `${(bar.value / most) * 100}%` }} />
          </span>
          <span className={styles['figure']}>{bar.value}</span>
        </div>
      ))}
    </div>
  );
}

export interface Series {
  key: string;
  label: string;
  values: readonly number[];
}

const FILLS = ['solid', 'hatched', 'outlined'] as const;

/** Groups of bars along the months. The series differ by filling as well as by colour. */
export function MonthChart({
  months,
  series,
  summary,
}: {
  months: readonly string[];
  series: readonly Series[];
  summary: string;
}) {
  const hatch = useId();
  const most = Math.max(4, ...series.flatMap((each) => each.values));
  const width = 760;
  const height = 250;
  const base = height - 30;
  const left = 34;
  const slot = (width - left) / months.length;
  const bar = Math.min(14, (slot - 10) / series.length);
  const y = (value: number): number => base - (value / most) * (base - 22);
  const lines = [...new Set([0, Math.round(most / 2), most])];
  return (
    <>
      <svg role="img" aria-label={summary} className={styles['months']} viewBox={`0 0 ${width} ${height}`}>
        <Hatch id={hatch} />
        {lines.map((value) => (
          <g key={value}>
            <line x1={left} x2={width} y1={y(value)} y2={y(value)} stroke="#dfe5ec" />
            <text
              x={left - 8}
              y={y(value)}
              textAnchor="end"
              dominantBaseline="central"
              className={styles['axis']}
            >
              {value}
            </text>
          </g>
        ))}
        {months.map((month, index) => {
          const start = left + index * slot + (slot - bar * series.length) / 2;
          return (
            <g key={month}>
              {series.map((each, place) => {
                const value = each.values[index] ?? 0;
                return value === 0 ? null : (
                  <g key={each.key}>
                    <rect
                      x={start + place * bar + 1}
                      y={y(value)}
                      width={bar - 2}
                      height={base - y(value)}
                      {...filling(place, hatch)}
                    />
                    <text
                      x={start + place * bar + bar / 2}
                      y={y(value) - 5}
                      textAnchor="middle"
                      className={styles['axis']}
                    >
                      {value}
                    </text>
                  </g>
                );
              })}
              <text
                x={left + index * slot + slot / 2}
                y={base + 18}
                textAnchor="middle"
                className={styles['axis']}
              >
                {month}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className={styles['legend']}>
        {series.map((each, place) => (
          <li key={each.key}>
            <svg width="18" height="14" aria-hidden="true">
              <Hatch id={`${hatch}-${place}`} />
              <rect x="1" y="1" width="16" height="12" {...filling(place, `${hatch}-${place}`)} />
            </svg>
            {each.label}
          </li>
        ))}
      </ul>
    </>
  );
}

function filling(place: number, hatch: string): { fill: string; stroke: string; strokeWidth: number } {
  switch (FILLS[place]) {
    case 'hatched':
      return { fill: `url(#${hatch})`, stroke: 'var(--brass)', strokeWidth: 1.5 };
    case 'outlined':
      return { fill: '#e7f3ec', stroke: 'var(--ok)', strokeWidth: 1.5 };
    default:
      return { fill: 'var(--ink-bright)', stroke: 'var(--ink-bright)', strokeWidth: 1.5 };
  }
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="#fff" />
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--brass)" strokeWidth="3" />
      </pattern>
    </defs>
  );
}
