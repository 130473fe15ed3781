// What every form has around it that waits for threads: names, imports, the worker file and the file with the threads, and what a reviewer must know. What the
// threads do, and where the function asks them, is the form's own (waiting-loop.ts, waiting-map.ts).
import { editFile, type FileEdit } from '../../source/edits.ts';
import { importOffset, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { siblingModule } from '../../source/sibling-module.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, PartCount, PartKernel, PartWork, SizeGuard } from '../strategy.ts';
import { addedExports, addNamedImport } from './module-edits.ts';
import { workerModule } from './project-module.ts';
import type { WaitingNames } from './waiting-runner.ts';
import { SERVE, threadsFileText } from './waiting-threads.ts';

export interface WaitingCode {
  readonly edit: FileEdit;
  readonly chunk: string;
  readonly onThreads: string;
  readonly names: WaitingNames;
  /** What no variable of the function may be called. */
  readonly outerNames: readonly string[];
  /** `export`, where the chunk has to be. */
  readonly exportingChunk: () => string;
  /** Texts at the top of the module, after the subject. */
  readonly addAfterSubject: (texts: readonly string[]) => void;
  readonly candidate: (
    shape: Pick<Candidate, 'variant' | 'caveats'> & {
      /** What is spread, for people. */
      readonly shown: string;
      readonly parts: PartCount;
      readonly sizeGuard: SizeGuard | undefined;
      readonly partWork?: PartWork | undefined;
    },
  ) => Candidate;
}

export interface WaitingOptions {
  /** The function that puts numbers into shared memory. */
  readonly toShared?: string;
  /** Tasks change what they get. */
  readonly changes?: boolean;
  readonly kernel?: PartKernel | undefined;
}

export function waitingCode(subject: Subject, options: WaitingOptions = {}): WaitingCode {
  const { toShared = '', changes = false, kernel } = options;
  const { style, listing, node } = subject;
  const { name } = listing;
  const [chunk, onThreads] = [freshName(subject, `${name}Chunk`), freshName(subject, `${name}OnThreads`)];
  const threads = freshName(subject, `${name}Threads`);
  const edit = editFile(subject);
  const module = workerModule(subject);
  const sibling = siblingModule(subject, [`{stem}.{function}.threads`]);
  const parallelism = addNamedImport(edit, subject, 'availableParallelism', 'node:os', module.runsAs);
  const emitWarning = changes ? addNamedImport(edit, subject, 'emitWarning', 'node:process', module.runsAs) : '';
  const toUrl =
    module.runsAs === 'esm' ? '' : addNamedImport(edit, subject, 'pathToFileURL', 'node:url', module.runsAs);
  addNamedImport(edit, subject, threads, sibling.specifier, style.module === 'esm' ? 'esm' : 'commonjs');
  if (kernel !== undefined) importKernel(edit, kernel, style);
  if (!importOffset(subject.sourceFile).isAfter) edit.insert(importOffset(subject.sourceFile).offset, '\n');
  const workerUrl = toUrl === '' ? module.urlExpression : `${toUrl}(${module.urlExpression}).href`;
  const exports = addedExports(edit, subject);
  return {
    ...{ edit, chunk, onThreads, names: { threads, parallelism, workerUrl, emitWarning } },
    outerNames: [
      chunk,
      onThreads,
      threads,
      parallelism,
      emitWarning,
      toShared,
      toUrl,
      kernel?.kernel ?? '',
      kernel?.memory ?? '',
      'Math',
      'URL',
      'require',
    ],
    exportingChunk: () => exports.exporting(chunk, true),
    addAfterSubject: (texts) => {
      edit.insertLinesAfter(topLevelStatement(node), `\n${texts.join('\n\n')}`);
      exports.finish();
    },
    candidate: ({ variant, shown, parts, sizeGuard, partWork, caveats }) => ({
      strategy: kernel === undefined ? 'workers' : `${kernel.strategy}+workers`,
      variant: kernel === undefined ? variant : `${kernel.variant}+${variant}`,
      summary: `Keeps ${name} synchronous: threads do parts of \`${shown}\` while it waits, and it does parts itself.${kernel === undefined ? '' : ` ${kernel.summary}`}`,
      signature: 'same',
      files: [
        edit.rewrittenFile(),
        { path: sibling.path, newText: threadsFileText({ subject: name, threads, changes }, subject) },
        { path: module.path, newText: module.servingText(chunk, SERVE, sibling.specifier) },
        ...(kernel === undefined ? [] : [kernel.file]),
      ],
      dependencies: {},
      workload: 'single',
      disposeExpression: `${threads}.destroy()`,
      threadsExpression: threads,
      workerEntries: [{ path: module.path, urlExpression: workerUrl }],
      parts,
      ...(sizeGuard === undefined ? {} : { sizeGuard }),
      ...(partWork === undefined ? {} : { partWork }),
      tolerance: 'exact',
      caveats: [
        {
          code: 'W13',
          message: `While the threads work, ${name} waits by Atomics.wait, so the event loop stands still as it does in the original; a browser does not allow that in a page, only in its workers. The threads start with the first call, which does most of its work itself; they do not keep the program running, and ${threads}.destroy() ends them.`,
        },
        ...(module.isBundled
          ? [
              {
                code: 'W14',
                message:
                  'A bundler must keep the worker file as a file of its own, at the address that the threads are given.',
              },
            ]
          : []),
        ...caveats,
        ...(kernel?.caveats ?? []),
      ],
    }),
  };
}

function importKernel(edit: FileEdit, { kernel, memory, specifier }: PartKernel, style: Subject['style']): void {
  const [from, end] = [`${style.quote}${specifier}${style.quote}`, style.semicolons ? ';' : ''];
  const names = `{ ${kernel}, ${memory} }`;
  const isRequired = !style.isTypeScript && style.module !== 'esm';
  edit.addImport(isRequired ? `const ${names} = require(${from})${end}` : `import ${names} from ${from}${end}`);
}
