// Functions that a subject declares for itself (`const cdf = (x: number) => ...`): a function cannot be handed to a thread, so they move to the top of the
// module, where threads find them. What they read of the function around them they get as arguments, which is the same as long as nobody sets it again.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt, lineAfter, lineBefore, topLevelStatement, wholeLines } from '../../source/insertion-places.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { isTarget } from '../../source/loops/places.ts';
import { freeNames, freshName, mentions } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import type { OtherForm } from './as-maps.ts';
import { mentionsIn } from './loop-text.ts';
import { isReachedAfter } from './reached-after.ts';
import { typeText } from './type-text.ts';

type HelperNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface Helper {
  readonly symbol: ts.Symbol;
  readonly statement: ts.Statement;
  readonly fn: HelperNode;
  readonly body: ts.ConciseBody;
  /** Every mention but the declaration. */
  readonly uses: readonly ts.Identifier[];
}

interface Variable {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly use: ts.Node;
}

/** What moves: each helper with the variables that it gets as arguments. */
type Moving = ReadonlyMap<Helper, readonly Variable[]>;

/** Undefined where the function has no helpers of its own, or none that can move. */
export function withHelpersMoved(subject: Subject): OtherForm | undefined {
  const { node, sourceFile, text, style } = subject;
  if (node.body === undefined || !ts.isBlock(node.body) || isStrictAlone(node.body)) return undefined;
  const moving = movingHelpers(node.body, subject);
  if (moving.size === 0) return undefined;
  const names = new Map([...moving.keys()].map((helper) => [helper.symbol, nameOutside(helper, subject)]));
  const calls = [...moving].flatMap(([helper, given]) =>
    helper.uses.flatMap((use) => callEdits(use, names, helper, given)),
  );
  const within = (start: number, end: number): readonly TextEdit[] =>
    calls.filter((edit) => edit.start >= start && edit.end <= end).sort((a, b) => a.start - b.start);
  const texts: string[] = [];
  const removed: TextEdit[] = [];
  for (const [helper, given] of moving) {
    const { statement } = helper;
    const parameters = parametersText(given, subject);
    if (parameters === undefined) return undefined;
    const { offset: comment, indent, isWithinLine } = lineBefore(statement, sourceFile);
    const { end } = wholeLines(statement, subject);
    removed.push({ start: isWithinLine === true ? comment : comment - indent.length, end, text: '' });
    const begin = statement.getStart(sourceFile);
    // As far to the left as a function of the module stands.
    const part = (from: number, to: number): string =>
      applyEdits(
        text.slice(from, to),
        within(from, to).map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
      ).replaceAll(`\n${indentAt(begin, text)}`, '\n');
    const declared = functionText(helper, names.get(helper.symbol) ?? '', { parameters, part, subject });
    texts.push(part(comment, begin) + declared);
  }
  const isRemoved = (edit: TextEdit): boolean =>
    removed.some(({ start, end }) => edit.start >= start && edit.end <= end);
  const inPlace = [...removed, ...calls.filter((edit) => !isRemoved(edit))].sort((a, b) => a.start - b.start);
  const grown = inPlace.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const { offset } = lineAfter(topLevelStatement(node), sourceFile);
  const added = texts.map((one) => style.eol + style.eol + one).join('');
  const after = applyEdits(text, [...inPlace, { start: offset, end: offset, text: added }]);
  const changed = subjectWithText(subject, after, node.getStart(sourceFile), node.end + grown);
  return changed && { subject: changed, restore: (candidate) => restored(candidate, text, after, subject) };
}

/** A function that is strict by itself would have helpers that are not. */
function isStrictAlone({ statements: [first] }: ts.Block): boolean {
  return first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression);
}

function restored(
  candidate: Parameters<OtherForm['restore']>[0],
  before: string,
  after: string,
  { file }: Subject,
): ReturnType<OtherForm['restore']> {
  const [own, ...added] = candidate.files;
  const edit = editBetween(before, applyEdits(after, own?.edits ?? []));
  // Their places are those of the other text.
  const caveats = candidate.caveats.map(({ line: _, column: __, ...caveat }) => caveat);
  return { ...candidate, caveats, files: [{ path: file, edits: [edit] }, ...added] };
}

