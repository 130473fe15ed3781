// The same kernel with less to do at run time: short loops are written out, and what loops would compute again and again stands before them.
import { hoistInvariants } from './hoist-invariants.ts';
import type { KernelModule } from './kernel-ir.ts';
import { unrollLoops } from './unroll-loops.ts';

export function simplifyKernel({ functions }: KernelModule): void {
  for (const kernel of functions) {
    kernel.body = unrollLoops(kernel.body);
    hoistInvariants(kernel);
  }
}
