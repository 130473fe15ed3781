// The value of every kind of expression, as roots, and the effects of computing it.
import ts from 'typescript';
import { applyBehaviour } from './effects-builtins.ts';
import { type CallArgument, callUnit, callValue } from './effects-calls.ts';
import { convertToPrimitive, copyProperties, iterate, sharedMemory } from './effects-conversions.ts';
import { isStatic, type MemberAccess, mayBeReplaced, readMember, symbolOfMember } from './effects-members.ts';
import { readIdentifier } from './effects-outside.ts';
import { noRoots, type Roots, union, unknownRoots } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { assign } from './effects-writes.ts';
import { constructorBehaviour, isTypedArrayName } from './known-globals.ts';

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
    return state.fresh(node, union(...contents));
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

function evaluateBinary(state: WalkState, node: ts.BinaryExpression): Roots {
  const operator = node.operatorToken.kind;
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment)
    return evaluateAssignment(state, node);
  const left = state.evaluate(node.left);
  const right = state.evaluate(node.right);
  switch (operator) {
    case ts.SyntaxKind.CommaToken:
      return right;
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return union(left, right);
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return noRoots;
    case ts.SyntaxKind.InKeyword:
      convertToPrimitive(state, node.left, left);
      return noRoots;
    case ts.SyntaxKind.InstanceOfKeyword:
      checkInstanceOf(state, node, right);
      return noRoots;
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      // `x == null` converts nothing.
      if (isNullish(node.left) || isNullish(node.right)) return noRoots;
  }
  convertToPrimitive(state, node.left, left);
  convertToPrimitive(state, node.right, right);
  return noRoots;
}

