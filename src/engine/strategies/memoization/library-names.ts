// Whether a name of the language means in a file what it means everywhere: a cache's text may use it only then.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

/** The text asks `Number.isInteger`, which a file may hide. */
export function isNumberGlobal(subject: Subject): boolean {
  return isLibraryGlobal(subject, 'Number');
}

export function isLibraryGlobal({ checker, node }: Subject, name: string): boolean {
  const found = checker.getSymbolsInScope(node, ts.SymbolFlags.Value).find((symbol) => symbol.name === name);
  return found?.declarations?.every((one) => one.getSourceFile().isDeclarationFile) === true;
}
