// The value of every kind of expression, as roots, and the effects of computing it.
import ts from 'typescript';
import { convertToPrimitive, copyProperties, iterate } from './effects-conversions.ts';
import { evaluateCall, evaluateNew, evaluateTaggedTemplate, memberOf, runSetter } from './effects-invocations.ts';
import { isStatic } from './effects-members.ts';
import { evaluateBinary } from './effects-operators.ts';
import { readIdentifier } from './effects-outside.ts';
import { noRoots, type Roots, union, unknownRoots } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { assign } from './effects-writes.ts';

/** Values of primitive type have no roots, whatever was computed. */
export function evaluate(state: WalkState, node: ts.Expression): Roots {
  const roots = evaluateKind(state, node);
  return roots.size > 0 && !ts.isSpreadElement(node) && state.isPrimitive(node) ? noRoots : roots;
}

function evaluateKind(state: WalkState, node: ts.Expression): Roots {
  if (ts.isIdentifier(node)) return readIdentifier(state, node);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return memberOf(state, node).value;
  if (ts.isCallExpression(node)) return evaluateCall(state, node);
  if (ts.isNewExpression(node)) return evaluateNew(state, node);
  if (ts.isBinaryExpression(node)) return evaluateBinary(state, node);
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) {
    state.walkInnerFunction(node);
    return new Set([state.facts.functionRoot(node)]);
  }
  if (ts.isConditionalExpression(node)) {
    state.evaluate(node.condition);
    return union(state.evaluate(node.whenTrue), state.evaluate(node.whenFalse));
  }
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return state.evaluate(node.expression);
  }
  return evaluateLiteral(state, node) ?? evaluateUnary(state, node) ?? evaluateRest(state, node);
}

function evaluateLiteral(state: WalkState, node: ts.Expression): Roots | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const contents = node.elements.map((element) =>
      ts.isSpreadElement(element)
        ? iterate(state, element.expression, state.evaluate(element.expression))
        : state.evaluate(element),
    );
    return state.freshArray(node, union(...contents));
  }
  if (ts.isObjectLiteralExpression(node)) {
    return state.fresh(node, union(...node.properties.map((property) => evaluateProperty(state, property))));
  }
  if (ts.isTemplateExpression(node)) {
    for (const span of node.templateSpans) convertToPrimitive(state, span.expression, state.evaluate(span.expression));
    return noRoots;
  }
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) return state.fresh(node, noRoots);
  const isPrimitiveLiteral =
    ts.isLiteralExpression(node) ||
    ts.isOmittedExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword;
  return isPrimitiveLiteral ? noRoots : undefined;
}

function evaluateProperty(state: WalkState, property: ts.ObjectLiteralElementLike): Roots {
  if (property.name && ts.isComputedPropertyName(property.name)) {
    convertToPrimitive(state, property.name.expression, state.evaluate(property.name.expression));
  }
  if (ts.isPropertyAssignment(property)) return state.evaluate(property.initializer);
  if (ts.isShorthandPropertyAssignment(property)) return state.evaluate(property.name);
  if (ts.isSpreadAssignment(property)) {
    const roots = state.evaluate(property.expression);
    copyProperties(state, property.expression, roots);
    return state.heap.read(roots);
  }
  state.walkInnerFunction(property);
  return ts.isMethodDeclaration(property) ? new Set([state.facts.functionRoot(property)]) : unknownRoots;
}

function evaluateUnary(state: WalkState, node: ts.Expression): Roots | undefined {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const operand = state.evaluate(node.operand);
    if (node.operator === ts.SyntaxKind.ExclamationToken) return noRoots;
    convertToPrimitive(state, node.operand, operand);
    const isUpdate = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    if (isUpdate) assign(state, node.operand, noRoots, runSetter);
    return noRoots;
  }
  if (ts.isDeleteExpression(node)) {
    const target = node.expression;
    if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
      const receiver = state.evaluate(target.expression);
      if (ts.isElementAccessExpression(target)) state.evaluate(target.argumentExpression);
      state.emitWrite(receiver, node, `deletes \`${textOf(target)}\``);
    }
    return noRoots;
  }
  if (ts.isTypeOfExpression(node) || ts.isVoidExpression(node)) {
    state.evaluate(node.expression);
    return noRoots;
  }
  if (ts.isSpreadElement(node)) return iterate(state, node.expression, state.evaluate(node.expression));
  return undefined;
}

function evaluateRest(state: WalkState, node: ts.Expression): Roots {
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
      if (state.thisRoots.has('this') && !ts.isClassLike(state.unit)) state.emit('reads-this', node, 'reads `this`');
      if (state.thisRoots.has('unknown')) state.emit('reads-this', node, 'reads the `this` of an inner function');
      return state.thisRoots;
    case ts.SyntaxKind.AwaitExpression: {
      if (state.current === state.unit) state.emit('awaits', node, 'awaits');
      const roots = state.evaluate((node as ts.AwaitExpression).expression);
      return union(roots, state.heap.reachable(roots));
    }
    case ts.SyntaxKind.YieldExpression:
      return evaluateYield(state, node as ts.YieldExpression);
    case ts.SyntaxKind.TaggedTemplateExpression:
      return evaluateTaggedTemplate(state, node as ts.TaggedTemplateExpression);
    case ts.SyntaxKind.MetaProperty:
      state.emit('dynamic-scope', node, `uses \`${textOf(node)}\``);
      return unknownRoots;
    case ts.SyntaxKind.ClassExpression:
      return evaluateClass(state, node as ts.ClassExpression);
    case ts.SyntaxKind.CommaListExpression:
      return union(...(node as ts.CommaListExpression).elements.map((element) => state.evaluate(element)));
    default:
      state.emit('unknown-call', node, `uses \`${textOf(node)}\`, which is not understood`);
      return unknownRoots;
  }
}

/** A class that is made in a function; its methods are looked at where they are called. */
export function evaluateClass(state: WalkState, node: ts.ClassLikeDeclaration): Roots {
  const runsNow = node.members.some(
    (member) => ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && isStatic(member)),
  );
  if (runsNow || node.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)) {
    state.emit('unknown-call', node, 'makes a class whose definition runs code');
  }
  return new Set([state.facts.functionRoot(node)]);
}

function evaluateYield(state: WalkState, node: ts.YieldExpression): Roots {
  if (state.current === state.unit) state.emit('yields', node, 'yields');
  if (node.expression) {
    const roots = state.evaluate(node.expression);
    state.growResult(state.current, node.asteriskToken ? iterate(state, node.expression, roots) : roots);
  }
  return unknownRoots;
}
