// What the body of a loop reads and writes through objects, as places, and what it calls. Judging them against each other is left to
// dependences.ts.
import ts from 'typescript';
import { withoutAlias } from '../aliases.ts';
import { analyzeEffects, type Effects, mutatedParameters } from '../effects.ts';
import { builtinBehaviour } from '../known-globals.ts';
import { isLibrary, isLibraryName } from '../library-symbols.ts';
import { isPrimitiveType } from '../primitive-types.ts';
import { bare, isAssignmentOperator, isInside, wrapped } from '../ranges/expressions.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import type { LoopReason } from './loop-facts.ts';
import type { LoopHeader } from './loop-header.ts';
import { isTarget, type Place, type Places } from './places.ts';

export interface Access {
  readonly place: Place;
  readonly node: ts.Expression;
  readonly isWrite: boolean;
  /** `push`, `add`, `sort`: a method that changes its receiver. */
  readonly method?: string;
  /** `+` for `h[k] += 1`: read and written at once. */
  readonly updatedBy?: string;
  /** Changed by code that is called with it: anything in it. */
  readonly isInside?: true;
}

export interface BodyAccesses {
  readonly accesses: readonly Access[];
  readonly reasons: readonly LoopReason[];
}

export function collectAccesses(header: LoopHeader, subject: Subject, places: Places): BodyAccesses {
  const accesses: Access[] = [];
  const reasons: LoopReason[] = [];
  const { checker } = subject;

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) callAt(node);
    if (ts.isDeleteExpression(node)) add(node.expression, true);
    if (isChainTop(node)) chainAt(node);
    ts.forEachChild(node, visit);
  };

  const add = (
    node: ts.Expression,
    isWrite: boolean,
    more: Pick<Access, 'method' | 'updatedBy' | 'isInside'> = {},
  ): void => {
    accesses.push({ place: places.placeOf(node), node, isWrite, ...more });
  };

  /** The longest `a[i].b[j]` around a name; the method of a call does not count. */
  const chainAt = (node: ts.Expression): void => {
    if (!isTarget(wrapped(node)) && !isPrimitiveAt(node, checker) && !isDeclaredName(node)) holderAt(node);
    if (ts.isIdentifier(node)) {
      // A mere mention of a variable hands out what it holds; primitives have no inside.
      if (isTarget(node) || isDeclaredName(node) || isPrimitiveAt(node, checker)) return;
      add(node, false);
      return;
    }
    const receiver = (node as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression;
    if (isUntyped(checker.getTypeAtLocation(receiver))) {
      const message = `The type of \`${shown(receiver)}\` is not known, so reading from it may run any code.`;
      reasons.push({ code: 'C8', message, node: receiver, unlock: `Declare the type of \`${shown(receiver)}\`.` });
    }
    if (ts.isPropertyAccessExpression(node)) accessorAt(node);
    const updatedBy = updateOperator(node);
    if (updatedBy !== undefined || isTarget(wrapped(node)))
      add(node, true, updatedBy === undefined ? {} : { updatedBy });
    else add(node, false);
  };

  /** A getter or a setter is code like any other. */
  const accessorAt = (node: ts.PropertyAccessExpression): void => {
    for (const declaration of checker.getSymbolAtLocation(node.name)?.declarations ?? []) {
      if (!ts.isGetAccessor(declaration) && !ts.isSetAccessor(declaration)) continue;
      const effects =
        isLibraryDeclaration(declaration) || declaration.body === undefined
          ? []
          : analyzeEffects(subject, declaration).effects;
      const impure = effects.find(({ kind }) => kind !== 'may-throw' && kind !== 'reads-this');
      if (impure === undefined) continue;
      const message = `Reading \`${shown(node)}\` runs code that ${impure.message}.`;
      reasons.push({ code: 'C2', message, node });
    }
  };

  /** Iterators are used up, and objects with conversions of their own run code where none is written. */
  const holderAt = (node: ts.Expression): void => {
    const type = checker.getTypeAtLocation(node);
    for (const part of type.isUnion() ? type.types : [type]) {
      const symbol = part.getSymbol();
      const isFromLibrary = isLibraryName(symbol) && part.getCallSignatures().length === 0 && symbol?.name !== '__type';
      const isStateful = isFromLibrary && !plainHolders.test(symbol?.name ?? '');
      const converts = !isFromLibrary && part.getProperties().some(({ name }) => conversions.test(name));
      if (!isStateful && !converts) continue;
      const message = `\`${shown(node)}\` may change by being used, which iterations would see.`;
      reasons.push({ code: 'W3', message, node });
      return;
    }
  };

  const callAt = (call: ts.CallExpression | ts.NewExpression): void => {
    const callee = bare(call.expression);
    if (ts.isElementAccessExpression(callee)) {
      // `list['push'](x)`: the method may be any, and may change whatever it gets.
      for (const one of [callee.expression, ...(call.arguments ?? [])])
        if (!isPrimitiveAt(one, checker)) add(one, true, { isInside: true });
      return;
    }
    const named = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    const symbol = withoutAlias(checker.getSymbolAtLocation(named), checker);
    if (ts.isPropertyAccessExpression(callee) && isLibrary(symbol)) {
      const method = callee.name.text;
      const behaviour = behaviourOf(symbol, method);
      if (behaviour?.writes === 'receiver') add(callee.expression, true, { method });
      else if (behaviour?.writes === 'first-argument') {
        const [first] = call.arguments ?? [];
        if (first !== undefined) add(first, true, { method, isInside: true });
      } else if (!isPrimitiveAt(callee.expression, checker)) add(callee.expression, false);
      if (behaviour?.regexp !== undefined) regexpAt(call, callee.expression, behaviour.regexp);
      callbacksAt(call, callee);
      return;
    }
    const fn = functionOf(symbol);
    if (ts.isPropertyAccessExpression(callee) && !isPrimitiveAt(callee.expression, checker))
      add(callee.expression, false);
    if (fn === undefined) return;
    const effects = analyzeEffects(subject, fn as SubjectNode);
    sharedStateAt(call.expression, fn, effects);
    for (const index of mutatedParameters(effects)) {
      for (const argument of fn.parameters[index]?.dotDotDotToken === undefined
        ? (call.arguments ?? []).slice(index, index + 1)
        : (call.arguments ?? []).slice(index))
        add(argument, true, { isInside: true });
    }
  };

  /** What a function that is called here changes or reads beside its arguments. */
  const sharedStateAt = (named: ts.Expression, fn: ts.Node, effects: Effects): void => {
    const isNested = isInside(fn, subject.node) && !isInside(fn, header.loop);
    const changes = effects.effects.find(
      ({ kind }) =>
        kind === 'writes-this' || (isNested && (kind === 'writes-outside' || kind === 'reads-mutable-outside')),
    );
    if (changes === undefined) return;
    const message = `\`${shown(named)}\` ${changes.message}, which iterations share.`;
    reasons.push({ code: 'C2', message, node: named });
  };

  /** `list.forEach(visit)`: the function gets elements and the list itself, and what it does to them is written nowhere in the loop. */
  const callbacksAt = (call: ts.CallExpression | ts.NewExpression, callee: ts.PropertyAccessExpression): void => {
    const args = call.arguments ?? [];
    for (const argument of args) {
      const given = bare(argument);
      const isWritten = ts.isArrowFunction(given) || ts.isFunctionExpression(given);
      const fn = isWritten ? given : functionOf(withoutAlias(checker.getSymbolAtLocation(given), checker));
      if (fn === undefined) continue;
      const effects = analyzeEffects(subject, fn as SubjectNode);
      if (!isWritten) sharedStateAt(given, fn, effects);
      const isReducing = /^reduce(?:Right)?$/.test(callee.name.text);
      const listPlace = isReducing ? 3 : 2;
      // What a callback that is written here does to elements is seen where it stands.
      const changed = [...mutatedParameters(effects)].filter((index) => !isWritten || index >= listPlace);
      const others = args.filter((one) => one !== argument);
      const holders = isReducing && changed.every((index) => index === 0) ? others : [callee.expression, ...others];
      for (const holder of changed.length === 0 ? [] : holders)
        if (!isPrimitiveAt(holder, checker)) add(holder, true, { isInside: true });
    }
  };

  const regexpAt = (call: ts.CallExpression | ts.NewExpression, receiver: ts.Expression, which: string): void => {
    const pattern = which === 'receiver' ? receiver : call.arguments?.[0];
    if (pattern === undefined) return;
    const inner = bare(pattern);
    const isString = (checker.getTypeAtLocation(inner).flags & ts.TypeFlags.StringLike) !== 0;
    if (isString || ts.isRegularExpressionLiteral(inner) || isPlainPattern(inner)) return;
    const message = `\`${shown(inner)}\` may be a global pattern, which remembers where it stopped.`;
    reasons.push({
      code: 'C2',
      message,
      node: inner,
      unlock: 'Use a pattern without the flags g and y, or make it in the loop.',
    });
  };

  const isPlainPattern = (node: ts.Expression): boolean => {
    const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    const value =
      declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const isConstant = declaration !== undefined && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    return (
      isConstant &&
      value !== undefined &&
      ts.isRegularExpressionLiteral(value) &&
      !/\/[a-z]*[gy][a-z]*$/.test(value.text)
    );
  };

  visit(header.loop.statement);
  return { accesses, reasons };
}