/** Those that stand in the function's own block, without any that need one that has to stay. */
function movingHelpers(block: ts.Block, subject: Subject): Moving {
  let helpers = block.statements.flatMap((statement) => helperOf(statement, subject) ?? []);
  for (;;) {
    const moving = new Map(
      helpers.flatMap((helper) => {
        const given = variablesOf(helper, helpers, subject);
        return given === undefined ? [] : [[helper, given] as const];
      }),
    );
    if (moving.size === helpers.length) return moving;
    helpers = [...moving.keys()];
  }
}

function helperOf(statement: ts.Statement, subject: Subject): Helper | undefined {
  const { node, checker } = subject;
  const declared = functionIn(statement);
  const symbol = declared && checker.getSymbolAtLocation(declared.name);
  if (declared === undefined || symbol === undefined || symbol.declarations?.length !== 1) return undefined;
  const { fn, name } = declared;
  const { body } = fn;
  const isPlain =
    body !== undefined &&
    fn.modifiers === undefined &&
    fn.asteriskToken === undefined &&
    fn.typeParameters === undefined &&
    !hasLongText(fn) &&
    !mentions(fn, 'arguments') &&
    !mentionsLocalTypes(fn, node, checker);
  if (!isPlain) return undefined;
  const uses = mentionsIn(node, symbol, checker).filter((use) => use !== name);
  const isMade = (use: ts.Identifier): boolean =>
    ts.isFunctionDeclaration(fn) || isReachedAfter(use, statement.pos, subject);
  const isFine = (use: ts.Identifier): boolean => isMade(use) && (isCalled(use) || isCallback(use, checker));
  return uses.every(isFine) && !isFieldByName(node, name.text) ? { symbol, statement, fn, body, uses } : undefined;
}

function functionIn(statement: ts.Statement): { readonly fn: HelperNode; readonly name: ts.Identifier } | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name && { fn: statement, name: statement.name };
  if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0)
    return undefined;
  const [declaration, another] = statement.declarationList.declarations;
  const fn = declaration?.initializer;
  if (declaration === undefined || another !== undefined || !ts.isIdentifier(declaration.name)) return undefined;
  const isFunction = fn !== undefined && (ts.isArrowFunction(fn) || (ts.isFunctionExpression(fn) && !fn.name));
  return isFunction && declaration.type === undefined ? { fn, name: declaration.name } : undefined;
}

/** Types that the function declares have no name at the top of the module. */
function mentionsLocalTypes(fn: ts.Node, node: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (child: ts.Node): boolean => {
    const name = ts.isTypeReferenceNode(child)
      ? child.typeName
      : ts.isTypeQueryNode(child)
        ? child.exprName
        : undefined;
    const declarations = (name && checker.getSymbolAtLocation(name)?.declarations) ?? [];
    return declarations.some((one) => isInside(one, node)) || (ts.forEachChild(child, visit) ?? false);
  };
  return visit(fn);
}

function isCalled(use: ts.Identifier): boolean {
  return ts.isCallExpression(use.parent) && use.parent.expression === use;
}

/** `xs.map(f)`: what the language calls keeps no function. */
function isCallback(use: ts.Identifier, checker: ts.TypeChecker): boolean {
  const call = use.parent;
  return (
    ts.isCallExpression(call) &&
    call.arguments.includes(use) &&
    ts.isPropertyAccessExpression(call.expression) &&
    isLibrary(checker.getSymbolAtLocation(call.expression.name))
  );
}

/** `{ f }` */
function isFieldByName(node: ts.Node, name: string): boolean {
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) return true;
  return ts.forEachChild(node, (child) => isFieldByName(child, name)) ?? false;
}

