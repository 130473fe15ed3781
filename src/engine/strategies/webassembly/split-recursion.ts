// A function that calls itself asks the kernel once: its body, when it has to do the call, goes on in a function of its own, so that the
// kernel is not tried in vain again on every level of the recursion.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';

interface Recursion {
  readonly name: ts.Identifier;
  /** The statement that declares it ends with a semicolon of its own. */
  readonly isVariable: boolean;
  /** The text that declares another function like it, up to its body. */
  readonly headOf: (name: string) => string;
}

/** False when it is left as it is: it calls itself through others only, or in a form that is not taken apart. */
export function splitRecursion(edit: FileEdit, subject: Subject, kernelCall: string, givesNothing: boolean): boolean {
  const { node, sourceFile, style, text, project } = subject;
  const { body } = node;
  const isCheckedScript = project.options.checkJs === true && !style.isTypeScript;
  const recursion = recursionOf(subject);
  if (recursion === undefined || body === undefined || isCheckedScript) return false;
  const [first] = ts.isBlock(body) ? body.statements : [];
  if (first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)) return false;
  const calls = callsOf(body, recursion.name, subject.checker);
  const parameters = node.parameters.map(({ name }) => name.getText(sourceFile));
  if (calls.length === 0) return false;
  const own = freshName(subject, `${recursion.name.text}InJavaScript`);
  for (const call of calls) edit.replace(call, own);
  const statement = recursion.isVariable ? node.parent.parent : node;
  const start = statement.getStart(sourceFile);
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const end = style.semicolons ? ';' : '';
  const otherwise = `${own}(${parameters.join(', ')})${end}`;
  const line = givesNothing ? `if (!${kernelCall}) ${otherwise}` : `return ${kernelCall} ?? ${otherwise}`;
  const entry = `\n${outer}${style.indent}${line}`;
  const close = `\n${outer}}${recursion.isVariable ? end : ''}\n\n${outer}${recursion.headOf(own)}`;
  const bodyStart = body.getStart(sourceFile);
  if (ts.isBlock(body)) edit.insert(bodyStart + 1, `${entry}${close}{`);
  else edit.insert(bodyStart, `{${entry}${close}`);
  return true;
}

function recursionOf({ node, sourceFile, text }: Subject): Recursion | undefined {
  const bodyStart = node.body?.getStart(sourceFile);
  if (ts.isFunctionDeclaration(node)) {
    const { name } = node;
    if (name === undefined) return undefined;
    return { name, isVariable: false, headOf: (own) => `function ${own}${text.slice(name.end, bodyStart)}` };
  }
  const declaration = node.parent;
  if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const list = declaration.parent;
  const isLoneConstant =
    ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Const) !== 0 && list.declarations.length === 1;
  if (!isLoneConstant || declaration.initializer !== node || !ts.isVariableStatement(list.parent)) return undefined;
  const { name } = declaration;
  return { name, isVariable: true, headOf: (own) => `const ${own}${text.slice(name.end, bodyStart)}` };
}

function callsOf(body: ts.Node, name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && checker.getSymbolAtLocation(node) === symbol)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
