// Which variables hold their arrays alone, so that such an array can grow in place and be handed on: by the places that mention the variable.
import ts from 'typescript';
import { bare, enclosingFunction, isInside, wrapped } from '../source/ranges/expressions.ts';
import { looksAllocated } from './allocation-forms.ts';

/** Elements are pushed to it, or set by their index to a literal, or a filter gives it, and no other variable comes to hold the array. */
export function growsAlone(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declaration = name.parent;
  const isLiteral =
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    ts.isArrayLiteralExpression(bare(declaration.initializer));
  const uses = usesOf(name, checker);
  const isPushed = uses.some((use) => ts.isPropertyAccessExpression(use) && changingLength.has(use.name.text));
  const isSet = uses.some((use) => ts.isElementAccessExpression(use) && isPlainTarget(use));
  const isFiltered =
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    isFilter(bare(declaration.initializer));
  return uses.every(isOfOneHolder) && (isPushed || isFiltered || (isLiteral && isSet));
}

const changingLength: ReadonlySet<string> = new Set(['push', 'pop', 'shift']);

/** No other variable comes to hold the array, but it comes to hold new ones, or those that a loop makes, after which nothing else does. */
export function takesOver(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const uses = usesOf(name, checker);
  const taken = uses.filter((use) => !isOfOneHolder(use));
  // What is iterated is the array that the variable held at first.
  const isIterated = uses.some((use) => ts.isForOfStatement(use) && taken.some((other) => isInside(other, use)));
  const isTaken = (use: ts.Node): boolean =>
    takenOver(use, name.text, checker) !== undefined || isSetAnew(use, name.text, checker);
  return taken.length > 0 && !isIterated && taken.every(isTaken);
}

/** `name = values.map(...)`, as a statement. */
function isSetAnew(use: ts.Node, name: string, checker: ts.TypeChecker): boolean {
  if (!ts.isBinaryExpression(use) || use.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  const target = bare(use.left);
  const isStatement = ts.isExpressionStatement(wrapped(use).parent);
  return isStatement && ts.isIdentifier(target) && target.text === name && looksAllocated(use.right, checker);
}

/** The name of the array that is given up in `name = array`. */
function takenOver(use: ts.Node, name: string, checker: ts.TypeChecker): ts.Identifier | undefined {
  if (!ts.isBinaryExpression(use) || use.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const [target, given] = [bare(use.left), bare(use.right)];
  if (!ts.isIdentifier(target) || target.text !== name || !ts.isIdentifier(given) || given.text === name)
    return undefined;
  return isLastMention(given, checker) && isMadeInLoop(given, checker) ? given : undefined;
}

function isMadeInLoop(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const { initializer } = declaration;
  const block = declaration.parent.parent.parent;
  return (
    initializer !== undefined &&
    looksAllocated(initializer, checker) &&
    ts.isIterationStatement(block.parent, false) &&
    block.parent.statement === block
  );
}

export function isFilter(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'filter'
  );
}

function isOfOneHolder(use: ts.Node): boolean {
  return (
    ts.isElementAccessExpression(use) ||
    ts.isPropertyAccessExpression(use) ||
    ts.isReturnStatement(use) ||
    ts.isCallExpression(use) ||
    ts.isForOfStatement(use)
  );
}

/** What the variable's name stands in, its declaration left out. */
export function usesOf(name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(name);
  const uses: ts.Node[] = [];
  const collect = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      node !== name &&
      node.text === name.text &&
      checker.getSymbolAtLocation(node) === symbol
    )
      uses.push(wrapped(node).parent);
    ts.forEachChild(node, collect);
  };
  collect(enclosingFunction(name) ?? name.getSourceFile());
  return uses;
}

/** Whether the use of a table adds rows, takes them away or puts others in their place. */
export function changesRows(use: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(use)) return changingLength.has(use.name.text);
  return ts.isElementAccessExpression(use) && isPlainTarget(use);
}

function isPlainTarget(access: ts.ElementAccessExpression): boolean {
  const outer = wrapped(access);
  const { parent } = outer;
  return (
    ts.isBinaryExpression(parent) && parent.left === outer && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/**
 * The variable is made in the same block, once for this statement, and nothing after the statement reaches it, nor any function within, which may be called
 * after it; nothing does after a return.
 */
export function isLastMention(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) === 0) return false;
  const home = enclosingFunction(name);
  if (home === enclosingFunction(declaration) && ts.isReturnStatement(wrapped(name).parent)) return true;
  let statement: ts.Node = name;
  while (!ts.isExpressionStatement(statement)) {
    if (ts.isSourceFile(statement) || ts.isBlock(statement)) return false;
    statement = statement.parent;
  }
  const block = declaration.parent.parent.parent;
  if (statement.parent !== block || !ts.isBlock(block)) return false;
  const isMentioned = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node !== name &&
      node.text === name.text &&
      (node.pos >= statement.pos || enclosingFunction(node) !== home) &&
      checker.getSymbolAtLocation(node) === symbol) ||
    (ts.forEachChild(node, isMentioned) ?? false);
  return !isMentioned(block);
}
