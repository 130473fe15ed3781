// Walks a syntax tree and finds every function that has a name or stands in one, with what it is bound to. Whether it can be run, and how
// it is shown, is decided in locate-functions.ts.
import ts from 'typescript';
import type { FunctionKind } from '../../model/function-listing.ts';
import { assignmentTarget } from './assignment-targets.ts';
import { hasModifier, type Place, type Target, unwrapValue, type Visit } from './binding-target.ts';
import { visitsOfClass } from './class-functions.ts';
import { hasModuleSyntax } from './module-syntax.ts';
import { visitsOfObject } from './object-functions.ts';
import { obstacles } from './obstacles.ts';
import { extensionOf } from './parse-source.ts';
import type { AccessPath, SubjectNode } from './subject.ts';

export interface FoundFunction {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly node: SubjectNode;
  readonly target: Target;
  readonly place: Place;
}

/** In no particular order. */
export function findFunctions(sourceFile: ts.SourceFile): FoundFunction[] {
  const found: FoundFunction[] = [];
  const isCommonJs = !/^m[jt]s$/.test(extensionOf(sourceFile.fileName)) && !hasModuleSyntax(sourceFile);
  // An explicit stack: long chains of `+` would overflow a recursive walk.
  const pending: Visit[] = [{ kind: 'code', node: sourceFile, place: { prefix: '', isConditional: false } }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    // One by one: an array literal can have more elements than a call can have arguments.
    for (const next of expand(visit, found, isCommonJs)) pending.push(next);
  }
  return found;
}

function expand(visit: Visit, found: FoundFunction[], isCommonJs: boolean): Visit[] {
  if (visit.kind === 'code') return visitsOfCode(visit.node, visit.place, isCommonJs);
  if (visit.kind === 'value') return visitsOfValue(visit.expression, visit.target, visit.place);
  const { node, target, place } = visit;
  const name = place.prefix + target.name;
  found.push({ name, kind: visit.functionKind, node, target, place });
  return childrenOf(node, { prefix: `${name}.`, enclosing: { name, node }, isConditional: false });
}

function childrenOf(node: ts.Node, place: Place): Visit[] {
  const visits: Visit[] = [];
  ts.forEachChild(node, (child) => {
    visits.push({ kind: 'code', node: child, place });
  });
  return visits;
}

function visitsOfCode(node: ts.Node, place: Place, isCommonJs: boolean): Visit[] {
  if (node.kind >= ts.SyntaxKind.FirstTypeNode && node.kind <= ts.SyntaxKind.LastTypeNode) return [];
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) return [];
  if (ts.isFunctionDeclaration(node)) {
    if (node.body === undefined) return [];
    return [
      {
        kind: 'function',
        node,
        functionKind: 'function',
        target: declarationTarget(node, node, node.name, place),
        place,
      },
    ];
  }
  if (ts.isClassDeclaration(node)) return visitsOfClass(node, declarationTarget(node, node, node.name, place), place);
  if (ts.isVariableStatement(node)) return visitsOfVariables(node.declarationList, node, place);
  if (ts.isVariableDeclarationList(node)) return visitsOfVariables(node, undefined, place);
  if (ts.isExportAssignment(node)) {
    const own = ownName(node.expression);
    const name = own?.text ?? 'default';
    const target = { name, memberPrefix: `${name}.`, nameNode: own ?? node, declaration: node, access: moduleValue };
    return [{ kind: 'value', expression: node.expression, target, place }];
  }
  if (ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression)) {
    const target = assignmentTarget(node.expression, node, isCommonJs);
    if (target !== undefined) return [{ kind: 'value', expression: node.expression.right, target, place }];
  }
  if (ts.isModuleDeclaration(node))
    return visitsOfNamespace(node, place, hasModifier(node, ts.SyntaxKind.ExportKeyword));
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) return visitsOfInlineFunction(node, place);
  if (ts.isClassExpression(node)) {
    const name = node.name?.text ?? '(class)';
    return visitsOfClass(
      node,
      { name, memberPrefix: `${name}.`, nameNode: node.name ?? node, declaration: node },
      place,
    );
  }
  // A member of an object literal that is bound to no name: its own functions are enclosed by it.
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return childrenOf(node, insideUnnamed(node, place));
  return childrenOf(node, isConditional(node) ? { ...place, isConditional: true } : place);
}

const moduleValue: AccessPath = { kind: 'default-export' };

