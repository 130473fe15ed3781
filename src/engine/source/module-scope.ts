// What a module does when it is loaded, besides declaring: a worker or a benchmark that loads it does the same again. Conservative: a call
// of anything but the language's own pure functions counts.
import ts from 'typescript';
import { dottedName } from './binding-target.ts';
import { isHostSymbol, knownPureCalls, knownPureClasses, languageMethod } from './module-scope-globals.ts';
import { positionAt } from './parse-source.ts';

export interface TopLevelSideEffect {
  readonly kind: 'call' | 'new' | 'assignment' | 'await' | 'import' | 'delete' | 'throw' | 'decorator';
  /** One clause: "calls startServer". */
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** The top-level statement that it stands in. */
  readonly statement: ts.Statement;
}

/**
 * In order of appearance. Code in functions that are only declared does not run at load and is not looked at. Calls of the module's own functions
 * count, but for those of which `onlyMakesValue` says that they do no more than that.
 */
export function topLevelSideEffects(
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
  onlyMakesValue: (call: ts.CallExpression) => boolean = () => false,
): readonly TopLevelSideEffect[] {
  const found: TopLevelSideEffect[] = [];
  for (const statement of sourceFile.statements) {
    const pending: ts.Node[] = [statement];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const isMaking = ts.isCallExpression(node) && onlyMakesValue(node);
      const effect = isMaking ? undefined : effectOf(node, sourceFile, checker);
      if (effect !== undefined)
        found.push({ ...effect, ...positionAt(sourceFile, node.getStart(sourceFile)), statement });
      for (const child of runningChildren(node, checker).reverse()) pending.push(child);
    }
  }
  return found;
}

type BareEffect = Pick<TopLevelSideEffect, 'kind' | 'message'>;

export function effectOf(node: ts.Node, sourceFile: ts.SourceFile, checker: ts.TypeChecker): BareEffect | undefined {
  if (ts.isImportDeclaration(node) && node.importClause === undefined)
    return { kind: 'import', message: `imports ${node.moduleSpecifier.getText(sourceFile)} for its effects` };
  if (ts.isCallExpression(node)) return effectOfCall(node, sourceFile, checker);
  if (ts.isTaggedTemplateExpression(node)) {
    const tag = shownCallee(node.tag, sourceFile);
    return isKnown(node.tag, knownPureCalls, checker) ? undefined : { kind: 'call', message: `calls ${tag}` };
  }
  if (ts.isNewExpression(node)) {
    if (isKnown(node.expression, knownPureClasses, checker)) return undefined;
    return { kind: 'new', message: `constructs ${shownCallee(node.expression, sourceFile)}` };
  }
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined))
    return { kind: 'await', message: 'waits at the top level' };
  if (ts.isDeleteExpression(node)) return { kind: 'delete', message: `deletes ${node.expression.getText(sourceFile)}` };
  if (ts.isThrowStatement(node)) return { kind: 'throw', message: 'throws' };
  if (ts.isDecorator(node)) return { kind: 'decorator', message: `runs the decorator ${node.getText(sourceFile)}` };
  const written = writtenBy(node);
  if (written === undefined || isOwned(written, sourceFile, checker)) return undefined;
  return { kind: 'assignment', message: `assigns ${written.getText(sourceFile)}` };
}

function effectOfCall(
  node: ts.CallExpression,
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
): BareEffect | undefined {
  const { expression, arguments: given } = node;
  const name = dottedName(expression);
  // `require('x')` with a fixed name is how CommonJS imports; the module's own effects are the module's.
  if (name === 'require' && given.length === 1 && given[0] !== undefined && ts.isStringLiteralLike(given[0])) {
    const isForEffects = ts.isExpressionStatement(node.parent);
    return isForEffects
      ? { kind: 'import', message: `imports ${given[0].getText(sourceFile)} for its effects` }
      : undefined;
  }
  // A function that is called where it stands runs now: its body is looked at like the top level.
  if (calledInPlace(node) !== undefined) return undefined;
  const [target] = given;
  if (
    name !== undefined &&
    /^Object\.(?:assign|definePropert(?:y|ies)|setPrototypeOf)$/.test(name) &&
    target !== undefined
  ) {
    if (isFresh(target) || isOwned(target, sourceFile, checker)) return undefined;
    return { kind: 'assignment', message: `changes ${target.getText(sourceFile)}` };
  }
  if (!isHarmlessCall(node, checker)) return { kind: 'call', message: `calls ${shownCallee(expression, sourceFile)}` };
  const handedOver = given.find(
    (argument) => !ts.isFunctionLike(argument) && checker.getTypeAtLocation(argument).getCallSignatures().length > 0,
  );
  return handedOver && { kind: 'call', message: `calls ${shownCallee(handedOver, sourceFile)}` };
}

