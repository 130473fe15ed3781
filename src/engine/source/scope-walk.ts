// One step of the walk that lexical-scopes.ts makes: which scopes a node opens, which names it declares, reads and writes there.
import ts from 'typescript';

export class Scope {
  readonly parent: Scope | undefined;
  readonly names = new Set<string>();
  /** The function whose scope this is; undefined for blocks and for the module. */
  readonly functionNode: ts.Node | undefined;
  /** Where `var` goes: the nearest scope of a function or of the module. */
  readonly variableScope: Scope;

  constructor(parent: Scope | undefined, functionNode: ts.Node | undefined, takesVariables: boolean) {
    this.parent = parent;
    this.functionNode = functionNode;
    this.variableScope = takesVariables || parent === undefined ? this : parent.variableScope;
  }
}

/** A name that is read or written, and the scope where it stands. */
export interface Use {
  readonly name: string;
  readonly scope: Scope;
}

const inherited = ['this', 'arguments'] as const;

export interface Recorder {
  readonly uses: Use[];
  readonly writes: Use[];
  visit(node: ts.Node, scope: Scope): void;
}

/** Records what the node itself does and says which nodes to visit next, in which scope. */
export function enterNode(node: ts.Node, scope: Scope, record: Recorder): void {
  if (isTypeOnly(node)) return;
  if (ts.isFunctionLike(node)) {
    enterFunction(node, scope, record);
    return;
  }
  switch (node.kind) {
    case ts.SyntaxKind.Identifier:
      record.uses.push({ name: (node as ts.Identifier).text, scope });
      return;
    case ts.SyntaxKind.ThisKeyword:
    case ts.SyntaxKind.SuperKeyword:
      record.uses.push({ name: 'this', scope });
      return;
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.ClassExpression:
      enterClass(node as ts.ClassLikeDeclaration, scope, record);
      return;
    case ts.SyntaxKind.PropertyDeclaration:
      enterField(node as ts.PropertyDeclaration, scope, record);
      return;
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      record.visit((node as ts.ClassStaticBlockDeclaration).body, functionScope(node, scope, true));
      return;
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.CaseBlock:
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.CatchClause:
      visitChildren(node, new Scope(scope, undefined, false), record);
      return;
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.ForOfStatement:
      recordWrites((node as ts.ForInOrOfStatement).initializer, scope, record);
      visitChildren(node, new Scope(scope, undefined, false), record);
      return;
    case ts.SyntaxKind.ModuleBlock:
      visitChildren(node, new Scope(scope, undefined, true), record);
      return;
    case ts.SyntaxKind.VariableDeclarationList: {
      const isVar = (node.flags & ts.NodeFlags.BlockScoped) === 0;
      for (const declaration of (node as ts.VariableDeclarationList).declarations) {
        const target = isVar ? scope.variableScope : scope;
        declare(declaration.name, target, record, scope);
        if (declaration.initializer === undefined) continue;
        for (const name of boundNames(declaration.name)) record.writes.push({ name, scope: target });
        record.visit(declaration.initializer, scope);
      }
      return;
    }
    case ts.SyntaxKind.VariableDeclaration:
      // The parameter of a catch clause; all others are reached through their list.
      declare((node as ts.VariableDeclaration).name, scope, record, scope);
      return;
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.ModuleDeclaration: {
      const { name } = node as ts.EnumDeclaration | ts.ModuleDeclaration;
      if (ts.isIdentifier(name)) scope.names.add(name.text);
      visitChildren(node, scope, record, name);
      return;
    }
    case ts.SyntaxKind.BinaryExpression: {
      const { operatorToken, left } = node as ts.BinaryExpression;
      if (isAssignmentOperator(operatorToken.kind)) recordWrites(left, scope, record);
      visitChildren(node, scope, record);
      return;
    }
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression: {
      const { operator, operand } = node as ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;
      if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken)
        recordWrites(operand, scope, record);
      record.visit(operand, scope);
      return;
    }
    case ts.SyntaxKind.PropertyAccessExpression:
      record.visit((node as ts.PropertyAccessExpression).expression, scope);
      return;
    case ts.SyntaxKind.JsxAttribute:
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.EnumMember: {
      const { name, initializer } = node as ts.JsxAttribute | ts.PropertyAssignment | ts.EnumMember;
      if (ts.isComputedPropertyName(name)) record.visit(name, scope);
      if (initializer !== undefined) record.visit(initializer, scope);
      return;
    }
    case ts.SyntaxKind.LabeledStatement:
      record.visit((node as ts.LabeledStatement).statement, scope);
      return;
    default:
      visitChildren(node, scope, record);
      return;
  }
}

