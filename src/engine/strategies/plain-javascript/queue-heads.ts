// A queue that a loop takes from the front of with `shift()`, which moves all the others up when there are many: an index walks along instead.
// The loop asks whether something is left before it takes, so the index never passes the end.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { FileEdit } from '../../source/edits.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import { readCountedLoop } from '../../source/loops/counted-loop.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { bare, enclosingFunction, isInside, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { isFreshLiteral } from './accumulators.ts';
import { isMadeAnew } from './changing-lists.ts';
import { reasons } from './reasons.ts';

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
  readonly file: FileEdit;
}

export interface WalkedQueues {
  readonly names: readonly string[];
  /** What is written anew or gets a line behind it. */
  readonly edited: readonly ts.Node[];
  readonly refused: readonly Reason[];
}

/** To be asked before anything else is written anew: with a long queue nothing gains as much. */
export function walkQueues({ subject, variables, names, file }: Work): WalkedQueues {
  const queues: string[] = [];
  const edited: ts.Node[] = [];
  const refused: Reason[] = [];
  for (const variable of variables.all) {
    const queue = queueOf(variable, subject, variables);
    if (queue === undefined || 'code' in queue) {
      if (queue !== undefined) refused.push(queue);
      continue;
    }
    edited.push(queue.declared, queue.shift, ...queue.lengths);
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
  return { names: queues, edited, refused };
}

function leftOf(length: ts.PropertyAccessExpression, queue: string, head: string): string {
  const { parent } = wrapped(length);
  const isOperand =
    ts.isBinaryExpression(parent) || ts.isPrefixUnaryExpression(parent) || ts.isPropertyAccessExpression(parent);
  return isOperand ? `(${queue}.length - ${head})` : `${queue}.length - ${head}`;
}

interface Queue {
  readonly declared: ts.VariableStatement;
  readonly shift: ts.CallExpression;
  readonly lengths: readonly ts.PropertyAccessExpression[];
}

interface Uses {
  readonly lengths: readonly ts.PropertyAccessExpression[];
  readonly shifts: readonly ts.CallExpression[];
  readonly pushed: readonly ts.Expression[];
  /** Neither asks its length, nor pushes, nor takes from the front. */
  readonly other: ts.Node | undefined;
}

/** Undefined for what is no list taken from by shift in a loop; a reason where more is done to it than pushing, asking its length and taking. */
function queueOf(variable: Variable, subject: Subject, variables: FunctionVariables): Queue | Reason | undefined {
  const { declaration } = variable;
  if (variable.isFree || variable.definitions.length !== 1 || variable.changesElsewhere) return undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  const { lengths, shifts, pushed, other } = usesOf(variable, declaration, subject);
  if (!shifts.some((shift) => isInLoop(shift, subject.node))) return undefined;
  const refused = (at: ts.Node, why: string): Reason => reasonAt(at, reasons.queueTaken(variable.name, why));
  const initial = bare(declaration.initializer);
  const declared = declaration.parent.parent;
  const isOwn = ts.isArrayLiteralExpression(initial) ? isFreshLiteral(initial) : isMadeAnew(initial, subject.checker);
  if (!isOwn) return refused(declaration, 'others may hold the same list');
  if (!ts.isVariableStatement(declared) || !ts.isBlock(declared.parent)) return undefined;
  if (declared.declarationList.declarations.length > 1) return refused(declared, 'it is declared beside others');
  if (other !== undefined)
    return refused(other, `\`${firstWords(other)}\` is more than pushing, taking and asking the length`);
  const [shift, another] = shifts;
  if (shift === undefined || another !== undefined) return refused(another ?? declared, 'several places take from it');
  // Called again while it waits or from its own loop, a function that takes could go past the end.
  if (enclosingFunction(shift) !== enclosingFunction(declaration))
    return refused(shift, 'a function of the function takes from it');
  const loop = loopThatAsks(shift, variable, variables);
  if (loop === undefined || !isInside(loop, declared.parent))
    return refused(shift, 'the loop does not ask whether something is left before it takes');
  if (isPutBack(shift, pushed, variables)) return refused(shift, 'what is taken is put back at the end');
  return { declared, shift, lengths };
}

function usesOf(variable: Variable, declaration: ts.VariableDeclaration, { checker }: Subject): Uses {
  const lengths: ts.PropertyAccessExpression[] = [];
  const shifts: ts.CallExpression[] = [];
  const pushed: ts.Expression[] = [];
  let other: ts.Node | undefined;
  for (const reference of variable.references) {
    if (reference === declaration.name) continue;
    const member = reference.parent;
    if (!ts.isPropertyAccessExpression(member) || member.expression !== reference || member.questionDotToken) {
      other ??= member;
      continue;
    }
    const call = member.parent;
    const isCalled = ts.isCallExpression(call) && call.expression === member && !call.questionDotToken;
    const isMethod = isCalled && isLibrarySymbol(checker.getSymbolAtLocation(member));
    if (member.name.text === 'length' && !isCalled && !isWriteTarget(member)) lengths.push(member);
    else if (isMethod && member.name.text === 'shift' && call.arguments.length === 0) shifts.push(call);
    else if (isMethod && member.name.text === 'push' && isDropped(call, checker)) pushed.push(...call.arguments);
    else other ??= isCalled ? call : member;
  }
  return { lengths, shifts, pushed, other };
}

/** Nobody looks at what the call gives: a statement, the right side of one, or all that a callback of `forEach` does. */
function isDropped(call: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = wrapped(call);
  const { parent } = node;
  if (ts.isExpressionStatement(parent)) return true;
  if (ts.isBinaryExpression(parent))
    return (
      /^(&&|\|\||\?\?)$/.test(parent.operatorToken.getText()) && parent.right === node && isDropped(parent, checker)
    );
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isDropped(parent, checker);
  if (!ts.isArrowFunction(parent) || parent.body !== node || !ts.isCallExpression(parent.parent)) return false;
  const callee = bare(parent.parent.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'forEach' &&
    isLibrarySymbol(checker.getSymbolAtLocation(callee))
  );
}

function isInLoop(node: ts.Node, root: ts.Node): boolean {
  for (let outer = node.parent; outer !== root && outer !== undefined; outer = outer.parent)
    if (ts.isIterationStatement(outer, false)) return true;
  return false;
}

function firstWords(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** Taken from the front and put back at the end: with an index such a queue would grow for ever. */
function isPutBack(shift: ts.CallExpression, pushed: readonly ts.Expression[], variables: FunctionVariables): boolean {
  const { parent } = wrapped(shift);
  const taken = ts.isVariableDeclaration(parent) ? variables.of(parent.name) : undefined;
  return pushed.some(
    (argument) => isInside(shift, argument) || (taken !== undefined && variables.of(bare(argument)) === taken),
  );
}

/** The loop around the call that goes on only while something is in the queue, or as often as it is long; nothing else takes from it before. */
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
  if (goesThroughAll(loop, queue, variables)) return loop;
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

/** `const size = queue.length; for (let i = 0; i < size; i++)`, with nothing taken from the queue between the two. */
function goesThroughAll(loop: ts.Node, queue: Variable, variables: FunctionVariables): boolean {
  const counted = readCountedLoop(loop, variables);
  const size = counted && variables.of(bare(counted.limit));
  const declaration = size?.declaration;
  if (size === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if (size.definitions.length !== 1 || declaration.initializer === undefined) return false;
  const length = bare(declaration.initializer);
  return (
    declaration.parent.parent.parent === loop.parent &&
    declaration.pos < loop.pos &&
    ts.isPropertyAccessExpression(length) &&
    length.name.text === 'length' &&
    variables.of(length.expression) === queue
  );
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
