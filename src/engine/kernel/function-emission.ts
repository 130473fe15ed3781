// What emitting the code of one function needs from whoever emits it: the code so far, where variables are, and the values of parts, so that
// the files that know about arithmetic, conditions and elements need not know each other.
import type { Emission } from './emit-kernel.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import type { Demand } from './representation.ts';
import type { Access } from './several-rounds.ts';
import type { CodeWriter, ValueType } from './wasm-bytes.ts';

export interface FunctionEmission {
  readonly code: CodeWriter;
  readonly module: Emission;
  localIndex(local: Local): number;
  /** Where the address and the length of the array are. */
  arrayIndex(array: ArrayLocal): { readonly address: number; readonly length: number };
  /** Where rounds in a row have found the neighbourhood of the element, and how many bytes the element lies behind it. */
  placeNear(access: Access): { readonly address: number; readonly bytes: number } | undefined;
  /** Where it is kept for how many elements an owned array has room. */
  capacityIndex(array: ArrayLocal): number;
  run(statements: readonly Statement[]): void;
  /** A local for a value in between, which nothing else uses. */
  scratch(type: ValueType): number;
  /** Consumes a truth, and traps when it is one. */
  trapIf(): void;
  /** Leaves a double. */
  double(expression: Expression, demand?: Demand): void;
  /** Leaves the 32-bit integer that the number is; the facts must say that it is one. */
  integer(expression: Expression, demand?: Demand): void;
  /** Leaves what ToInt32 makes of the number. */
  lowBits(expression: Expression): void;
  /** Leaves 1 or 0. */
  truth(expression: Expression): void;
}
