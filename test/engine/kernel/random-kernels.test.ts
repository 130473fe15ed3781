// Random kernels, compiled and run against the same functions in JavaScript, bit for bit. FUZZ_SEED and FUZZ_RUNS (programs) make it another
// or a longer run.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { analyzeKernel } from '../../../src/engine/kernel/analyze-kernel.ts';
import { emitKernel } from '../../../src/engine/kernel/emit-kernel.ts';
import type { KernelModule } from '../../../src/engine/kernel/kernel-ir.ts';
import { lowerKernel } from '../../../src/engine/kernel/lower-kernel.ts';
import { storageOf } from '../../../src/engine/kernel/representation.ts';
import { simplifyKernel } from '../../../src/engine/kernel/simplify-kernel.ts';
import { integersBetween } from '../../../src/engine/source/ranges/number-fact.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { checkedArrays } from '../../../src/engine/strategies/webassembly/choose-assumptions.ts';
import { subjectOf } from '../../support/check-strategy.ts';
import { randomKernel } from '../../support/random-kernels.ts';

const programsPerFile = 50;
const largest = 1e9;

type Call = readonly [number, number, number, number, boolean];
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
const calls: readonly Call[] = [
  ...counts.map(
    (n, index): Call => [
      n,
      counts[(index * 3 + 1) % counts.length] ?? 1,
      specials[index] ?? 0,
      index / 3,
      index % 2 === 0,
    ],
  ),
  ...specials.map(
    (x, index): Call => [
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

function outcomeOfScript(run: (...args: unknown[]) => unknown, call: Call, typedName: string): Outcome {
  const [a, c, out] = argumentsFor(typedName);
  const value = run(...call, a, c, out);
  return { value, arrays: [Array.from(a), Array.from(c), Array.from(out)] };
}

function argumentsFor(typedName: string) {
  const a = [3, -1, 0.5, 7, -0, 2, 100, 1e10];
  const c = new (Reflect.get(globalThis, typedName) as Float64ArrayConstructor)([1, 2, 200, 4, 5, 70_000, 7, 8]);
  return [a, c, new Float64Array(8)] as const;
}

interface Compiled {
  readonly exports: {
    run(...args: unknown[]): unknown;
    reset(): void;
    allocate(length: number, shift: number, clear: number): number;
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  readonly module: KernelModule;
  readonly names: readonly string[];
  readonly shifts: readonly number[];
  readonly usesVectors: boolean;
}

function compile(
  node: ts.SignatureDeclaration,
  name: string,
  checker: ts.TypeChecker,
  isChecked = false,
): Compiled | undefined {
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
    exports: instance.exports as unknown as Compiled['exports'],
    module,
    names: storages.map((one) => one.name),
    shifts: storages.map((one) => one.shift),
    usesVectors: emitted.usesVectors,
  };
}

/** Undefined when it trapped, and the original would run. */
function outcomeOfKernel({ exports, names, shifts }: Compiled, call: Call, typedName: string): Outcome | undefined {
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
  try {
    const value = exports.run(...call, ...addresses.flatMap((address, index) => [address, arrays[index]?.length]));
    return { value, arrays: arrays.map((_, index) => Array.from(view(index))) };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return undefined;
    throw error;
  }
}

function checkFile(seed: number): { readonly compared: number; readonly trapped: number; readonly inVectors: number } {
  const random = seededRandom(seed);
  const texts = Array.from({ length: programsPerFile }, (_, index) => randomKernel(`f${index}`, random));
  const subject = subjectOf(texts.join('\n'), 'f0');
  const scripts: Record<string, (...args: unknown[]) => unknown> = {};
  const { outputText } = ts.transpileModule(texts.join('\n'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function('exports', outputText)(scripts);
  let compared = 0;
  let trapped = 0;
  let inVectors = 0;
  for (const statement of subject.sourceFile.statements) {
    if (!ts.isFunctionDeclaration(statement) || !/^f\d+$/.test(statement.name?.text ?? '')) continue;
    const name = statement.name?.text ?? '';
    const text = texts[Number(name.slice(1))] ?? '';
    const typedName = /c: (\w+)/.exec(text)?.[1] ?? '';
    const compiled = compile(statement, name, subject.checker, Number(name.slice(1)) % 2 === 1);
    const script = scripts[name];
    if (compiled === undefined || script === undefined) continue;
    for (const call of calls) {
      const actual = outcomeOfKernel(compiled, call, typedName);
      if (actual === undefined) {
        trapped += 1;
        continue;
      }
      compared += 1;
      if (compiled.usesVectors) inVectors += 1;
      expect(actual, `seed ${seed} ${JSON.stringify(call)}\n${text}`).toStrictEqual(
        outcomeOfScript(script, call, typedName),
      );
    }
  }
  return { compared, trapped, inVectors };
}

test('random kernels give bit for bit what JavaScript gives', () => {
  const first = Number(process.env['FUZZ_SEED'] ?? 41);
  const files = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 100) / programsPerFile);
  const total = { compared: 0, trapped: 0, inVectors: 0 };
  for (let file = 0; file < files; file += 1) {
    const { compared, trapped, inVectors } = checkFile(first + file);
    total.compared += compared;
    total.trapped += trapped;
    total.inVectors += inVectors;
  }
  if (process.env['FUZZ_RUNS'] !== undefined) process.stdout.write(`${JSON.stringify(total)}\n`);
  expect(total.compared).toBeGreaterThan(files * programsPerFile * 3);
  expect(total.inVectors).toBeGreaterThan((files * programsPerFile) / 4);
}, 3_600_000);

test('the comparison notices a product that is wrapped before it is rounded', () => {
  const kernel = (product: string) =>
    `export function f0(n: number, m: number, x: number, y: number, flag: boolean, a: number[], c: Int8Array, out: Float64Array): number { let u = 1; for (let i = 0; i < 20; i++) { u = ${product}; } return u; }`;
  const [right, wrong] = ['(u * 1664525013 + n) | 0', '(Math.imul(u, 1664525013) + n) | 0'].map((product) => {
    const subject = subjectOf(kernel(product), 'f0');
    return compile(subject.node as ts.SignatureDeclaration, 'f0', subject.checker);
  });
  if (right === undefined || wrong === undefined) throw new Error('It was not compiled.');
  const call: Call = [3, 1, 0, 0, true];
  expect(outcomeOfKernel(wrong, call, 'Int8Array')).not.toStrictEqual(outcomeOfKernel(right, call, 'Int8Array'));
});
