// Loads the text of a subject's file for tests, in this process: bundled by esbuild, imported from a temporary folder that is removed at once.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Loader, type Plugin } from 'esbuild';
import { calledWithPlainArrays } from '../../src/engine/process/child/typed-data.ts';
import type { AccessPath, Subject } from '../../src/engine/source/subject.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import type { VariantModule } from '../../src/model/variant.ts';

export interface LoadedSubject {
  readonly call: (receiver: unknown, args: readonly unknown[]) => unknown;
  readonly exports: Record<string, unknown>;
  /** Value of the candidate's expressions in the module's scope. */
  readonly reset: () => unknown;
  readonly cacheSize: () => unknown;
}

/** Loads `text` in place of the subject's file. A candidate adds its call binding and its reset and cache-size expressions. */
export async function executeSource(subject: Subject, text: string, candidate?: Candidate): Promise<LoadedSubject> {
  const access = candidate?.callBinding ?? accessExpression(subject);
  const invoke =
    subject.access.kind === 'class-member' && !subject.access.isStatic && candidate?.callBinding === undefined
      ? `receiver.${subject.access.member}(...args)`
      : `${access}.apply(receiver, args)`;
  const handles = [
    `call: (receiver, args) => ${invoke}`,
    `reset: () => ${candidate?.resetExpression ?? 'undefined'}`,
    `cacheSize: () => ${candidate?.cacheSizeExpression ?? 'undefined'}`,
    `makeNumbers: ${candidate?.makerExpression ?? 'undefined'}`,
  ].join(', ');
  const footer =
    subject.style.module === 'commonjs'
      ? `;module.exports.__speedlensHandles = { ${handles} };`
      : `;export const __speedlensHandles = { ${handles} };`;
  const named = text.replace(/export default (async )?function \(/, 'export default $1function __speedlensDefault(');
  return load(subject, `${named}\n${footer}`, candidate);
}

async function load(subject: Subject, contents: string, candidate: Candidate | undefined): Promise<LoadedSubject> {
  const folder = await mkdtemp(join(tmpdir(), 'speedlens-test-'));
  try {
    const bundled = await build({
      stdin: {
        contents,
        resolveDir: dirname(subject.file),
        sourcefile: subject.file,
        loader: extname(subject.file).replace(/^\.[cm]?/, '') as Loader,
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // CommonJS inside of a module asks for `require`, which only some of those who load it have. `var`: they may have named one already.
      banner: {
        js: "import { createRequire as createSpeedlensRequire } from 'node:module'; var require = createSpeedlensRequire(import.meta.url);",
      },
      tsconfigRaw: '{}',
      plugins: [newFilesOf(candidate)],
      logLevel: 'silent',
    });
    const output = bundled.outputFiles[0];
    if (output === undefined) throw new Error('esbuild wrote nothing.');
    const entry = join(folder, 'subject.mjs');
    await writeFile(entry, output.text);
    const loaded = (await import(pathToFileURL(entry).href)) as Record<string, unknown>;
    const exports = (loaded['default'] && subject.style.module === 'commonjs' ? loaded['default'] : loaded) as Record<
      string,
      unknown
    >;
    const handles = exports['__speedlensHandles'] as Omit<LoadedSubject, 'exports'>;
    const module = { ...handles, inputs: {}, ...(candidate?.typedData && { typedData: candidate.typedData }) };
    return { ...handles, call: calledWithPlainArrays(module as VariantModule).call, exports };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files that the candidate adds, under the names by which compiled code knows them, too. */
function newFilesOf(candidate: Candidate | undefined): Plugin {
  const texts = new Map(
    candidate?.files.flatMap(({ path, newText }) => (newText === undefined ? [] : [[path, newText]])),
  );
  return {
    name: 'new-files',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const wanted = join(resolveDir, path);
        const found = [wanted, wanted.replace(/js$/, 'ts'), `${wanted}.ts`, `${wanted}.js`].find((name) =>
          texts.has(name),
        );
        return found === undefined ? undefined : { path: found, namespace: 'new-file' };
      });
      builder.onLoad({ filter: /.*/, namespace: 'new-file' }, ({ path }) => ({
        contents: texts.get(path) ?? '',
        loader: extname(path).replace(/^\.[cm]?/, '') as Loader,
      }));
    },
  };
}

function accessExpression({ access, style }: Subject): string {
  switch (access.kind) {
    case 'binding':
      return access.name;
    case 'default-export':
      return '__speedlensDefault';
    case 'object-member':
      return [bindingOf(access, style.module), ...access.path].join('.');
    case 'class-member':
      return access.isStatic
        ? `${access.className}.${access.member}`
        : `${access.className}.prototype.${access.member}`;
  }
}

/** Members of the module's own value: `exports.scale = ...`. */
function bindingOf({ binding }: Extract<AccessPath, { kind: 'object-member' }>, module: string): string {
  return binding === 'default' && module === 'commonjs' ? 'module.exports' : binding;
}
