// What the user named on the command line, as functions to run: file#function, file:line, a file or a folder.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFunctions, SpeedlensFailure, sourceFilesUnder } from '../engine/index.ts';
import type { FunctionSelector } from '../model/bench-options.ts';

export interface Target {
  /** Absolute path. */
  readonly file: string;
  readonly select: FunctionSelector;
  /** For progress lines: 'matmul' or 'matrix.ts:12'. */
  readonly title: string;
}

const notASubject = /\.(inputs|test|spec|bench|config)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$/;

/** Throws SpeedlensFailure when there is nothing of that name. */
export function benchTargets(text: string): readonly Target[] {
  const place = path.resolve(text);
  if (!existsSync(place)) {
    const one = functionNamed(text) ?? functionAtLine(text);
    if (one !== undefined) return [one];
  }
  if (existsSync(place) && statSync(place).isDirectory()) {
    const targets = sourceFilesUnder(place)
      .filter((file) => !notASubject.test(file))
      .flatMap(functionsOf);
    if (targets.length === 0)
      throw new SpeedlensFailure(
        'nothing-to-run',
        `${text} has no functions that can be run.`,
        'Name another folder, or a file#function.',
        2,
      );
    return targets;
  }
  const targets = functionsOf(place);
  if (targets.length === 0) {
    const hasNone = listFunctions(place).length === 0;
    throw new SpeedlensFailure(
      'nothing-to-run',
      `${text} has no functions${hasNone ? '' : ' that can be run alone'}.`,
      hasNone ? 'Name a file that has one.' : `See why with: speedlens list ${text}`,
      hasNone ? 2 : 3,
    );
  }
  return targets;
}

/** file#function, and file:function as other tools have it. */
function functionNamed(text: string): Target | undefined {
  const readings = [/^(.+)#(.*)$/.exec(text), /^(.+\.[cm]?[jt]sx?):([^\d:\\/][^:\\/]*)$/.exec(text)];
  const isThere = (reading: RegExpExecArray | null): boolean => existsSync(path.resolve(reading?.[1] ?? ''));
  const [, file, name] = readings.find((one) => one !== null && isThere(one)) ?? readings.find(Boolean) ?? [];
  return file === undefined || name === undefined
    ? undefined
    : { file: path.resolve(file), select: { name }, title: name };
}

/** file:line, and file:line:column as compilers print it. */
function functionAtLine(text: string): Target | undefined {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(text) ?? [];
  return file === undefined
    ? undefined
    : { file: path.resolve(file), select: { line: Number(line) }, title: `${path.basename(file)}:${line}` };
}

function functionsOf(file: string): Target[] {
  const runnable = listFunctions(file).filter((listing) => listing.notRunnable === undefined);
  return runnable.map((listing) => {
    const isOnlyOne = runnable.filter((other) => other.name === listing.name).length === 1;
    return { file, select: isOnlyOne ? { name: listing.name } : { line: listing.line }, title: listing.name };
  });
}
