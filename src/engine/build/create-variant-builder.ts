// Builds variants: the subject's file (rewritten or not) with its local modules and the inputs, as one ES module in the run's temporary folder.
// Baseline and candidates take the same way through here, else one would measure the bundler. Runs nothing.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import ts from 'typescript';
import { describeBuildFailure, isBuildFailure } from './build-failure.ts';
import { bundlePlugin } from './bundle-plugin.ts';
import { type EsbuildService, loadEsbuild } from './esbuild-service.ts';
import { locationsBanner } from './module-locations.ts';
import { type BundlePlan, planBundle, threadsOf } from './plan-bundle.ts';
import { TemporaryFolder } from './temporary-folder.ts';
import { timedServing, timedTask } from './timed-task.ts';
import type { BuildOutcome, BuildRequest, VariantBuilder } from './variant-builder.ts';

export interface VariantBuilderOptions {
  /** A running esbuild to share; whoever started it stops it. Absent: the builder starts its own and stops it on dispose. */
  readonly esbuild?: EsbuildService;
  /** Where the temporary folder is made; the system's place by default. */
  readonly temporaryRoot?: string;
  /** File URL or path of the code that Speedlens' own packages (esbuild, piscina) are resolved from; this module by default. */
  readonly ownLocation?: string;
}

export function createVariantBuilder(options: VariantBuilderOptions = {}): VariantBuilder {
  const ownLocation = options.ownLocation ?? import.meta.url;
  const folder = new TemporaryFolder(options.temporaryRoot);
  let ownEsbuild: Promise<EsbuildService> | undefined;
  let built = 0;
  /** A build that goes on after the folder was removed would make it anew. */
  const going = new Set<Promise<unknown>>();

  const service = (request: BuildRequest): Promise<EsbuildService> => {
    if (options.esbuild !== undefined) return Promise.resolve(options.esbuild);
    ownEsbuild ??= loadEsbuild({ workspaceFolder: request.subject.project.packageFolder, ownLocation });
    return ownEsbuild;
  };

  const build = async (request: BuildRequest, signal: AbortSignal): Promise<BuildOutcome> => {
    signal.throwIfAborted();
    built += 1;
    const place = path.join(await folder.path(), `${built}-${request.id.replaceAll(/[^\w-]+/g, '-')}`);
    await mkdir(place);
    const plan = planBundle(request, place);
    if (!plan.ok) return plan;
    return bundle(await service(request), request, plan, { place, ownLocation }, signal);
  };

  return {
    async build(request, signal) {
      const outcome = build(request, signal);
      going.add(outcome);
      try {
        return await outcome;
      } finally {
        going.delete(outcome);
      }
    },
    async dispose() {
      await Promise.allSettled(going);
      const started = await ownEsbuild?.catch(() => undefined);
      await started?.stop();
      await folder.remove();
    },
  };
}

async function bundle(
  esbuild: EsbuildService,
  request: BuildRequest,
  plan: BundlePlan,
  where: { readonly place: string; readonly ownLocation: string },
  signal: AbortSignal,
): Promise<BuildOutcome> {
  const { subject } = request;
  const plugin = bundlePlugin({
    overlay: plan.overlay,
    virtual: plan.virtual,
    subjectFile: subject.file,
    packageFolder: subject.project.packageFolder,
    bundlerResolution: subject.project.options.moduleResolution === ts.ModuleResolutionKind.Bundler,
    ownLocation: where.ownLocation,
  });
  const context = await esbuild.context(buildOptions(request, plan, plugin, where.place));
  const cancel = () => void context.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const result = await context.rebuild();
    const timed = threadsOf(request.candidate) === 'waiting' ? timedServing : timedTask;
    for (const { name } of plan.workers)
      await writeFile(path.join(where.place, `${name}.timed.mjs`), timed(`${name}.mjs`));
    signal.throwIfAborted();
    const inputsFile =
      plan.inputsFile === undefined ? undefined : path.relative(subject.project.packageFolder, plan.inputsFile);
    return {
      ok: true,
      bundle: {
        id: request.id,
        entry: path.join(where.place, 'variant.mjs'),
        cwd: subject.project.packageFolder,
        bytes: bytesWithoutInputs(result.metafile, inputsFile),
      },
      notes: plan.notes,
    };
  } catch (problem) {
    signal.throwIfAborted();
    if (!isBuildFailure(problem)) throw problem;
    return describeBuildFailure(problem, {
      workingFolder: subject.project.packageFolder,
      subjectFile: subject.file,
      tags: plan.tags,
      isRewritten: request.candidate !== undefined || request.textOverride !== undefined,
    });
  } finally {
    signal.removeEventListener('abort', cancel);
    await context.dispose();
  }
}

function buildOptions(request: BuildRequest, plan: BundlePlan, plugin: Plugin, place: string) {
  const { subject } = request;
  return {
    absWorkingDir: subject.project.packageFolder,
    entryPoints: [
      { in: 'speedlens:entry', out: 'variant' },
      ...plan.workers.map((worker) => ({ in: worker.path, out: worker.name })),
    ],
    outdir: place,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Exactly Node's conditions; esbuild's own default would add "module", which Node does not know.
    conditions: ['node-addons'],
    mainFields: ['main'],
    // A module that Node would evaluate is evaluated here too, whatever its package says about side effects.
    ignoreAnnotations: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    charset: 'utf8',
    banner: { js: locationsBanner(subject.file) },
    loader: STYLES_AND_ASSETS,
    plugins: [plugin],
    ...tsconfigFor(request),
  } satisfies BuildOptions;
}

/** esbuild finds tsconfig.json and jsconfig.json by itself, per folder; only a config of another name has to be told. */
function tsconfigFor(request: BuildRequest): { tsconfig?: string } {
  const { configFile } = request.subject.project;
  if (configFile === undefined || ['tsconfig.json', 'jsconfig.json'].includes(path.basename(configFile))) return {};
  return { tsconfig: configFile };
}

/** What a user's bundler would take care of and a function under benchmark does not look at. */
const STYLES_AND_ASSETS = {
  '.css': 'empty',
  '.scss': 'empty',
  '.sass': 'empty',
  '.less': 'empty',
  '.svg': 'dataurl',
  '.png': 'dataurl',
  '.jpg': 'dataurl',
  '.gif': 'dataurl',
  '.webp': 'dataurl',
  '.woff2': 'dataurl',
  '.txt': 'text',
  '.md': 'text',
  '.html': 'text',
  '.sql': 'text',
  '.graphql': 'text',
} as const;

/** Of the subject's bundle and of the worker files beside it, each with its own copy of what it imports, as they would be shipped. */
function bytesWithoutInputs(
  metafile: { outputs: Record<string, { entryPoint?: string; inputs: Record<string, { bytesInOutput: number }> }> },
  inputsFile: string | undefined,
): number {
  return Object.values(metafile.outputs)
    .filter(({ entryPoint }) => entryPoint !== undefined)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file]) => !/^speedlens(-commonjs)?:/.test(file) && file !== inputsFile?.split(path.sep).join('/'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}
