// Finds the loop of a subject whose iterations can be computed elsewhere: everything in it belongs to one iteration but a single statement, which
// appends, stores or adds up one value. Workers compute the values; the statement stays where it is and takes them in order, so nothing is
// reassociated, and what comes first still comes first.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { analyzeLoop, outermostLoops } from '../../source/loops/analyze-loop.ts';
import { collectAccesses } from '../../source/loops/loop-accesses.ts';
import type { LoopFacts, LoopReason } from '../../source/loops/loop-facts.ts';
import { type LoopHeader, readLoopHeader } from '../../source/loops/loop-header.ts';
import { isTarget, Places } from '../../source/loops/places.ts';
import { freeNames } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { copyableType, isPrimitiveType } from './copyable-types.ts';
import { reasonAt } from './shape-proposal.ts';
import { shorten } from './shown-values.ts';

/** The one statement that hands a value from the iteration to the rest of the function. */
export interface Delivery {
  readonly statement: ts.ExpressionStatement;
  readonly value: ts.Expression;
  /** `each`: once for every value, wherever it stands. `store`: at a place that the loops around it tell. */
  readonly kind: 'each' | 'store';
  /** The variable that takes the values in. */
  readonly target: ts.Symbol;
  /** For `store`: the loops from the outermost inwards. */
  readonly loops: readonly ts.ForStatement[];
}

export interface LoopSite {
  readonly header: LoopHeader;
  readonly facts: LoopFacts;
  readonly delivery: Delivery;
  readonly valueType: ts.Type;
  readonly captured: readonly Captured[];
  readonly weight: number;
}

export interface Captured {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  readonly use: ts.Node;
}

export type LoopAnswer =
  | { readonly kind: 'site'; readonly site: LoopSite }
  | { readonly kind: 'declined'; readonly reasons: readonly Reason[] };

export function loopSites(subject: Subject): readonly LoopAnswer[] {
  return outermostLoops(subject).map((loop) => loopSite(loop, subject));
}

function loopSite(loop: ts.IterationStatement, subject: Subject): LoopAnswer {
  const { checker, file } = subject;
  const refuse = (...reasons: Reason[]): LoopAnswer => ({ kind: 'declined', reasons });
  const at = (node: ts.Node, code: string, message: string, unlock?: string): LoopAnswer =>
    refuse(reasonAt(node, file, code, message, unlock));
  const facts = analyzeLoop(loop, subject);
  const header = readLoopHeader(loop, checker);
  if (header === undefined) return refuse(...facts.reasons.map((reason) => presented(reason, file)));
  if (isInsideTry(loop, subject.node)) {
    return at(
      loop,
      'W4',
      'The loop stands in a `try`, where what it did before a failure can be seen.',
      'Move the `try` into the function that the loop calls.',
    );
  }
  if (!ts.isBlock(loop.parent)) {
    return at(
      loop,
      'W4',
      'The loop has a label, or stands where only one statement fits.',
      'Put the loop into a block of its own.',
    );
  }
  const written = writesOf(header, subject);
  const [first, another] = written;
  if (first === undefined) {
    return facts.reasons.length > 0
      ? refuse(...facts.reasons.map((reason) => presented(reason, file)))
      : at(loop, 'W2', 'The loop hands nothing to the rest of the function.');
  }
  const delivery = deliveryOf(first, header, subject);
  const isOnly = delivery !== undefined && written.length === 1;
  const remaining = facts.reasons.filter(({ code, node }) => {
    const isAboutDelivery = delivery !== undefined && isWithin(node, delivery.statement);
    return !(isAboutDelivery && isOnly && (code === 'W1' || code === 'W2'));
  });
  if (remaining.length > 0) return refuse(...remaining.map((reason) => presented(reason, file)));
  if (delivery === undefined || !isOnly) {
    const node = delivery === undefined ? first : (another ?? first);
    const message = `Iterations change \`${shorten(node.getText())}\`${another === undefined ? '' : ' and more'}, in a way that workers cannot hand over as one value.`;
    return at(
      node,
      'W1',
      message,
      'Compute the result of each iteration in a function of its own, and collect the results in one array.',
    );
  }
  const guards = facts.guards.filter((guard) => guard.kind !== 'not-zero' && guard.kind !== 'integer');
  if (guards.length > 0) {
    return at(
      loop,
      'W3',
      'Whether iterations touch the same objects depends on the arguments.',
      'Write the results to a new array.',
    );
  }
  return judged(header, facts, delivery, subject);
}

