// Reading a name: which object it may hold, and whether it can change between two calls of the function.
import ts from 'typescript';
import { noRoots, type Root, type Roots, unknownRoots } from './effects-roots.ts';
import type { WalkState } from './effects-state.ts';
import type { Unit } from './effects-summary.ts';
import { builtinBehaviour, isConstantGlobal, isInputOutputModule } from './known-globals.ts';

/** Roots of an identifier that is read; emits the effect of reading what may change. */
export function readIdentifier(state: WalkState, identifier: ts.Identifier): Roots {
  if (identifier.text === 'undefined') return noRoots;
  const symbol = state.facts.references.symbolOf(identifier);
  if (identifier.text === 'arguments' && isArgumentsObject(symbol)) {
    state.emit('dynamic-scope', identifier, 'uses `arguments`', { name: 'arguments' });
    return unknownRoots;
  }
  if (symbol === undefined) return readUndeclared(state, identifier, identifier.text);
  return readSymbol(state, identifier, symbol);
}

/** The same for a name that is reached through a namespace: `shapes.area`. */
export function readSymbol(state: WalkState, node: ts.Node, imported: ts.Symbol): Roots {
  const symbol = state.facts.symbols.resolveAlias(imported);
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) return readUndeclared(state, node, imported.name);
  const origin = state.facts.symbols.originOf(declaration);
  if (origin.kind === 'library') return readLibraryName(state, node, symbol);
  if (origin.kind === 'foreign') return readForeignName(state, node, symbol, declaration, origin.from);
  if (state.contains(declaration) && declaration !== state.unit) return readInnerName(state, declaration);
  return readOutsideName(state, node, symbol.name, declaration);
}

/** A function or class whose code stands in the program, if that is what the declaration holds for good. */
export function unitDeclaredBy(state: WalkState, declaration: ts.Declaration): Unit | undefined {
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) {
    const body = ts.isFunctionDeclaration(declaration) ? implementationOf(state, declaration) : declaration;
    return body?.body === undefined || state.facts.references.isReassigned(body) ? undefined : body;
  }
  if (ts.isClassLike(declaration)) return declaration;
  if (ts.isFunctionExpression(declaration) || ts.isArrowFunction(declaration)) return declaration;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
    return state.facts.references.isReassigned(declaration) ? undefined : unitOfExpression(declaration.initializer);
  }
  // CommonJS: `exports.area = function () {}`, `module.exports = { area }`.
  if (ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(declaration.parent)) {
    return unitOfExpression(declaration.parent.right);
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const value = state.facts.symbols.checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration;
    return value && unitDeclaredBy(state, value);
  }
  return undefined;
}

function unitOfExpression(expression: ts.Expression): Unit | undefined {
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    return unitOfExpression(expression.expression);
  }
  const isUnit =
    ts.isArrowFunction(expression) || ts.isFunctionExpression(expression) || ts.isClassExpression(expression);
  return isUnit ? expression : undefined;
}

function implementationOf(state: WalkState, declaration: ts.FunctionDeclaration): ts.FunctionDeclaration | undefined {
  if (declaration.body) return declaration;
  const symbol = declaration.name && state.facts.references.symbolOf(declaration.name);
  return symbol?.declarations?.find(
    (other): other is ts.FunctionDeclaration => ts.isFunctionDeclaration(other) && other.body !== undefined,
  );
}

function isArgumentsObject(symbol: ts.Symbol | undefined): boolean {
  return symbol === undefined || (symbol.declarations ?? []).length === 0;
}

function readUndeclared(state: WalkState, node: ts.Node, name: string): Roots {
  if (name === 'undefined') return noRoots;
  state.emit('reads-mutable-outside', node, `reads \`${name}\`, whose declaration is not known`, { name });
  return unknownRoots;
}

function readLibraryName(state: WalkState, node: ts.Node, symbol: ts.Symbol): Roots {
  if (symbol.flags & ts.SymbolFlags.Function) return new Set([`builtin:Global.${symbol.name}`]);
  if (state.isPrimitive(node) && !isConstantGlobal(symbol.name)) {
    state.emit('reads-mutable-outside', node, `reads the global \`${symbol.name}\``, { name: symbol.name });
  }
  return new Set([`global:${symbol.name}`]);
}

