// An array that gets one element in each round of a loop, counted or over an array, is made at its final length at once: growing it copies it again and again.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { FileEdit } from '../../source/edits.ts';
import { analyzeEffects, isPureCallback } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { hasJump, readCountedLoop, roundsOf } from '../../source/loops/counted-loop.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { convertsQuietly } from '../../source/primitive-types.ts';
import {
  bare,
  isAssignmentOperator,
  isInside,
  isInTry,
  isSideEffectFree,
  isStepOperator,
  wrapped,
} from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { readingMethods } from './changing-lists.ts';
import { iterateByIndex, readIteratedArray } from './iterated-arrays.ts';
import { elementText } from './printed-types.ts';
import { reasons } from './reasons.ts';

interface GrownArrays {
  readonly names: readonly string[];
  readonly refused: readonly Reason[];
}

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly ranges: ValueRanges;
  readonly names: LoopNames;
  readonly file: FileEdit;
  /** Regions that are written anew already. */
  readonly rewritten: readonly ts.Node[];
}

export function preallocate(work: Work): GrownArrays {
  const names: string[] = [];
  const refused: Reason[] = [];
  // Several arrays may grow in one loop.
  const indices = new Map<ts.Node, string>();
  for (const variable of work.variables.all) {
    const declaration = emptyArrayOf(variable);
    if (declaration === undefined || work.rewritten.some((region) => isInside(declaration, region))) continue;
    const push = onlyPush(variable, declaration);
    if (push === undefined) continue;
    const plan = planOf(variable, declaration, push, work);
    if (typeof plan === 'string') {
      refused.push(reasonAt(push, reasons.pushCount(variable.name, plan)));
      continue;
    }
    const type = elementTypeText(declaration, variable, work.subject);
    const { file } = work;
    file.replace(declaration, `${variable.name}${type.annotation} = new Array${type.argument}(${plan.rounds})`);
    const argument = push.arguments[0];
    if (argument === undefined) continue;
    const index = indices.get(plan.node) ?? plan.index();
    indices.set(plan.node, index);
    file.replace({ start: push.getStart(), end: argument.getStart() }, `${variable.name}[${index}] = `);
    file.replace({ start: argument.getEnd(), end: push.getEnd() }, '');
    names.push(variable.name);
  }
  return { names, refused };
}

/** `const out = []`, given no other value. */
function emptyArrayOf(variable: Variable): ts.VariableDeclaration | undefined {
  const { declaration } = variable;
  if (variable.isFree || variable.isCaptured || variable.definitions.length !== 1) return undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const value = declaration.initializer && bare(declaration.initializer);
  if (value === undefined || !ts.isArrayLiteralExpression(value) || value.elements.length > 0) return undefined;
  const isAsserted = declaration.initializer !== value;
  return isAsserted || !ts.isVariableStatement(declaration.parent.parent) ? undefined : declaration;
}

function onlyPush(variable: Variable, declaration: ts.VariableDeclaration): ts.CallExpression | undefined {
  const pushes = variable.references.flatMap((reference) => {
    const call = reference.parent.parent;
    const isPush =
      ts.isPropertyAccessExpression(reference.parent) &&
      reference.parent.expression === reference &&
      reference.parent.name.text === 'push' &&
      ts.isCallExpression(call) &&
      call.expression === reference.parent;
    return isPush ? [call] : [];
  });
  const [push, ...more] = pushes;
  const [argument, ...others] = push?.arguments ?? [];
  if (push === undefined || more.length > 0 || argument === undefined || others.length > 0) return undefined;
  if (ts.isSpreadElement(argument) || push.pos < declaration.pos) return undefined;
  return push;
}

interface Plan {
  readonly node: GrowingLoop['node'];
  /** Writes the loop by index where it is not written so, and gives the index. */
  readonly index: () => string;
  readonly rounds: string;
}

/** A loop that runs as often as what it reads says at its start. */
interface GrowingLoop {
  readonly node: ts.ForStatement | ts.ForOfStatement;
  readonly index: () => string;
  /** What tells the number of rounds. */
  readonly limit: ts.Expression;
  readonly readsMemory: boolean;
  /** As code, and whether it is certainly a length that arrays can have; undefined when it may be no number. */
  readonly rounds: { readonly text: string; readonly isLength: boolean } | undefined;
}

function growingLoop(node: ts.IterationStatement, work: Work): GrowingLoop | undefined {
  const { variables, ranges, subject } = work;
  const counted = readCountedLoop(node, variables);
  if (counted !== undefined) {
    return {
      node: counted.node,
      index: () => counted.index.name,
      limit: counted.limit,
      readsMemory: readsMemory(counted.limit, subject.checker),
      rounds: roundsOf(counted, ranges),
    };
  }
  const iterated = readIteratedArray(node, variables, subject.checker);
  return (
    iterated && {
      node: iterated.node,
      index: () => iterateByIndex(iterated, work),
      limit: iterated.array,
      readsMemory: true,
      rounds: { text: `${iterated.array.text}.length`, isLength: true },
    }
  );
}

