// When a kernel cannot pay: nothing in it takes long, or copying its arrays takes as long as the one pass over them. Measured: 0.75 to 1.2 ns
// per element of a plain array to copy it in, 7.5 ns to copy a result out, 5 ns for the call itself; dot products and saxpy of plain arrays
// come out at a quarter of their speed.

import type { Reason } from '../../../model/reason.ts';
import type { KernelModule } from '../../kernel/kernel-ir.ts';
import { loopDepth } from '../../kernel/walk-kernel.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

export function whyNotWorthIt(module: KernelModule, subject: Subject): Reason | undefined {
  const depth = loopDepth(module);
  if (depth === 0) return reasonAt(subject.node, reasons.fewOperations(subject.listing.name));
  const [entry] = module.functions;
  const arrays = entry?.parameters.filter(({ kind }) => kind === 'array') ?? [];
  const copied = arrays.map(({ name }) => name);
  if (entry !== undefined && typeof entry.result === 'object') copied.push('the result');
  if (depth > 1 || copied.length === 0) return undefined;
  return reasonAt(subject.node, reasons.copying(copied.join(' and ')));
}
