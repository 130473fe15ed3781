// A kernel as a WebAssembly module. Statements and functions are emitted here and in emit-statements.ts, values in emit-values.ts; the few
// routines that many operations share (ToInt32, remainders, allocation) are in emit-routines.ts.
import { firstAddress, routineCode, routineTypes } from './emit-routines.ts';
import { emitFunction } from './emit-statements.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { ImportedFunction, KernelFunction, KernelModule } from './kernel-ir.ts';
import { typeOfLocal, typeOfResult } from './representation.ts';
import { type FunctionType, type MemoryKind, moduleBytes, type ValueType } from './wasm-bytes.ts';
import { withWordVariables } from './word-variables.ts';

export type ImportName = ImportedFunction | 'remainder';
export type RoutineName = 'toInt32' | 'remainder' | 'round' | 'sign' | 'allocate' | 'reset';

export interface EmittedKernel {
  readonly bytes: Uint8Array;
  /** Functions that the module needs from JavaScript. */
  readonly imports: readonly ImportName[];
  /** The module has a memory, and exports `memory`, `allocate` and `reset`. */
  readonly usesMemory: boolean;
  /** It may trap, which means that the original has to be run instead. */
  readonly mayTrap: boolean;
  /** It may do so when it has already changed an array that it was given. */
  readonly mayTrapAfterWriting: boolean;
  /** Vectors of 128 bits, which engines have had since 2021. */
  readonly usesVectors: boolean;
  /** Names by which functions of other files are called, one for each file. */
  readonly fromElsewhere: readonly string[];
}

/** Where functions are in the module's index space, and what has been used so far. */
export interface Emission {
  readonly facts: KernelFacts;
  readonly usesMemory: boolean;
  usesVectors: boolean;
  /** Code comes in the order in which it runs, but for loops, which note what they change before their rounds. */
  noteWrite(): void;
  noteTrap(): void;
  importIndex(name: ImportName): number;
  functionIndex(kernel: KernelFunction): number;
  routineIndex(name: RoutineName): number;
}

const binaryImports: ReadonlySet<ImportName> = new Set(['remainder', 'pow', 'atan2', 'hypot']);

/** `memory`: whether a module that uses one makes it itself, and whether threads share it. */
export function emitKernel(module: KernelModule, analysis: KernelFacts, memory: MemoryKind = 'own'): EmittedKernel {
  const facts = withWordVariables(module, analysis);
  // The index of a function depends on how many are imported, which is known at the end: then it is done once more.
  let imports: readonly ImportName[] = [];
  for (;;) {
    const emitted = emitWith(module, facts, imports, memory);
    if (emitted.imports.length === imports.length) return emitted;
    imports = emitted.imports;
  }
}

function emitWith(
  module: KernelModule,
  facts: KernelFacts,
  known: readonly ImportName[],
  memory: MemoryKind,
): EmittedKernel {
  const imports = [...known];
  const routines: RoutineName[] = [];
  const usesMemory = module.functions.some(
    (kernel) =>
      typeof kernel.result === 'object' ||
      [...kernel.parameters, ...kernel.locals].some(
        ({ kind }) => kind === 'array' || kind === 'table' || kind === 'records',
      ),
  );
  const indexIn = <T>(list: T[], item: T): number => {
    if (!list.includes(item)) list.push(item);
    return list.indexOf(item);
  };
  let [hasWritten, mayTrap, mayTrapAfterWriting] = [false, false, false];
  const emission: Emission = {
    facts,
    usesMemory,
    usesVectors: false,
    noteWrite: () => {
      hasWritten = true;
    },
    noteTrap: () => {
      mayTrap = true;
      // Functions are called in another order than they stand in.
      mayTrapAfterWriting ||= hasWritten || module.functions.length > 1;
    },
    importIndex: (name) => indexIn(imports, name),
    functionIndex: (kernel) => known.length + module.functions.indexOf(kernel),
    routineIndex: (name) => known.length + module.functions.length + indexIn(routines, name),
  };
  const functions = module.functions.map((kernel) => ({
    type: typeOf(kernel, facts),
    code: emitFunction(kernel, emission),
  }));
  if (usesMemory) {
    emission.routineIndex('allocate');
    emission.routineIndex('reset');
  }
  // A routine may use others, which are then appended.
  const routineParts: { type: FunctionType; code: readonly number[] }[] = [];
  for (let index = 0; index < routines.length; index += 1) {
    const name = routines[index];
    if (name !== undefined) routineParts.push({ type: routineTypes[name], code: routineCode(name, emission) });
  }
  const bytes = moduleBytes({
    imports: imports.map((name) => ({ name, type: importType(name) })),
    functions: [...functions, ...routineParts],
    memory: usesMemory ? memory : undefined,
    globals: usesMemory ? [firstAddress] : [],
    exports: [
      { name: 'run', kind: 'function', index: known.length },
      ...(usesMemory
        ? ([
            { name: 'memory', kind: 'memory', index: 0 },
            { name: 'allocate', kind: 'function', index: emission.routineIndex('allocate') },
            { name: 'reset', kind: 'function', index: emission.routineIndex('reset') },
          ] as const)
        : []),
    ],
  });
  const fromElsewhere = module.imported.map(({ text }) => text);
  const { usesVectors } = emission;
  return { bytes, imports, usesMemory, mayTrap, mayTrapAfterWriting, usesVectors, fromElsewhere };
}

function typeOf(kernel: KernelFunction, facts: KernelFacts): FunctionType {
  const parameters = kernel.parameters.flatMap((parameter): ValueType[] => {
    switch (parameter.kind) {
      case 'table':
        return ['i32', 'i32', typeOfLocal(parameter.rows, facts), typeOfLocal(parameter.columns, facts)];
      case 'records':
        return [
          typeOfLocal(parameter.count, facts),
          ...[...parameter.fields].flatMap((): ValueType[] => ['i32', 'i32']),
        ];
      case 'array':
        return ['i32', 'i32'];
      default:
        return [typeOfLocal(parameter, facts)];
    }
  });
  return { parameters, result: typeOfResult(kernel, facts) };
}

function importType(name: ImportName): FunctionType {
  return { parameters: binaryImports.has(name) ? ['f64', 'f64'] : ['f64'], result: 'f64' };
}
