// The table of the I/O benchmark: one row for each function and size.
export interface Row {
  readonly name: string;
  readonly size: string;
  /** Milliseconds of a call, by variant: 'original', 'rewritten', 'by-hand'. */
  readonly times: ReadonlyMap<string, number>;
  /** Milliseconds of a first call whose file was in no cache; empty where that could not be had. */
  readonly coldTimes: ReadonlyMap<string, number>;
  /** Bytes that the first call added to the peak of resident memory. */
  readonly memory: ReadonlyMap<string, number>;
  /** Variants that ran out of memory. */
  readonly died: ReadonlySet<string>;
  /** Why there is no rewrite. */
  readonly declined?: string;
}

export function tableOf(rows: readonly Row[]): string {
  const header = [
    'function',
    'size',
    'original',
    'rewritten',
    'by hand',
    'faster',
    'of by hand',
    'first call, cold: original',
    'rewritten',
    'by hand',
    'memory added: original',
    'rewritten',
    'by hand',
  ];
  const lines = rows.map((row) => {
    const time = (variant: string): string => {
      if (row.died.has(variant)) return 'out of memory';
      const value = row.times.get(variant);
      return value === undefined ? `declined: ${row.declined ?? ''}` : `${value.toPrecision(3)} ms`;
    };
    const memory = (variant: string): string => {
      const value = row.memory.get(variant);
      return value === undefined ? '-' : `${(value / (1 << 20)).toFixed(0)} MB`;
    };
    const cold = (variant: string): string => {
      const value = row.coldTimes.get(variant);
      return value === undefined ? '-' : `${value.toPrecision(3)} ms`;
    };
    const ratio = (over: string, under: string): number =>
      (row.times.get(over) ?? Number.NaN) / (row.times.get(under) ?? Number.NaN);
    const faster = ratio('original', 'rewritten');
    const share = ratio('by-hand', 'rewritten');
    return [
      row.name,
      row.size,
      time('original'),
      time('rewritten'),
      row.declined === undefined ? time('by-hand') : '-',
      Number.isNaN(faster) ? '-' : `${faster.toPrecision(3)}x`,
      Number.isNaN(share) ? '-' : `${(share * 100).toFixed(0)} %`,
      cold('original'),
      cold('rewritten'),
      row.declined === undefined ? cold('by-hand') : '-',
      memory('original'),
      memory('rewritten'),
      row.declined === undefined ? memory('by-hand') : '-',
    ];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(header), line(header.map(() => '---')), ...lines.map(line)].join('\n')}\n`;
}
