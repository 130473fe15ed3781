// Declarations of variables in the kernel's form: numbers, arrays and tables with what they begin with, and pairs of them.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { kindOfFill, looksAllocated } from './allocation-forms.ts';
import { arrayGroup, scalarKind } from './array-groups.ts';
import { growsAlone, takesOver, usesOf } from './array-holders.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Local, NotAKernel, type ScalarKind, type Statement, scalarKindOf } from './kernel-ir.ts';
import { assign, constant, read } from './kernel-steps.ts';
import { localHelper } from './local-helpers.ts';
import { lowerAbsentDeclaration } from './lower-absent.ts';
import { assignArray } from './lower-assignments.ts';
import { lowerCharacterDeclaration } from './lower-characters.ts';
import { lowerExpression } from './lower-expressions.ts';
import { lowerGrowingDeclaration } from './lower-growing.ts';
import { lowerMappedRows } from './lower-mapped.ts';
import { lowerPartsDeclaration } from './lower-parts.ts';
import { lowerRecordDeclaration } from './lower-records.ts';
import { lowerTableDeclaration, rowAccess } from './lower-tables.ts';
import { countOfTaken, lowerTakenRow } from './lower-taken.ts';
import { storeTo } from './lower-updates.ts';

export function lowerDeclarations(scope: FunctionLowering, list: ts.VariableDeclarationList): readonly Statement[] {
  const flags = list.flags & (ts.NodeFlags.Using | ts.NodeFlags.AwaitUsing);
  if (flags === ts.NodeFlags.Using || flags === ts.NodeFlags.AwaitUsing)
    throw new NotAKernel('statement', list, 'using');
  return list.declarations.flatMap((declaration): readonly Statement[] => {
    const { name, initializer } = declaration;
    // It is lowered where it is called; what does anything else with it is no kernel.
    if (localHelper(declaration) !== undefined) return [];
    const record = lowerRecordDeclaration(scope, declaration);
    if (record !== undefined) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.getText());
      return record;
    }
    if (ts.isObjectBindingPattern(name) && initializer !== undefined && scope.fields?.isObject(initializer) === true) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.getText());
      return lowerFields(scope, name, initializer);
    }
    const parts = lowerPartsDeclaration(scope, declaration) ?? lowerTakenRow(scope, name, initializer);
    if (parts !== undefined) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.getText());
      return parts;
    }
    if (ts.isArrayBindingPattern(name)) return lowerPairs(scope, name, initializer);
    if (!ts.isIdentifier(name)) throw new NotAKernel('statement', declaration, 'a destructuring declaration');
    if (readsItself(declaration, name, scope.checker)) throw new NotAKernel('unset', declaration, name.text);
    const held =
      lowerAbsentDeclaration(scope, declaration) ??
      lowerTableDeclaration(scope, declaration) ??
      lowerMappedTable(scope, declaration, name) ??
      lowerGrowingDeclaration(scope, declaration) ??
      lowerCharacterDeclaration(scope, declaration);
    if (held !== undefined) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.text);
      return held;
    }
    const untyped = lowerUntyped(scope, declaration);
    if (untyped !== undefined && !('kind' in untyped)) return untyped;
    const variable = untyped ?? declaredVariable(scope, declaration, name);
    if (variable.kind === 'array' && mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.text);
    if (initializer === undefined) {
      if (variable.kind === 'array') throw new NotAKernel('unset', declaration, name.text);
      const isBlockScoped = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0;
      return isBlockScoped ? [{ kind: 'forget', local: variable }] : [];
    }
    if (variable.kind === 'array') {
      const made = assignArray(scope, variable, initializer);
      return variable.taken === undefined ? made : [...made, assign(variable.taken, constant(0))];
    }
    const value = lowerExpression(scope, initializer);
    return [{ kind: 'evaluate', expression: storeTo(variable, value, initializer) }];
  });
}

/** In a callback within its initializer, say, where the variable has no value yet, which is an error. */
function readsItself({ initializer }: ts.VariableDeclaration, name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name.text && checker.getSymbolAtLocation(node) === symbol) ||
    (ts.forEachChild(node, visit) ?? false);
  return initializer !== undefined && symbol?.declarations?.length === 1 && visit(initializer);
}

function lowerMappedTable(
  scope: FunctionLowering,
  { initializer }: ts.VariableDeclaration,
  name: ts.Identifier,
): readonly Statement[] | undefined {
  const made = initializer && lowerMappedRows(scope, initializer);
  if (made === undefined) return undefined;
  scope.addTable(name, made.table);
  return made.statements;
}

/** `const { width, data } = image`. */
function lowerFields(
  scope: FunctionLowering,
  pattern: ts.ObjectBindingPattern,
  object: ts.Expression,
): readonly Statement[] {
  const isConst = (ts.getCombinedNodeFlags(pattern.parent) & ts.NodeFlags.Const) !== 0;
  return pattern.elements.flatMap((element): readonly Statement[] => {
    const field = element.propertyName ?? element.name;
    const isPlain = element.initializer === undefined && element.dotDotDotToken === undefined;
    const given = isPlain && ts.isIdentifier(field) ? scope.fields?.named(object, field) : undefined;
    if (given === undefined || !ts.isIdentifier(element.name))
      throw new NotAKernel('statement', element, 'this destructuring declaration');
    if (isConst) {
      scope.alias(element.name, given);
      return [];
    }
    const variable = scope.declare(element.name);
    if (variable.kind === 'array' || given.kind === 'array' || variable.kind !== given.kind)
      throw new NotAKernel('type', element, element.getText());
    return [assign(variable, read(given))];
  });
}