function isNullish(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** A class may decide itself what its instances are. */
function checkInstanceOf(state: WalkState, node: ts.BinaryExpression, right: Roots): void {
  const isKnown = [...right].every((root) => root.startsWith('global:') || state.facts.unitOf(root) !== undefined);
  const hook = state.facts.symbols
    .typeOf(node.right)
    .getProperties()
    .find((property) => property.name.startsWith('__@hasInstance'));
  const isOwnHook = hook !== undefined && !state.facts.symbols.isLibrarySymbol(hook);
  if (!isKnown || isOwnHook) state.emit('unknown-call', node, `tests \`${textOf(node)}\`, which may run code`);
}

function evaluateAssignment(state: WalkState, node: ts.BinaryExpression): Roots {
  const operator = node.operatorToken.kind;
  const right = state.evaluate(node.right);
  if (operator === ts.SyntaxKind.EqualsToken) {
    assign(state, node.left, right, runSetter);
    return right;
  }
  const left = state.evaluate(node.left);
  const isLogical =
    operator === ts.SyntaxKind.AmpersandAmpersandEqualsToken ||
    operator === ts.SyntaxKind.BarBarEqualsToken ||
    operator === ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (!isLogical) {
    convertToPrimitive(state, node.left, left);
    convertToPrimitive(state, node.right, right);
  }
  const value = isLogical ? union(left, right) : noRoots;
  assign(state, node.left, value, runSetter);
  return value;
}

/** Answers true when the assignment runs a setter, whose effects are then counted. */
function runSetter(state: WalkState, target: MemberAccess, receiver: Roots, value: Roots): boolean {
  const declarations = symbolOfMember(state, target)?.declarations ?? [];
  const setter = declarations.find(ts.isSetAccessor);
  if (setter === undefined) return false;
  if (state.facts.symbols.originOf(setter).kind === 'library') return false;
  if (setter.body === undefined || mayBeReplaced(state, setter, target.expression)) {
    state.emit('unknown-call', target, `assigns \`${textOf(target)}\`, a setter whose code is not certain`);
    return true;
  }
  callUnit(state, setter, siteOf(target, receiver, [{ roots: value }]));
  return true;
}

function memberOf(state: WalkState, access: MemberAccess) {
  return readMember(state, access, (getter, receiver) =>
    ts.isGetAccessor(getter) ? callUnit(state, getter, siteOf(access, receiver, [])) : unknownRoots,
  );
}

function siteOf(node: ts.Expression, thisRoots: Roots, args: readonly CallArgument[]) {
  return { node, name: textOf(node), thisRoots, args, spread: noRoots };
}

function evaluateArguments(state: WalkState, args: readonly ts.Expression[]): { args: CallArgument[]; spread: Roots } {
  const passed: CallArgument[] = [];
  let spread = noRoots;
  for (const expression of args) {
    const roots = state.evaluate(expression);
    if (ts.isSpreadElement(expression)) spread = union(spread, roots);
    else passed.push({ roots, expression });
  }
  return { args: passed, spread };
}

function evaluateCall(state: WalkState, node: ts.CallExpression): Roots {
  const callee = unwrapCallee(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return evaluateSuper(state, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) {
    state.emit('input-output', node, 'imports a module while it runs');
    return unknownRoots;
  }
  const name = textOf(callee);
  if (name === 'eval') {
    state.emit('dynamic-scope', node, 'calls `eval`', { name });
    return unknownRoots;
  }
  const isMember = ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee);
  const member = isMember ? memberOf(state, callee) : { value: state.evaluate(callee), receiver: unknownRoots };
  const site = {
    node,
    name,
    thisRoots: member.receiver,
    receiver: isMember ? callee.expression : undefined,
    ...evaluateArguments(state, node.arguments),
  };
  return callValue(state, member.value, site);
}

function unwrapCallee(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? unwrapCallee(node.expression) : node;
}

function evaluateTaggedTemplate(state: WalkState, node: ts.TaggedTemplateExpression): Roots {
  const tag = node.tag;
  const isMember = ts.isPropertyAccessExpression(tag) || ts.isElementAccessExpression(tag);
  const member = isMember ? memberOf(state, tag) : { value: state.evaluate(tag), receiver: unknownRoots };
  const spans = ts.isTemplateExpression(node.template) ? node.template.templateSpans : [];
  const values = spans.map((span) => ({ roots: state.evaluate(span.expression), expression: span.expression }));
  const args = [{ roots: state.fresh(node.template, noRoots) }, ...values];
  return callValue(state, member.value, { node, name: textOf(tag), thisRoots: member.receiver, args, spread: noRoots });
}

function evaluateNew(state: WalkState, node: ts.NewExpression): Roots {
  const callee = state.evaluate(node.expression);
  const passed = evaluateArguments(state, node.arguments ?? []);
  const name = textOf(node.expression);
  const made = state.fresh(node, noRoots);
  for (const root of callee) {
    const unit = state.facts.unitOf(root);
    if (unit !== undefined && ts.isClassLike(unit)) {
      callUnit(state, unit, { node, name: `new ${name}`, thisRoots: made, ...passed });
      continue;
    }
    const global = root.startsWith('global:') ? root.slice('global:'.length) : '';
    if (isTypedArrayName(global) || global === 'DataView') {
      const [first] = passed.args;
      const shared = sharedMemory(state, first?.expression, first?.roots ?? noRoots);
      if (first?.expression && shared.size === 0 && first.roots.size > 0) iterate(state, first.expression, first.roots);
      return union(made, shared);
    }
    const behaviour = constructorBehaviour(global, node.arguments?.length ?? 0);
    if (behaviour)
      return applyBehaviour(state, behaviour, { node, name: `new ${name}`, thisRoots: noRoots, ...passed }, callValue);
    state.emit('unknown-call', node, `calls \`new ${name}\`, whose code is not known`, { name });
    return unknownRoots;
  }
  if (callee.size === 0 && state.settled)
    state.emit('unknown-call', node, `calls \`new ${name}\`, whose code is not known`, { name });
  return made;
}

/** `super(...)`: the base class's part of making the object. */
function evaluateSuper(state: WalkState, node: ts.CallExpression): Roots {
  const passed = evaluateArguments(state, node.arguments);
  const declaration = ts.findAncestor(node, ts.isClassLike);
  const base = declaration?.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const callee = base ? state.evaluate(base.expression) : noRoots;
  for (const root of callee) {
    const unit = state.facts.unitOf(root);
    if (unit !== undefined && ts.isClassLike(unit)) {
      callUnit(state, unit, { node, name: 'super', thisRoots: state.thisRoots, ...passed });
    } else {
      state.emit('unknown-call', node, 'calls `super`, whose code is not known');
    }
  }
  return noRoots;
}
