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
  const hash = text.lastIndexOf('#');
  if (hash > 0 && !existsSync(path.resolve(text))) {
    const name = text.slice(hash + 1);
    return [{ file: path.resolve(text.slice(0, hash)), select: { name }, title: name }];
  }
  const line = /^(.+):(\d+)$/.exec(text);
  if (line?.[1] !== undefined && !existsSync(path.resolve(text))) {
    return [
      { file: path.resolve(line[1]), select: { line: Number(line[2]) }, title: `${path.basename(line[1])}:${line[2]}` },
    ];
  }
  const place = path.resolve(text);
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

function functionsOf(file: string): Target[] {
  const runnable = listFunctions(file).filter((listing) => listing.notRunnable === undefined);
  return runnable.map((listing) => {
    const isOnlyOne = runnable.filter((other) => other.name === listing.name).length === 1;
    return { file, select: isOnlyOne ? { name: listing.name } : { line: listing.line }, title: listing.name };
  });
}
