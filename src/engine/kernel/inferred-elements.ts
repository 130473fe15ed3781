// What an array holds whose type says no more than any, from what is put into it: `const result = []` in plain JavaScript. What is stored is
// checked against it where it is lowered, so that a wrong guess is an obstacle and nothing worse.
import ts from 'typescript';
import { bare, enclosingFunction, wrapped } from '../source/ranges/expressions.ts';
import { kindOfFill } from './allocation-forms.ts';
import { scalarKind } from './array-groups.ts';
import type { ArrayGroup, ScalarKind } from './kernel-ir.ts';

interface Inferred {
  readonly isTable: boolean;
  readonly elements: ScalarKind;
}

/** Rows that are pushed may be made of rows that are pushed; further than that nobody goes. */
const deepest = 2;

/** A new group for the variable's array or for the cells of its table; undefined when nothing says what it holds. */
export function inferredGroup(name: ts.Identifier, checker: ts.TypeChecker): ArrayGroup | undefined {
  const inferred = inferredFromUses(name, checker, 0);
  if (inferred === undefined) return undefined;
  const group: ArrayGroup = {
    elements: inferred.elements,
    typedName: undefined,
    isFromOutside: false,
    isWritten: false,
  };
  return inferred.isTable ? { ...group, isOfTable: true } : group;
}

/** The same for what the function returns: the first variable that a return statement names. */
export function inferredResult(body: ts.Node, checker: ts.TypeChecker): ArrayGroup | undefined {
  let found: ArrayGroup | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined || ts.isFunctionLike(node)) return;
    const value = ts.isReturnStatement(node) && node.expression !== undefined ? bare(node.expression) : undefined;
    const declaration =
      value !== undefined && ts.isIdentifier(value) ? checker.getSymbolAtLocation(value)?.valueDeclaration : undefined;
    if (declaration !== undefined && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name))
      found = inferredGroup(declaration.name, checker);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function inferredFromUses(name: ts.Identifier, checker: ts.TypeChecker, depth: number): Inferred | undefined {
  const declaration = name.parent;
  const filled = ts.isVariableDeclaration(declaration) && declaration.initializer;
  const elements = filled ? kindOfFill(filled, checker) : undefined;
  if (elements !== undefined) return { isTable: false, elements };
  const symbol = checker.getSymbolAtLocation(name);
  const scope = enclosingFunction(name);
  if (symbol === undefined || scope === undefined || depth > deepest) return undefined;
  const visit = (node: ts.Node): Inferred | undefined => {
    if (ts.isIdentifier(node) && node.text === name.text && checker.getSymbolAtLocation(node) === symbol) {
      const found = inferredFromUse(node, checker, depth);
      if (found !== undefined) return found;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(scope);
}

function inferredFromUse(name: ts.Identifier, checker: ts.TypeChecker, depth: number): Inferred | undefined {
  const direct = storedInto(name);
  if (direct !== undefined) return inferredFromValue(direct, checker, depth);
  const { parent } = wrapped(name);
  const cell = ts.isElementAccessExpression(parent) ? storedInto(parent) : undefined;
  const elements = cell && scalarKind(checker.getTypeAtLocation(cell));
  return elements && { isTable: true, elements };
}

/** The v of `array.push(v)` and `array[i] = v`. */
function storedInto(array: ts.Expression): ts.Expression | undefined {
  const outer = wrapped(array);
  const { parent } = outer;
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'push') {
    const call = wrapped(parent).parent;
    return ts.isCallExpression(call) ? call.arguments[0] : undefined;
  }
  if (!ts.isElementAccessExpression(parent) || parent.expression !== outer) return undefined;
  const target = wrapped(parent);
  const assignment = target.parent;
  const isStored =
    ts.isBinaryExpression(assignment) &&
    assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    assignment.left === target;
  return isStored ? assignment.right : undefined;
}

function inferredFromValue(expression: ts.Expression, checker: ts.TypeChecker, depth: number): Inferred | undefined {
  const elements = scalarKind(checker.getTypeAtLocation(expression));
  if (elements !== undefined) return { isTable: false, elements };
  const value = bare(expression);
  if (!ts.isIdentifier(value)) return undefined;
  const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const row = inferredFromUses(declaration.name, checker, depth + 1);
  return row === undefined || row.isTable ? undefined : { isTable: true, elements: row.elements };
}
