// Recursive functions inside of the subject (`go(i, j)` in an edit distance) which read what the subject was called with. Their results hold
// for one call of the subject only, so each call gets a cache of its own, which ends with it. What is inside of the subject and pure is asked
// here; the keys, the sign of zero and the edits are those of every cache.
import ts from 'typescript';
import { analyzeEffects, type Effect } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { builtinBehaviour } from '../../source/known-globals.ts';
import type { Subject } from '../../source/subject.ts';
import { changesNoObjectIn } from './identity-keys.ts';

export interface InnerRecursion {
  /** The subject's file and program with the inner function in the subject's place. */
  readonly inner: Subject;
  /** The cache is declared above this statement: the first one of its block that may call the function. */
  readonly statement: ts.Statement;
  /** All of them, from within and from the subject. */
  readonly calls: readonly ts.CallExpression[];
}

type InnerNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** Those whose results depend on their arguments and on nothing that changes during a call of the subject. */
export function innerRecursions(subject: Subject): readonly InnerRecursion[] {
  const { body } = subject.node;
  if (body === undefined || !leavesItsArgumentsAlone(subject)) return [];
  return functionsIn(body).flatMap((node) => {
    const name = nameOf(node);
    const references = name === undefined ? undefined : callsOnly(subject, node, name);
    if (name === undefined || references === undefined || !branches(node, references)) return [];
    const statement = firstStatement(node, references);
    if (statement === undefined || !readsOnlyKept(subject, node, statement, references)) return [];
    const { isAsync, isGenerator } = formOf(node);
    const listing = { ...subject.listing, name: name.text, kind: 'function' as const, isAsync, isGenerator };
    return isAsync || isGenerator ? [] : [{ inner: { ...subject, node, listing }, statement, calls: references }];
  });
}

/** Nothing that runs during a call may change what the inner function reads: other code, other calls in between, the subject itself. */
function leavesItsArgumentsAlone(subject: Subject): boolean {
  const { isAsync, isGenerator } = subject.listing;
  const changing: readonly Effect['kind'][] = [
    'writes-parameter',
    'writes-this',
    'writes-outside',
    'unknown-call',
    'input-output',
    'awaits',
    'yields',
    'dynamic-scope',
  ];
  return !isAsync && !isGenerator && !analyzeEffects(subject).effects.some(({ kind }) => changing.includes(kind));
}

function functionsIn(body: ts.Node): readonly InnerNode[] {
  const found: InnerNode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) return;
    if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

/** Of a declaration, or of the constant that holds the function. */
function nameOf(node: InnerNode): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name;
  const { parent } = node;
  const isConstant =
    ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0 &&
    (node.name === undefined || node.name.text === parent.name.text);
  return isConstant ? (parent.name as ts.Identifier) : undefined;
}

/** The calls, when every mention is one and stands in the subject's own code or in the function's: then it does not outlive the call. */
function callsOnly(subject: Subject, node: InnerNode, name: ts.Identifier): readonly ts.CallExpression[] | undefined {
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const calls: ts.CallExpression[] = [];
  let escapes = false;
  const visit = (child: ts.Node, isOwn: boolean): void => {
    if (ts.isIdentifier(child) && child.text === name.text && child !== name && child !== node.name) {
      const call = child.parent;
      if (isOwn && ts.isCallExpression(call) && call.expression === child && !call.questionDotToken) calls.push(call);
      else escapes = true;
    }
    const enters = ts.isFunctionLike(child) || ts.isClassLike(child);
    const inner = !enters || child === subject.node || child === node || isCalledAtOnce(child, symbols);
    ts.forEachChild(child, (one) => visit(one, isOwn && inner));
  };
  visit(subject.node, true);
  return escapes ? undefined : calls;
}

/** A callback of the library's that does not outlive the call either: of `reduce`, `map`. */
function isCalledAtOnce(node: ts.Node, symbols: SymbolFacts): boolean {
  const { parent: call } = node;
  if (!ts.isArrowFunction(node) || !ts.isCallExpression(call)) return false;
  const callees = symbols.libraryCallee(call) ?? [];
  const places = callees.map(([owner, name]) => builtinBehaviour(owner, name)?.callback?.argument);
  return places.length > 0 && places.every((place) => place !== undefined && call.arguments[place] === node);
}

/** A recursion with one call per level, outside of loops, solves nothing twice. */
function branches(node: InnerNode, calls: readonly ts.CallExpression[]): boolean {
  const own = calls.filter((call) => node.pos <= call.pos && call.end <= node.end);
  return own.length > 1 || own.some((call) => isInLoop(call, node));
}

