// What a run saw of a parameter, and source text short enough for a sentence.
import ts from 'typescript';
import type { ObserveAnswer, ValueProfile } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';

/** Profiles of the parameter that an expression names. */
export function observedParameter(
  expression: ts.Node,
  { node, checker }: Subject,
  observed: readonly ObserveAnswer[],
): readonly ValueProfile[] {
  const symbol = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression) : undefined;
  const index = node.parameters.findIndex((parameter) => symbol !== undefined && parameter === symbol.valueDeclaration);
  return index < 0 ? [] : observed.flatMap((one) => one.arguments.slice(index, index + 1));
}

export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
