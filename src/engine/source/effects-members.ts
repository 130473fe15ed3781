// Properties: whether reading one runs code, which function a method is, and whether another could stand in its place.
import ts from 'typescript';
import { convertToPrimitive, mayRunGetter } from './effects-conversions.ts';
import { foreignRoot, nodeFunctionRoot, readSymbol, unitDeclaredBy } from './effects-outside.ts';
import { noRoots, type Roots, union, unknownRoots } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { isConstantMember, isTypedArrayName } from './known-globals.ts';

export type MemberAccess = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export interface Member {
  /** What the property may hold; functions whose code is known among it. */
  readonly value: Roots;
  readonly receiver: Roots;
}

/** Runs the getter or setter that an access means. */
export type AccessorRunner = (accessor: ts.AccessorDeclaration, receiver: Roots) => Roots;

/** Reads a property; emits what reading it does. */
export function readMember(state: WalkState, access: MemberAccess, runGetter: AccessorRunner): Member {
  const symbol = symbolOfMember(state, access);
  const namespace = symbol && isNamespaceAccess(state, access.expression);
  if (symbol && namespace) return { value: readSymbol(state, access, symbol), receiver: noRoots };
  const isSuper = access.expression.kind === ts.SyntaxKind.SuperKeyword;
  const receiver = isSuper ? state.thisRoots : state.evaluate(access.expression);
  if (ts.isElementAccessExpression(access)) {
    convertToPrimitive(state, access.argumentExpression, state.evaluate(access.argumentExpression));
  }
  const value = union(
    ...declarationsOf(symbol).map((one) => readDeclared(state, access, symbol, one, receiver, runGetter)),
  );
  if (symbol !== undefined && declarationsOf(symbol).length > 0) return { value, receiver };
  return { value: readUndeclared(state, access, receiver), receiver };
}

export function symbolOfMember(state: WalkState, access: MemberAccess): ts.Symbol | undefined {
  const name = ts.isPropertyAccessExpression(access) ? access.name : access.argumentExpression;
  if (ts.isElementAccessExpression(access) && !ts.isStringLiteralLike(name) && !ts.isNumericLiteral(name))
    return undefined;
  return state.facts.symbols.checker.getSymbolAtLocation(name);
}

function declarationsOf(symbol: ts.Symbol | undefined): readonly ts.Declaration[] {
  return symbol?.declarations ?? [];
}

/** `shapes.area` where `shapes` is a namespace, an imported module or an enumeration. */
function isNamespaceAccess(state: WalkState, expression: ts.Expression): boolean {
  if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return false;
  const symbol = state.facts.symbols.checker.getSymbolAtLocation(expression);
  if (symbol === undefined) return false;
  const target = state.facts.symbols.resolveAlias(symbol);
  const isModule = ts.SymbolFlags.ValueModule | ts.SymbolFlags.NamespaceModule | ts.SymbolFlags.Enum;
  if (!(target.flags & isModule)) return false;
  // `Intl`, `Reflect` and the like are namespaces of the library: their members are looked up in the tables.
  return !state.facts.symbols.isLibrarySymbol(target);
}

function readDeclared(
  state: WalkState,
  access: MemberAccess,
  symbol: ts.Symbol | undefined,
  declaration: ts.Declaration,
  receiver: Roots,
  runGetter: AccessorRunner,
): Roots {
  const origin = state.facts.symbols.originOf(declaration);
  if (origin.kind === 'library' && symbol) return readLibraryMember(state, access, symbol, declaration, receiver);
  if (ts.isSetAccessor(declaration)) return noRoots;
  if (ts.isGetAccessor(declaration)) {
    if (origin.kind === 'local' && declaration.body && !mayBeReplaced(state, declaration, access.expression)) {
      return runGetter(declaration, receiver);
    }
    state.emit('unknown-call', access, `reads \`${textOf(access)}\`, a getter whose code is not certain`);
    return unknownRoots;
  }
  if (ts.isEnumMember(declaration)) return noRoots;
  if (isFunctionMember(declaration))
    return readMethod(state, access, declaration, origin.kind === 'foreign' ? origin.from : undefined);
  if (ts.isPropertyDeclaration(declaration) && isStatic(declaration)) return readStatic(state, access, declaration);
  return readData(state, access, receiver);
}

