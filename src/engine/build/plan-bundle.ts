// Decides what goes into a variant's bundle, before the bundler starts: the texts laid over the disk, the entry, the workers, the inputs.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FailedBuild } from './build-failure.ts';
import { editedFiles } from './edited-files.ts';
import { runnablePart } from './runnable-part.ts';
import { type ExposedModule, exposeSubject, SLOT_SPECIFIER, UnreachableSubject } from './subject-scope.ts';
import type { BuildRequest } from './variant-builder.ts';
import { SLOT_MODULE, variantEntry } from './variant-entry.ts';

export interface BundlePlan {
  readonly ok: true;
  /** Whole texts by absolute real path. */
  readonly overlay: ReadonlyMap<string, string>;
  readonly virtual: ReadonlyMap<string, string>;
  /** Entry points of worker threads; `name` is the file name of the built one, without extension. */
  readonly workers: readonly { readonly path: string; readonly name: string }[];
  readonly inputsFile: string | undefined;
  readonly tags: readonly { readonly expression: string; readonly line: number }[];
  readonly notes: readonly string[];
}

export function planBundle(request: BuildRequest, place: string): BundlePlan | FailedBuild {
  const { subject, candidate, inputs } = request;
  const subjectFile = realPath(subject.file);
  const overlay = new Map([...editedFiles(request)].map(([file, text]) => [realPath(file), text]));

  const inputsFile = locateInputs(request, overlay);
  if (typeof inputsFile === 'object') return inputsFile;

  const workers = (candidate?.workerEntries ?? []).map((entry, index) => ({
    ...entry,
    path: realPath(entry.path),
    name: `worker-${index}`,
  }));
  let text = overlay.get(subjectFile) ?? subject.text;
  for (const worker of workers) {
    if (!text.includes(worker.urlExpression)) {
      return defect(`the rewritten file does not contain the worker address ${worker.urlExpression}`);
    }
    text = text.replaceAll(worker.urlExpression, JSON.stringify(addressOf(worker.name, place)));
  }

  const benchTags = inputs.source.kind === 'bench-tags' ? inputs.source.expressions : [];
  const runnable = runnablePart(subjectFile, text, request, neighbours(inputsFile, overlay, workers));
  const exposed = expose(subjectFile, runnable.text, request, benchTags);
  if (!('format' in exposed)) return exposed;
  overlay.set(subjectFile, exposed.text);

  const entry = variantEntry({
    subjectFile,
    access: subject.access,
    callBinding: candidate?.callBinding,
    format: exposed.format,
    inputs,
    inputsFile,
    typedData: candidate?.typedData,
    exposes: {
      reset: candidate?.resetExpression !== undefined,
      cacheSize: candidate?.cacheSizeExpression !== undefined,
      dispose: candidate?.disposeExpression !== undefined,
      makeNumbers: candidate?.makerExpression !== undefined,
    },
    threads: threadsOf(candidate),
    timedWorkers: timedWorkers(workers, place),
  });
  return {
    ok: true,
    overlay,
    virtual: new Map([
      ['speedlens:entry', entry],
      [SLOT_SPECIFIER, SLOT_MODULE],
    ]),
    workers,
    inputsFile,
    tags: benchTags.map((expression, index) => ({ expression, line: exposed.tagLines[index] ?? 0 })),
    notes: runnable.notes,
  };
}

/** Who is asked where the time of a call goes: the pool, the threads that a call waits for, or nobody. */
export function threadsOf(candidate: BuildRequest['candidate']): 'pool' | 'waiting' | undefined {
  if (candidate?.poolExpression !== undefined) return 'pool';
  return candidate?.threadsExpression === undefined ? undefined : 'waiting';
}

/** Address of each built worker, and of the module beside it that reads the clock. */
function timedWorkers(workers: BundlePlan['workers'], place: string): Record<string, string> {
  return Object.fromEntries(workers.map(({ name }) => [addressOf(name, place), addressOf(`${name}.timed`, place)]));
}

function addressOf(name: string, place: string): string {
  return pathToFileURL(path.join(place, `${name}.mjs`)).href;
}

/** Texts of the other modules of this bundle that may import from the subject's: the inputs and the workers. */
function neighbours(
  inputsFile: string | undefined,
  overlay: ReadonlyMap<string, string>,
  workers: BundlePlan['workers'],
): { file: string; text: string }[] {
  const files = [...(inputsFile === undefined ? [] : [inputsFile]), ...workers.map((worker) => worker.path)];
  return files.map((file) => ({ file, text: overlay.get(file) ?? readFileSync(file, 'utf8') }));
}

function expose(
  file: string,
  text: string,
  request: BuildRequest,
  benchTags: readonly string[],
): ExposedModule | FailedBuild {
  const { candidate, subject } = request;
  try {
    return exposeSubject(file, text, {
      access: subject.access,
      batch: candidate?.workload === 'batch',
      benchTags,
      ...(candidate?.callBinding === undefined ? {} : { callBinding: candidate.callBinding }),
      ...(candidate?.resetExpression === undefined ? {} : { resetExpression: candidate.resetExpression }),
      ...(candidate?.cacheSizeExpression === undefined ? {} : { cacheSizeExpression: candidate.cacheSizeExpression }),
      ...(candidate?.disposeExpression === undefined ? {} : { disposeExpression: candidate.disposeExpression }),
      ...(candidate?.poolExpression === undefined ? {} : { poolExpression: candidate.poolExpression }),
      ...(candidate?.threadsExpression === undefined ? {} : { threadsExpression: candidate.threadsExpression }),
      ...(candidate?.makerExpression === undefined ? {} : { makerExpression: candidate.makerExpression }),
    });
  } catch (problem) {
    if (problem instanceof UnreachableSubject) return defect(problem.message);
    throw problem;
  }
}

/** Path of the inputs module; generated text is laid over a file that does not exist, beside the subject, so that its imports resolve there. */
function locateInputs(
  { inputs, subject }: BuildRequest,
  overlay: Map<string, string>,
): string | undefined | FailedBuild {
  const { source } = inputs;
  if (source.kind === 'bench-tags') return undefined;
  if (source.kind === 'file') {
    if (!existsSync(source.path)) {
      return {
        ok: false,
        message: `There is no inputs module ${source.path}.`,
        nextStep: 'Check the path, or create the inputs file.',
      };
    }
    return realPath(source.path);
  }
  const file = path.join(path.dirname(realPath(subject.file)), `speedlens-generated-inputs.ts`);
  overlay.set(file, source.text);
  return file;
}

function defect(what: string): FailedBuild {
  return {
    ok: false,
    message: `The rewrite cannot be built: ${what}.`,
    nextStep: 'The function itself is not affected; please report this.',
  };
}

/** esbuild reports modules by their real path; a file that is not on disk yet has that of its folder. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // A new file: its folder exists, since it lies beside the subject or below the package.
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPath(folder), path.basename(file));
  }
}