/** Undefined where it needs more of the function around it than variables that keep what they hold, or is handed on and needs any. */
function variablesOf(helper: Helper, helpers: readonly Helper[], subject: Subject): readonly Variable[] | undefined {
  const found = new Map<ts.Symbol, Variable>();
  const seen = new Set([helper]);
  for (const one of seen) {
    for (const { kind, name, symbol, uses } of freeNames(one.fn, subject.checker)) {
      if (kind === 'this' || kind === 'arguments') return undefined;
      if (kind !== 'enclosing-parameter' && kind !== 'enclosing-variable') continue;
      const other = helpers.find((another) => another.symbol === symbol);
      if (other !== undefined) seen.add(other);
      else if (symbol !== undefined && uses[0] !== undefined && isKeptVariable(symbol, subject))
        found.set(symbol, { name, symbol, use: uses[0] });
      else return undefined;
    }
  }
  const given = [...found.values()];
  const called = helper.uses.filter((use) => !helpers.some(({ fn }) => isInside(use, fn)));
  const isMade = ({ symbol }: Variable): boolean =>
    called.every((use) => isReachedAfter(use, symbol.valueDeclaration?.pos ?? 0, subject));
  return given.length === 0 || (helper.uses.every(isCalled) && given.every(isMade)) ? given : undefined;
}

/** Declared in the function, the only one there of its name, and never set again. */
function isKeptVariable(symbol: ts.Symbol, { node, checker }: Subject): boolean {
  const { valueDeclaration: declaration } = symbol;
  if (declaration === undefined || !isInside(declaration, node) || ts.isFunctionLike(declaration)) return false;
  const isFine = (child: ts.Node): boolean => {
    if (ts.isIdentifier(child) && child.text === symbol.name) {
      const isOwn = checker.getSymbolAtLocation(child) === symbol;
      const isDeclaredHere = 'name' in child.parent && child.parent.name === child && !isField(child);
      if (isOwn ? isTarget(child) : isDeclaredHere || ts.isShorthandPropertyAssignment(child.parent)) return false;
    }
    return ts.forEachChild(child, (one) => (isFine(one) ? undefined : true)) === undefined;
  };
  return isFine(node);
}

function isField({ parent }: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent)
  );
}

/** Its own name, where nothing else in the file has it. */
function nameOutside({ symbol }: Helper, subject: Subject): string {
  const { sourceFile, checker, listing } = subject;
  const name = symbol.name;
  const isOther = (child: ts.Node): boolean =>
    (ts.isIdentifier(child) &&
      child.text === name &&
      !isField(child) &&
      checker.getSymbolAtLocation(child) !== symbol) ||
    (ts.forEachChild(child, isOther) ?? false);
  const wanted = `${listing.name}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return isOther(sourceFile) || !ts.isExternalModule(sourceFile) ? freshName(subject, wanted) : name;
}

/** The name that it has at the top of the module, and the arguments in front of its own. */
function callEdits(
  use: ts.Identifier,
  names: ReadonlyMap<ts.Symbol, string>,
  { symbol }: Helper,
  given: readonly Variable[],
): readonly TextEdit[] {
  const renamed = { start: use.getStart(), end: use.end, text: names.get(symbol) ?? use.text };
  const call = use.parent;
  if (!ts.isCallExpression(call) || call.expression !== use || given.length === 0) return [renamed];
  const first = call.arguments.pos;
  const listed = given.map(({ name }) => name).join(', ');
  return [renamed, { start: first, end: first, text: call.arguments.length === 0 ? listed : `${listed}, ` }];
}

/** Undefined where a type has no name at the top of the module. */
function parametersText(given: readonly Variable[], subject: Subject): readonly string[] | undefined {
  const { checker, style } = subject;
  if (!style.isTypeScript) return given.map(({ name }) => name);
  const types = given.map(({ use }) => typeText(checker.getTypeAtLocation(use), subject));
  return types.includes(undefined) ? undefined : given.map(({ name }, at) => `${name}: ${types[at]}`);
}

function functionText(
  { fn, body }: Helper,
  name: string,
  {
    parameters,
    part,
    subject,
  }: {
    readonly parameters: readonly string[];
    readonly part: (start: number, end: number) => string;
    readonly subject: Subject;
  },
): string {
  const { sourceFile, style } = subject;
  const textOf = (node: ts.Node): string => part(node.getStart(sourceFile), node.end);
  const declared = [...parameters, ...fn.parameters.map(textOf)].join(', ');
  const returned = fn.type === undefined ? '' : `: ${textOf(fn.type)}`;
  const end = style.semicolons ? ';' : '';
  const done = ts.isBlock(body)
    ? textOf(body)
    : ['{', `${style.indent}return ${textOf(body)}${end}`, '}'].join(style.eol);
  return `function ${name}(${declared})${returned} ${done}`;
}