/** An element or a property, a length among them, which the loop may change. */
function readsMemory(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return globalName(bare(node.expression), checker) !== 'Math';
  return ts.forEachChild(node, (child) => readsMemory(child, checker)) ?? false;
}

/** A string says why the number of pushes is not known. */
function planOf(
  variable: Variable,
  declaration: ts.VariableDeclaration,
  push: ts.CallExpression,
  work: Work,
): Plan | string {
  const { subject, variables } = work;
  const statement = push.parent;
  if (!ts.isExpressionStatement(statement)) return 'the result of push is used';
  const block = statement.parent;
  const node = ts.isBlock(block) ? block.parent : block;
  if (!ts.isIterationStatement(node, false)) return 'not every round pushes';
  const loop = growingLoop(node, work);
  if (loop === undefined)
    return 'the loop neither counts from 0 to a fixed limit in steps of 1 nor goes through an array';
  if (hasJump(loop.node.statement)) return 'rounds may be left out';
  const declared = declaration.parent.parent as ts.VariableStatement;
  if (declared.parent !== loop.node.parent || !ts.isBlock(declared.parent))
    return `the loop does not stand beside the declaration of ${variable.name}`;
  if (isInTry(loop.node, subject.node)) return 'an error in the middle is caught';
  const { statements } = declared.parent;
  const between = statements.slice(statements.indexOf(declared) + 1, statements.indexOf(loop.node));
  if (!between.every(isQuietDeclaration)) return 'other code runs between the declaration and the loop';
  const isEarly = (name: ts.Identifier): boolean => {
    const used = variables.of(name);
    return used?.declaration === undefined || used.isFree || used.declaration.end <= declaration.pos + 1;
  };
  if (!everyName(loop.limit, isEarly)) return 'the limit is not known yet where the array is made';
  if (declared.declarationList.declarations.length > 1) return 'it is declared together with others';
  for (const reference of variable.references) {
    if (reference === declaration.name || isInside(reference, push.expression)) continue;
    if (isInside(reference, loop.node) && !isElementRead(reference)) return `the loop uses ${variable.name} otherwise`;
    if (reference.pos < loop.node.pos) return `${variable.name} is used before the loop`;
  }
  if (loop.readsMemory) {
    const changing = mayChangeLimit(loop.node, push, subject, variables);
    if (changing !== undefined) return changing;
  }
  const { rounds } = loop;
  if (rounds === undefined) return 'the limit may be no number';
  if (!rounds.isLength && mayLeave(loop.node.statement, push, subject))
    return 'the limit may be more than an array holds, and the loop may end early';
  return { node: loop.node, index: loop.index, rounds: rounds.text };
}

/** Returns, throws, or reads a member of what may not be there. */
function mayLeave(body: ts.Node, push: ts.CallExpression, subject: Subject): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isNewExpression(node)) return true;
    if (ts.isCallExpression(node) && node !== push && !neverThrows(node, subject)) return true;
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const object = bare(node.expression);
      if (ts.isElementAccessExpression(object) || ts.isCallExpression(object)) return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(body);
}

function neverThrows(node: ts.CallExpression, subject: Subject): boolean {
  const { checker } = subject;
  const callee = bare(node.expression);
  if (ts.isPropertyAccessExpression(callee) && globalName(bare(callee.expression), checker) === 'Math') return true;
  const declaration = checker.getSymbolAtLocation(callee)?.valueDeclaration;
  const target = declaration && functionOf(declaration);
  return target !== undefined && analyzeEffects(subject, target).effects.length === 0;
}

function isQuietDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) &&
        (initializer === undefined || isSideEffectFree(initializer) || bare(initializer).getText() === '[]'),
    )
  );
}

function everyName(node: ts.Node, test: (name: ts.Identifier) => boolean): boolean {
  if (ts.isIdentifier(node)) return test(node);
  return !(ts.forEachChild(node, (child) => !everyName(child, test)) ?? false);
}

/** `out[i - 1]` reads the same: what is not set yet is undefined either way. */
function isElementRead(reference: ts.Identifier): boolean {
  const { parent } = reference;
  if (!ts.isElementAccessExpression(parent) || parent.expression !== reference || isWriteTarget(parent)) return false;
  const outer = wrapped(parent).parent;
  return !ts.isDeleteExpression(outer) && !ts.isTaggedTemplateExpression(outer) && !isCallee(outer, wrapped(parent));
}

function isCallee(outer: ts.Node, node: ts.Expression): boolean {
  return ts.isCallExpression(outer) && outer.expression === node;
}