/** A call of the language's own that makes a value, or fills one that this module has just made. Functions given to it run at once. */
function isHarmlessCall(node: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const { expression } = node;
  if (isKnown(expression, knownPureCalls, checker)) return true;
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const method = languageMethod(checker.getSymbolAtLocation(expression.name), expression.name.text);
  if (method === 'reads') return true;
  const receiver = expression.expression;
  return method === 'fills' && (!isReference(receiver) || isOwned(receiver, receiver.getSourceFile(), checker));
}

/** A name or a path of names, in contrast to a value that has just been made. */
export function isReference(expression: ts.Expression): boolean {
  return (
    ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)
  );
}

function shownCallee(expression: ts.Expression, sourceFile: ts.SourceFile): string {
  const name = dottedName(expression);
  if (name !== undefined) return name;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  const text = expression.getText(sourceFile);
  return text.length > 40 ? 'a function' : text;
}

function isKnown(expression: ts.Expression, known: ReadonlySet<string>, checker: ts.TypeChecker): boolean {
  const name = dottedName(expression);
  if (name === undefined || !known.has(name)) return false;
  let root: ts.Expression = expression;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  return isHostSymbol(checker.getSymbolAtLocation(root));
}

function isFresh(expression: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(expression) || ts.isFunctionLike(expression);
}

/** The function of `(() => { ... })()`, also when it is awaited by nobody. */
function calledInPlace(node: ts.Node): ts.FunctionExpression | ts.ArrowFunction | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  let callee: ts.Expression = node.expression;
  while (ts.isParenthesizedExpression(callee)) callee = callee.expression;
  return ts.isFunctionExpression(callee) || ts.isArrowFunction(callee) ? callee : undefined;
}

/** The target of an assignment, an update or a destructuring; undefined for everything else. */
export function writtenBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? node.left : undefined;
  }
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return undefined;
  const isUpdate = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  return isUpdate ? node.operand : undefined;
}

/** What this module itself declares, or exports: changing it is part of declaring. */
function isOwned(target: ts.Expression, sourceFile: ts.SourceFile, checker: ts.TypeChecker): boolean {
  const root = rootOf(target);
  if (!ts.isIdentifier(root)) return false;
  const name = dottedName(target) ?? '';
  const symbol = checker.getSymbolAtLocation(root);
  const declaration = symbol?.declarations?.find((one) => one.getSourceFile() === sourceFile);
  if (declaration === undefined || ts.isSourceFile(declaration))
    return root.text === 'exports' || /^module\.exports\b/.test(name);
  return !(
    ts.isImportClause(declaration) ||
    ts.isImportSpecifier(declaration) ||
    ts.isNamespaceImport(declaration) ||
    ts.isImportEqualsDeclaration(declaration)
  );
}

export function rootOf(target: ts.Expression): ts.Expression {
  let root = target;
  while (
    ts.isPropertyAccessExpression(root) ||
    ts.isElementAccessExpression(root) ||
    ts.isParenthesizedExpression(root) ||
    ts.isNonNullExpression(root)
  )
    root = root.expression;
  return root;
}

/** The children that run when the node runs at load. */
export function runningChildren(node: ts.Node, checker: ts.TypeChecker): ts.Node[] {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return [];
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return [];
  if (ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return [];
  if (ts.isFunctionLike(node)) {
    const kept = runsAtOnce(node, checker) ? childrenOf(node) : [];
    // Decorators and computed names are evaluated with the class.
    return [...kept, ...(ts.isClassElement(node) ? evaluatedWithClass(node) : [])];
  }
  if (ts.isPropertyDeclaration(node)) {
    const isStatic = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
    return [...evaluatedWithClass(node), ...(isStatic && node.initializer !== undefined ? [node.initializer] : [])];
  }
  return childrenOf(node);
}

function runsAtOnce(node: ts.Node, checker: ts.TypeChecker): boolean {
  let outer = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  if (!ts.isCallExpression(outer)) return false;
  return calledInPlace(outer) === node || (outer.expression !== node && isHarmlessCall(outer, checker));
}

function evaluatedWithClass(member: ts.ClassElement): ts.Node[] {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return [...decorators, ...(member.name !== undefined && ts.isComputedPropertyName(member.name) ? [member.name] : [])];
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