/** `let [x, y] = [a, b]` of numbers and booleans: no value can name the variables that only come to be here. */
function lowerPairs(
  scope: FunctionLowering,
  pattern: ts.ArrayBindingPattern,
  initializer: ts.Expression | undefined,
): readonly Statement[] {
  const made = initializer && bare(initializer);
  const values = made !== undefined && ts.isArrayLiteralExpression(made) ? made.elements : undefined;
  const isVar =
    ts.isVariableDeclaration(pattern.parent) &&
    (ts.getCombinedNodeFlags(pattern.parent) & ts.NodeFlags.BlockScoped) === 0;
  if (values === undefined || values.length !== pattern.elements.length || values.some(ts.isSpreadElement) || isVar)
    throw new NotAKernel('statement', pattern, 'a destructuring declaration');
  const pairs = pattern.elements.map((element, index) => {
    const value = values[index];
    const isPlain =
      ts.isBindingElement(element) &&
      ts.isIdentifier(element.name) &&
      element.initializer === undefined &&
      element.dotDotDotToken === undefined;
    if (!isPlain || value === undefined || ts.isOmittedExpression(value))
      throw new NotAKernel('statement', pattern, 'a destructuring declaration');
    return { name: element.name as ts.Identifier, value };
  });
  return pairs.map(({ name, value }): Statement => {
    const variable = scope.declare(name);
    if (variable.kind === 'array') throw new NotAKernel('statement', pattern, 'a destructuring declaration');
    return { kind: 'evaluate', expression: storeTo(variable, lowerExpression(scope, value), value) };
  });
}

/** An array that is made in every round of a loop takes the place of the one before; that, and one that grows, nobody else may hold. */
function declaredVariable(
  scope: FunctionLowering,
  { initializer }: ts.VariableDeclaration,
  name: ts.Identifier,
): Local | ArrayLocal {
  const row = initializer && rowAccess(scope, initializer);
  if (row !== undefined) return scope.declareAs(name, row.table.cells.group);
  const isNew = initializer !== undefined && looksAllocated(initializer, scope.checker);
  const isOwned = isNew && (scope.loopDepth > 0 || growsAlone(name, scope.checker) || takesOver(name, scope.checker));
  const group = isOwned ? arrayGroup(scope.checker.getTypeAtLocation(name), scope.checker) : undefined;
  if (group === undefined) return scope.declare(name);
  return scope.declareOwned(name, group, undefined, countOfTaken(scope, usesOf(name, scope.checker)));
}

/** Of the type any, and yet known by what it is set to: `new Array(n).fill(0)`, which is any[], what is read from it, and `let x;`. */
function lowerUntyped(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): Local | ArrayLocal | readonly Statement[] | undefined {
  if (!ts.isIdentifier(name)) return undefined;
  const { checker } = scope;
  if (initializer === undefined) {
    const kind = kindOfValues(name, checker);
    return kind && scope.declareAs(name, kind);
  }
  const type = checker.getTypeAtLocation(name);
  if ((type.flags & ts.TypeFlags.Any) !== 0) {
    const value = lowerExpression(scope, initializer);
    const variable = scope.declareAs(name, scalarKindOf(value));
    if (variable.kind === 'array') return undefined;
    return [{ kind: 'evaluate', expression: storeTo(variable, value, initializer) }];
  }
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  if (element === undefined || (element.flags & ts.TypeFlags.Any) === 0) return undefined;
  const elements = kindOfFill(initializer, checker);
  if (elements === undefined) return undefined;
  const group = { elements, typedName: undefined, isFromOutside: false, isWritten: false };
  if (scope.loopDepth > 0 || growsAlone(name, checker) || takesOver(name, checker))
    return scope.declareOwned(name, group);
  const array = scope.declareAs(name, group);
  return array.kind === 'array' ? array : undefined;
}

/** What `let x;` is set to later on, everywhere. Whether it is set where it is read is asked there. */
function kindOfValues(name: ts.Identifier, checker: ts.TypeChecker): ScalarKind | undefined {
  if ((checker.getTypeAtLocation(name).flags & ts.TypeFlags.Any) === 0) return undefined;
  const symbol = checker.getSymbolAtLocation(name);
  const kinds = new Set<ScalarKind | undefined>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== name && checker.getSymbolAtLocation(node) === symbol) {
      const { parent } = node;
      const isSet =
        ts.isBinaryExpression(parent) &&
        parent.left === node &&
        parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
      if (isSet) kinds.add(scalarKind(checker.getTypeAtLocation(parent.right)));
    }
    ts.forEachChild(node, visit);
  };
  const home = ts.findAncestor(name, ts.isFunctionLike);
  if (home !== undefined) visit(home);
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

/** A declaration that other code of its scope can be reached without: `var` in a block, anything in a clause of a switch. */
function mayBePassedBy(list: ts.VariableDeclarationList): boolean {
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  const around = list.parent.parent;
  return ts.isCaseOrDefaultClause(around) || (isVar && !(ts.isBlock(around) && ts.isFunctionLike(around.parent)));
}
