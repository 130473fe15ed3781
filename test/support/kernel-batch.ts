// Random kernels, many of them in one file that is parsed and checked once, compiled and run against the same functions in JavaScript, bit for bit.
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import { analyzeKernel } from '../../src/engine/kernel/analyze-kernel.ts';
import { emitKernel } from '../../src/engine/kernel/emit-kernel.ts';
import { lowerKernel } from '../../src/engine/kernel/lower-kernel.ts';
import { storageOf } from '../../src/engine/kernel/representation.ts';
import { simplifyKernel } from '../../src/engine/kernel/simplify-kernel.ts';
import { integersBetween } from '../../src/engine/source/ranges/number-fact.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import { checkedArrays } from '../../src/engine/strategies/webassembly/choose-assumptions.ts';
import { BatchCount, type BatchResult, exportsOf } from './batch-result.ts';
import { subjectOf } from './propose-on.ts';
import { randomKernel } from './random-kernels.ts';

const largest = 1e9;

export type KernelCall = readonly [number, number, number, number, boolean];
const specials = [
  0,
  1,
  -1,
  2.5,
  -0,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e300,
  5e-324,
  -0.5,
];
const counts = [0, 1, 2, 3, 5, 8, 17, 255, 65_536, largest, 46_341];
const calls: readonly KernelCall[] = [
  ...counts.map(
    (n, index): KernelCall => [
      n,
      counts[(index * 3 + 1) % counts.length] ?? 1,
      specials[index] ?? 0,
      index / 3,
      index % 2 === 0,
    ],
  ),
  ...specials.map(
    (x, index): KernelCall => [
      counts[index % counts.length] ?? 0,
      3,
      x,
      specials[(index * 5 + 2) % specials.length] ?? 0,
      true,
    ],
  ),
];

interface Outcome {
  readonly value: unknown;
  readonly arrays: readonly (readonly number[])[];
}

function outcomeOfScript(run: (...args: unknown[]) => unknown, call: KernelCall, typedName: string): Outcome {
  const [a, c, out] = argumentsFor(typedName);
  const value = run(...call, a, c, out);
  return { value, arrays: [Array.from(a), Array.from(c), Array.from(out)] };
}

function argumentsFor(typedName: string) {
  const a = [3, -1, 0.5, 7, -0, 2, 100, 1e10];
  const c = new (Reflect.get(globalThis, typedName) as Float64ArrayConstructor)([1, 2, 200, 4, 5, 70_000, 7, 8]);
  return [a, c, new Float64Array(8)] as const;
}

export interface CompiledKernel {
  readonly exports: {
    run(...args: unknown[]): unknown;
    reset(): void;
    allocate(length: number, shift: number, clear: number): number;
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  readonly names: readonly string[];
  readonly shifts: readonly number[];
  readonly usesVectors: boolean;
  readonly mayTrapAfterWriting: boolean;
}

/** `isChecked`: arrays that it makes hold integers, which stores check. Undefined where it is too large, or a variable may be unset. */
export function compileKernel(
  node: ts.SignatureDeclaration,
  name: string,
  checker: ts.TypeChecker,
  isChecked = false,
): CompiledKernel | undefined {
  const lowered = lowerKernel(node, name, checker);
  if (!lowered.ok) throw new Error(`${lowered.obstacle.kind}: ${lowered.obstacle.subject}`);
  const { module } = lowered;
  simplifyKernel(module);
  const parameters = module.functions[0]?.parameters ?? [];
  const numbers = parameters.flatMap((one) => (one.kind === 'number' ? [one] : [])).slice(0, 2);
  const facts = analyzeKernel(module, {
    parameters: new Map(numbers.map((one) => [one, integersBetween(0, largest)])),
    elements: new Map(),
    ...(isChecked ? { checked: checkedArrays(module, new Map(numbers.map((one) => [one, 'count']))) } : {}),
  });
  if (facts === 'too-large' || facts.unset !== undefined) return undefined;
  const emitted = emitKernel(module, facts);
  const imports = Object.fromEntries(
    emitted.imports.map((one) => [one, one === 'remainder' ? (x: number, y: number) => x % y : Math[one]]),
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(emitted.bytes)), { m: imports });
  const storages = parameters.filter((one) => one.kind === 'array').map((one) => storageOf(one, facts));
  return {
    exports: instance.exports as unknown as CompiledKernel['exports'],
    names: storages.map((one) => one.name),
    shifts: storages.map((one) => one.shift),
    usesVectors: emitted.usesVectors,
    mayTrapAfterWriting: emitted.mayTrapAfterWriting,
  };
}

/** Undefined when it trapped, and the original would run: on arrays as they were, where it says that nothing has been written. */
export function outcomeOfKernel(
  { exports, names, shifts, mayTrapAfterWriting }: CompiledKernel,
  call: KernelCall,
  typedName: string,
): Outcome | undefined {
  const arrays = argumentsFor(typedName);
  exports.reset();
  const addresses = arrays.map((array, index) => exports.allocate(array.length, shifts[index] ?? 0, 0));
  const view = (index: number) =>
    new (Reflect.get(globalThis, names[index] ?? '') as Float64ArrayConstructor)(
      exports.memory.buffer,
      addresses[index],
      arrays[index]?.length,
    );
  for (const [index, array] of arrays.entries()) view(index).set(array);
  const contents = () => arrays.map((_, index) => Array.from(view(index)));
  const before = contents();
  try {
    const value = exports.run(...call, ...addresses.flatMap((address, index) => [address, arrays[index]?.length]));
    return { value, arrays: contents() };
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    const isTouched = !mayTrapAfterWriting && !isDeepStrictEqual(contents(), before);
    return isTouched ? { value: 'gave up after writing', arrays: contents() } : undefined;
  }
}

export function checkKernelBatch(seed: number, size: number): BatchResult {
  const random = seededRandom(seed);
  const texts = Array.from({ length: size }, (_, index) => randomKernel(`f${index}`, random));
  const subject = subjectOf(texts.join('\n'), 'f0');
  const scripts = exportsOf(texts.join('\n'));
  const count = new BatchCount(seed);
  for (const statement of subject.sourceFile.statements) {
    if (!ts.isFunctionDeclaration(statement) || !/^f\d+$/.test(statement.name?.text ?? '')) continue;
    const name = statement.name?.text ?? '';
    const text = texts[Number(name.slice(1))] ?? '';
    const typedName = /c: (\w+)/.exec(text)?.[1] ?? '';
    const compiled = compileKernel(statement, name, subject.checker, Number(name.slice(1)) % 3 === 0);
    const script = scripts[name];
    if (compiled === undefined || script === undefined) continue;
    const before = count.calls;
    for (const call of calls) {
      const actual = outcomeOfKernel(compiled, call, typedName);
      if (actual === undefined) {
        count.handedOn += 1;
        continue;
      }
      if (compiled.usesVectors) count.inVectors += 1;
      count.compare('webassembly', text, call.map(String).join(', '), actual, outcomeOfScript(script, call, typedName));
    }
    if (count.calls > before) count.noteCompared('webassembly');
  }
  return count.result(size);
}
