// When a kernel cannot pay: nothing in it takes long, copying its arrays takes as long as the one pass over them, or its time goes into functions
// of Math that it has to call. Measured: 0.75 to 1.2 ns per element of a plain array to copy it in, 7.5 ns to copy a result out (up to 28 ns where it
// has 100,000 elements and more), 0.1 to 0.2 ns and 0.5 ns for typed arrays, 5 ns for the call itself; dot products and saxpy of plain arrays come out at a quarter of their speed. Sines and
// logarithms with 5 to 25 operations beside each of them took 0.9 to 1.6 times as long in a module. Where nothing is copied (100,000 numbers that stay in
// the kernel's memory, Node 20) a saxpy took 0.23 of the original's time, clamping 0.19, one step of a heat equation 0.29, a dot product 0.79 and
// prefix sums in place as long; with a copy of typed arrays the saxpy took 0.67.

import type { Reason } from '../../../model/reason.ts';
import { type Expression, groupOf, type ImportedFunction, type KernelModule } from '../../kernel/kernel-ir.ts';
import type { Loop } from '../../kernel/loop-changes.ts';
import { loopDepth, visitStatements, walkKernel } from '../../kernel/walk-kernel.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { reasons } from './reasons.ts';

export function whyNotWorthIt(
  module: KernelModule,
  subject: Subject,
  copies: 'copies' | 'copies nothing',
): Reason | undefined {
  const depth = loopDepth(module);
  if (depth === 0) return reasonAt(subject.node, reasons.fewOperations(subject.listing.name));
  const [entry] = module.functions;
  // Tables of the module are as long with every call.
  const copied = (entry?.parameters ?? []).filter(
    (one) =>
      (one.kind === 'array' || one.kind === 'table' || one.kind === 'records') &&
      entry?.given.get(one)?.index !== 'module',
  );
  const kind = entry?.result;
  const gives = typeof kind === 'object' && !('parts' in kind);
  const names = [...copied.map(({ name }) => name), ...(gives ? ['the result'] : [])];
  const hasTable = copied.some(({ kind }) => kind === 'table');
  // Two loops are one pass over a table, unless its rows are points: few cells each, looked at by a number.
  const onePass = hasTable && !readsFixedColumns(module) ? 2 : 1;
  const work = workIn(module);
  if (depth > onePass || names.length === 0 || copies === 'copies nothing') return whyCallsDominate(work, subject);
  const isOfTexts = copied.length > 0 && copied.every((one) => one.kind === 'array' && groupOf(one).isText === true);
  const result = typeof entry?.result === 'object' && 'array' in entry.result ? entry.result.array : undefined;
  const areTyped = copied.every((one) => {
    return one.kind === 'array' && groupOf(one).typedName !== undefined && groupOf(one).isText !== true;
  });
  const isTypedResult = result !== undefined && groupOf(result).typedName !== undefined;
  // Whole arrays are copied at once then, which a filter or a histogram is worth; measuring tells.
  if (areTyped && (!gives || isTypedResult) && work.operations >= leastOperationsForTyped)
    return whyCallsDominate(work, subject);
  const inwards = areTyped ? nsInTyped : nsIn;
  const outwards = isTypedResult ? nsOutTyped : nsOut;
  const perElement = (copied.length > 0 ? inwards : 0) + (gives ? outwards : 0);
  return reasonAt(subject.node, reasons.copying(names.join(' and '), perElement, work.operations, isOfTexts));
}

const [nsIn, nsOut] = [1, 8];
const [nsInTyped, nsOutTyped] = [0.2, 0.5];
/** With each element of typed arrays, for a module to have a chance: sums and scalings of them are as fast as their copies. */
const leastOperationsForTyped = 10;

/** What the innermost loops do in one round, all of them together. */
interface Work {
  /** Arithmetic, comparisons, and elements read and written, without the calls. */
  readonly operations: number;
  readonly calls: readonly ImportedFunction[];
  /** There are no loops without one. */
  readonly callsInAll: boolean;
}

function workIn(module: KernelModule): Work {
  let operations = 0;
  let callsInAll = true;
  const calls: ImportedFunction[] = [];
  for (const loop of innermostLoops(module)) {
    const before = calls.length;
    visitStatements([...loop.body, ...loop.update], {
      statement: ({ kind }) => {
        if (kind === 'write' || kind === 'push') operations += 1;
      },
      expression: (one) => {
        if (one.kind === 'imported') calls.push(one.name);
        else if (workingKinds.has(one.kind)) operations += 1;
      },
    });
    callsInAll &&= calls.length > before;
  }
  return { operations, calls, callsInAll };
}

const workingKinds: ReadonlySet<Expression['kind']> = new Set([
  'arithmetic',
  'math',
  'negate',
  'compare',
  'read',
  'call',
]);

function innermostLoops(module: KernelModule): readonly Loop[] {
  const loops: Loop[] = [];
  walkKernel(module, {
    statement: (statement) => {
      if (statement.kind !== 'loop') return;
      let isInnermost = true;
      visitStatements(statement.body, {
        statement: ({ kind }) => {
          if (kind === 'loop') isInnermost = false;
        },
      });
      if (isInnermost) loops.push(statement);
    },
  });
  return loops;
}

/** Beside each call, for a module to have anything to gain by. */
const leastOperationsPerCall = 30;

function whyCallsDominate({ operations, calls, callsInAll }: Work, subject: Subject): Reason | undefined {
  if (calls.length === 0 || !callsInAll) return undefined;
  const perCall = Math.round(operations / calls.length);
  if (perCall >= leastOperationsPerCall) return undefined;
  const names = [...new Set(calls)].map((name) => `Math.${name}`);
  return reasonAt(subject.node, reasons.callsDominate(names.join(' and '), perCall));
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
