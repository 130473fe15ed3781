// Mistakes that are made in rewriting, planted into the lines that a rewrite added or changed: a guard or a reset dropped, a narrower array,
// a fraction cut off, a result shared instead of copied, an `await` forgotten. Changes of operators and results are src/engine/verify's.
import ts from 'typescript';
import type { Subject } from '../../src/engine/source/subject.ts';
import type { PlantedMutant } from '../../src/engine/verify/planted-mutants.ts';

const narrower: ReadonlyMap<string, string> = new Map([
  ['Float64Array', 'Float32Array'],
  ['Int32Array', 'Int16Array'],
  ['Uint32Array', 'Uint16Array'],
]);

interface Mistake {
  readonly replacement: string;
  readonly description: string;
}

/** In the order of the text; none in lines that the original has as well. */
export function plantMistakes({ sourceFile, text }: Subject, original: string): readonly PlantedMutant[] {
  const known = new Set(original.split(/\r?\n/).map((line) => line.trim()));
  const lines = text.split(/\r?\n/);
  const found: PlantedMutant[] = [];
  const visit = (node: ts.Node): void => {
    const start = node.getStart(sourceFile);
    const { line } = sourceFile.getLineAndCharacterOfPosition(start);
    const mistake = known.has(lines[line]?.trim() ?? '') ? undefined : mistakeAt(node, sourceFile);
    if (mistake !== undefined) {
      const { description, replacement } = mistake;
      found.push({ description, line: line + 1, text: text.slice(0, start) + replacement + text.slice(node.getEnd()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

function mistakeAt(node: ts.Node, sourceFile: ts.SourceFile): Mistake | undefined {
  const text = node.getText(sourceFile);
  const shown = text.replace(/\s+/g, ' ').slice(0, 50);
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const wrong = narrower.get(node.expression.text);
    if (wrong === undefined) return undefined;
    const replacement = text.replace(node.expression.text, wrong);
    return { replacement, description: `${node.expression.text} became ${wrong}` };
  }
  if (ts.isIfStatement(node) && node.elseStatement === undefined) {
    if (isLeaving(node.thenStatement)) return { replacement: ';', description: `the guard \`${shown}\` was dropped` };
    const condition = node.expression.getText(sourceFile);
    return { replacement: text.replace(condition, 'true'), description: `the condition of \`${shown}\` was dropped` };
  }
  if (ts.isExpressionStatement(node) && isReset(node.expression))
    return { replacement: ';', description: `the reset \`${shown}\` was dropped` };
  if (ts.isAwaitExpression(node))
    return {
      replacement: node.expression.getText(sourceFile),
      description: `the \`await\` of \`${shown}\` was dropped`,
    };
  if (isStore(node)) {
    const value = node.right.getText(sourceFile);
    const replacement = `${node.left.getText(sourceFile)} = (${value}) | 0`;
    return { replacement, description: `\`${shown}\` lost its fraction` };
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (name.text === 'slice' && node.arguments.length === 0)
      return { replacement: expression.getText(sourceFile), description: `\`${shown}\` is shared instead of copied` };
  }
  return undefined;
}

function isLeaving(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.length === 1 && statement.statements.every(isLeaving);
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  );
}

/** A plain variable or field that is set to a literal, or something emptied. */
function isReset(expression: ts.Expression): boolean {
  if (ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression))
    return ['fill', 'clear', 'set'].includes(expression.expression.name.text);
  return (
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (ts.isLiteralExpression(expression.right) || ts.isIdentifier(expression.left))
  );
}

function isStore(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isElementAccessExpression(node.left) &&
    (ts.isBinaryExpression(node.right) || ts.isCallExpression(node.right))
  );
}
