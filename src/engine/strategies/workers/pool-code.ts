// What all shapes add to the subject's file: imports, the pool that starts on first use, the function that hands out the parts (part-runner.ts), and the
// exports that the worker file needs.
import type { Reason } from '../../../model/reason.ts';
import { type Caller, callersOf } from '../../source/callers.ts';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { followCallers } from '../../source/follow-callers.ts';
import { laidOut } from '../../source/generated-text.ts';
import { importOffset, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, PartCount } from '../strategy.ts';
import { addedExports, addNamedImport } from './module-edits.ts';
import { type PartRunner, partRunnerText, type RunnerText } from './part-runner.ts';
import { type PlainQuestion, plainDataFunction } from './plain-data.ts';
import { type WorkerModule, workerModule } from './project-module.ts';
import { type SearchRunner, searchRunnerText } from './search-runner.ts';

export const PISCINA_RANGE = '^5.3.2';

export interface PoolCode {
  readonly edit: FileEdit;
  readonly module: WorkerModule;
  /** Name of the variable that holds the pool. */
  readonly pool: string;
  /** Names of outer scopes that the runner uses: no parameter of it may hide them. */
  readonly outerNames: readonly string[];
  /** Generated lines in the style of the file. */
  styled(lines: string): string;
  /** Adds whole declarations after the subject's statement, the pool's variable first. */
  addAfterSubject(declarations: readonly string[]): void;
  /** Exports a new function: always when the worker imports it, else when the subject is exported. Gives the word in front of it. */
  exporting(name: string, isForWorker: boolean): string;
  runner(request: PartRunner): string;
  searchRunner(request: SearchRunner): string;
  candidate(
    shape: Pick<Candidate, 'variant' | 'summary' | 'callBinding' | 'workload' | 'sizeGuard'> & {
      readonly taskFunction: string;
      readonly caveats: readonly Reason[];
    },
  ): Candidate;
}

export function poolCode(subject: Subject, extraNames: readonly string[]): PoolCode {
  const { style } = subject;
  const edit = editFile(subject);
  const module = workerModule(subject);
  const pool = freshName(subject, `${subject.listing.name}Pool`, extraNames);
  const { runsAs } = module;
  const parallelism = addNamedImport(edit, subject, 'availableParallelism', 'node:os', runsAs);
  const emitWarning = addNamedImport(edit, subject, 'emitWarning', 'node:process', runsAs);
  const piscina = addNamedImport(edit, subject, 'Piscina', 'piscina', runsAs);
  // Imports that stand first in the file are set apart from what follows.
  if (!importOffset(subject.sourceFile).isAfter) edit.insert(importOffset(subject.sourceFile).offset, '\n');
  const statement = topLevelStatement(subject.node);
  const typed = style.isTypeScript;
  const { isExported, exporting, finish } = addedExports(edit, subject);

  const isPlain = freshName(subject, 'isPlain', extraNames);
  const names = { pool, piscina, parallelism, emitWarning, workerUrl: module.urlExpression, isPlain };
  const asksElements = subject.project.options.noUncheckedIndexedAccess === true;
  const runnerStyle = { ...style, asksElements };

  let parts: PartCount | undefined;
  let plainReach: PlainQuestion['reach'] | undefined;
  const keepingParts = (made: RunnerText): string => {
    parts = made.parts;
    return laidOut(made.text, style);
  };

  return {
    edit,
    module,
    pool,
    outerNames: [
      pool,
      piscina,
      parallelism,
      emitWarning,
      isPlain,
      ...extraNames,
      'Math',
      'Promise',
      module.runsAs === 'esm' ? 'URL' : 'require',
    ],
    styled: (lines) => laidOut(lines, style),
    addAfterSubject(declarations) {
      const variable = laidOut(`let ${pool}${typed ? `: ${piscina} | undefined` : ''};`, style);
      const asking = plainReach === undefined ? [] : [laidOut(plainDataFunction(isPlain, plainReach, style), style)];
      edit.insertLinesAfter(statement, `\n${[variable, ...declarations, ...asking].join('\n\n')}`);
      finish();
    },
    exporting,
    runner: (request) => {
      plainReach ??= request.plain?.reach;
      return keepingParts(partRunnerText(request, names, runnerStyle));
    },
    searchRunner: (request) => {
      plainReach ??= request.plain?.reach;
      return keepingParts(searchRunnerText(request, names, runnerStyle));
    },
    candidate: ({ taskFunction, caveats, ...shape }) => {
      const callers = callersOf(subject);
      const callee = shape.callBinding ?? '';
      const followed =
        shape.workload === 'single' ? followCallers(subject, callers, { name: callee, isExported }) : undefined;
      const following = followed?.callers ?? [];
      for (const caller of following) if (caller.isInFile) edit.replace(caller.callee, callee);
      return {
        strategy: 'workers',
        signature: 'async',
        ...shape,
        files: [
          edit.rewrittenFile(),
          ...(followed?.files ?? []),
          { path: module.path, newText: module.text(taskFunction) },
        ],
        ...(following.length > 0 && following.length === callers.length ? { callersFollow: true } : {}),
        dependencies: { piscina: PISCINA_RANGE },
        disposeExpression: `${pool}?.destroy()`,
        poolExpression: pool,
        workerEntries: [{ path: module.path, urlExpression: module.urlExpression }],
        ...(parts === undefined ? {} : { parts }),
        tolerance: 'exact',
        caveats: [...caveats, ...poolCaveats(subject, { callee, callers, following }, module)],
      };
    },
  };
}

interface Calls {
  readonly callee: string;
  readonly callers: readonly Caller[];
  /** Those that call the new function now. */
  readonly following: readonly Caller[];
}

function poolCaveats(subject: Subject, { callee, callers, following }: Calls, module: WorkerModule): readonly Reason[] {
  const others = callers.filter((caller) => !following.includes(caller));
  const unchanged = 'the values handed over must not be changed until it settles';
  const follow =
    following.length === 0
      ? ''
      : `${listed(following)} waited already and ${following.length === 1 ? 'calls' : 'call'} ${callee} now. `;
  const canFollow = others.length > 0 && others.every(({ awaits }) => awaits);
  const mustWait = canFollow
    ? `Its callers (${listed(others)}) wait already and can call ${callee} as it is; ${unchanged}.`
    : subject.listing.isAsync || (following.length > 0 && others.length === 0)
      ? `The values handed to ${callee} must not be changed until it settles.`
      : `${callee} gives a promise, so ${others.length === 0 ? 'whoever calls it' : `its callers (${listed(others)})`} must await it, and ${unchanged}.`;
  return [
    { code: 'W10', message: `${follow}${mustWait}` },
    ...(module.isBundled
      ? [
          {
            code: 'W14',
            message: 'A bundler must keep the worker file as a file of its own, at the address that the pool is given.',
          },
        ]
      : []),
  ];
}

function listed(callers: readonly Caller[]): string {
  const shown = callers.slice(0, 5).map((caller) => caller.shown);
  return `${shown.join(', ')}${callers.length > 5 ? ` and ${callers.length - 5} more` : ''}`;
}
