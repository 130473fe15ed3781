// A function of numbers that calls itself does the work of the calls in their place, a few levels deep: a call costs more than what such a
// function does in one. The recursion needs no more of the stack for it.
import { KernelCopy } from './copy-kernel.ts';
import type { Expression, KernelFunction, Local, Statement } from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { allocates, isScalar, nodesOf, visitStatements } from './walk-kernel.ts';

/** Expressions and statements of the function with its calls written out. */
const mostNodes = 300;
const mostLevels = 3;

export function inlineRecursion(kernel: KernelFunction): void {
  const { body } = kernel;
  if (typeof kernel.result === 'object' || kernel.result === 'nothing' || allocates(kernel)) return;
  if (!kernel.parameters.every(({ kind }) => kind === 'number' || kind === 'boolean')) return;
  if (!kernel.locals.every(({ kind }) => kind === 'number' || kind === 'boolean')) return;
  const locals: Local[] = [];
  for (let level = 0; level < mostLevels; level += 1) {
    const calls = callsIn(kernel.body, kernel);
    if (calls === 0 || nodesOf(kernel.body) + calls * nodesOf(body) > mostNodes) break;
    const copy: KernelCopy = new KernelCopy((expression) =>
      expression.kind === 'call' && expression.callee === kernel
        ? inPlace(
            kernel,
            body,
            expression.operands.flatMap((one) => (isScalar(one) ? [copy.expression(one)] : [])),
            locals,
          )
        : undefined,
    );
    kernel.body = copy.statements(kernel.body);
  }
  kernel.locals = [...kernel.locals, ...locals];
}

function callsIn(statements: readonly Statement[], callee: KernelFunction): number {
  let count = 0;
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind === 'call' && one.callee === callee) count += 1;
    },
  });
  return count;
}

/** What the call gives, with variables of its own; they are added to `locals`. */
function inPlace(
  kernel: KernelFunction,
  body: readonly Statement[],
  operands: readonly Expression[],
  locals: Local[],
): Expression {
  const own = new Map<Local, Local>();
  const fresh = (kind: Local['kind'], name: string): Local => {
    const local: Local = { kind, name };
    locals.push(local);
    return local;
  };
  for (const local of [...kernel.parameters, ...kernel.locals]) {
    if (local.kind === 'number' || local.kind === 'boolean') own.set(local, fresh(local.kind, local.name));
  }
  const ownOf = (local: Local): Local => own.get(local) ?? local;
  const result = fresh(kernel.result === 'boolean' ? 'boolean' : 'number', `${kernel.name}Result`);
  const label = `#${kernel.name}${locals.length}`;
  const copy: KernelCopy = new KernelCopy(
    (expression) => {
      if (expression.kind === 'local' || expression.kind === 'postfix')
        return { ...expression, local: ownOf(expression.local) };
      if (expression.kind !== 'assign') return undefined;
      return { ...expression, local: ownOf(expression.local), value: copy.expression(expression.value) };
    },
    (statement) => {
      if (statement.kind === 'forget') return [{ ...statement, local: ownOf(statement.local) }];
      if (statement.kind !== 'return' || statement.value === undefined || !isScalar(statement.value)) return undefined;
      return [assign(result, copy.expression(statement.value)), { kind: 'break', label }];
    },
  );
  const given = kernel.parameters.flatMap((parameter, index) => {
    const operand = operands[index];
    const isGiven = operand !== undefined && (parameter.kind === 'number' || parameter.kind === 'boolean');
    return isGiven ? [assign(ownOf(parameter), operand)] : [];
  });
  const [only] = body;
  if (body.length === 1 && only?.kind === 'return' && only.value !== undefined && isScalar(only.value))
    return { kind: 'sequence', first: given, last: copy.expression(only.value) };
  // Who comes to the end has no value, as in a function.
  const block: Statement = { kind: 'block', labels: [label], body: [...copy.statements(body), { kind: 'giveUp' }] };
  return { kind: 'sequence', first: [...given, block], last: read(result) };
}