function isConditional(node: ts.Node): boolean {
  return (
    ts.isBlock(node) ||
    ts.isIfStatement(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isSwitchStatement(node) ||
    ts.isCatchClause(node)
  );
}

/** The name of a function or class expression, when it has one of its own. */
function ownName(expression: ts.Expression): ts.Identifier | undefined {
  const value = unwrapValue(expression);
  return ts.isFunctionExpression(value) || ts.isClassExpression(value) ? value.name : undefined;
}

/** `statement` tells whether a namespace exports it. */
function declarationTarget(
  declaration: ts.Node,
  statement: ts.Node | undefined,
  nameNode: ts.Identifier | undefined,
  place: Place,
  isFunctionScoped = false,
): Target {
  const name = nameNode?.text ?? 'default';
  const common = { name, memberPrefix: `${name}.`, nameNode: nameNode ?? declaration, declaration };
  if (place.namespace !== undefined) {
    const [binding = name, ...path] = place.namespace;
    const isExported = statement !== undefined && hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    if (!isExported) return { ...common, obstacle: obstacles.notExported(place.namespace.join('.')) };
    return { ...common, access: { kind: 'object-member', binding, path: [...path, name] } };
  }
  const access: AccessPath = nameNode === undefined ? moduleValue : { kind: 'binding', name };
  return {
    ...common,
    access,
    obstacle: place.isConditional && !isFunctionScoped ? obstacles.insideBlock() : undefined,
  };
}

function visitsOfVariables(
  list: ts.VariableDeclarationList,
  statement: ts.VariableStatement | undefined,
  place: Place,
): Visit[] {
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  return list.declarations.flatMap((declaration): Visit[] => {
    const { name, initializer } = declaration;
    if (!ts.isIdentifier(name) || initializer === undefined) return childrenOf(declaration, place);
    const whole = statement !== undefined && list.declarations.length === 1 ? statement : declaration;
    return [
      {
        kind: 'value',
        expression: initializer,
        target: declarationTarget(whole, statement, name, place, isVar),
        place,
      },
    ];
  });
}

function visitsOfNamespace(node: ts.ModuleDeclaration, place: Place, isExported: boolean): Visit[] {
  if (node.body === undefined || !ts.isIdentifier(node.name)) return [];
  const name = node.name.text;
  const isReachable = isExported || place.namespace === undefined;
  const obstacle =
    place.obstacle ?? (isReachable ? undefined : obstacles.notExported(place.namespace?.join('.') ?? name));
  const inner: Place = {
    prefix: `${place.prefix}${name}.`,
    isConditional: false,
    namespace: [...(place.namespace ?? []), name],
    ...(place.enclosing === undefined ? {} : { enclosing: place.enclosing }),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
  // `namespace A.B` is a namespace in a namespace, exported without the word.
  if (ts.isModuleDeclaration(node.body)) return visitsOfNamespace(node.body, inner, true);
  return childrenOf(node.body, inner);
}

/** A function that stands in an expression. Without a name it is not listed; what it contains is enclosed by it. */
function visitsOfInlineFunction(node: ts.FunctionExpression | ts.ArrowFunction, place: Place): Visit[] {
  const { name } = node;
  if (name === undefined) return childrenOf(node, insideUnnamed(node, place));
  const target = {
    name: name.text,
    memberPrefix: `${name.text}.`,
    nameNode: name,
    declaration: node,
    obstacle: obstacles.inline(),
  };
  return [{ kind: 'function', node, functionKind: 'function-expression', target, place }];
}

function insideUnnamed(node: ts.Node, place: Place): Place {
  return { prefix: place.prefix, enclosing: { name: undefined, node }, isConditional: false };
}

function visitsOfValue(expression: ts.Expression, target: Target, place: Place): Visit[] {
  const value = unwrapValue(expression);
  if (ts.isFunctionExpression(value))
    return [{ kind: 'function', node: value, functionKind: target.kind ?? 'function-expression', target, place }];
  if (ts.isArrowFunction(value))
    return [{ kind: 'function', node: value, functionKind: target.kind ?? 'arrow', target, place }];
  if (ts.isClassExpression(value)) return visitsOfClass(value, target, place);
  if (ts.isObjectLiteralExpression(value)) return visitsOfObject(value, target, place);
  // `const scale = (module.exports = function () {})`: the outer name wins.
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return [{ kind: 'value', expression: value.right, target, place }];
  return [{ kind: 'code', node: value, place }];
}
