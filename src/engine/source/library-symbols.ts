// What the language itself brings along, told by the files of TypeScript's library.
import type ts from 'typescript';

export function isLibraryFile({ fileName }: ts.SourceFile): boolean {
  return /[\\/]lib\.[^\\/]*\.d\.ts$/.test(fileName);
}

/** Nothing but the language declares it. */
export function isLibrary(symbol: ts.Symbol | undefined): boolean {
  const declarations = symbol?.declarations ?? [];
  return declarations.length > 0 && declarations.every(isInLibrary);
}

/** The same for a global, to which the project and other libraries may have added members. */
export function isLibraryName(symbol: ts.Symbol | undefined): boolean {
  return (symbol?.declarations ?? []).some(isInLibrary);
}

function isInLibrary(declaration: ts.Declaration): boolean {
  return isLibraryFile(declaration.getSourceFile());
}
