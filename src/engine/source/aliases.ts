// What a name stands for that is imported, or exported under another name.
import ts from 'typescript';

export function withoutAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol;
export function withoutAlias(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined;
export function withoutAlias(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}
