// Who calls the subject: in its own file, and in the files of the project that import it. Tests are not asked: they try the function as it is.
import { basename } from 'node:path';
import ts from 'typescript';
import { positionAt } from './parse-source.ts';
import type { Subject } from './subject.ts';

export interface Caller {
  /** `scores.ts:12`. */
  readonly shown: string;
  /** Of the program that the call was found in: the subject's own, or that of the importers. */
  readonly sourceFile: ts.SourceFile;
  /** What names the function in the call. */
  readonly callee: ts.Expression;
  /** It waits for what the call gives. */
  readonly awaits: boolean;
  readonly isInFile: boolean;
}

/** In order of files and lines, the subject's file first. Calls of methods and of what was passed on are not seen. */
export function callersOf(subject: Subject): readonly Caller[] {
  const name = nameOf(subject);
  const symbol = name && subject.checker.getSymbolAtLocation(name);
  if (name === undefined || symbol === undefined) return [];
  const { node, sourceFile, checker } = subject;
  const inFile = callsIn(sourceFile, symbol, checker).filter(({ pos, end }) => pos < node.pos || end > node.end);
  return [...inFile.map((call) => callerOf(call, sourceFile, true)), ...callsElsewhere(subject, name.text)];
}

function nameOf({ node }: Subject): ts.Identifier | undefined {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  return name !== undefined && ts.isIdentifier(name) ? name : undefined;
}

function callsElsewhere({ file, project }: Subject, name: string): readonly Caller[] {
  const { program } = project.importers();
  const home = program.getSourceFile(file);
  const declared = home && topLevelName(home, name);
  const checker = program.getTypeChecker();
  const symbol = declared && checker.getSymbolAtLocation(declared);
  if (symbol === undefined) return [];
  return program
    .getSourceFiles()
    .filter((other) => other !== home && !other.isDeclarationFile && !isInstalled(other))
    .filter(({ fileName }) => !isTest(fileName.slice(project.packageFolder.length)))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .flatMap((other) => callsIn(other, symbol, checker).map((call) => callerOf(call, other, false)));
}

function isInstalled({ fileName }: ts.SourceFile): boolean {
  return fileName.includes('/node_modules/');
}

function isTest(pathInPackage: string): boolean {
  return /\.(?:test|spec|bench|inputs|stories)\.[cm]?[jt]sx?$|\/(?:tests?|__tests__|__mocks__)\//.test(pathInPackage);
}

function callerOf(call: ts.CallExpression, sourceFile: ts.SourceFile, isInFile: boolean): Caller {
  return {
    shown: `${basename(sourceFile.fileName)}:${positionAt(sourceFile, call.getStart(sourceFile)).line}`,
    sourceFile,
    callee: call.expression,
    awaits: ts.isAwaitExpression(call.parent),
    isInFile,
  };
}

function callsIn(file: ts.SourceFile, symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && means(node.expression, symbol, checker)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

function means(callee: ts.Expression, wanted: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(callee) && !ts.isPropertyAccessExpression(callee)) return false;
  return behind(checker.getSymbolAtLocation(callee), checker) === wanted;
}

/** Through imports, and through what CommonJS modules export: `module.exports = { score }`, `exports.score = score`; also `{ score }` of `await import(…)`. */
function behind(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (symbol === undefined) return undefined;
  if ((symbol.flags & ts.SymbolFlags.Alias) !== 0) return behind(checker.getAliasedSymbol(symbol), checker);
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return symbol;
  if (ts.isBindingElement(declaration)) return behind(takenOut(declaration, checker), checker) ?? symbol;
  if (ts.isShorthandPropertyAssignment(declaration)) return checker.getShorthandAssignmentValueSymbol(declaration);
  const assigned = ts.isPropertyAssignment(declaration) ? declaration.initializer : undefined;
  return assigned !== undefined && ts.isIdentifier(assigned)
    ? behind(checker.getSymbolAtLocation(assigned), checker)
    : symbol;
}

/** What `{ score }` or `{ score: other }` takes out of an object. */
function takenOut(
  { name, propertyName, initializer, dotDotDotToken, parent }: ts.BindingElement,
  checker: ts.TypeChecker,
): ts.Symbol | undefined {
  const taken: ts.Node = propertyName ?? name;
  const isPlain = initializer === undefined && dotDotDotToken === undefined;
  return isPlain && ts.isIdentifier(taken) && ts.isObjectBindingPattern(parent)
    ? checker.getPropertyOfType(checker.getTypeAtLocation(parent), taken.text)
    : undefined;
}

function topLevelName(file: ts.SourceFile, name: string): ts.Identifier | undefined {
  for (const statement of file.statements) {
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((declaration) => declaration.name)
      : ts.isFunctionDeclaration(statement)
        ? [statement.name]
        : [];
    const found = names.find((one) => one !== undefined && ts.isIdentifier(one) && one.text === name);
    if (found !== undefined) return found as ts.Identifier;
  }
  return undefined;
}
