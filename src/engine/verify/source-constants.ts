// The numbers and strings that a function is written around: where it compares, counts and splits is where a wrong rewrite goes wrong. Those of
// the original and of the rewrite both count, since a rewrite may have a limit of its own.
import ts from 'typescript';
import type { Subject } from '../source/subject.ts';

export interface SourceConstants {
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
}

const MOST_OF_EACH = 12;
const LONGEST_STRING = 20;

export function sourceConstants({ node, checker, sourceFile }: Subject): SourceConstants {
  const [numbers, strings] = [new Set<number>(), new Set<string>()];
  const seen = new Set<ts.Node>();
  const visit = (current: ts.Node): void => {
    if (ts.isNumericLiteral(current)) numbers.add(Number(current.text));
    if (ts.isStringLiteralLike(current) && current.text.length <= LONGEST_STRING) strings.add(current.text);
    if (
      (ts.isTemplateHead(current) || ts.isTemplateMiddleOrTemplateTail(current)) &&
      current.text.length <= LONGEST_STRING
    )
      strings.add(current.text);
    if (ts.isIdentifier(current)) follow(current);
    ts.forEachChild(current, visit);
  };
  /** Functions and constants of the same file that it uses. */
  const follow = (name: ts.Identifier): void => {
    for (const declaration of checker.getSymbolAtLocation(name)?.declarations ?? []) {
      const isOutside = declaration.pos < node.pos || declaration.end > node.end;
      const isCode = ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration);
      if (!isOutside || !isCode || declaration.getSourceFile() !== sourceFile || seen.has(declaration)) continue;
      seen.add(declaration);
      visit(declaration);
    }
  };
  visit(node);
  const interesting = [...numbers].filter((value) => Number.isFinite(value) && value > 2);
  return { numbers: interesting.slice(0, MOST_OF_EACH), strings: [...strings].slice(0, MOST_OF_EACH) };
}
