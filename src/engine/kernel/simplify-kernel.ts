// The same kernel with less to do at run time: calls of itself and short loops are written out, and what loops would compute again and again
// stands before them; what the round before has stored is not read again.
import { carryElements } from './carry-elements.ts';
import { hoistInvariants } from './hoist-invariants.ts';
import { inlineRecursion } from './inline-recursion.ts';
import type { KernelModule } from './kernel-ir.ts';
import { narrowCounters } from './narrow-counters.ts';
import { unrollLoops } from './unroll-loops.ts';

export function simplifyKernel({ functions }: KernelModule): void {
  for (const kernel of functions) {
    inlineRecursion(kernel);
    kernel.body = unrollLoops(kernel.body);
    narrowCounters(kernel);
    hoistInvariants(kernel);
    carryElements(kernel);
  }
}