function isFunctionMember(declaration: ts.Declaration): boolean {
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)) return true;
  if (ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)) {
    const value = declaration.initializer;
    return value !== undefined && isFunctionLiteral(value);
  }
  if (ts.isFunctionDeclaration(declaration)) return true;
  // JavaScript: `exports.area = function () {}`.
  const assignment = declaration.parent;
  return (
    ts.isPropertyAccessExpression(declaration) &&
    ts.isBinaryExpression(assignment) &&
    isFunctionLiteral(assignment.right)
  );
}

function isFunctionLiteral(value: ts.Expression): boolean {
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value);
}

function readMethod(
  state: WalkState,
  access: MemberAccess,
  declaration: ts.Declaration,
  from: string | undefined,
): Roots {
  if (from !== undefined) {
    const name = ts.isPropertyAccessExpression(access) ? access.name.text : '';
    return new Set([nodeFunctionRoot(declaration, name, from) ?? foreignRoot(from)]);
  }
  if (mayBeReplaced(state, declaration, access.expression))
    return new Set(['foreign:, which may be overridden or replaced']);
  const value =
    ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)
      ? declaration.initializer
      : declaration;
  const unit = value && unitDeclaredBy(state, value as ts.Declaration);
  return unit ? new Set([state.facts.functionRoot(unit)]) : unknownRoots;
}

/** Whether another function can stand where this one is declared: an override, an assignment, another object of the same type. */
export function mayBeReplaced(state: WalkState, declaration: ts.Declaration, receiver: ts.Expression): boolean {
  const name = ts.getNameOfDeclaration(declaration);
  if (name === undefined || ts.isMethodSignature(declaration)) return true;
  const file = declaration.getSourceFile();
  // Assigning to an accessor runs its setter; it replaces nothing.
  if (ts.isIdentifier(name) && !ts.isAccessor(declaration) && isAssignedSomewhere(state, file, receiver, name.text)) {
    // The declaration itself may be an assignment: `exports.area = ...`, once.
    const isOnlyAssignment = ts.isPropertyAccessExpression(declaration) && isAssignedOnce(state, file, name.text);
    if (!isOnlyAssignment) return true;
  }
  const { parent } = declaration;
  if (ts.isObjectLiteralExpression(parent)) return !isLiteralOf(state, parent, receiver);
  if (!ts.isClassLike(parent)) return !ts.isPropertyAccessExpression(declaration);
  if (ts.isPrivateIdentifier(name) || ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) return false;
  if (ts.isPropertyDeclaration(declaration) && !(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly))
    return true;
  if (receiver.kind === ts.SyntaxKind.SuperKeyword || isExactInstance(state, receiver)) return false;
  if (isStatic(declaration) && receiver.kind !== ts.SyntaxKind.ThisKeyword) return false;
  return state.facts.references.hasSubclassInFile(parent) || isHandedOn(state, parent);
}

function isAssignedSomewhere(state: WalkState, file: ts.SourceFile, receiver: ts.Expression, name: string): boolean {
  return [file, receiver.getSourceFile()].some((one) => state.facts.references.isMemberAssigned(one, name));
}

function isAssignedOnce(state: WalkState, file: ts.SourceFile, name: string): boolean {
  const written = state.facts.references
    .named(file, name)
    .filter((identifier) => ts.isPropertyAccessExpression(identifier.parent) && identifier.parent.name === identifier)
    .filter(
      (identifier) =>
        ts.isBinaryExpression(identifier.parent.parent) && identifier.parent.parent.left === identifier.parent,
    );
  return written.length === 1;
}