/** Of the library: objects that reading leaves as they are. The rest are mostly iterators. */
const plainHolders =
  /^((Readonly)?(Array|Map|Set)|Date|RegExp|RegExpMatchArray|RegExpExecArray|ArrayBuffer|DataView|\w*Error|Math|Number|String|Object|JSON|(Big)?(Int|Uint|Float)\d+(Clamped)?Array|\w+Constructor|Record|Partial|Required|Pick|Omit|Readonly)$/;
const conversions = /^(valueOf|toString|toJSON|__@\w+@\d+)$/;

function isLibraryDeclaration(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().isDeclarationFile;
}

function behaviourOf(symbol: ts.Symbol | undefined, method: string): ReturnType<typeof builtinBehaviour> {
  for (const declaration of symbol?.declarations ?? []) {
    const parent = declaration.parent;
    const owner = ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent) ? parent.name?.text : undefined;
    const behaviour = owner === undefined ? undefined : builtinBehaviour(owner, method);
    if (behaviour !== undefined) return behaviour;
  }
  return undefined;
}

function functionOf(symbol: ts.Symbol | undefined): ts.SignatureDeclaration | undefined {
  for (const declaration of symbol?.declarations ?? []) {
    if (ts.isFunctionLike(declaration) && 'body' in declaration && declaration.body !== undefined) return declaration;
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return value;
  }
  return undefined;
}