function judged(header: LoopHeader, facts: LoopFacts, delivery: Delivery, subject: Subject): LoopAnswer {
  const { checker, file } = subject;
  const { loop } = header;
  const reasons: Reason[] = [];
  const add = (node: ts.Node, code: string, message: string, unlock?: string): void => {
    reasons.push(reasonAt(node, file, code, message, unlock));
  };
  if (header.kind === 'counted') {
    const isPlain =
      header.step === 1 && !header.isInclusive && header.start.getText() === '0' && !header.isDeclaredOutside;
    if (!isPlain)
      add(
        loop,
        'W2',
        'Only loops that count from 0 upwards by one, with `<`, are handed out in parts.',
        'Count from 0 upwards, and compute the number from that.',
      );
    if (
      !ts.isIdentifier(header.limit) &&
      !ts.isNumericLiteral(header.limit) &&
      !ts.isPropertyAccessExpression(header.limit)
    ) {
      add(header.limit, 'W2', 'The limit of the loop is computed in its head.', 'Compute it before, in a constant.');
    }
  }
  const mentions = freeNames(loop, checker);
  const targetUses = mentions.find(({ symbol }) => symbol === delivery.target)?.uses ?? [];
  const strange = targetUses.find((use) => !isWithin(use, delivery.statement) || isWithin(use, delivery.value));
  if (strange !== undefined) {
    const message = `The loop uses \`${strange.getText()}\` besides handing values to it, so an iteration may depend on the ones before.`;
    add(strange, 'W1', message);
  }
  const inherited = mentions.find(({ kind }) => kind === 'this' || kind === 'arguments');
  if (inherited !== undefined)
    add(inherited.uses[0] ?? loop, 'W6', `The loop uses \`${inherited.name}\`, which a worker does not have.`);
  const captured = mentions
    .filter(
      ({ kind, symbol }) =>
        (kind === 'enclosing-parameter' || kind === 'enclosing-variable') && symbol !== delivery.target,
    )
    .flatMap(({ name, symbol, uses }): Captured[] => {
      const [use] = uses;
      return symbol === undefined || use === undefined
        ? []
        : [{ name, symbol, type: checker.getTypeAtLocation(use), use }];
    });
  for (const { name, type, use } of captured) {
    const { answer, because } = copyableType(type, use, checker);
    if (answer === 'no') {
      add(
        use,
        'W6',
        `\`${name}\` cannot be handed to a worker, because ${because ?? 'it does not survive copying'}.`,
        'Move what the loop needs of it to the top of the module, or pass plain data.',
      );
    } else if (answer === 'unknown') {
      add(
        use,
        'C8',
        `It is not known whether \`${name}\` can be handed to a worker: its type is not known.`,
        `Declare the type of \`${name}\`.`,
      );
    }
  }
  const valueType = checker.getTypeAtLocation(delivery.value);
  const copyable = copyableType(valueType, delivery.value, checker);
  if (copyable.answer !== 'yes') {
    const code = copyable.answer === 'no' ? 'W6' : 'C8';
    add(
      delivery.value,
      code,
      `Whether a worker can hand \`${shorten(delivery.value.getText())}\` back is not known${copyable.because === undefined ? '' : `: ${copyable.because}`}.`,
      'Hand over numbers, strings or plain data.',
    );
  } else if (!isPrimitiveType(valueType) && !isOwnData(delivery.value, valueType, header, subject)) {
    const message = `\`${shorten(delivery.value.getText())}\` may be, or hold, an object that the caller or the module has too; a worker hands back a copy.`;
    add(delivery.value, 'W7', message, 'Hand over a primitive, or an object made of primitives in the iteration.');
  }
  if (!isWork(loop.statement, delivery.statement)) {
    const message =
      'An iteration does no more than a few operations, which take less time than handing its value over.';
    add(loop, 'W9', message, 'Compute more in an iteration.');
  }
  if (reasons.length > 0) return { kind: 'declined', reasons };
  return { kind: 'site', site: { header, facts, delivery, valueType, captured, weight: loop.getText().length } };
}

