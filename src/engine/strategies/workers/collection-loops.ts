// `for (const x of xs)` over a set or a map, or what `Object.entries` and its like give, as the loop over a list that is made before: a list can be cut into
// parts. A collection may change while it is gone through, and the loop then sees it; so all that is changed there must be another one.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { mentionsIn } from './loop-text.ts';

const COLLECTIONS: ReadonlySet<string> = new Set(['Set', 'ReadonlySet', 'Map', 'ReadonlyMap']);
const PARTS: ReadonlySet<string> = new Set(['keys', 'values', 'entries']);
const CHANGING: ReadonlySet<string> = new Set(['add', 'set', 'delete', 'clear']);
const ASKING: ReadonlySet<string> = new Set(['get', 'has', 'size']);

/** The list under a name of its own, since the caller may go through it again when threads are done. */
export function listedFirst(loop: ts.ForOfStatement, subject: Subject): readonly TextEdit[] {
  const { style, text, node } = subject;
  const { initializer, expression, parent } = loop;
  const isConstant = ts.isVariableDeclarationList(initializer) && (initializer.flags & ts.NodeFlags.Const) !== 0;
  if (loop.awaitModifier !== undefined || !isConstant || !ts.isBlock(parent)) return [];
  const given = listOf(bare(expression), loop, subject);
  if (given === undefined) return [];
  const wanted = freshLocalName({ node }, given.name) === given.name ? given.name : 'list';
  const before = loopsBefore(loop, node).length;
  const name = freshLocalName({ node }, before === 0 ? wanted : `${wanted}${before + 1}`);
  const line = `const ${name} = ${given.list}${style.semicolons ? ';' : ''}`;
  const at = loop.getStart();
  return [
    { start: at, end: at, text: `${line}${style.eol}${indentAt(at, text)}` },
    { start: expression.getStart(), end: expression.end, text: name },
  ];
}

/** Others that may get a list. */
function loopsBefore(loop: ts.ForOfStatement, region: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isForOfStatement(node) && node.pos < loop.pos) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

interface List {
  readonly name: string;
  readonly list: string;
}

function listOf(given: ts.Expression, loop: ts.ForOfStatement, subject: Subject): List | undefined {
  const { checker } = subject;
  const callee = ts.isCallExpression(given) ? given.expression : undefined;
  if (callee === undefined) {
    const name = isCollection(given, checker) ? (isOfPairs(given, checker) ? 'entries' : 'values') : undefined;
    return name !== undefined && staysAsItIs(given, loop, subject)
      ? { name, list: `[...${given.getText()}]` }
      : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee) || !PARTS.has(callee.name.text) || callee.questionDotToken !== undefined)
    return undefined;
  const { name, expression } = callee;
  if (!isLibrary(checker.getSymbolAtLocation(name))) return undefined;
  // That is a list already.
  if (globalName(bare(expression), checker) === 'Object') return { name: name.text, list: given.getText() };
  const isFitting = isCollection(expression, checker) && staysAsItIs(expression, loop, subject);
  return isFitting ? { name: name.text, list: `[...${given.getText()}]` } : undefined;
}

function isCollection(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getTypeAtLocation(node).getSymbol();
  return COLLECTIONS.has(symbol?.name ?? '') && isLibrary(symbol);
}

function isOfPairs(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return /Map$/.test(checker.getTypeAtLocation(node).getSymbol()?.name ?? '');
}

/** Nothing that the loop does, or a function inside of this one, which it may call, changes that collection. */
function staysAsItIs(collection: ts.Expression, loop: ts.ForOfStatement, subject: Subject): boolean {
  const { node, checker } = subject;
  // Made for the loop alone.
  if (ts.isNewExpression(bare(collection))) return true;
  const root = rootOf(collection);
  const symbol = root && checker.getSymbolAtLocation(root);
  if (root === undefined || (ts.isIdentifier(root) && symbol === undefined)) return false;
  const isWhole = root === collection && symbol !== undefined;
  if (isWhole && !mentionsIn(loop.statement, symbol, checker).every(isAsked)) return false;
  return changesIn(loop.statement)
    .concat(functionsIn(node).flatMap(changesIn))
    .every(({ expression }) => isAnother(bare(expression), symbol, loop, subject));
}

/** `this` or a variable, at the start of a chain of properties. */
function rootOf(node: ts.Expression): ts.Expression | undefined {
  let root = bare(node);
  while (ts.isPropertyAccessExpression(root) && root.questionDotToken === undefined) root = bare(root.expression);
  return ts.isIdentifier(root) || root.kind === ts.SyntaxKind.ThisKeyword ? root : undefined;
}

function isAsked(mention: ts.Identifier): boolean {
  const { parent } = mention;
  return ts.isPropertyAccessExpression(parent) && parent.expression === mention && ASKING.has(parent.name.text);
}

/** Methods under a name in quotes, or one that is computed, may be any. */
function changesIn(region: ts.Node): readonly (ts.PropertyAccessExpression | ts.ElementAccessExpression)[] {
  const found: (ts.PropertyAccessExpression | ts.ElementAccessExpression)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && CHANGING.has(node.name.text)) found.push(node);
    if (ts.isCallExpression(node) && ts.isElementAccessExpression(node.expression)) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

function functionsIn(region: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(region, visit);
  return found;
}

/** A collection that the function makes itself and that has no other name, so that it cannot be the one with this symbol, or a part of it. */
function isAnother(
  changed: ts.Expression,
  symbol: ts.Symbol | undefined,
  loop: ts.ForOfStatement,
  { node, checker }: Subject,
): boolean {
  const own = ts.isIdentifier(changed) ? checker.getSymbolAtLocation(changed) : undefined;
  const declaration = own?.valueDeclaration;
  if (own === undefined || own === symbol || declaration === undefined || !isInside(declaration, node)) return false;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  const made = bare(declaration.initializer);
  const isMade = ts.isNewExpression(made) && COLLECTIONS.has(globalName(bare(made.expression), checker) ?? '');
  if (!isMade || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  const isRepeated =
    ts.findAncestor(loop.parent, (one) => one === node || ts.isIterationStatement(one, false)) !== node;
  return mentionsIn(node, own, checker).every(
    (mention) => mention === declaration.name || (mention.pos > loop.end && !isRepeated) || isReceiverAlone(mention),
  );
}

/** Of a call or a property, whose value is not the collection itself. */
function isReceiverAlone(mention: ts.Identifier): boolean {
  const access = mention.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== mention) return false;
  if (!CHANGING.has(access.name.text)) return true;
  return ts.isCallExpression(access.parent) && ts.isExpressionStatement(access.parent.parent);
}