/** An access that is no part of a longer one, and a name that is no part of an access. */
function isChainTop(node: ts.Node): node is ts.Expression {
  if (ts.isIdentifier(node)) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) return false;
    if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
    return !isCallee(node) && isValueName(node);
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  const outer = wrapped(node).parent;
  const isPart =
    (ts.isPropertyAccessExpression(outer) || ts.isElementAccessExpression(outer)) && outer.expression === wrapped(node);
  return !isPart && !isCallee(node);
}

function isCallee(node: ts.Expression): boolean {
  const outer = wrapped(node);
  return (ts.isCallExpression(outer.parent) || ts.isNewExpression(outer.parent)) && outer.parent.expression === outer;
}

function isValueName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node && parent.name !== node;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent) && !ts.isParameter(parent);
}

function isDeclaredName(node: ts.Expression): boolean {
  return ts.isVariableDeclaration(node.parent) && node.parent.name === node;
}

function updateOperator(node: ts.Expression): string | undefined {
  const { parent } = wrapped(node);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const isStep = parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
    return isStep && ts.isExpressionStatement(parent.parent) ? '+' : undefined;
  }
  if (!ts.isBinaryExpression(parent) || parent.left !== wrapped(node)) return undefined;
  const operator = parent.operatorToken.kind;
  if (!isAssignmentOperator(operator) || operator === ts.SyntaxKind.EqualsToken) return undefined;
  if (!ts.isExpressionStatement(parent.parent)) return undefined;
  return operator === ts.SyntaxKind.MinusEqualsToken ? '+' : parent.operatorToken.getText().slice(0, -1);
}

export function isPrimitiveAt(node: ts.Node, checker: ts.TypeChecker): boolean {
  return isPrimitiveType(checker.getTypeAtLocation(node));
}

function isUntyped(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

export function shown(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
