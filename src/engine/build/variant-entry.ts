// Text of a variant's entry module: what the benchmark process imports, made from the exposed subject and the inputs of the run.
import type { TypedData } from '../../model/variant.ts';
import type { InputsModule } from '../inputs/inputs-module.ts';
import type { AccessPath } from '../source/subject.ts';
import {
  classMemberCallOn,
  type ExposedModule,
  objectMemberCallOn,
  plainCall,
  SCOPE_NAME,
  SLOT_SPECIFIER,
} from './subject-scope.ts';

const exposable = ['reset', 'cacheSize', 'dispose', 'makeNumbers'] as const;

export interface EntryRequest {
  /** What the entry imports the subject's module by: its absolute path. */
  readonly subjectFile: string;
  readonly access: AccessPath;
  readonly callBinding: string | undefined;
  readonly format: ExposedModule['format'];
  readonly inputs: InputsModule;
  /** Absolute path of the inputs module, the generated one included; undefined for `@bench` tags. */
  readonly inputsFile: string | undefined;
  /** How work gets to threads, where it does. */
  readonly threads: 'pool' | 'waiting' | undefined;
  /** By the addresses of worker files, those of the same with readings of the clock. */
  readonly timedWorkers: Readonly<Record<string, string>>;
  readonly typedData: TypedData | undefined;
  readonly exposes: Readonly<Record<(typeof exposable)[number], boolean>>;
}

export function variantEntry(request: EntryRequest): string {
  const subject = JSON.stringify(request.subjectFile);
  const lines =
    request.format === 'esm'
      ? [`import * as subject from ${subject};`, `const scope = subject.${SCOPE_NAME};`]
      : [`import ${subject};`, `import slot from '${SLOT_SPECIFIER}';`, 'const scope = slot.scope;'];
  lines.push(`export const call = ${callFromOutside(request) ?? 'scope.call'};`);
  for (const name of exposable) {
    if (request.exposes[name]) lines.push(`export const ${name} = scope.${name};`);
  }
  const timedWorkers = `timedWorkers: ${JSON.stringify(request.timedWorkers)}`;
  if (request.threads === 'pool') lines.push(`export const threads = { pool: scope.pool, ${timedWorkers} };`);
  if (request.threads === 'waiting') lines.push(`export const waiting = { threads: scope.threads, ${timedWorkers} };`);
  if (request.typedData !== undefined) lines.push(`export const typedData = ${JSON.stringify(request.typedData)};`);
  lines.push(...inputsLines(request));
  return `${lines.join('\n')}\n`;
}

/** The slot that a CommonJS subject fills; it is read after the subject's module has run. */
export const SLOT_MODULE = 'module.exports = { scope: undefined };';

/** Anonymous default exports have no name inside their module. */
function callFromOutside({ access, callBinding, format }: EntryRequest): string | undefined {
  if (callBinding !== undefined || format !== 'esm') return undefined;
  if (access.kind === 'default-export') return plainCall('subject.default');
  if (access.kind === 'object-member' && access.binding === 'default')
    return objectMemberCallOn('subject.default', access);
  if (access.kind === 'class-member' && access.className === 'default')
    return classMemberCallOn('subject.default', access);
  return undefined;
}

function inputsLines({ inputs, inputsFile }: EntryRequest): string[] {
  const { source } = inputs;
  if (source.kind === 'bench-tags') {
    const fixed = source.expressions.map(
      (expression, index) => `{ label: ${JSON.stringify(expression)}, args: scope.tags[${index}] }`,
    );
    return [`export const inputs = { fixed: [${fixed.join(', ')}] };`];
  }
  const key = JSON.stringify(source.key);
  const named = source.kind === 'file' ? `The inputs module ${source.path}` : 'The generated inputs module';
  return [
    `import * as inputsNamespace from ${JSON.stringify(inputsFile)};`,
    'const table = inputsNamespace.default ?? inputsNamespace;',
    `const entry = table[${key}];`,
    `if (entry === null || typeof entry !== 'object') {`,
    `  throw new Error(${JSON.stringify(`${named} has no entry ${key}; it has: `)} + (Object.keys(table).join(', ') || 'none') + '.');`,
    '}',
    `if (typeof entry.args !== 'function' && typeof entry.sequence !== 'function' && !Array.isArray(entry.fixed)) {`,
    `  throw new Error(${JSON.stringify(`${named} has an entry ${key} without args(size, random) or sequence(size, random).`)});`,
    '}',
    inputs.sizes === undefined
      ? 'export const inputs = entry;'
      : `export const inputs = { ...entry, sizes: ${JSON.stringify(inputs.sizes)} };`,
  ];
}
