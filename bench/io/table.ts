// The table of the I/O benchmark: one row for each function and size.
export interface Row {
  readonly name: string;
  readonly size: string;
  /** Milliseconds of a call, by variant: 'original', 'rewritten', 'by-hand'. */
  readonly times: ReadonlyMap<string, number>;
  /** The same in time of processors, where a call does not wait for several files at once. */
  readonly processorTimes: ReadonlyMap<string, number>;
  /** Milliseconds of a first call whose file was in no cache; empty where that could not be had. */
  readonly coldTimes: ReadonlyMap<string, number>;
  /** Bytes that the first call added to the peak of resident memory. */
  readonly memory: ReadonlyMap<string, number>;
  /** Variants that ran out of memory. */
  readonly died: ReadonlySet<string>;
  /** Why there is no rewrite. */
  readonly declined?: string;
}

/** Of its speed, told by time of processors where that can be: how long a call takes depends on what else the machine does. */
export function shareOfByHand({ times, processorTimes }: Pick<Row, 'times' | 'processorTimes'>): number {
  return ratio(processorTimes.size > 0 ? processorTimes : times, 'by-hand', 'rewritten');
}

function ratio(times: ReadonlyMap<string, number>, over: string, under: string): number {
  return (times.get(over) ?? Number.NaN) / (times.get(under) ?? Number.NaN);
}

/** Which rewrites reach so much of the speed by hand, and which do not. */
export function barsOf(rows: readonly Row[], bar: number): string {
  const told = rows.map((row) => [row, shareOfByHand(row)] as const).filter(([, share]) => !Number.isNaN(share));
  const below = told.filter(([, share]) => share < bar);
  const names = new Set(told.map(([{ name }]) => name));
  const full = [...names].filter((name) => !below.some(([row]) => row.name === name));
  const missed = below.map(([{ name, size }, share]) => `${name} at ${size} ${(share * 100).toFixed(0)} %`).join(', ');
  const died = rows.filter((row) => row.died.has('original') && !row.died.has('rewritten')).length;
  return [
    `At least ${bar * 100} % of the speed by hand: ${told.length - below.length} of ${told.length} rows, ${full.length} of ${names.size} functions at every size.${missed === '' ? '' : ` Not met: ${missed}.`}`,
    `Rows in which the original runs out of memory and the rewrite does not: ${died}.`,
    '',
  ].join('\n');
}

/** Without a final line end, as the lines. */
export function headerOfTable(): string {
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
  return `${line(header)}\n${line(header.map(() => '---'))}`;
}

export function lineOfTable(row: Row): string {
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
  const faster = ratio(row.times, 'original', 'rewritten');
  const share = shareOfByHand(row);
  return line([
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
  ]);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
