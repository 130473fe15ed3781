// The text that both shapes add to the subject's file: imports, the pool that starts on first use, the function that hands out the parts and
// puts their results together in order, and the exports that the worker file needs.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { editFile, type FileEdit } from '../../source/edits.ts';
import { laidOut } from '../../source/generated-text.ts';
import { importOffset, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import { callersOf } from './callers.ts';
import { type WorkerModule, workerModule } from './project-module.ts';

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
  runner(request: RunnerRequest): string;
  rangeRunner(request: RangeRunnerRequest): string;
  candidate(
    shape: Pick<Candidate, 'variant' | 'summary' | 'callBinding' | 'workload'> & {
      readonly taskFunction: string;
      readonly caveats: readonly Reason[];
    },
  ): Candidate;
}

export interface RunnerRequest {
  /** `export async function collatzMany`, without parameters. */
  readonly head: string;
  /** Name and type of the parameter that holds what is split. */
  readonly items: string;
  readonly itemsType: string;
  /** Further parameters, as they are written: `weights: Weights`. */
  readonly more: readonly string[];
  readonly resultType: string;
  /** Names that the runner's own variables must leave alone. */
  readonly taken: readonly string[];
  /** What one task is, from the text of the slice. */
  readonly task: (slice: string) => string;
  /** True when the array may have holes, which joining has to keep. */
  readonly keepsHoles: boolean;
}

/** Hands out the iterations of a loop that counts from zero. */
export interface RangeRunnerRequest {
  readonly head: string;
  /** How many iterations there are, as text in terms of the parameters. */
  readonly count: string;
  readonly parameters: readonly string[];
  readonly resultType: string;
  readonly taken: readonly string[];
  /** What one task is, from the texts of its first iteration and of its length. */
  readonly task: (start: string, length: string) => string;
}

export function poolCode(subject: Subject, extraNames: readonly string[]): PoolCode {
  const { style } = subject;
  const edit = editFile(subject);
  const module = workerModule(subject);
  const quote = (text: string) => `${style.quote}${text}${style.quote}`;
  const pool = freshName(subject, `${subject.listing.name}Pool`, extraNames);
  const parallelism = addNamedImport(edit, subject, 'availableParallelism', 'node:os', module);
  const piscina = addNamedImport(edit, subject, 'Piscina', 'piscina', module);
  // Imports that stand first in the file are set apart from what follows.
  if (!importOffset(subject.sourceFile).isAfter) edit.insert(importOffset(subject.sourceFile).offset, '\n');
  const statement = topLevelStatement(subject.node);
  const typed = style.isTypeScript;
  const exportsAtEnd: string[] = [];
  const isExported = isSubjectExported(subject, statement);

  const runner = ({ head, items, itemsType, more, resultType, taken, task, keepsHoles }: RunnerRequest): string => {
    const own = (wanted: string) => unusedName(wanted, [items, ...taken]);
    const [start, part] = [own('start'), own('part')];
    const [poolInUse, partLength, parts, settled, results] = [
      own('pool'),
      own('partLength'),
      own('parts'),
      own('settled'),
      own('results'),
    ];
    const parameters = [typed ? `${items}: readonly ${arrayOf(itemsType)}` : items, ...more].join(', ');
    const joined = !keepsHoles
      ? `${results}.flat()`
      : typed
        ? `([] as ${arrayOf(resultType)}).concat(...${results})`
        : `[].concat(...${results})`;
    return run({
      head: `${head}(${parameters})`,
      resultType,
      names: { start, part, poolInUse, partLength, parts, settled, results },
      count: `${items}.length`,
      task: task(`${items}.slice(${start}, ${start} + ${partLength})`),
      joined,
    });
  };

  const rangeRunner = ({ head, count, parameters, resultType, taken, task }: RangeRunnerRequest): string => {
    const own = (wanted: string) => unusedName(wanted, taken);
    const names = {
      start: own('start'),
      part: own('part'),
      poolInUse: own('pool'),
      partLength: own('partLength'),
      parts: own('parts'),
      settled: own('settled'),
      results: own('results'),
    };
    return run({
      head: `${head}(${parameters.join(', ')})`,
      resultType,
      names,
      count,
      task: task(names.start, names.partLength),
      joined: `${names.results}.flat()`,
    });
  };

  const run = ({ head, resultType, names, count, task, joined }: RunText): string => {
    const { start, part, poolInUse, partLength, parts, settled, results } = names;
    const lines = `${head}${typed ? `: Promise<${arrayOf(resultType)}>` : ''} {
  const ${poolInUse} = (${pool} ??= new ${piscina}({
    filename: ${module.urlExpression},
    maxThreads: ${parallelism}(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const ${partLength} = Math.ceil(${count} / (4 * ${parallelism}()));
  const ${parts}${typed ? `: Promise<${arrayOf(resultType)}>[]` : ''} = [];
  for (let ${start} = 0; ${start} < ${count}; ${start} += ${partLength}) {
    ${parts}.push(${poolInUse}.run(${task}));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const ${settled} = await Promise.allSettled(${parts});
  const ${results} = ${settled}.map((${part}) => {
    if (${part}.status === ${quote('rejected')}) throw ${part}.reason;
    return ${part}.value;
  });
  return ${joined};
}`;
    return laidOut(lines, style);
  };

  return {
    edit,
    module,
    pool,
    outerNames: [pool, piscina, parallelism, 'Math', 'Promise', module.runsAs === 'esm' ? 'URL' : 'require'],
    styled: (lines) => laidOut(lines, style),
    addAfterSubject(declarations) {
      const variable = laidOut(`let ${pool}${typed ? `: ${piscina} | undefined` : ''};`, style);
      edit.insertLinesAfter(statement, `\n${[variable, ...declarations].join('\n\n')}`);
      const last = subject.sourceFile.statements.at(-1);
      if (exportsAtEnd.length > 0 && last !== undefined) {
        edit.insertLinesAfter(
          last,
          `\n${laidOut(exportsAtEnd.map((name) => `module.exports.${name} = ${name};`).join('\n'), style)}`,
        );
      }
    },
    exporting(name, isForWorker) {
      if (!isForWorker && !isExported) return '';
      if (style.module === 'esm') return 'export ';
      exportsAtEnd.push(name);
      return '';
    },
    runner,
    rangeRunner,
    candidate: ({ taskFunction, caveats, ...shape }) => ({
      strategy: 'workers',
      signature: 'async',
      ...shape,
      files: [edit.rewrittenFile(), { path: module.path, newText: module.text(taskFunction) }],
      dependencies: { piscina: PISCINA_RANGE },
      disposeExpression: `${pool}?.destroy()`,
      workerEntries: [{ path: module.path, urlExpression: module.urlExpression }],
      tolerance: 'exact',
      caveats: [...caveats, ...poolCaveats(subject, shape.callBinding ?? '', module)],
    }),
  };
}

