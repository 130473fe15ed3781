// Whether iterations of a loop get in each other's way through objects: every write against every other access of the same or of a possibly
// identical object.
import ts from 'typescript';
import { isPrimitiveType } from '../primitive-types.ts';
import { bare, isInside } from '../ranges/expressions.ts';
import type { Subject } from '../subject.ts';
import { type Access, isPrimitiveAt, shown } from './loop-accesses.ts';
import type { LoopCollection, LoopGuard, LoopReason } from './loop-facts.ts';
import { isTypedArray, type LoopHeader } from './loop-header.ts';
import { isReassigned, isTarget, ownDepth, type Place, type Step } from './places.ts';
import { separation } from './subscript-distance.ts';
import type { SubscriptForms } from './subscript-forms.ts';

export interface Dependences {
  readonly reasons: readonly LoopReason[];
  readonly guards: readonly LoopGuard[];
  readonly collections: readonly LoopCollection[];
}

type Outer = Extract<Place, { kind: 'outer' }>;

export function findDependences(
  accesses: readonly Access[],
  header: LoopHeader,
  subject: Subject,
  forms: SubscriptForms,
): Dependences {
  const reasons: LoopReason[] = [];
  const guards = new Map<string, LoopGuard>();
  const collections = new Map<ts.Symbol, LoopCollection>();
  const guard = (one: LoopGuard): void => {
    guards.set(JSON.stringify(one), one);
  };

  for (const write of accesses.filter(({ isWrite }) => isWrite)) {
    const { place } = write;
    if (place.kind === 'own') {
      if (place.steps.length > place.depth || (write.isInside === true && !holdsPrimitives(write, subject.checker)))
        reasons.push(unknownWrite(write));
      continue;
    }
    if (place.kind === 'unknown') {
      reasons.push(unknownWrite(write));
      continue;
    }
    const same = accesses.filter((other) => other.place.kind === 'outer' && other.place.symbol === place.symbol);
    const collection = collectionOf(write, place, same, subject, header, forms);
    if (collection !== undefined) {
      collections.set(place.symbol, collection);
    } else conflictsWith(write, place, same);
    for (const other of accesses) {
      if (other.place.kind !== 'outer' || other.place.symbol === place.symbol) continue;
      aliasing(place, other.place, collection !== undefined);
    }
  }
  return { reasons, guards: [...guards.values()], collections: [...collections.values()] };

  function conflictsWith(write: Access, place: Outer, same: readonly Access[]): void {
    for (const other of same) {
      // A method changes its receiver anywhere: the receivers of two iterations must be different objects.
      const found = conflict(place, other.place as Outer, write.method !== undefined || write.isInside === true);
      if (found !== undefined) {
        reasons.push({ code: 'W2', message: `${sentence(write, other)} ${found}`, node: write.node });
        return;
      }
    }
  }

  /** Undefined when the two are never the same place in different iterations; else why not. */
  function conflict(a: Outer, b: Outer, isInside: boolean): string | undefined {
    const length = Math.min(a.steps.length, b.steps.length);
    let why: string | undefined;
    for (let at = 0; at < length; at += 1) {
      const [left, right] = [a.steps[at], b.steps[at]];
      if (left === undefined || right === undefined) break;
      const separate = separates(left, right, at === a.steps.length - 1 && at === b.steps.length - 1);
      if (separate.isSeparate) {
        if (isInside || at < a.steps.length - 1 || at < b.steps.length - 1) elementsDiffer(a, at);
        return undefined;
      }
      why ??= separate.why;
    }
    return why ?? 'Every iteration uses all of it.';
  }

  function separates(
    left: Step,
    right: Step,
    isLeaf: boolean,
  ): { readonly isSeparate: boolean; readonly why?: string } {
    if (left.kind === 'property' && right.kind === 'property') {
      return { isSeparate: isLeaf && left.name !== right.name };
    }
    if (left.kind === 'visited' && right.kind === 'visited') return { isSeparate: true };
    if (left.kind !== 'subscript' || right.kind !== 'subscript') return { isSeparate: false };
    const [first, second] = [forms.formOf(left.index), forms.formOf(right.index)];
    if (first === undefined || second === undefined || forms.space === undefined) {
      return { isSeparate: false, why: 'Where it is cannot be told from the number of the iteration.' };
    }
    const result = separation(first, second, forms.space);
    if (result.kind === 'separate') {
      if (result.nonZero !== undefined) guard({ kind: 'not-zero', stride: forms.nameOf(result.nonZero) });
      for (const name of result.integers ?? []) guard({ kind: 'integer', value: forms.limitOf(name) });
      return { isSeparate: true };
    }
    if (result.kind === 'distance') {
      const iterations = result.iterations === 1 ? 'the next iteration' : `the iteration ${result.iterations} later`;
      return { isSeparate: false, why: `They are the same place in ${iterations}.` };
    }
    const why = {
      'same-place': 'It is the same place in every iteration.',
      strides: 'How far apart the places of two iterations are is not known.',
      overlap: 'The places of two iterations may overlap.',
    };
    return { isSeparate: false, why: why[result.why] };
  }

  /** Places below different subscripts are different only if the elements are. */
  function elementsDiffer(place: Outer, at: number): void {
    const declaration = place.symbol.valueDeclaration;
    const value =
      declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const isMadeHere =
      value !== undefined && ownDepth(value, subject.checker) > at + 1 && isUnshared(place.symbol, subject, header);
    if (!isMadeHere) guard({ kind: 'distinct-elements', array: place.name });
  }

  function aliasing(written: Outer, other: Outer, isCollection: boolean): void {
    if (cannotBeSame(written.symbol, other.symbol)) return;
    if (isCollection && (isMadeInFunction(written.symbol) || isMadeInFunction(other.symbol))) return;
    guard({ kind: 'no-overlap', written: written.name, other: other.name });
  }

  function cannotBeSame(a: ts.Symbol, b: ts.Symbol): boolean {
    const [left, right] = [a, b].map((symbol) => typeOf(symbol, subject));
    if (left === undefined || right === undefined) return false;
    if (isPrimitiveType(left) || isPrimitiveType(right)) return true;
    const { checker } = subject;
    const isMixed =
      checker.isArrayType(left) !== checker.isArrayType(right) && (isTypedArray(left) || isTypedArray(right));
    return isMixed || isMadeInFunction(a) || isMadeInFunction(b);
  }

  /** A constant that holds an object made in this function which no other name got hold of. */
  function isMadeInFunction(symbol: ts.Symbol): boolean {
    const declaration = symbol.valueDeclaration;
    return (
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      isInside(declaration, subject.node) &&
      ownDepth(declaration.initializer, subject.checker) > 0 &&
      isUnshared(symbol, subject, header)
    );
  }
}