function readForeignName(
  state: WalkState,
  node: ts.Node,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  from: string,
): Roots {
  // `threadId` and `isMainThread` are constants of a thread.
  const isConstant =
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
    !/^(?:node:)?worker_threads$/.test(from) &&
    state.isPrimitive(node);
  if (isConstant || ts.isEnumMember(declaration)) return noRoots;
  const isVariable = ts.isVariableDeclaration(declaration);
  if (isVariable) {
    state.emit('reads-mutable-outside', node, `reads \`${symbol.name}\` of ${from}`, { name: symbol.name });
  }
  return new Set([nodeFunctionRoot(declaration, symbol.name, from) ?? foreignRoot(from)]);
}

/** A function of Node, or a method of what one gives, that is known to compute and nothing else. */
export function nodeFunctionRoot(declaration: ts.Declaration, name: string, from: string): Root | undefined {
  const { parent } = declaration;
  const isMember = ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent);
  const owner = `node:${from.replace(/^node:/, '')}${isMember ? `/${parent.name?.text}` : ''}`;
  return builtinBehaviour(owner, name) === undefined ? undefined : `builtin:${owner}.${name}`;
}

/** A function whose code is not seen; the root says why, as the end of a sentence about calling it. */
export function foreignRoot(from: string): Root {
  return isInputOutputModule(from)
    ? `io: of \`${from}\`, which is input or output`
    : `foreign: of \`${from}\`, whose code is not seen`;
}

/** Parameters, variables and functions inside of the unit. */
function readInnerName(state: WalkState, declaration: ts.Declaration): Roots {
  if (ts.isFunctionDeclaration(declaration) || ts.isClassLike(declaration) || ts.isFunctionExpression(declaration)) {
    const unit = unitDeclaredBy(state, declaration);
    return unit ? new Set([state.facts.functionRoot(unit)]) : unknownRoots;
  }
  return state.variable(declaration);
}

function readOutsideName(state: WalkState, node: ts.Node, name: string, declaration: ts.Declaration): Roots {
  const unit = unitDeclaredBy(state, declaration);
  if (unit !== undefined) return new Set([state.facts.functionRoot(unit)]);
  if (ts.isEnumDeclaration(declaration) || ts.isEnumMember(declaration)) return new Set([`frozen:${name}`]);
  if (ts.isSourceFile(declaration) || ts.isModuleDeclaration(declaration)) return new Set([`module:${name}`]);
  const place = isInsideFunction(declaration) ? 'captured' : 'module';
  if (!isSettled(state, declaration)) {
    state.emit('reads-mutable-outside', node, `reads ${describe(place, name)}, which is assigned elsewhere`, { name });
    return new Set([`${place}:${name}`]);
  }
  if (state.isPrimitive(node)) return noRoots;
  if (ts.isVariableDeclaration(declaration) && state.facts.immutable.isNeverWritten(declaration)) {
    return new Set([`frozen:${name}`]);
  }
  const message = `reads ${describe(place, name)}, whose contents can change between calls`;
  state.emit('reads-mutable-outside', node, message, { name });
  return new Set([`${place}:${name}`]);
}

function describe(place: 'captured' | 'module', name: string): string {
  return place === 'module' ? `the module's \`${name}\`` : `\`${name}\` of the enclosing function`;
}

/** Whether the variable is bound once: a constant, or a parameter or `let` that nothing assigns. */
function isSettled(state: WalkState, declaration: ts.Declaration): boolean {
  const isVariable =
    ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isBindingElement(declaration);
  if (!isVariable) return false;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer === undefined && !isLoopVariable(declaration)) {
    return false;
  }
  return !state.facts.references.isReassigned(declaration);
}

function isLoopVariable(declaration: ts.VariableDeclaration): boolean {
  return ts.isForOfStatement(declaration.parent.parent) || ts.isForInStatement(declaration.parent.parent);
}

function isInsideFunction(declaration: ts.Node): boolean {
  return ts.findAncestor(declaration.parent, ts.isFunctionLike) !== undefined;
}
