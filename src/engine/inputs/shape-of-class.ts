// Instances of classes: made through the constructor, when the inputs module can import the class and make the constructor's arguments.
import ts from 'typescript';
import { importableName } from './importable-name.ts';
import { impossible, type Shape } from './input-shape.ts';
import type { TypeReading } from './type-reading.ts';

/** `new Grid(...)` for the class that the symbol names; impossible with the reason otherwise. */
export function instanceShape(symbol: ts.Symbol, reading: TypeReading): Shape {
  const declaration = symbol.valueDeclaration;
  const name = symbol.name === 'default' ? 'the default-exported class' : symbol.name;
  if (declaration === undefined || !ts.isClassLike(declaration))
    return impossible(`it has type ${name}, which is not a class that can be constructed`);
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) {
    const concrete = concreteSubclass(symbol, declaration.getSourceFile(), reading.checker);
    return concrete === undefined
      ? impossible(`it has type ${name}, an abstract class`)
      : instanceShape(concrete, reading);
  }
  const imported = importableName(symbol, reading.sourceFile, reading.checker);
  if (imported === undefined)
    return impossible(
      `it has type ${name}, a class that is not exported, so that an inputs module cannot construct it`,
    );
  const declared = constructorOf(declaration, reading.checker);
  if (declared === undefined) return { kind: 'instance', imported, args: [] };
  if (ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.NonPublicAccessibilityModifier) {
    return impossible(`it has type ${name}, a class whose constructor is not public`);
  }
  if (reading.depth > 6) return impossible(`it has type ${name}, a class that needs itself to be constructed`);
  const planned = reading
    .planConstructor(declared, { ...reading, depth: reading.depth + 1 })
    .filter((parameter) => !isOptional(parameter.name, declared));
  const refused = planned.find((parameter) => parameter.reason !== undefined);
  if (refused !== undefined) {
    return impossible(
      `it has type ${name}, a class whose constructor needs ${refused.name}: ${refused.typeText}, and ${refused.reason}`,
    );
  }
  return { kind: 'instance', imported, args: planned.map((parameter) => parameter.shape) };
}

/** A class of the same file that extends the abstract one and can be constructed. */
function concreteSubclass(base: ts.Symbol, sourceFile: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol | undefined {
  for (const statement of sourceFile.statements) {
    if (
      !ts.isClassDeclaration(statement) ||
      statement.name === undefined ||
      ts.getCombinedModifierFlags(statement) & ts.ModifierFlags.Abstract
    )
      continue;
    const parent = statement.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    if (parent !== undefined && checker.getTypeAtLocation(parent).symbol === base)
      return checker.getSymbolAtLocation(statement.name);
  }
  return undefined;
}

/** The constructor that runs: the class's own, or the nearest inherited one. */
function constructorOf(
  declaration: ts.ClassLikeDeclaration,
  checker: ts.TypeChecker,
): ts.ConstructorDeclaration | undefined {
  const own = declaration.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  const anyOwn = own ?? declaration.members.find(ts.isConstructorDeclaration);
  if (anyOwn !== undefined) return anyOwn;
  const parent = declaration.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const symbol = parent === undefined ? undefined : checker.getTypeAtLocation(parent).symbol;
  const base = symbol?.valueDeclaration;
  return base !== undefined && ts.isClassLike(base) && base !== declaration ? constructorOf(base, checker) : undefined;
}

function isOptional(name: string, declared: ts.ConstructorDeclaration): boolean {
  const parameter = declared.parameters.find((candidate) => candidate.name.getText() === name);
  return (
    parameter !== undefined &&
    (parameter.questionToken !== undefined ||
      parameter.initializer !== undefined ||
      parameter.dotDotDotToken !== undefined)
  );
}
