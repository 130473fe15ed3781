// What `map` keeps of files that are read at once, `const texts = await Promise.all(files.map(read)); return texts.map((text) => text.length)`: told of each
// file as soon as it is there, so that its text is not kept. Only for what nobody can tell the moment of: it changes, reads and throws nothing.
import ts from 'typescript';
import { mentions } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, outermost } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { chainCallback } from './chain-callbacks.ts';
import { callOf, followedOnce, methodName } from './line-chains.ts';
import { isConstantName } from './local-uses.ts';

export interface KeptOfReads {
  /** The call of `map` on what was read. */
  readonly map: ts.CallExpression;
  readonly callback: ts.ArrowFunction;
  /** The statement with the name of what was read, right in front of the one with the call. */
  readonly needless: ts.VariableStatement | undefined;
}

/** For `Promise.all` over reads, each of which is all that `round` does. */
export function keptOfReads(
  all: ts.CallExpression,
  round: ts.ArrowFunction,
  subject: Subject,
): KeptOfReads | undefined {
  if (!ts.isAwaitExpression(all.parent) || all.expression.getText() !== 'Promise.all') return undefined;
  const needless: ts.VariableStatement[] = [];
  const { use, second } = followedOnce(outermost(all.parent), subject, needless);
  const map = second === undefined ? callOf(use) : undefined;
  if (map === undefined || methodName(map) !== 'map' || map.arguments.length !== 1) return undefined;
  const [given] = map.arguments;
  const callback = given && bare(given);
  if (callback === undefined || !ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return undefined;
  const facts = chainCallback(callback, { takes: 1, isGivenLines: true }, subject);
  if (facts === undefined || facts.mayThrow || facts.effects.length > 0) return undefined;
  const [item] = round.parameters;
  const isHidden = item !== undefined && mentions(callback, item.name.getText());
  if (isHidden || !saysOnlyConstants(callback, subject)) return undefined;
  return isFirstOfNext(map, needless[0]) ? { map, callback, needless: needless[0] } : undefined;
}

/** Nothing else is evaluated between the reads and the call. */
function isFirstOfNext(map: ts.CallExpression, needless: ts.VariableStatement | undefined): boolean {
  const statement = ts.findAncestor(map, ts.isStatement);
  if (statement === undefined) return false;
  if (needless !== undefined) {
    const { statements } = needless.parent as ts.Block;
    if (statements[statements.indexOf(needless) + 1] !== statement) return false;
  }
  const [declaration, ...more] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const whole = ts.isReturnStatement(statement) ? statement.expression : declaration?.initializer;
  return more.length === 0 && whole !== undefined && isFirstOf(whole, map);
}

/** `map(...)`, `map(...).reduce(...)`, `map(...).length` */
function isFirstOf(whole: ts.Expression, map: ts.CallExpression): boolean {
  if (whole === map) return true;
  const isPart =
    ts.isPropertyAccessExpression(whole) || ts.isCallExpression(whole) || ts.isParenthesizedExpression(whole);
  return isPart && isFirstOf(whole.expression, map);
}

/** Besides its own parameter, names of primitives that stay what they are. */
function saysOnlyConstants(callback: ts.ArrowFunction, subject: Subject): boolean {
  const { checker } = subject;
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
      const isOwn = declaration !== undefined && declaration.pos >= callback.pos && declaration.end <= callback.end;
      const isConstant = isConstantName(node, subject) && isPrimitiveType(checker.getTypeAtLocation(node));
      if (!isOwn && !isConstant) return false;
    }
    return ts.forEachChild(node, (part) => (visit(part) ? undefined : true)) === undefined;
  };
  return visit(callback.body);
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
