// When a kernel cannot pay: nothing in it takes long, or copying its arrays takes as long as the one pass over them. Measured: 0.75 to 1.2 ns
// per element of a plain array to copy it in, 7.5 ns to copy a result out, 5 ns for the call itself; dot products and saxpy of plain arrays
// come out at a quarter of their speed.

import type { Reason } from '../../../model/reason.ts';
import { groupOf, type KernelModule } from '../../kernel/kernel-ir.ts';
import { loopDepth, walkKernel } from '../../kernel/walk-kernel.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

export function whyNotWorthIt(module: KernelModule, subject: Subject): Reason | undefined {
  const depth = loopDepth(module);
  if (depth === 0) return reasonAt(subject.node, reasons.fewOperations(subject.listing.name));
  const [entry] = module.functions;
  const copied = (entry?.parameters ?? []).filter(
    ({ kind }) => kind === 'array' || kind === 'table' || kind === 'records',
  );
  const names = copied.map(({ name }) => name);
  if (entry !== undefined && typeof entry.result === 'object') names.push('the result');
  const hasTable = copied.some(({ kind }) => kind === 'table');
  // Two loops are one pass over a table, unless its rows are points: few cells each, looked at by a number.
  const onePass = hasTable && !readsFixedColumns(module) ? 2 : 1;
  if (depth > onePass || names.length === 0) return undefined;
  return reasonAt(subject.node, reasons.copying(names.join(' and ')));
}

function readsFixedColumns(module: KernelModule): boolean {
  let found = false;
  walkKernel(module, {
    expression: (expression) => {
      if (expression.kind === 'place') found ||= expression.column.kind === 'constant';
      if (expression.kind !== 'read' || expression.index.kind !== 'constant') return;
      found ||= groupOf(expression.array).isOfTable === true;
    },
  });
  return found;
}