interface RunText {
  /** Up to the closing parenthesis of the parameters. */
  readonly head: string;
  readonly resultType: string;
  readonly names: Readonly<
    Record<'start' | 'part' | 'poolInUse' | 'partLength' | 'parts' | 'settled' | 'results', string>
  >;
  readonly count: string;
  readonly task: string;
  /** The results of all parts as one array. */
  readonly joined: string;
}

/** The wanted name, or the wanted name with a number. */
export function unusedName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** `number[]`, `(string | number)[]`. */
export function arrayOf(element: string): string {
  return /^[\w$.]+(<[^|&]*>)?(\[\])*$/.test(element) ? `${element}[]` : `(${element})[]`;
}

/** The local name of an import, which is added when the file does not have it yet. */
function addNamedImport(edit: FileEdit, subject: Subject, name: string, from: string, module: WorkerModule): string {
  const { style, sourceFile } = subject;
  for (const statement of sourceFile.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== from || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const isForTypes = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const element = bindings.elements.find((one) => (one.propertyName ?? one.name).text === name && !one.isTypeOnly);
    if (element !== undefined && !isForTypes) return element.name.text;
  }
  const local = freshName(subject, name);
  const quoted = `${style.quote}${from}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const usesRequire = !style.isTypeScript && module.runsAs === 'commonjs';
  const renamed = local === name ? name : usesRequire ? `${name}: ${local}` : `${name} as ${local}`;
  edit.addImport(
    usesRequire ? `const { ${renamed} } = require(${quoted})${end}` : `import { ${renamed} } from ${quoted}${end}`,
  );
  return local;
}

function isSubjectExported({ sourceFile, listing }: Subject, statement: ts.Statement): boolean {
  const isMarked =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (isMarked) return true;
  const mentions = new RegExp(`(?<![\\w$])${listing.name.replaceAll('$', '\\$')}(?![\\w$])`);
  return sourceFile.statements.some((other) => {
    const isExport =
      ts.isExportDeclaration(other) ||
      ts.isExportAssignment(other) ||
      (ts.isExpressionStatement(other) &&
        ts.isBinaryExpression(other.expression) &&
        /^(module\.)?exports\b/.test(other.expression.left.getText(sourceFile)));
    return isExport && mentions.test(other.getText(sourceFile));
  });
}

function poolCaveats(subject: Subject, callee: string, module: WorkerModule): readonly Reason[] {
  const callers = callersOf(subject);
  const shown = callers.slice(0, 5).join(', ');
  const who =
    callers.length === 0
      ? 'whoever calls it'
      : `its callers (${shown}${callers.length > 5 ? ` and ${callers.length - 5} more` : ''})`;
  return [
    {
      code: 'W10',
      message: `${callee} gives a promise, so ${who} must await it, and the values handed over must not be changed until it settles.`,
    },
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