function isInLoop(node: ts.Node, within: ts.Node): boolean {
  for (let at = node.parent; at !== within; at = at.parent)
    if (ts.isIterationStatement(at, false) || ts.isFunctionLike(at)) return true;
  return false;
}

/**
 * Of what it reads from outside only the subject's own arguments may be objects, which `leavesItsArgumentsAlone` keeps as they are, and constants of
 * the subject's that are made above the first call, if nothing changes any object from there on.
 */
function readsOnlyKept(
  subject: Subject,
  node: InnerNode,
  statement: ts.Statement,
  calls: readonly ts.CallExpression[],
): boolean {
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const isKept = (name: string): boolean =>
    isKeptParameter(subject, node, name) ||
    (isConstantAbove(subject, statement, name) &&
      [node, ...from(statement)].every((part) => changesNoObjectIn(part, calls, symbols)));
  const ofSubject = hasObjectOf(subject, node);
  return analyzeEffects(subject, node).effects.every(
    ({ kind, name }) =>
      kind === 'may-throw' ||
      (kind === 'reads-this' && ofSubject) ||
      (kind === 'reads-mutable-outside' && name !== undefined && isKept(name)),
  );
}

/** `this` in it is that of the subject, a method, which leaves its object alone. */
function hasObjectOf(subject: Subject, node: InnerNode): boolean {
  if (!ts.isMethodDeclaration(subject.node)) return false;
  const around = ts.findAncestor<ts.Node>(node, (one): one is ts.Node => bindsThis(one));
  return around === subject.node;
}

function bindsThis(node: ts.Node): boolean {
  return (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) || ts.isClassLike(node);
}

/** The statements of its block from this one on. */
function from(statement: ts.Statement): readonly ts.Statement[] {
  const { parent } = statement;
  return ts.isBlock(parent) ? parent.statements.slice(parent.statements.indexOf(statement)) : [statement];
}

/** `const words = new Set(list)` in front of the statement, in its block or one around it; the only variable of that name. */
function isConstantAbove({ node: subject }: Subject, statement: ts.Statement, name: string): boolean {
  const declared: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    const isName =
      ts.isIdentifier(child) && child.text === name && 'name' in child.parent && child.parent.name === child;
    if (isName && (ts.isDeclarationStatement(child.parent) || isVariable(child.parent))) declared.push(child.parent);
    ts.forEachChild(child, visit);
  };
  visit(subject);
  const [declaration, ...others] = declared;
  if (declaration === undefined || others.length > 0 || !ts.isVariableDeclaration(declaration)) return false;
  const own = declaration.parent.parent;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isAround = ts.findAncestor(statement, (one) => one === own.parent) !== undefined;
  return isConstant && ts.isVariableStatement(own) && isAround && own.end <= statement.pos;
}

function isVariable(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node);
}

function isKeptParameter({ node: subject }: Subject, node: InnerNode, name: string): boolean {
  const isParameter = subject.parameters.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
  if (!isParameter) return false;
  let isKept = true;
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && child.text === name) {
      const { parent } = child;
      const isDeclared =
        (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
        parent.name === child &&
        parent.parent !== subject;
      // A second variable of that name may be what is meant.
      if (isWriteTarget(child) || isDeclared) isKept = false;
    }
    ts.forEachChild(child, visit);
  };
  visit(subject);
  return isKept && node !== subject;
}

/** In the block that declares the function. A declaration can be called above itself. */
function firstStatement(node: InnerNode, calls: readonly ts.CallExpression[]): ts.Statement | undefined {
  const own = statementOf(node);
  const block = own?.parent;
  if (own === undefined || block === undefined || !ts.isBlock(block)) return undefined;
  if (!ts.isFunctionDeclaration(node)) return own;
  return block.statements.find(
    (statement) => statement === own || calls.some((call) => statement.pos <= call.pos && call.end <= statement.end),
  );
}

function statementOf(node: InnerNode): ts.Statement | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  const list = node.parent.parent;
  return ts.isVariableDeclarationList(list) && ts.isVariableStatement(list.parent) && list.declarations.length === 1
    ? list.parent
    : undefined;
}

function formOf(node: InnerNode): { readonly isAsync: boolean; readonly isGenerator: boolean } {
  const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  return { isAsync, isGenerator: !ts.isArrowFunction(node) && node.asteriskToken !== undefined };
}
