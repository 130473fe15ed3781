// Visits every expression and statement of a kernel, and measures how deeply its loops are nested.
import type { Expression, KernelFunction, KernelModule, Operand, Statement } from './kernel-ir.ts';

export interface KernelVisitor {
  readonly expression?: (expression: Expression) => void;
  readonly statement?: (statement: Statement) => void;
}

export function walkKernel(module: KernelModule, visitor: KernelVisitor): void {
  for (const kernel of module.functions) visitStatements(kernel.body, visitor);
}

export function visitStatements(statements: readonly Statement[], visitor: KernelVisitor): void {
  for (const statement of statements) {
    visitor.statement?.(statement);
    for (const expression of expressionsOf(statement)) walkExpression(expression, visitor);
    for (const inner of statementsOf(statement)) visitStatements(inner, visitor);
  }
}

/** Expressions and statements. */
export function nodesOf(statements: readonly Statement[]): number {
  let count = 0;
  const add = (): void => {
    count += 1;
  };
  visitStatements(statements, { expression: add, statement: add });
  return count;
}

function walkExpression(expression: Expression, visitor: KernelVisitor): void {
  visitor.expression?.(expression);
  if (expression.kind === 'sequence') visitStatements(expression.first, visitor);
  for (const part of partsOf(expression)) walkExpression(part, visitor);
}

export function statementsOf(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === 'if') return [statement.whenTrue, statement.whenFalse];
  if (statement.kind === 'loop') return [statement.prelude ?? [], statement.body, statement.update];
  return statement.kind === 'block' ? [statement.body] : [];
}

export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'evaluate':
      return [statement.expression];
    case 'write':
      return [statement.index, statement.value];
    case 'fill':
    case 'push':
      return [statement.value];
    case 'row':
      return [statement.index];
    case 'cut':
      return [statement.length];
    case 'allocate':
      return [statement.length, ...statement.elements];
    case 'if':
      return [statement.condition];
    case 'loop':
      return statement.test === undefined ? [] : [statement.test];
    case 'return':
      return statement.value === undefined || !isScalar(statement.value) ? [] : [statement.value];
    default:
      return [];
  }
}

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'arithmetic':
    case 'compare':
    case 'both':
    case 'either':
      return [expression.left, expression.right];
    case 'negate':
    case 'not':
    case 'isTruthy':
    case 'test':
      return [expression.operand];
    case 'math':
    case 'imported':
      return expression.operands;
    case 'assign':
      return [expression.value];
    case 'place':
      return [expression.row, expression.column];
    case 'choose':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'sequence':
      return [expression.last];
    case 'read':
      return [expression.index];
    case 'call':
      return expression.operands.filter(isScalar);
    default:
      return [];
  }
}

/** Whether calls of the function take memory. */
export function allocates(kernel: KernelFunction): boolean {
  let found = false;
  const takesMemory: ReadonlySet<Statement['kind']> = new Set(['allocate', 'push', 'append']);
  visitStatements(kernel.body, {
    statement: ({ kind, ...rest }) => {
      found ||= takesMemory.has(kind) || ('mayAppend' in rest && rest.mayAppend === true);
    },
  });
  return found;
}

export function isScalar(operand: Operand): operand is Expression {
  return operand.kind !== 'array' && operand.kind !== 'table';
}

/** How many loops are in each other, those of called functions included. Infinite for recursion. */
export function loopDepth(module: KernelModule): number {
  const [entry] = module.functions;
  return entry === undefined ? 0 : depthOf(entry, []);
}

function depthOf(kernel: KernelFunction, callers: readonly KernelFunction[]): number {
  if (callers.includes(kernel)) return Number.POSITIVE_INFINITY;
  const path = [...callers, kernel];
  const inExpression = (expression: Expression): number =>
    Math.max(
      0,
      expression.kind === 'call' ? depthOf(expression.callee, path) : 0,
      expression.kind === 'sequence' ? inStatements(expression.first) : 0,
      ...partsOf(expression).map(inExpression),
    );
  const inStatements = (statements: readonly Statement[]): number =>
    Math.max(
      0,
      ...statements.map((statement) => {
        const inner = Math.max(
          ...expressionsOf(statement).map(inExpression),
          ...statementsOf(statement).map(inStatements),
          0,
        );
        return statement.kind === 'loop' ? inner + 1 : inner;
      }),
    );
  return inStatements(kernel.body);
}
