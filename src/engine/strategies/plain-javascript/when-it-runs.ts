// How often code inside of a function runs in one call of it: in a loop, in the callback of an array method, or in a function that is declared
// there and only called. What is handed to anybody else may be called at any time.
import ts from 'typescript';
import { isInside } from '../../source/ranges/expressions.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';

/** 'again': in a loop, in the callback of an array method, or in a function called so. 'later': perhaps when the call is over. */
export interface Run {
  readonly often: 'once' | 'again' | 'later';
  /** The node itself, and the calls of the functions that it stands in. */
  readonly at: readonly ts.Node[];
}

const repeating = new Set([
  ...['map', 'filter', 'forEach', 'reduce', 'reduceRight', 'some', 'every', 'flatMap', 'sort', 'toSorted'],
  ...['find', 'findIndex', 'findLast', 'findLastIndex'],
]);

export function whenItRuns(node: ts.Node, root: ts.Node, checker: ts.TypeChecker): Run {
  return runOf(node, root, checker, []);
}

function runOf(node: ts.Node, root: ts.Node, checker: ts.TypeChecker, around: readonly ts.Node[]): Run {
  const later: Run = { often: 'later', at: [node] };
  if (!isInside(node, root)) return later;
  const at: ts.Node[] = [node];
  let isAgain = false;
  let child = node;
  for (let outer = node.parent; child !== root; child = outer, outer = outer.parent) {
    if (ts.isIterationStatement(outer, false) && outer.statement === child) isAgain = true;
    if (!ts.isFunctionLike(child) || child === root) continue;
    if (isRepeated(child, checker)) {
      isAgain = true;
      continue;
    }
    // Called by itself: what it calls is known already.
    if (around.includes(child)) return { often: 'again', at };
    const calls = callsOf(child, root, checker);
    if (calls === undefined) return later;
    const runs = calls.map((call) => runOf(call, root, checker, [...around, child]));
    if (runs.some(({ often }) => often === 'later')) return later;
    at.push(...runs.flatMap((run) => run.at));
    return { often: isAgain || runs.some(({ often }) => often === 'again') ? 'again' : 'once', at };
  }
  return { often: isAgain ? 'again' : 'once', at };
}

/** A callback that is called before the call that it is handed to is over, for each of many things. */
export function isRepeated(callback: ts.Node, checker: ts.TypeChecker): boolean {
  const call = callback.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const { expression, name } = call.expression;
  const [first, second] = call.arguments;
  if (first === callback && repeating.has(name.text) && isArray(expression, checker)) return true;
  if (!isLibrarySymbol(checker.getSymbolAtLocation(call.expression))) return false;
  if (second === callback && name.text === 'from') return globalName(expression, checker) === 'Array';
  const type = checker.getTypeAtLocation(expression);
  if (second === callback && /^replace(All)?$/.test(name.text)) return (type.flags & ts.TypeFlags.StringLike) !== 0;
  return first === callback && name.text === 'forEach' && /^(Readonly)?(Map|Set)$/.test(type.getSymbol()?.name ?? '');
}

/** All calls of a function with a name of its own; undefined where somebody else may get hold of it, or where it runs bit by bit. */
function callsOf(
  declared: ts.SignatureDeclaration,
  root: ts.Node,
  checker: ts.TypeChecker,
): readonly ts.Node[] | undefined {
  const name = nameOf(declared);
  const symbol = name && checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const calls: ts.Node[] = [];
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node !== name && isMention(node, symbol, checker)) {
      const { parent } = node;
      const isCalled = ts.isCallExpression(parent) && parent.expression === node;
      if (!isCalled && !isRepeated(node, checker)) return false;
      calls.push(parent);
    }
    return !(ts.forEachChild(node, (child) => !visit(child)) ?? false);
  };
  return visit(root) ? calls : undefined;
}

function isMention(node: ts.Identifier, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  const mentioned = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node);
  return mentioned === symbol;
}

/** `const find = (id) => ...` or `function find(id) {}`, which run from beginning to end. */
function nameOf(declared: ts.SignatureDeclaration): ts.Identifier | undefined {
  const isPlain = !ts.canHaveModifiers(declared) || !ts.getModifiers(declared)?.length;
  if (!isPlain) return undefined;
  if (ts.isFunctionDeclaration(declared)) return declared.asteriskToken === undefined ? declared.name : undefined;
  if (!ts.isArrowFunction(declared) && !ts.isFunctionExpression(declared)) return undefined;
  const { parent } = declared;
  const isConstant =
    ts.isVariableDeclaration(parent) &&
    (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0 &&
    ts.isIdentifier(parent.name);
  const hasOwnName =
    ts.isFunctionExpression(declared) && (declared.name !== undefined || declared.asteriskToken !== undefined);
  return isConstant && !hasOwnName ? (parent.name as ts.Identifier) : undefined;
}

export function isArray(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return checker.isArrayType(checker.getTypeAtLocation(node));
}
