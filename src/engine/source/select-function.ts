// Which of a file's functions a name or a line selects.
import type { FunctionSelector } from '../../model/bench-options.ts';
import { failures } from '../failures.ts';
import type { LocatedFunction } from './locate-functions.ts';

/** Throws a SpeedlensFailure when none or several fit. A function that cannot be run is selected all the same. */
export function selectFunction(
  file: string,
  located: readonly LocatedFunction[],
  select: FunctionSelector,
): LocatedFunction {
  const named = select.name === undefined ? located : byName(located, select.name);
  const fitting = select.line === undefined ? preferRunnable(named) : byLine(named, select.line);
  const [only, second] = fitting;
  if (only === undefined) {
    const names = [...new Set(located.map(({ listing }) => listing.name))];
    throw failures.noSuchFunction(file, wanted(select), names);
  }
  if (second === undefined) return only;
  if (select.name === undefined && select.line === undefined)
    throw failures.nothingSelected(file, [...new Set(located.map(({ listing }) => listing.name))]);
  const lines = fitting.map(({ listing }) => listing.line);
  if (new Set(lines).size < lines.length)
    throw failures.severalOnLine(
      only.listing.line,
      fitting.map(({ listing }) => listing.name),
    );
  throw failures.ambiguousFunction(select.name ?? wanted(select), lines);
}

function wanted({ name, line }: FunctionSelector): string {
  if (name === undefined) return line === undefined ? 'to benchmark' : `on line ${line}`;
  return line === undefined ? name : `${name} on line ${line}`;
}

/** The listed name, or the end of one: `step` for `Grid.step`. */
function byName(located: readonly LocatedFunction[], name: string): readonly LocatedFunction[] {
  const exact = located.filter(({ listing }) => listing.name === name);
  return exact.length > 0 ? exact : located.filter(({ listing }) => listing.name.endsWith(`.${name}`));
}

function preferRunnable(fitting: readonly LocatedFunction[]): readonly LocatedFunction[] {
  const runnable = fitting.filter(({ listing }) => listing.notRunnable === undefined);
  return runnable.length === 1 ? runnable : fitting;
}

/** The innermost functions around the line. Of functions that start on one line the outermost is meant. */
function byLine(located: readonly LocatedFunction[], line: number): readonly LocatedFunction[] {
  const around = located.filter(({ listing, firstLine }) => firstLine <= line && line <= listing.endLine);
  const startsWith = (inner: LocatedFunction, outer: LocatedFunction): boolean =>
    contains(outer, inner) && outer.listing.line === inner.listing.line;
  const leaders = around.filter((one) => !around.some((other) => startsWith(one, other)));
  return leaders.filter((one) => !leaders.some((other) => contains(one, other)));
}

function contains(outer: LocatedFunction, inner: LocatedFunction): boolean {
  return outer !== inner && outer.listing.start <= inner.listing.start && inner.listing.end <= outer.listing.end;
}