/** Whether the receiver is the variable that holds this very literal. */
function isLiteralOf(state: WalkState, literal: ts.ObjectLiteralExpression, receiver: ts.Expression): boolean {
  if (!ts.isIdentifier(receiver)) return false;
  const symbol = state.facts.references.symbolOf(receiver);
  const declaration = symbol && state.facts.symbols.resolveAlias(symbol).valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  let value: ts.Expression = declaration.initializer;
  while (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    value = value.expression;
  return value === literal && !state.facts.references.isReassigned(declaration);
}

/** `new Grid()`, or a constant that holds it: no subclass can be meant. */
function isExactInstance(state: WalkState, receiver: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(receiver)) return isExactInstance(state, receiver.expression);
  if (ts.isNewExpression(receiver)) return true;
  if (!ts.isIdentifier(receiver)) return false;
  const declaration = state.facts.references.symbolOf(receiver)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  return ts.isNewExpression(declaration.initializer) && !state.facts.references.isReassigned(declaration);
}

/** Whether a class leaves its file, so that classes not seen here may extend it. */
function isHandedOn(state: WalkState, declaration: ts.ClassLikeDeclaration): boolean {
  if (!ts.isClassDeclaration(declaration) || declaration.name === undefined) return true;
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) return true;
  return state.facts.references.referencesTo(declaration).some(({ parent }) => {
    const isHarmless =
      ts.isNewExpression(parent) ||
      ts.isTypeReferenceNode(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword);
    return !isHarmless;
  });
}

function readStatic(state: WalkState, access: MemberAccess, declaration: ts.PropertyDeclaration): Roots {
  const isConstant =
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0 && state.isPrimitive(access);
  if (isConstant) return noRoots;
  const text = textOf(access);
  state.emit('reads-mutable-outside', access, `reads the static \`${text}\`, which can change between calls`, {
    name: text,
  });
  return new Set([`module:${text}`]);
}

function readLibraryMember(
  state: WalkState,
  access: MemberAccess,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  receiver: Roots,
): Roots {
  const keys = state.facts.symbols.libraryKeysOf(symbol);
  if (
    ts.isMethodSignature(declaration) ||
    ts.isFunctionDeclaration(declaration) ||
    ts.isMethodDeclaration(declaration)
  ) {
    return new Set(keys.map(([owner, name]) => `builtin:${owner}.${name}`));
  }
  if (keys.every(([owner, name]) => isConstantMember(owner, name))) return noRoots;
  if (keys.some(([, name]) => name === 'stack') && /Error$/.test(keys[0]?.[0] ?? '')) {
    const text = textOf(access);
    state.emit('reads-mutable-outside', access, `reads \`${text}\`, which tells who called it`, { name: text });
    return noRoots;
  }
  if ([...receiver].some((root) => root.startsWith('global:') || root.startsWith('builtin:'))) {
    const text = textOf(access);
    state.emit('reads-mutable-outside', access, `reads \`${text}\`, which can change between calls`, { name: text });
    return unknownRoots;
  }
  // `lastIndex` of a shared regular expression was settled when the variable was read; a view's buffer is the view's memory.
  const sharesMemory = keys.some(
    ([owner, name]) => name === 'buffer' && (isTypedArrayName(owner) || owner === 'DataView'),
  );
  return sharesMemory ? union(receiver, readData(state, access, receiver)) : readData(state, access, receiver);
}

/** Elements, and properties that the type does not declare. */
function readUndeclared(state: WalkState, access: MemberAccess, receiver: Roots): Roots {
  const type = state.facts.symbols.typeOf(access.expression);
  if (mayRunGetter(state, access.expression, receiver, type)) return state.heap.reachable(receiver);
  const named = ts.isElementAccessExpression(access) ? state.facts.symbols.partsOf(type) : [];
  const hasGetter = named.some((part) =>
    part
      .getProperties()
      .some((property) =>
        property.declarations?.some(
          (one) => ts.isGetAccessor(one) && state.facts.symbols.originOf(one).kind !== 'library',
        ),
      ),
  );
  if (hasGetter) state.emit('unknown-call', access, `reads \`${textOf(access)}\`, which may be a getter`);
  return readData(state, access, receiver);
}

function readData(state: WalkState, access: MemberAccess, receiver: Roots): Roots {
  return state.isPrimitive(access) ? noRoots : state.heap.read(receiver);
}

export function isStatic(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
}
