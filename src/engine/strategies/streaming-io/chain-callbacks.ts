// Functions handed to the array methods of a chain over lines: what they take, and whether anybody can tell that the steps of the chain
// alternate, piece by piece, instead of coming one after the other.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { withoutAlias } from '../../source/aliases.ts';
import { analyzeEffects, type Effect } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { neverThrows } from './never-throws.ts';

export interface ChainCallback {
  readonly node: ts.Expression;
  readonly effects: readonly Effect[];
  readonly mayThrow: boolean;
}

export interface Taken {
  /** How many arguments of those that an array method gives. */
  readonly takes: number;
  /** The items are certainly what their type says: lines, and not elements that may be missing. */
  readonly isGivenLines: boolean;
  /** The number of the item, which somebody counts, may come as its second one. */
  readonly isNumbered?: boolean;
}

/** Undefined for a function that may look at more than its first `takes` arguments: the next one would be a number within the piece. */
export function chainCallback(
  given: ts.Expression,
  { takes, isGivenLines, isNumbered = false }: Taken,
  subject: Subject,
): ChainCallback | undefined {
  const node = bare(given);
  if (converterName(node, subject.checker) !== undefined) return { node, effects: [], mayThrow: false };
  const code = ts.isIdentifier(node) ? functionOf(node, subject) : node;
  if (code === undefined || !(ts.isArrowFunction(code) || ts.isFunctionExpression(code) || isNamed(code)))
    return undefined;
  const isPlain =
    code.asteriskToken === undefined &&
    code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) !== true &&
    code.parameters.filter(({ name }) => name.getText() !== 'this').length <= takes + (isNumbered ? 1 : 0) &&
    code.parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined) &&
    !saysArguments(code);
  if (!isPlain) return undefined;
  const { effects } = analyzeEffects(subject, code);
  // What `reduce` hands on belongs to the chain.
  const isOwn = takes === 2;
  return {
    node,
    effects: isOwn ? effects.filter(({ kind, parameter }) => kind !== 'writes-parameter' || parameter !== 0) : effects,
    mayThrow: !neverThrows(code, { checker: subject.checker, certain: isGivenLines ? code : undefined }),
  };
}

/** One of the global functions that make a primitive of their first argument and look at no other. */
export function converterName(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const name = globalName(node, checker);
  return name !== undefined && ['Boolean', 'Number', 'String', 'parseFloat'].includes(name) ? name : undefined;
}

function isNamed(node: ts.Node): node is ts.FunctionDeclaration {
  return ts.isFunctionDeclaration(node) && node.body !== undefined;
}

/** The function that a name certainly stands for. */
function functionOf(name: ts.Identifier, { checker }: Subject): ts.Node | undefined {
  const own = withoutAlias(checker.getSymbolAtLocation(name), checker);
  const [declaration, ...more] = own?.declarations ?? [];
  if (declaration === undefined || more.length > 0) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return isAssigned(declaration) ? undefined : declaration;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst ? bare(declaration.initializer) : undefined;
}

/** By any name like it in its file: more often than need be. */
function isAssigned({ name, ...declaration }: ts.FunctionDeclaration): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name?.text && isWriteTarget(node)) || ts.forEachChild(node, visit) === true;
  return visit(declaration.parent.getSourceFile());
}

function saysArguments(code: ts.Node): boolean {
  if (ts.isArrowFunction(code)) return false;
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === 'arguments') || ts.forEachChild(node, visit) === true;
  return visit(code);
}

/** What runs after the callbacks of a chain, once for each piece: nothing, or code that may change, throw or leave. */
export type After = 'nothing' | 'other-code';

/** Why the callbacks may not alternate with one another or with what comes after them. */
export function whyNotAlternating(callbacks: readonly ChainCallback[], after: After): Reason | undefined {
  if (callbacks.length + (after === 'nothing' ? 0 : 1) < 2) return undefined;
  const most = after === 'nothing' ? 1 : 0;
  let throwing = 0;
  for (const { node, effects, mayThrow } of callbacks) {
    const other = effects.find(
      ({ kind }) => !(kind === 'may-throw' || isRead(kind)) || (isRead(kind) && after !== 'nothing'),
    );
    if (mayThrow) throwing += 1;
    if (other === undefined && throwing <= most) continue;
    const what = other === undefined ? 'may throw' : other.message;
    return reasonFor(
      node,
      'S3',
      `It ${what}, and that this happened for all lines before the next step began would show.`,
      'Do everything for a line in one `for (const line of ...)` loop.',
    );
  }
  return undefined;
}

function isRead(kind: Effect['kind']): boolean {
  return kind === 'reads-mutable-outside' || kind === 'reads-this';
}