/** Every use reads or writes through the variable itself, or returns it: no other name holds the object. */
function isUnshared(symbol: ts.Symbol, subject: Subject, header: LoopHeader): boolean {
  if (isReassigned(symbol, subject.node, subject.checker)) return false;
  let isFine = true;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === symbol.name && valueSymbol(node, subject.checker) === symbol) {
      const { parent } = node;
      const isReceiver =
        (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
        parent.expression === node &&
        (isInside(node, header.loop) || !handsOut(parent, subject.checker));
      const isDeclared = ts.isVariableDeclaration(parent) && parent.name === node;
      const isReturned = ts.isReturnStatement(parent);
      const isIterated = ts.isForOfStatement(parent) && parent.expression === node;
      const isLater = node.pos > header.loop.end;
      if (!isReceiver && !isDeclared && !isReturned && !isIterated && !isLater) isFine = false;
    }
    if (isFine) ts.forEachChild(node, visit);
  };
  visit(subject.node);
  return isFine;
}

/** Of `{ out }` the variable, and not the property. */
function valueSymbol(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** What gives another hold of the very memory or array. */
const HANDING_OUT = /^(subarray|buffer|fill|sort|reverse|copyWithin|values|entries|valueOf)$/;

/** Before the loop: `const view = out.subarray(1)`, `const same = out.fill(0)`, `const row = rows[0]`. */
function handsOut(access: ts.PropertyAccessExpression | ts.ElementAccessExpression, checker: ts.TypeChecker): boolean {
  const isMethod = ts.isCallExpression(access.parent) && access.parent.expression === access;
  const given: ts.Expression = isMethod ? (access.parent as ts.CallExpression) : access;
  if (ts.isExpressionStatement(given.parent) || isTarget(given)) return false;
  if (isPrimitiveType(checker.getTypeAtLocation(given))) return false;
  if (ts.isElementAccessExpression(given.parent) && given.parent.expression === given)
    return handsOut(given.parent, checker);
  const element = checker.getTypeAtLocation(access.expression).getNumberIndexType();
  const isFlat = element !== undefined && isPrimitiveType(element);
  return !isFlat || !ts.isPropertyAccessExpression(access) || HANDING_OUT.test(access.name.text);
}

function collectionOf(
  write: Access,
  place: Outer,
  same: readonly Access[],
  { checker }: Subject,
  header: LoopHeader,
  forms: SubscriptForms,
): LoopCollection | undefined {
  const { name, symbol } = place;
  if (place.steps.length === 0 && (write.method === 'push' || write.method === 'add')) {
    const { method } = write;
    const isOnly = same.every(
      (other) => other.method === method && other.place.kind === 'outer' && other.place.steps.length === 0,
    );
    const type = checker.getTypeAtLocation(write.node);
    const isLocal = !isInside(symbol.valueDeclaration ?? header.loop, header.loop);
    const fits = method === 'push' ? checker.isArrayType(type) : type.getSymbol()?.name === 'Set';
    const isStatement = ts.isExpressionStatement(callOf(write.node)?.parent ?? write.node);
    return isOnly && isLocal && fits && isStatement
      ? { name, symbol, kind: method === 'push' ? 'append' : 'union' }
      : undefined;
  }
  const { updatedBy } = write;
  if (updatedBy === undefined || place.steps.length !== 1 || place.steps[0]?.kind !== 'subscript') return undefined;
  const isOwnPlace = forms.isInjective(place.steps[0].index);
  if (isOwnPlace) return undefined;
  const isOnly = same.every(
    (other) =>
      other.updatedBy === updatedBy || (other.place.kind === 'outer' && other.place.steps[0]?.kind === 'property'),
  );
  if (!isOnly || !['+', '*', '&', '|', '^'].includes(updatedBy)) return undefined;
  const isCount = isPrimitiveAt(write.node, checker) && isCounting(write.node);
  return { name, symbol, kind: 'histogram', ...(isCount ? {} : { isRounded: true as const }) };
}

function callOf(receiver: ts.Expression): ts.Node | undefined {
  const method = receiver.parent;
  return method !== undefined && ts.isCallExpression(method.parent) ? method.parent : undefined;
}

/** `h[k]++` and `h[k] += 1`. */
function isCounting(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    ts.isNumericLiteral(bare(parent.right)) &&
    Number.isInteger(Number(parent.right.getText()))
  );
}

function holdsPrimitives({ node }: Access, checker: ts.TypeChecker): boolean {
  const element = checker.getTypeAtLocation(node).getNumberIndexType();
  return element !== undefined && isPrimitiveType(element);
}

function typeOf(symbol: ts.Symbol, { checker, node }: Subject): ts.Type | undefined {
  const declaration = symbol.valueDeclaration;
  return declaration === undefined ? undefined : checker.getTypeOfSymbolAtLocation(symbol, declaration ?? node);
}

function unknownWrite({ node }: Access): LoopReason {
  const message = `Which object \`${shown(node)}\` changes cannot be told, and iterations may share it.`;
  return { code: 'W3', message, node };
}

function sentence(write: Access, other: Access): string {
  const isSame = write === other || shown(write.node) === shown(other.node);
  return isSame
    ? `\`${shown(write.node)}\` is changed in several iterations.`
    : `\`${shown(write.node)}\` is changed, and \`${shown(other.node)}\` may be the same.`;
}
