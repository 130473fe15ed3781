// Where the time goes, for a terminal: one line a row, with a bar of its share.

import type { WhySlow } from '../model/why-slow.ts';
import { formatPercent } from './format-duration.ts';
import { printable, wrapped } from './terminal-layout.ts';
import {
  deoptSentence,
  lastingDeopts,
  passingDeopts,
  placeOf,
  type TimeRow,
  timeCaveat,
  timeRows,
  timeSentence,
} from './time-words.ts';

const BAR_COLUMNS = 10;

export interface TimePalette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export function timeBlock(whySlow: WhySlow, palette: TimePalette, width: number): string[] {
  const rows = timeRows(whySlow);
  const passing = passingDeopts(whySlow);
  const caveat = timeCaveat(whySlow);
  return [
    `  ${palette.bold('Where the time goes')}`,
    wrapped(timeSentence(whySlow), width, '      '),
    ...rows.map((row) => rowText(row, rows, width)),
    ...lastingDeopts(whySlow).map((deopt) => wrapped(`${placeOf(deopt)}: ${deoptSentence(deopt)}`, width, '      ')),
    ...(passing === undefined ? [] : [palette.dim(wrapped(passing, width, '      '))]),
    ...(caveat === undefined ? [] : [palette.dim(wrapped(caveat, width, '      '))]),
    '',
  ];
}

function rowText(row: TimeRow, rows: readonly TimeRow[], width: number): string {
  const places = Math.max(...rows.filter(({ line }) => line !== undefined).map(({ place }) => place.length));
  const bar = '█'.repeat(Math.round(row.share * BAR_COLUMNS)).padEnd(BAR_COLUMNS);
  const share = formatPercent(row.share).padStart(6);
  const what = row.line === undefined ? row.place : `${row.place.padEnd(places)}  ${printable(row.line.text)}`;
  const text = `      ${share} ${bar} ${what}`;
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return row.callees === '' ? cut : `${cut}\n${wrapped(row.callees, width, ' '.repeat(8 + 6 + BAR_COLUMNS))}`;
}