function presented({ code, message, node, unlock }: LoopReason, file: string): Reason {
  return reasonAt(node, file, code, message, unlock);
}

/** Everything in the loop that changes something outside of the iteration, in source order. */
function writesOf(header: LoopHeader, subject: Subject): readonly ts.Expression[] {
  const { checker } = subject;
  const places = new Places(header, checker);
  const { accesses } = collectAccesses(header, subject, places);
  const objects = accesses.filter(({ isWrite, place }) => isWrite && place.kind !== 'own').map(({ node }) => node);
  const scalars: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isTarget(node)) {
      const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
      if (declaration === undefined || !isWithin(declaration, header.loop)) scalars.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(header.loop.statement);
  return [...objects, ...scalars].sort((a, b) => a.pos - b.pos);
}

function deliveryOf(written: ts.Expression, header: LoopHeader, subject: Subject): Delivery | undefined {
  let statement: ts.Node = written;
  while (!ts.isStatement(statement)) {
    if (ts.isFunctionLike(statement)) return undefined;
    statement = statement.parent;
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const { checker } = subject;
  const each = (target: ts.Expression, value: ts.Expression | undefined): Delivery | undefined => {
    const symbol = ts.isIdentifier(target) ? checker.getSymbolAtLocation(target) : undefined;
    const isFitting = symbol !== undefined && value !== undefined && !ts.isSpreadElement(value);
    return isFitting ? { statement, value, kind: 'each', target: symbol, loops: [] } : undefined;
  };
  if (ts.isCallExpression(expression)) {
    const callee = expression.expression;
    const isPush = ts.isPropertyAccessExpression(callee) && (callee.name.text === 'push' || callee.name.text === 'add');
    return isPush && expression.arguments.length === 1 ? each(callee.expression, expression.arguments[0]) : undefined;
  }
  if (!ts.isBinaryExpression(expression)) return undefined;
  const { left, right, operatorToken } = expression;
  if (ts.isElementAccessExpression(left)) return storeOf(statement, left, expression, header, subject);
  if (!ts.isIdentifier(left)) return undefined;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    const isLogical = [
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.QuestionQuestionEqualsToken,
    ].includes(operatorToken.kind);
    // The logical ones evaluate the right side only when they need it.
    return isLogical ? undefined : each(left, right);
  }
  return each(left, otherOperand(right, left.text));
}

/** `x` of `s + x`, `x + s` and `Math.max(s, x)`. */
function otherOperand(value: ts.Expression, name: string): ts.Expression | undefined {
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === name;
  if (ts.isCallExpression(value) && /^Math\.(min|max)$/.test(value.expression.getText())) {
    const others = value.arguments.filter((argument) => !isName(argument));
    return value.arguments.length === 2 && others.length === 1 ? others[0] : undefined;
  }
  if (!ts.isBinaryExpression(value)) return undefined;
  const { left, right, operatorToken } = value;
  const arithmetic = ['+', '-', '*', '&', '|', '^'];
  if (!arithmetic.includes(operatorToken.getText()) || isName(left) === isName(right)) return undefined;
  return isName(left) ? right : left;
}