/** What may change the length of an array that the limit looks at. */
function mayChangeLimit(
  loop: GrowingLoop['node'],
  push: ts.CallExpression,
  subject: Subject,
  variables: FunctionVariables,
): string | undefined {
  const { checker } = subject;
  const visit = (node: ts.Node): string | undefined => {
    if (ts.isFunctionLike(node)) return 'the loop makes functions';
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return 'the loop waits';
    if ((ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) && isStepped(node))
      return 'the loop writes to other arrays, which may be the same';
    if (ts.isDeleteExpression(node) || ts.isTaggedTemplateExpression(node)) return 'the loop may change other arrays';
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      node !== push &&
      !isHarmlessCall(node, subject, variables)
    )
      return `the loop calls ${node.expression.getText()}, which may change the length`;
    if (
      ts.isBinaryExpression(node) &&
      isAssignmentOperator(node.operatorToken.kind) &&
      !isLocalTarget(bare(node.left), variables, checker)
    )
      return 'the loop writes to other arrays, which may be the same';
    return ts.forEachChild(node, visit);
  };
  return visit(loop.statement);
}

function isStepped({ parent }: ts.Node): boolean {
  return (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) && isStepOperator(parent.operator);
}

/** A variable, or an element of an array that the function made itself. */
function isLocalTarget(target: ts.Expression, variables: FunctionVariables, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(target)) return true;
  if (!ts.isElementAccessExpression(target)) return false;
  const variable = variables.of(target.expression);
  return variable !== undefined && isMadeHere(variable, checker);
}

function isMadeHere({ definitions, isFree }: Variable, checker: ts.TypeChecker): boolean {
  const [definition] = definitions;
  if (isFree || definitions.length !== 1 || definition?.kind !== 'value') return false;
  let value = bare(definition.expression);
  if (
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    value.expression.name.text === 'fill'
  )
    value = bare(value.expression.expression);
  if (ts.isArrayLiteralExpression(value)) return true;
  return ts.isNewExpression(value) && isLibrarySymbol(checker.getSymbolAtLocation(value.expression));
}

function isHarmlessCall(
  node: ts.CallExpression | ts.NewExpression,
  subject: Subject,
  variables: FunctionVariables,
): boolean {
  const { checker } = subject;
  const callee = bare(node.expression);
  if (ts.isPropertyAccessExpression(callee)) {
    const receiver = bare(callee.expression);
    if (['Math', 'Number', 'String', 'Object'].includes(globalName(receiver, checker) ?? ''))
      return callee.name.text !== 'assign' && callee.name.text !== 'defineProperty';
    if (checker.getTypeAtLocation(receiver).flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike))
      return node.arguments?.every((argument) => !ts.isFunctionLike(argument)) ?? true;
    // Pushing into an array that the function made grows that one only.
    const variable = variables.of(receiver);
    if (callee.name.text === 'push') return variable !== undefined && isMadeHere(variable, checker);
    return (
      isReading(callee, checker) && (node.arguments ?? []).every((argument) => isHarmlessArgument(argument, subject))
    );
  }
  const global = globalName(callee, checker);
  if (global !== undefined) return ['Number', 'String', 'Boolean', 'Array', 'Map', 'Set', 'BigInt'].includes(global);
  const declaration = checker.getSymbolAtLocation(callee)?.valueDeclaration;
  const target = declaration && functionOf(declaration);
  return target !== undefined && isPureCallback(target, subject);
}

/** `rows.find(...)` and other methods of arrays that change none. */
function isReading({ expression, name }: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(expression);
  // What `join` makes texts of may run code of its own.
  const isQuiet = name.text !== 'join' || convertsQuietly(type.getNumberIndexType() ?? type);
  return isQuiet && readingMethods.has(name.text) && checker.isArrayType(type);
}

function isHarmlessArgument(argument: ts.Expression, subject: Subject): boolean {
  const given = bare(argument);
  if (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) return isPureCallback(given, subject);
  return subject.checker.getTypeAtLocation(given).getCallSignatures().length === 0;
}

function functionOf(declaration: ts.Declaration): SubjectNode | undefined {
  if (ts.isFunctionDeclaration(declaration) && declaration.body !== undefined) return declaration;
  if (!ts.isVariableDeclaration(declaration) || !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const))
    return undefined;
  const value = declaration.initializer && bare(declaration.initializer);
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

/** `const out: number[] = []` says what the elements are; `new Array<number>(n)` takes it over. */
function elementTypeText(
  { type, name }: ts.VariableDeclaration,
  { references }: Variable,
  { style, checker }: Subject,
): { readonly annotation: string; readonly argument: string } {
  if (!style.isTypeScript) return { annotation: '', argument: '' };
  if (type !== undefined && ts.isArrayTypeNode(type))
    return { annotation: '', argument: `<${withoutParentheses(type.elementType).getText()}>` };
  if (type !== undefined) return { annotation: `: ${type.getText()}`, argument: '' };
  // `const out = []` gets its type from what is pushed: the last mention knows.
  const made = checker.getTypeAtLocation(references.at(-1) ?? name);
  const element = elementText(made, name, checker);
  return { annotation: '', argument: element === undefined || element === 'any' ? '' : `<${element}>` };
}

function withoutParentheses(type: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(type) ? withoutParentheses(type.type) : type;
}
