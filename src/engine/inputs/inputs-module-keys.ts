// Which functions an inputs module has entries for, read from its text without running it. What cannot be decided is said to be so.
import ts from 'typescript';

export interface InputsModuleOutline {
  readonly keys: ReadonlySet<string>;
  /** False when a spread, a call or an import hides some of the keys. */
  readonly isComplete: boolean;
  /** The object literal of the default export, where an entry can be added. */
  readonly table: ts.ObjectLiteralExpression | undefined;
  readonly sourceFile: ts.SourceFile;
  /** Names bound at the top level of the module. */
  readonly names: ReadonlySet<string>;
  readonly syntaxError: { readonly line: number; readonly message: string } | undefined;
}

export function outlineInputsModule(file: string, text: string): InputsModuleOutline {
  const sourceFile = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const exported = defaultExportOf(sourceFile);
  const table = exported === undefined ? undefined : objectLiteralOf(exported, sourceFile);
  const found =
    table !== undefined
      ? keysOf(table)
      : exported === undefined
        ? namedExportsOf(sourceFile)
        : { keys: new Set<string>(), isComplete: false };
  return { ...found, table, sourceFile, names: topLevelNames(sourceFile), syntaxError: syntaxErrorOf(file, text) };
}

/** The expression of `export default`, `export { x as default }`, `module.exports =` or `export =`. */
function defaultExportOf(sourceFile: ts.SourceFile): ts.Expression | undefined {
  for (const statement of sourceFile.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression;
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause)
    ) {
      const named = statement.exportClause.elements.find((element) => element.name.text === 'default');
      if (named !== undefined) {
        const local = named.propertyName ?? named.name;
        return ts.isIdentifier(local) ? local : undefined;
      }
    }
    if (
      ts.isExpressionStatement(statement) &&
      ts.isBinaryExpression(statement.expression) &&
      /^(module\.)?exports$/.test(statement.expression.left.getText(sourceFile))
    ) {
      return statement.expression.right;
    }
  }
  return undefined;
}

function objectLiteralOf(expression: ts.Expression, sourceFile: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression;
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    return objectLiteralOf(expression.expression, sourceFile);
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const declaration = sourceFile.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find((candidate) => ts.isIdentifier(candidate.name) && candidate.name.text === expression.text);
  return declaration?.initializer === undefined ? undefined : objectLiteralOf(declaration.initializer, sourceFile);
}

function keysOf(table: ts.ObjectLiteralExpression): {
  readonly keys: ReadonlySet<string>;
  readonly isComplete: boolean;
} {
  const keys = new Set<string>();
  let isComplete = true;
  for (const property of table.properties) {
    const name = property.name;
    if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)))
      keys.add(name.text);
    else if (name !== undefined && ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression))
      keys.add(name.expression.text);
    else isComplete = false;
  }
  return { keys, isComplete };
}

/** Without a default export, the named exports are the entries. */
function namedExportsOf(sourceFile: ts.SourceFile): {
  readonly keys: ReadonlySet<string>;
  readonly isComplete: boolean;
} {
  const keys = new Set<string>();
  let isComplete = true;
  for (const statement of sourceFile.statements) {
    if (
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
    ) {
      for (const declaration of statement.declarationList.declarations) {
        if (ts.isIdentifier(declaration.name)) keys.add(declaration.name.text);
        else isComplete = false;
      }
    } else if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
        for (const element of statement.exportClause.elements) keys.add(element.name.text);
      } else {
        isComplete = false;
      }
    } else if (ts.isExpressionStatement(statement) && /^(module\.)?exports\./.test(statement.getText(sourceFile))) {
      const name = /exports\.([\w$]+)\s*=/.exec(statement.getText(sourceFile))?.[1];
      if (name !== undefined) keys.add(name);
    }
  }
  return { keys, isComplete };
}

function topLevelNames(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of sourceFile.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        for (const text of boundNames(name)) names.add(text);
    } else if (
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
      statement.name !== undefined
    ) {
      names.add(statement.name.text);
    } else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause?.name !== undefined) names.add(clause.name.text);
      if (clause?.namedBindings !== undefined) {
        const bindings = clause.namedBindings;
        for (const element of ts.isNamedImports(bindings) ? bindings.elements : [bindings])
          names.add(element.name.text);
      }
    }
  }
  return names;
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function syntaxErrorOf(file: string, text: string): InputsModuleOutline['syntaxError'] {
  const { diagnostics } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext },
  });
  const first = diagnostics?.find((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
  if (first === undefined) return undefined;
  const line =
    first.file === undefined || first.start === undefined
      ? 1
      : first.file.getLineAndCharacterOfPosition(first.start).line + 1;
  return { line, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}
