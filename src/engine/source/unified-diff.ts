// A unified diff of one file, for reading. Shortest edit script after Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).

const contextLines = 3;
/** Beyond so many changed lines the middle is shown as replaced whole: the search takes quadratic memory. */
const searchedChanges = 1500;

type Change = { readonly sign: ' ' | '-' | '+'; readonly line: string };

/** Empty when nothing differs. `before` is undefined for a new file. Lines keep their own ends. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const changes = diffLines(linesOf(before ?? ''), linesOf(after));
  const hunks = hunksOf(changes).map((range) => printHunk(changes, range));
  const oldName = before === undefined ? '/dev/null' : `a/${path}`;
  return [`--- ${oldName}\n`, `+++ b/${path}\n`, ...hunks].join('');
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function diffLines(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const same = (lines: readonly string[]): Change[] => lines.map((line) => ({ sign: ' ', line }));
  return [
    ...same(before.slice(0, head)),
    ...shortestScript(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function shortestScript(before: readonly string[], after: readonly string[]): Change[] {
  const trace: Int32Array[] = [];
  const limit = Math.min(before.length + after.length, searchedChanges);
  let furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  for (let changed = 0; changed <= limit; changed += 1) {
    trace.push(furthest);
    furthest = furthest.slice();
    for (let diagonal = -changed; diagonal <= changed; diagonal += 2) {
      let x = startOn(furthest, middle, diagonal, changed);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return backtrack(trace, before, after, middle);
    }
  }
  return [
    ...before.map((line): Change => ({ sign: '-', line })),
    ...after.map((line): Change => ({ sign: '+', line })),
  ];
}

/** Where a path with one change more arrives on a diagonal: down from the one above or right from the one below. */
function startOn(furthest: Int32Array, middle: number, diagonal: number, changed: number): number {
  const above = furthest[middle + diagonal + 1] ?? 0;
  const below = furthest[middle + diagonal - 1] ?? 0;
  return diagonal === -changed || (diagonal !== changed && below < above) ? above : below + 1;
}

function backtrack(
  trace: readonly Int32Array[],
  before: readonly string[],
  after: readonly string[],
  middle: number,
): Change[] {
  const changes: Change[] = [];
  let x = before.length;
  let y = after.length;
  for (let changed = trace.length - 1; changed >= 0; changed -= 1) {
    const furthest = trace[changed] ?? new Int32Array();
    const diagonal = x - y;
    const start = changed === 0 ? 0 : startOn(furthest, middle, diagonal, changed);
    while (x > start && y > start - diagonal) {
      x -= 1;
      y -= 1;
      changes.push({ sign: ' ', line: before[x] ?? '' });
    }
    if (changed === 0) break;
    const above = furthest[middle + diagonal + 1] ?? 0;
    const below = furthest[middle + diagonal - 1] ?? 0;
    if (diagonal === -changed || (diagonal !== changed && below < above)) {
      y -= 1;
      changes.push({ sign: '+', line: after[y] ?? '' });
    } else {
      x -= 1;
      changes.push({ sign: '-', line: before[x] ?? '' });
    }
  }
  return changes.reverse();
}

interface HunkRange {
  readonly from: number;
  readonly to: number;
}

function hunksOf(changes: readonly Change[]): HunkRange[] {
  const hunks: HunkRange[] = [];
  for (const [index, { sign }] of changes.entries()) {
    if (sign === ' ') continue;
    const from = Math.max(0, index - contextLines);
    const to = Math.min(changes.length, index + contextLines + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) hunks[hunks.length - 1] = { from: last.from, to };
    else hunks.push({ from, to });
  }
  return hunks;
}

function printHunk(changes: readonly Change[], { from, to }: HunkRange): string {
  const earlier = changes.slice(0, from);
  const inside = changes.slice(from, to);
  const count = (list: readonly Change[], without: '-' | '+'): number =>
    list.filter(({ sign }) => sign !== without).length;
  const range = (sign: '-' | '+', without: '-' | '+'): string => {
    const length = count(inside, without);
    // An empty range is named by the line before it.
    return `${sign}${count(earlier, without) + (length === 0 ? 0 : 1)},${length}`;
  };
  const body = inside.map(
    ({ sign, line }) => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`),
  );
  return `@@ ${range('-', '+')} ${range('+', '-')} @@\n${body.join('')}`;
}
