// A queue that a loop takes from the front of with `shift()`, which moves all the others up when there are many: an index walks along instead.
// The loop asks whether something is left before it takes, so the index never passes the end.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { bare, isAssignmentOperator, isInside, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import type { Subject } from '../../source/subject.ts';
import { isFreshLiteral } from './accumulators.ts';

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
  readonly file: FileEdit;
  /** Regions that are written anew already. */
  readonly rewritten: readonly ts.Node[];
}

/** The names of the queues. */
export function walkQueues({ subject, variables, names, file, rewritten }: Work): readonly string[] {
  const queues: string[] = [];
  for (const variable of variables.all) {
    const queue = queueOf(variable, variables);
    if (
      queue === undefined ||
      rewritten.some((region) => isInside(queue.shift, region) || isInside(region, queue.loop))
    )
      continue;
    const head = names.fresh('head');
    file.insertLinesAfter(queue.declared, `let ${head} = 0${subject.style.semicolons ? ';' : ''}`);
    const taken = `${variable.name}[${head}++]`;
    const { parent } = queue.shift;
    // What shift gives may be undefined; an element is only where the compiler says so.
    const isAsserted = ts.isNonNullExpression(parent) && uncheckedMark(subject) === '';
    file.replace(isAsserted ? parent : queue.shift, taken);
    for (const length of queue.lengths) {
      const question = questionOf(wrapped(length));
      if (question === undefined) file.replace(length, leftOf(length, variable.name, head));
      else file.replace(question, `${head} < ${variable.name}.length`);
    }
    queues.push(variable.name);
  }
  return queues;
}

function leftOf(length: ts.PropertyAccessExpression, queue: string, head: string): string {
  const { parent } = wrapped(length);
  const isOperand = ts.isBinaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
  return isOperand ? `(${queue}.length - ${head})` : `${queue}.length - ${head}`;
}

interface Queue {
  readonly declared: ts.VariableStatement;
  readonly loop: ts.Node;
  readonly shift: ts.CallExpression;
  readonly lengths: readonly ts.PropertyAccessExpression[];
}

/** Undefined when anything is done to it but asking its length, pushing, and taking from the front once in a round. */
function queueOf(variable: Variable, variables: FunctionVariables): Queue | undefined {
  const { declaration } = variable;
  if (variable.isFree || variable.isCaptured || variable.definitions.length !== 1) return undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  const initial = bare(declaration.initializer);
  const declared = declaration.parent.parent;
  if (!ts.isArrayLiteralExpression(initial) || !isFreshLiteral(initial) || !ts.isVariableStatement(declared))
    return undefined;
  if (!ts.isBlock(declared.parent) || declared.declarationList.declarations.length > 1) return undefined;
  const lengths: ts.PropertyAccessExpression[] = [];
  const shifts: ts.CallExpression[] = [];
  const pushed: ts.Expression[] = [];
  for (const reference of variable.references) {
    if (reference === declaration.name) continue;
    const member = reference.parent;
    if (!ts.isPropertyAccessExpression(member) || member.expression !== reference || member.questionDotToken)
      return undefined;
    const call = member.parent;
    const isCalled = ts.isCallExpression(call) && call.expression === member && !call.questionDotToken;
    if (member.name.text === 'length' && !isCalled && isRead(member)) lengths.push(member);
    else if (member.name.text === 'shift' && isCalled && call.arguments.length === 0) shifts.push(call);
    else if (member.name.text !== 'push' || !isCalled || !ts.isExpressionStatement(call.parent)) return undefined;
    else pushed.push(...call.arguments);
  }
  const [shift, another] = shifts;
  const loop = shift && loopThatAsks(shift, variable, variables);
  if (shift === undefined || another !== undefined || loop === undefined || !isInside(loop, declared.parent))
    return undefined;
  if (isPutBack(shift, pushed, variables)) return undefined;
  return { declared, loop, shift, lengths };
}

/** Taken from the front and put back at the end: with an index such a queue would grow for ever. */
function isPutBack(shift: ts.CallExpression, pushed: readonly ts.Expression[], variables: FunctionVariables): boolean {
  const { parent } = wrapped(shift);
  const taken = ts.isVariableDeclaration(parent) ? variables.of(parent.name) : undefined;
  return pushed.some(
    (argument) => isInside(shift, argument) || (taken !== undefined && variables.of(bare(argument)) === taken),
  );
}

function isRead(member: ts.PropertyAccessExpression): boolean {
  const { parent } = wrapped(member);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isBinaryExpression(parent)) return !isAssignmentOperator(parent.operatorToken.kind) || parent.right === member;
  return (
    ts.isConditionalExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isForStatement(parent) ||
    ts.isCallExpression(parent) ||
    ts.isVariableDeclaration(parent)
  );
}

/** The loop around the call that goes on only while something is in the queue; nothing else takes from it before. */
function loopThatAsks(
  shift: ts.CallExpression,
  queue: Variable,
  variables: FunctionVariables,
): ts.WhileStatement | ts.ForStatement | undefined {
  let statement: ts.Node = shift;
  for (; !ts.isIterationStatement(statement.parent, false); statement = statement.parent) {
    if (ts.isFunctionLike(statement)) return undefined;
    if (ts.isBlock(statement.parent) && ts.isIterationStatement(statement.parent.parent, false)) break;
  }
  const body = statement.parent;
  const loop = body.parent;
  if (!ts.isBlock(body) || !(ts.isWhileStatement(loop) || ts.isForStatement(loop)) || loop.statement !== body)
    return undefined;
  const condition = ts.isWhileStatement(loop) ? loop.expression : loop.condition;
  const asks = (given: ts.Expression): boolean => {
    const node = bare(given);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      return asks(node.left) || asks(node.right);
    const lengths = ts.isBinaryExpression(node) ? [bare(node.left), bare(node.right)] : [node];
    return lengths.some(
      (length) =>
        ts.isPropertyAccessExpression(length) &&
        length.name.text === 'length' &&
        variables.of(length.expression) === queue &&
        questionOf(wrapped(length)) !== undefined,
    );
  };
  return condition !== undefined && asks(condition) ? loop : undefined;
}

/** What asks whether something is left: `queue.length > 0`, `0 < queue.length`, `queue.length !== 0`, or the length alone as a condition of a loop. */
function questionOf(length: ts.Expression): ts.Expression | undefined {
  const { parent } = length;
  if (ts.isWhileStatement(parent)) return length;
  if (ts.isForStatement(parent)) return parent.condition === length ? length : undefined;
  if (!ts.isBinaryExpression(parent)) return undefined;
  if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return isInCondition(parent) ? length : undefined;
  const isLeft = parent.left === length;
  if (bare(isLeft ? parent.right : parent.left).getText() !== '0') return undefined;
  const operators = isLeft ? ['>', '!==', '!='] : ['<', '!==', '!='];
  return operators.includes(parent.operatorToken.getText()) ? parent : undefined;
}

/** A conjunction whose value is only tested. */
function isInCondition(node: ts.BinaryExpression): boolean {
  const { parent } = wrapped(node);
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && isInCondition(parent);
  return ts.isWhileStatement(parent) || (ts.isForStatement(parent) && parent.condition === wrapped(node));
}
