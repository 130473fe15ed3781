// `for (const value of values)` over a typed array that a function takes, written with a counter: what the loop pushes in each round has its place
// then. A typed array never changes its length, so that the rounds are the same.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import { indentAt } from '../../source/loops/loop-text.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';

/** `taken`: the parameters that are typed arrays and never become others. */
export function roundsByIndex(subject: Subject, taken: readonly ts.ParameterDeclaration[]): readonly TextEdit[] {
  const { node, checker, sourceFile, style, text } = subject;
  const symbols = new Set(taken.map(({ name }) => checker.getSymbolAtLocation(name)));
  const index = freshLocalName(subject, 'i');
  const end = style.semicolons ? ';' : '';
  const edits: TextEdit[] = [];
  const visit = (inner: ts.Node): void => {
    // One in the other would need a second name.
    if (!ts.isForOfStatement(inner) || !pushesInEachRound(inner)) {
      ts.forEachChild(inner, visit);
      return;
    }
    const array = inner.expression;
    const element = elementName(inner);
    if (element === undefined || !ts.isIdentifier(array) || !symbols.has(checker.getSymbolAtLocation(array))) return;
    const { statement } = inner;
    const head = `for (let ${index} = 0; ${index} < ${array.text}.length; ${index}++) `;
    const declared = `${element} = ${array.text}[${index}]${uncheckedMark(subject)}${end}`;
    const within = `${indentAt(text, inner.getStart(sourceFile))}${style.indent}`;
    const start = statement.getStart(sourceFile);
    edits.push(
      { start: inner.getStart(sourceFile), end: start, text: head },
      { start: start + 1, end: start + 1, text: `${style.eol}${within}${declared}` },
    );
  };
  ts.forEachChild(node, visit);
  return edits;
}

/** `const value`, as it is written. */
function elementName({ initializer, awaitModifier }: ts.ForOfStatement): string | undefined {
  if (awaitModifier !== undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [declaration] = initializer.declarations;
  const isConstOrLet = (initializer.flags & (ts.NodeFlags.Const | ts.NodeFlags.Let)) !== 0;
  const isUsing = (initializer.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
  if (!isConstOrLet || isUsing || declaration === undefined || !ts.isIdentifier(declaration.name)) return undefined;
  return initializer.getText();
}

function pushesInEachRound({ statement }: ts.ForOfStatement): boolean {
  if (!ts.isBlock(statement)) return false;
  return statement.statements.some((inner) => {
    const call = ts.isExpressionStatement(inner) ? bare(inner.expression) : undefined;
    if (call === undefined || !ts.isCallExpression(call)) return false;
    const callee = bare(call.expression);
    return ts.isPropertyAccessExpression(callee) && callee.name.text === 'push';
  });
}
