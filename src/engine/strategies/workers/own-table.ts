// Counting by key: iterations do nothing but add whole numbers to the entries of one table that the function makes. Sums of whole numbers do not depend on
// their order, and keys come into the table in the order in which the parts first meet them, so tables of parts add up to the very table.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';
import { hidesOwnName } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { discardedAround } from './loop-delivery.ts';
import { mentionsIn } from './loop-text.ts';

export interface OwnTable {
  /** `plain-object` has the names that all objects have: a count under one of them is none. */
  readonly form: 'map' | 'plain-object' | 'typed-array';
  readonly declaration: ts.VariableDeclaration;
  /** What an entry that is not there counts as, as it is written: ` ?? 0`; empty for typed arrays. */
  readonly orNothing: string;
}

/** A table and everything in a loop that counts in it. */
export interface CountedTable {
  readonly of: OwnTable;
  readonly steps: readonly ts.Node[];
  readonly mentions: readonly ts.Identifier[];
  readonly target: ts.Symbol;
}

interface Step {
  readonly whole: ts.Node;
  readonly table: ts.Identifier;
  readonly orNothing: string;
}

/** `written`: everything in the loop that changes something outside of the iteration. */
export function ownTable(written: readonly ts.Expression[], loop: ts.Node, subject: Subject): CountedTable | undefined {
  const { checker, node } = subject;
  const steps = written.flatMap((one) => stepOf(one, checker) ?? []);
  const [first] = steps;
  const target = first && checker.getSymbolAtLocation(first.table);
  if (first === undefined || target === undefined || steps.length !== written.length) return undefined;
  const isSame = steps.every(
    ({ table, orNothing }) => checker.getSymbolAtLocation(table) === target && orNothing === first.orNothing,
  );
  const declaration = target.valueDeclaration;
  if (!isSame || declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const form = isInside(declaration, node) && !isInside(declaration, loop) ? formOf(declaration, subject) : undefined;
  const isArray = form === 'typed-array';
  if (form === undefined || isArray !== (first.orNothing === '')) return undefined;
  const wholes = steps.map(({ whole }) => whole);
  const mentions = mentionsIn(node, target, checker);
  const isOnlyCounted = mentions.every(
    (mention) => mention === declaration.name || mention.pos > loop.end || wholes.some((one) => isInside(mention, one)),
  );
  if (!isOnlyCounted) return undefined;
  const inLoop = mentions.filter((mention) => isInside(mention, loop));
  const of = { form, declaration, orNothing: first.orNothing };
  return { of, steps: wholes, mentions: inLoop, target };
}

function stepOf(written: ts.Expression, checker: ts.TypeChecker): Step | undefined {
  const around = discardedAround(written, checker);
  const branched = around && branchedAround(around);
  if (branched !== undefined && isKey(branched.key, checker)) return branched;
  const whole = around && bare(around);
  const step = whole && (storedIn(whole) ?? setIn(whole) ?? raisedIn(whole));
  if (whole === undefined || step === undefined || !isKey(step.key, checker)) return undefined;
  return { whole, table: step.table, orNothing: step.orNothing };
}

interface Counted {
  readonly table: ts.Identifier;
  readonly key: ts.Expression;
  readonly orNothing: string;
}

/** `counts[key] = (counts[key] ?? 0) + 1`. */
function storedIn(expression: ts.Expression): Counted | undefined {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const entry = elementOf(expression.left);
  const before = entryBefore(expression.right);
  return entry !== undefined && before !== undefined && before.entry.getText() === expression.left.getText()
    ? { ...entry, orNothing: before.orNothing }
    : undefined;
}

/** `counts.set(key, (counts.get(key) ?? 0) + 1)`. */
function setIn(expression: ts.Expression): Counted | undefined {
  const called = methodCall(expression, 'set');
  const [key, value, another] = called?.given ?? [];
  const before = value && entryBefore(value);
  const read = before && methodCall(before.entry, 'get');
  if (called === undefined || key === undefined || another !== undefined || read === undefined) return undefined;
  const isSame =
    read.table.text === called.table.text && read.given.map((one) => one.getText()).join() === key.getText();
  return isSame ? { table: called.table, key, orNothing: before?.orNothing ?? '' } : undefined;
}

/** `if (counts.has(key)) counts.set(key, counts.get(key)! + 1); else counts.set(key, 1);` around either of its writes. */
function branchedAround(written: ts.Expression): (Counted & { readonly whole: ts.Node }) | undefined {
  const statement = written.parent;
  const branch =
    ts.isBlock(statement.parent) && statement.parent.statements.length === 1 ? statement.parent : statement;
  const whole = branch.parent;
  if (!ts.isExpressionStatement(statement) || !ts.isIfStatement(whole) || whole.elseStatement === undefined)
    return undefined;
  const asked = methodCall(whole.expression, 'has');
  const [raised, started] = [onlySetIn(whole.thenStatement), onlySetIn(whole.elseStatement)];
  const [sum, first] = [raised && bare(raised.value), started?.value];
  if (asked === undefined || raised === undefined || first === undefined || sum === undefined) return undefined;
  const [key] = asked.given;
  const isSum = ts.isBinaryExpression(sum) && sum.operatorToken.kind === ts.SyntaxKind.PlusToken;
  const read = isSum ? methodCall(sum.left, 'get') : undefined;
  if (key === undefined || !isSum || read === undefined || !isSmallWhole(first)) return undefined;
  const isSame =
    [raised, started, read].every((one) => one?.table.text === asked.table.text) &&
    [raised.key, started?.key, read.given[0]].every((one) => one?.getText() === key.getText()) &&
    sum.right.getText() === first.getText();
  return isSame ? { table: asked.table, key, orNothing: ' ?? 0', whole } : undefined;
}

function onlySetIn(
  branch: ts.Statement,
): { readonly table: ts.Identifier; readonly key: ts.Expression; readonly value: ts.Expression } | undefined {
  const [only, another] = ts.isBlock(branch) ? branch.statements : [branch];
  if (only === undefined || another !== undefined || !ts.isExpressionStatement(only)) return undefined;
  const set = methodCall(only.expression, 'set');
  const [key, value] = set?.given ?? [];
  return set && key && value && { table: set.table, key, value };
}

/** `buckets[i]++`, `buckets[i] += 2`. */
function raisedIn(expression: ts.Expression): Counted | undefined {
  const isStep = (operator: ts.PrefixUnaryOperator): boolean => operator === ts.SyntaxKind.PlusPlusToken;
  const isRaise =
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken &&
    isSmallWhole(expression.right);
  const raised =
    (ts.isPostfixUnaryExpression(expression) || ts.isPrefixUnaryExpression(expression)) && isStep(expression.operator)
      ? expression.operand
      : isRaise
        ? expression.left
        : undefined;
  const entry = raised && elementOf(raised);
  return entry && { ...entry, orNothing: '' };
}

/** `(counts[key] ?? 0) + 1`: the entry, and what stands for one that is not there. */
function entryBefore(sum: ts.Expression): { readonly entry: ts.Expression; readonly orNothing: string } | undefined {
  const value = bare(sum);
  if (!ts.isBinaryExpression(value) || value.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const before = bare(value.left);
  if (!isSmallWhole(value.right) || !ts.isBinaryExpression(before) || before.right.getText() !== '0') return undefined;
  const operator = before.operatorToken.getText();
  return operator === '??' || operator === '||' ? { entry: bare(before.left), orNothing: ` ${operator} 0` } : undefined;
}

/** So small that no loop counts to where whole numbers have gaps. */
export function isSmallWhole(given: ts.Expression): boolean {
  const node = bare(given);
  return ts.isNumericLiteral(node) && Number.isInteger(Number(node.text)) && Number(node.text) < 1000;
}

function elementOf(given: ts.Expression): { readonly table: ts.Identifier; readonly key: ts.Expression } | undefined {
  const node = bare(given);
  if (!ts.isElementAccessExpression(node) || node.questionDotToken !== undefined) return undefined;
  return ts.isIdentifier(node.expression) ? { table: node.expression, key: node.argumentExpression } : undefined;
}

function methodCall(
  given: ts.Expression,
  method: string,
): { readonly table: ts.Identifier; readonly given: readonly ts.Expression[] } | undefined {
  const node = bare(given);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name, questionDotToken } = node.expression;
  return name.text === method && questionDotToken === undefined && ts.isIdentifier(expression)
    ? { table: expression, given: node.arguments }
    : undefined;
}

function isKey(key: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(key);
  return isPrimitiveType(type) && (type.flags & ts.TypeFlags.ESSymbolLike) === 0;
}

/** How the function makes it, empty; undefined when its entries are not numbers, or it may start as something else. */
function formOf(declaration: ts.VariableDeclaration, subject: Subject): OwnTable['form'] | undefined {
  const { checker, node } = subject;
  const value = declaration.initializer && bare(declaration.initializer);
  if (value === undefined || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
  if (namesTypesOf(declaration, node, checker)) return undefined;
  const type = checker.getTypeAtLocation(declaration.name);
  const isNumber = (one: ts.Type | undefined) => one !== undefined && (one.flags & ts.TypeFlags.NumberLike) !== 0;
  if (ts.isNewExpression(value)) {
    const name = value.expression.getText();
    const given = value.arguments ?? [];
    const [, entry] = checker.getTypeArguments(type as ts.TypeReference);
    if (name === 'Map') return given.length === 0 && isNumber(entry) ? 'map' : undefined;
    const [length, another] = given;
    const isSized = length !== undefined && another === undefined && isKnownToModule(length, checker);
    return COUNTING_ARRAYS.has(name) && isSized ? 'typed-array' : undefined;
  }
  if (!isNumber(checker.getIndexTypeOfType(type, ts.IndexKind.String))) return undefined;
  const isEmpty = ts.isObjectLiteralExpression(value) && value.properties.length === 0;
  return isEmpty && canBeCalledAgain(subject) && !hidesOwnName(subject) ? 'plain-object' : undefined;
}

/** Its parameters have names that mean what the caller gave wherever they stand. */
function canBeCalledAgain({ checker, node }: Subject): boolean {
  return node.parameters.every(({ name, dotDotDotToken }) => {
    if (!ts.isIdentifier(name) || dotDotDotToken !== undefined) return false;
    const symbol = checker.getSymbolAtLocation(name);
    const isOther = (at: ts.Node): boolean => {
      if (!ts.isIdentifier(at) || at.text !== name.text) return ts.forEachChild(at, isOther) ?? false;
      const isDeclared =
        ts.isVariableDeclaration(at.parent) || ts.isParameter(at.parent) || ts.isBindingElement(at.parent);
      return isTarget(at) || (isDeclared && at.parent.name === at && checker.getSymbolAtLocation(at) !== symbol);
    };
    return !isOther(node);
  });
}

/** Whole numbers in them wrap around or stay whole; those of `Uint8ClampedArray` and `Float32Array` depend on the order. */
const COUNTING_ARRAYS: ReadonlySet<string> = new Set([
  ...['Int8Array', 'Int16Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array', 'Float64Array'],
]);

/** `256`, or a constant at the top of a module. */
function isKnownToModule(length: ts.Expression, checker: ts.TypeChecker): boolean {
  const declaration = ts.isIdentifier(length) ? checker.getSymbolAtLocation(length)?.valueDeclaration : undefined;
  const isConstant =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isSourceFile(declaration.parent.parent.parent) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant || ts.isNumericLiteral(length);
}

/** Types of the function itself have no name at the top of the module. */
function namesTypesOf(declaration: ts.Node, functionNode: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isTypeReferenceNode(declaration)) {
    const declared = checker.getSymbolAtLocation(declaration.typeName)?.declarations ?? [];
    if (declared.some((one) => isInside(one, functionNode))) return true;
  }
  return ts.forEachChild(declaration, (child) => namesTypesOf(child, functionNode, checker) || undefined) ?? false;
}