function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isTypeOnly(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
    case ts.SyntaxKind.TypeParameter:
    case ts.SyntaxKind.ImportDeclaration:
    case ts.SyntaxKind.ImportEqualsDeclaration:
    case ts.SyntaxKind.ExportDeclaration:
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
    case ts.SyntaxKind.MetaProperty:
      return true;
    case ts.SyntaxKind.HeritageClause:
      return (node as ts.HeritageClause).token === ts.SyntaxKind.ImplementsKeyword;
    default:
      return node.kind >= ts.SyntaxKind.FirstTypeNode && node.kind <= ts.SyntaxKind.LastTypeNode;
  }
}

function functionScope(node: ts.Node, parent: Scope, hasOwnThis: boolean): Scope {
  const scope = new Scope(parent, node, true);
  if (hasOwnThis) for (const name of inherited) scope.names.add(name);
  return scope;
}

function enterFunction(node: ts.SignatureDeclaration, scope: Scope, record: Recorder): void {
  if (!('body' in node) || node.body === undefined) return;
  const inner = functionScope(node, scope, !ts.isArrowFunction(node));
  if (node.name !== undefined) {
    if (ts.isFunctionDeclaration(node)) giveValue(node.name.text, scope, record);
    else if (ts.isFunctionExpression(node)) inner.names.add(node.name.text);
    else if (ts.isComputedPropertyName(node.name)) record.visit(node.name, scope);
  }
  for (const parameter of node.parameters) {
    for (const modifier of parameter.modifiers ?? []) record.visit(modifier, scope);
    declare(parameter.name, inner, record, inner);
    if (parameter.initializer !== undefined) record.visit(parameter.initializer, inner);
  }
  // The body shares the scope of the parameters: its statements are visited, not the block.
  if (ts.isBlock(node.body)) for (const statement of node.body.statements) record.visit(statement, inner);
  else record.visit(node.body, inner);
}

/** A function or class declaration declares its name and gives it a value. */
function giveValue(name: string, scope: Scope, record: Recorder): void {
  scope.names.add(name);
  record.writes.push({ name, scope });
}

function enterClass(node: ts.ClassLikeDeclaration, scope: Scope, record: Recorder): void {
  const inner = new Scope(scope, undefined, false);
  if (node.name !== undefined && ts.isClassDeclaration(node)) giveValue(node.name.text, scope, record);
  else if (node.name !== undefined) inner.names.add(node.name.text);
  visitChildren(node, inner, record, node.name);
}

/** A field's initializer runs with the instance as `this`, like a function of its own. */
function enterField(node: ts.PropertyDeclaration, scope: Scope, record: Recorder): void {
  if (ts.isComputedPropertyName(node.name)) record.visit(node.name, scope);
  for (const modifier of node.modifiers ?? []) record.visit(modifier, scope);
  if (node.initializer !== undefined) record.visit(node.initializer, functionScope(node, scope, true));
}

function visitChildren(node: ts.Node, scope: Scope, record: Recorder, except?: ts.Node): void {
  ts.forEachChild(node, (child) => {
    if (child !== except) record.visit(child, scope);
  });
}

function declare(name: ts.BindingName, scope: Scope, record: Recorder, valueScope: Scope): void {
  if (ts.isIdentifier(name)) {
    scope.names.add(name.text);
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    if (element.propertyName !== undefined && ts.isComputedPropertyName(element.propertyName))
      record.visit(element.propertyName, valueScope);
    declare(element.name, scope, record, valueScope);
    if (element.initializer !== undefined) record.visit(element.initializer, valueScope);
  }
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

/** Names that an assignment target gives a value to; a pattern's property names count too, which only errs to the safe side. */
function recordWrites(target: ts.Node, scope: Scope, record: Recorder): void {
  if (ts.isIdentifier(target)) record.writes.push({ name: target.text, scope });
  else if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) return;
  else if (!ts.isVariableDeclarationList(target))
    ts.forEachChild(target, (child) => recordWrites(child, scope, record));
}
