// Tables on a terminal, where a Chinese character takes two columns.
import { bold, grey } from './steps.mjs';

const width = (text) => [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0x2e7f ? 2 : 1), 0);

/** Prints rows below each other; `columns` maps a row's key to the heading over it. */
export function printTable(title, rows, columns) {
  const keys = Object.keys(columns);
  const widths = keys.map((key) => Math.max(...[columns, ...rows].map((row) => width(row[key]))));
  const line = (row) =>
    `  ${keys.map((key, index) => row[key] + ' '.repeat(widths[index] - width(row[key]))).join('  ')}`.trimEnd();
  console.log(`\n${bold(title)}\n${grey(line(columns))}`);
  for (const row of rows) console.log(line(row));
}