/** `out[i] = x` in nothing but loops that count: then the loops tell where each value belongs. */
function storeOf(
  statement: ts.ExpressionStatement,
  left: ts.ElementAccessExpression,
  { right, operatorToken }: ts.BinaryExpression,
  header: LoopHeader,
  { checker }: Subject,
): Delivery | undefined {
  if (header.kind !== 'counted' || operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  let base: ts.Expression = left;
  while (ts.isElementAccessExpression(base) || ts.isNonNullExpression(base)) base = base.expression;
  const target = ts.isIdentifier(base) ? checker.getSymbolAtLocation(base) : undefined;
  const loops = loopsDownTo(statement, header.loop, checker);
  if (target === undefined || loops === undefined) return undefined;
  // Where it goes must not depend on what only the worker knows.
  const known = new Set(
    loops
      .map((loop) => readLoopHeader(loop, checker))
      .map((one) => (one?.kind === 'counted' ? one.variable : undefined)),
  );
  const placesMention = freeNamesWithin(
    [left, ...loops.slice(1).flatMap((loop) => [loop.initializer, loop.condition, loop.incrementor])],
    checker,
  );
  const isKnown = placesMention.every((symbol) => {
    const declaration = symbol.valueDeclaration;
    return known.has(symbol) || (declaration !== undefined && !isWithin(declaration, header.loop));
  });
  const isPlainPlace = !containsCall(left);
  return isKnown && isPlainPlace ? { statement, value: right, kind: 'store', target, loops } : undefined;
}

/** The loops around a statement up to the outermost, when nothing else decides whether the statement runs. */
function loopsDownTo(
  statement: ts.Statement,
  outermost: ts.ForStatement,
  checker: ts.TypeChecker,
): readonly ts.ForStatement[] | undefined {
  const loops: ts.ForStatement[] = [];
  let node: ts.Node = statement;
  while (node !== outermost) {
    const parent: ts.Node = node.parent;
    if (ts.isBlock(parent)) {
      const at = parent.statements.indexOf(node as ts.Statement);
      if (parent.statements.slice(0, at).some(mayJump)) return undefined;
    } else if (ts.isForStatement(parent) && parent.statement === node) {
      if (readLoopHeader(parent, checker)?.kind !== 'counted') return undefined;
      loops.unshift(parent);
    } else return undefined;
    node = parent;
  }
  return loops;
}

function mayJump(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, mayJump) ?? false);
}

function containsCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || (ts.forEachChild(node, containsCall) ?? false);
}

function freeNamesWithin(nodes: readonly (ts.Node | undefined)[], checker: ts.TypeChecker): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (symbol !== undefined && !isMember) found.push(symbol);
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) if (node !== undefined) visit(node);
  return found;
}

/** An object made in the iteration whose parts are primitives. */
function isOwnData(value: ts.Expression, type: ts.Type, header: LoopHeader, { checker }: Subject): boolean {
  const place = new Places(header, checker).placeOf(value);
  if (place.kind !== 'own' || place.steps.length > 0) return false;
  const element = type.getNumberIndexType();
  if (element !== undefined) return isPrimitiveType(element);
  return type.getProperties().every((property) => isPrimitiveType(checker.getTypeOfSymbolAtLocation(property, value)));
}

/** Calls and inner loops may take long; arithmetic alone never takes as long as the copy of its result. */
function isWork(node: ts.Node, delivery: ts.ExpressionStatement): boolean {
  if (ts.isIterationStatement(node, false) || ts.isNewExpression(node)) {
    const isOnlyWay = ts.isForStatement(node) && isWithin(delivery, node.statement);
    if (!isOnlyWay) return true;
  }
  if (ts.isCallExpression(node) && node !== delivery.expression && !node.expression.getText().startsWith('Math.'))
    return true;
  return ts.forEachChild(node, (child) => isWork(child, delivery)) ?? false;
}

function isInsideTry(loop: ts.Node, functionNode: ts.Node): boolean {
  for (let node = loop.parent; node !== functionNode; node = node.parent) if (ts.isTryStatement(node)) return true;
  return false;
}

function isWithin(node: ts.Node, region: ts.Node): boolean {
  return node.getSourceFile() === region.getSourceFile() && node.pos >= region.pos && node.end <= region.end;
}
