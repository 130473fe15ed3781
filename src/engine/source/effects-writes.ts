// Assignments and bindings: what is written, and which variable may hold what afterwards.
import ts from 'typescript';
import { convertToPrimitive, copyProperties, iterate, mayRunGetter } from './effects-conversions.ts';
import { noRoots, type Roots, union } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';

/** `target = value`, for every form of target. `runSetter` is asked first; it answers false for plain properties. */
export function assign(state: WalkState, target: ts.Expression, value: Roots, runSetter: SetterRunner): void {
  if (ts.isParenthesizedExpression(target) || ts.isNonNullExpression(target) || ts.isAsExpression(target)) {
    assign(state, target.expression, value, runSetter);
  } else if (ts.isIdentifier(target)) {
    assignVariable(state, target, value);
  } else if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    assignMember(state, target, value, runSetter);
  } else if (ts.isArrayLiteralExpression(target)) {
    const elements = iterate(state, target, value);
    for (const element of target.elements) assignElement(state, element, elements, runSetter);
  } else if (ts.isObjectLiteralExpression(target)) {
    const inner = union(value, state.heap.read(value));
    for (const property of target.properties) assignElement(state, property, inner, runSetter);
  } else if (ts.isBinaryExpression(target)) {
    // A default inside of a pattern: `[x = 1] = xs`.
    assign(state, target.left, union(value, state.evaluate(target.right)), runSetter);
  } else {
    state.emit('unknown-call', target, `assigns to \`${textOf(target)}\`, which is not understood`);
  }
}

export type SetterRunner = (
  state: WalkState,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  receiver: Roots,
  value: Roots,
) => boolean;

function assignElement(
  state: WalkState,
  element: ts.Expression | ts.ObjectLiteralElementLike,
  value: Roots,
  runSetter: SetterRunner,
): void {
  if (ts.isOmittedExpression(element)) return;
  if (ts.isSpreadElement(element) || ts.isSpreadAssignment(element)) {
    assign(state, element.expression, state.fresh(element, value), runSetter);
  } else if (ts.isPropertyAssignment(element)) {
    if (ts.isComputedPropertyName(element.name)) state.evaluate(element.name.expression);
    assign(state, element.initializer, value, runSetter);
  } else if (ts.isShorthandPropertyAssignment(element)) {
    const fallback = element.objectAssignmentInitializer
      ? state.evaluate(element.objectAssignmentInitializer)
      : noRoots;
    assignVariable(state, element.name, union(value, fallback));
  } else if (!ts.isObjectLiteralElementLike(element)) {
    assign(state, element, value, runSetter);
  }
}

function assignVariable(state: WalkState, target: ts.Identifier, value: Roots): void {
  const declaration = state.facts.references.symbolOf(target)?.valueDeclaration;
  if (declaration !== undefined && state.contains(declaration) && declaration !== state.unit) {
    state.growVariable(declaration, state.isPrimitive(declaration) ? noRoots : value);
    return;
  }
  const place = declaration && ts.findAncestor(declaration.parent, ts.isFunctionLike) ? 'enclosing function' : 'module';
  const action =
    declaration === undefined ? `assigns the global \`${target.text}\`` : `assigns \`${target.text}\` of the ${place}`;
  state.emit('writes-outside', target, action, { root: `module:${target.text}`, name: target.text });
}

function assignMember(
  state: WalkState,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  value: Roots,
  runSetter: SetterRunner,
): void {
  const isSuper = target.expression.kind === ts.SyntaxKind.SuperKeyword;
  const receiver = isSuper ? state.thisRoots : state.evaluate(target.expression);
  if (ts.isElementAccessExpression(target)) {
    convertToPrimitive(state, target.argumentExpression, state.evaluate(target.argumentExpression));
  }
  if (runSetter(state, target, receiver, value)) return;
  mayRunGetter(state, target.expression, receiver, state.facts.symbols.typeOf(target.expression));
  state.emitWrite(receiver, target, `assigns \`${textOf(target)}\``);
  state.heap.store(receiver, value);
}

/** `const name = value`, parameters and catch variables: patterns are taken apart. */
export function bind(state: WalkState, name: ts.BindingName, declaration: ts.Declaration, value: Roots): void {
  if (ts.isIdentifier(name)) {
    state.growVariable(declaration, state.isPrimitive(name) ? noRoots : value);
    return;
  }
  const isArray = ts.isArrayBindingPattern(name);
  const type = state.facts.symbols.typeOf(name);
  const elements = isArray ? iterate(state, name, value, type) : union(state.heap.read(value));
  if (!isArray) mayRunGetterOfPattern(state, name, value, type);
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    if (element.propertyName && ts.isComputedPropertyName(element.propertyName)) {
      state.evaluate(element.propertyName.expression);
    }
    const fallback = element.initializer ? state.evaluate(element.initializer) : noRoots;
    const roots = element.dotDotDotToken ? state.fresh(element, elements) : union(elements, fallback);
    bind(state, element.name, element, roots);
  }
}

/** The type of a pattern says what its author expects; what is taken apart is the initialiser, where there is one. */
function mayRunGetterOfPattern(state: WalkState, pattern: ts.ObjectBindingPattern, value: Roots, type: ts.Type): void {
  const { parent } = pattern;
  if (ts.isVariableDeclaration(parent) && parent.initializer) copyProperties(state, parent.initializer, value);
  else if (mayRunGetter(state, pattern, value, type)) return;
  else runsAccessor(state, pattern, type);
}

function runsAccessor(state: WalkState, pattern: ts.ObjectBindingPattern, type: ts.Type): void {
  for (const property of type.getProperties()) {
    if (property.declarations?.some(ts.isGetAccessor) !== true) continue;
    if (property.declarations.every((declaration) => state.facts.symbols.originOf(declaration).kind === 'library'))
      continue;
    state.emit('unknown-call', pattern, `reads \`${property.name}\`, which is a getter`);
  }
}
