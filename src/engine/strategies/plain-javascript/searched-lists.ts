// Lists that are searched again and again: where a search stands, and where something that answers them all can be made once. Whether a list may
// change meanwhile is told by changing-lists.ts; what is made is the matter of membership-sets.ts and keyed-searches.ts.
import ts from 'typescript';
import type { Effects } from '../../source/effects.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { isArray, whenItRuns } from './when-it-runs.ts';

/** A Set or Map that answers searches of a list. */
export interface Lookup {
  readonly kind: 'Set' | 'Map';
  readonly list: string;
  readonly name: string;
  /** The statements that make it: `const allowedSet = new Set(allowed);`. */
  readonly declaration: string;
  /** Before which statement of the function's body it is made; the body itself when that is an expression. */
  readonly anchor: ts.Statement | ts.Expression;
  /** What is written in place of each search. */
  readonly searches: readonly { readonly node: ts.Expression; readonly text: string }[];
}

export interface Question {
  readonly subject: Subject;
  readonly effects: Effects;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
}

/** A variable, or a field of `this`, by the name of the field. */
export interface SearchedList extends Pick<Variable, 'id' | 'name' | 'declaration'> {
  /** As it is written: `users`, `this.users`. */
  readonly text: string;
  readonly variable: Variable | undefined;
  readonly references: readonly ts.Expression[];
}

/** A call of a method of arrays on a list, in a loop or in the callback of an array method. */
export interface RepeatedCall {
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
  readonly method: string;
  readonly list: SearchedList;
  /** The call itself and, where it stands in a function of the function, the calls of that one. */
  readonly runsAt: readonly ts.Node[];
}

export function repeatedCalls(
  { subject, variables }: Pick<Question, 'subject' | 'variables'>,
  methods: ReadonlySet<string>,
): readonly RepeatedCall[] {
  const { checker, node: root } = subject;
  const found: RepeatedCall[] = [];
  const listOf = listsOf(subject, variables);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const callee = node.expression;
      const method = callee.name.text;
      const list = methods.has(method) ? listOf(callee.expression) : undefined;
      const run = list === undefined ? undefined : whenItRuns(node, scopeOf(list, root), checker);
      const isPlain = node.arguments.length === 1 && !node.questionDotToken && !callee.questionDotToken;
      if (
        list !== undefined &&
        isPlain &&
        !node.arguments.some(ts.isSpreadElement) &&
        isArray(callee.expression, checker) &&
        isLibrarySymbol(checker.getSymbolAtLocation(callee)) &&
        run?.often === 'again'
      )
        found.push({ call: node, callee, method, list, runsAt: run.at });
    }
    ts.forEachChild(node, visit);
  };
  if (root.body !== undefined) visit(root.body);
  return found;
}

type ListOf = (node: ts.Expression) => SearchedList | undefined;

/** The same object for each mention of a list. */
function listsOf({ node: root, checker }: Subject, variables: FunctionVariables): ListOf {
  const lists = new Map<Variable | string, SearchedList>();
  return (mention) => {
    const node = receiverHandedOver(mention, variables) ?? mention;
    const variable = variables.of(node);
    const field = variable === undefined ? fieldOfThis(node, root) : undefined;
    const key = variable ?? field?.name.text;
    if (key === undefined) return undefined;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list =
      variable !== undefined
        ? { ...variable, text: variable.name, variable }
        : field && {
            // Variables count from 0 up.
            id: -1 - lists.size,
            name: field.name.text.replace('#', ''),
            text: field.getText(),
            declaration: checker.getSymbolAtLocation(field.name)?.valueDeclaration,
            variable,
            references: mentionsOf(field.name.text, root),
          };
    if (list !== undefined) lists.set(key, list);
    return list;
  };
}

/** `values` for `self` in `values.filter((value, index, self) => ...)`. */
function receiverHandedOver(mention: ts.Expression, variables: FunctionVariables): ts.Expression | undefined {
  const declaration = variables.of(mention)?.declaration;
  if (declaration === undefined || !ts.isParameter(declaration)) return undefined;
  const callback = declaration.parent;
  const call = callback.parent;
  if (callback.parameters[2] !== declaration || !ts.isCallExpression(call) || call.arguments[0] !== callback)
    return undefined;
  const isHandedOver = ts.isPropertyAccessExpression(call.expression) && handingOver.has(call.expression.name.text);
  return isHandedOver ? call.expression.expression : undefined;
}

/** `this.users`, where `this` is that of the function. */
function fieldOfThis(node: ts.Node, root: ts.Node): ts.PropertyAccessExpression | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
  if (ts.isArrowFunction(root)) return undefined;
  let outer: ts.Node = node.parent;
  while (ts.isArrowFunction(outer) || !(ts.isFunctionLike(outer) || ts.isClassLike(outer))) outer = outer.parent;
  return outer === root ? node : undefined;
}

function mentionsOf(field: string, root: ts.Node): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (fieldOfThis(node, root)?.name.text === field) found.push(node as ts.Expression);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

export function byList(calls: readonly RepeatedCall[]): ReadonlyMap<SearchedList, readonly RepeatedCall[]> {
  const found = new Map<SearchedList, RepeatedCall[]>();
  for (const call of calls) found.set(call.list, [...(found.get(call.list) ?? []), call]);
  return found;
}

/** Array methods whose callback gets the array itself third. */
const handingOver = new Set(['map', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'flatMap']);

/** The block that declares a list, or the function: there what answers searches of the list is made. */
export function scopeOf({ declaration, variable }: SearchedList, root: ts.FunctionLikeDeclaration): ts.Node {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || variable?.isFree !== false) return root;
  const block = declaration.parent.parent.parent;
  const isOfTheBlock = ts.isVariableStatement(declaration.parent.parent) && ts.isBlock(block);
  const isBlockScoped = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0;
  return isOfTheBlock && isBlockScoped && block !== root.body ? block : root;
}

/** Before which statement, in the scope of the list, what answers searches of it is made: once there, and before any of them. */
export function anchorOf(
  runsAt: readonly ts.Node[],
  list: SearchedList,
  { node: root }: Subject,
): Lookup['anchor'] | undefined {
  const scope = scopeOf(list, root);
  const body = scope === root ? root.body : (scope as ts.Block);
  if (body === undefined || !ts.isBlock(body)) return body;
  const indexOf = (one: ts.Node): number =>
    body.statements.findIndex((statement) => statement.pos <= one.pos && one.end <= statement.end);
  const made =
    list.variable?.isFree === false && !ts.isParameter(list.declaration ?? root) ? list.declaration : undefined;
  // Before a statement that makes the list, or in it, there is no list yet.
  const first = made === undefined ? 0 : indexOf(made) + 1;
  const places = runsAt.map(indexOf);
  if (places.includes(-1)) return undefined;
  // What stands in a declared function runs where that is called, and it may stand above the list.
  const isDeclared = (index: number): boolean => ts.isFunctionDeclaration(body.statements[index] as ts.Node);
  const index = Math.min(...places.filter((place) => !isDeclared(place) || place >= first));
  return index >= first ? body.statements[index] : undefined;
}
