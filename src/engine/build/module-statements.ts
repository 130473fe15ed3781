// Facts about the statements of one module, by names alone: what each declares, uses and may change. Shadowing is not followed: a local
// that shares a module name counts as the module's, which only keeps more.
import ts from 'typescript';

/** Module-level names that a statement brings into being; 'default' stands for the default export and for `module.exports`. */
export function declaredBy(statement: ts.Statement): readonly string[] {
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    const bindings = clause?.namedBindings;
    return [
      ...(clause?.name === undefined ? [] : [clause.name.text]),
      ...(bindings === undefined
        ? []
        : ts.isNamespaceImport(bindings)
          ? [bindings.name.text]
          : bindings.elements.map(({ name }) => name.text)),
    ];
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? 'default'];
  if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement) || ts.isImportEqualsDeclaration(statement))
    return [statement.name.text];
  if (ts.isExportAssignment(statement)) return ['default'];
  if (ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)) {
    return /^(module\.)?exports\b/.test(statement.expression.left.getText()) ? ['default'] : [];
  }
  return [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

/** Functions and classes that a module-level name stands for. */
export function functionsByName(sourceFile: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const functions = new Map<string, ts.Node>();
  for (const statement of sourceFile.statements) {
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined) {
      functions.set(statement.name.text, statement);
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (
        ts.isIdentifier(name) &&
        initializer !== undefined &&
        (ts.isFunctionLike(initializer) || ts.isClassLike(initializer))
      ) {
        functions.set(name.text, initializer);
      }
    }
  }
  return functions;
}

/** Every identifier below the node that is not a property name. */
export function namesUsedIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isPropertyAccessExpression(child)) {
      visit(child.expression);
      return;
    }
    if (ts.isIdentifier(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

/** Names that running the node may change: assigned, called a method of, handed to a call; and functions that it calls, by name. */
export function changedBy(node: ts.Node): { readonly names: ReadonlySet<string>; readonly calls: ReadonlySet<string> } {
  const names = new Set<string>();
  const calls = new Set<string>();
  const addRoot = (target: ts.Node, isDeferred: boolean): void => {
    const root = rootName(target);
    if (root !== undefined) names.add(root);
    // What a call gives back may be a part of what it reads. Inside a callback (a request handler, say) that is too far-fetched to keep it.
    else if (!isDeferred || !ts.isCallExpression(target))
      ts.forEachChild(target, (child) => addRoot(child, isDeferred));
  };
  const visit = (child: ts.Node, isDeferred: boolean): void => {
    if (ts.isBinaryExpression(child) && isAssignment(child.operatorToken.kind)) addRoot(child.left, isDeferred);
    else if ((ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) && isStep(child.operator))
      addRoot(child.operand, isDeferred);
    else if (ts.isDeleteExpression(child)) addRoot(child.expression, isDeferred);
    else if (ts.isCallExpression(child) || ts.isNewExpression(child)) {
      if (ts.isIdentifier(child.expression)) calls.add(child.expression.text);
      else addRoot(child.expression, isDeferred);
      for (const argument of child.arguments ?? []) if (!ts.isFunctionLike(argument)) addRoot(argument, isDeferred);
    } else if (ts.isTaggedTemplateExpression(child)) {
      addRoot(child, isDeferred);
    }
    const isCallback = ts.isFunctionLike(child) && child !== node;
    ts.forEachChild(child, (inner) => visit(inner, isDeferred || isCallback));
  };
  visit(node, false);
  return { names, calls };
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function rootName(node: ts.Node): string | undefined {
  let current = node;
  while (
    ts.isPropertyAccessExpression(current) ||
    ts.isElementAccessExpression(current) ||
    ts.isNonNullExpression(current) ||
    ts.isParenthesizedExpression(current)
  ) {
    current = current.expression;
  }
  return ts.isIdentifier(current) ? current.text : undefined;
}
