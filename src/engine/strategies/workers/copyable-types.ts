// Which types of values structured clone carries to another thread and back unchanged, prototype included. Types only claim; what was
// observed can refute them.
import ts from 'typescript';
import { isLibraryFile } from '../../source/library-symbols.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';

export interface Copyable {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** A clause about the part that decides: "`onDone` is a function". */
  readonly because?: string;
}

/** Classes of the language that arrive as they were. `Buffer` is not one of them: it arrives as a plain Uint8Array. */
const COPYABLE_CLASSES: ReadonlySet<string> = new Set([
  ...['Date', 'ArrayBuffer', 'DataView', 'Boolean', 'Number', 'String'],
  ...['Int8Array', 'Int16Array', 'Int32Array', 'Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
]);
const COPYABLE_CONTAINERS: ReadonlySet<string> = new Set([
  'Array',
  'ReadonlyArray',
  'Map',
  'ReadonlyMap',
  'Set',
  'ReadonlySet',
]);

/** What a worker hands back as well: where a class of the program says that it implements the type, an instance of it may be there. */
export function copyableResult(type: ts.Type, node: ts.Node, { checker, project }: Subject): Copyable {
  const seen = new Set<ts.Type>();
  const found = judge(type, node, checker, seen);
  const name = found.answer === 'yes' ? implementingClass(seen, project.program, checker) : undefined;
  return name === undefined
    ? found
    : { answer: 'no', because: `it may be an instance of \`${name}\`, and a copy loses its methods` };
}

function implementingClass(
  types: ReadonlySet<ts.Type>,
  program: ts.Program,
  checker: ts.TypeChecker,
): string | undefined {
  const implementsOne = (node: ts.Node): node is ts.ClassDeclaration =>
    ts.isClassDeclaration(node) &&
    (node.heritageClauses ?? []).some(
      (clause) =>
        clause.token === ts.SyntaxKind.ImplementsKeyword &&
        clause.types.some((one) => types.has(checker.getTypeAtLocation(one))),
    );
  for (const { isDeclarationFile, statements } of program.getSourceFiles()) {
    const found = isDeclarationFile ? undefined : statements.find(implementsOne);
    if (found !== undefined) return found.name?.text ?? 'a class';
  }
  return undefined;
}

export function copyableType(type: ts.Type, node: ts.Node, checker: ts.TypeChecker): Copyable {
  return judge(type, node, checker, new Set());
}

function judge(type: ts.Type, node: ts.Node, checker: ts.TypeChecker, seen: Set<ts.Type>): Copyable {
  if (isPrimitiveType(type) || seen.has(type)) return { answer: 'yes' };
  seen.add(type);
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0)
    return { answer: 'unknown' };
  if ((type.flags & ts.TypeFlags.ESSymbolLike) !== 0) return { answer: 'no', because: 'it is a symbol' };
  if (type.isUnionOrIntersection()) return worst(type.types.map((part) => judge(part, node, checker, seen)));
  if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) return { answer: 'unknown' };
  const shown = checker.typeToString(type);
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
    return { answer: 'no', because: `\`${shown}\` is a function` };
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return worst(checker.getTypeArguments(type as ts.TypeReference).map((part) => judge(part, node, checker, seen)));
  }
  const symbol = type.getSymbol();
  const name = symbol?.name ?? '';
  const declarations = symbol?.declarations ?? [];
  if (declarations.some((declaration) => isLibraryFile(declaration.getSourceFile()))) {
    if (COPYABLE_CLASSES.has(name)) return { answer: 'yes' };
    if (COPYABLE_CONTAINERS.has(name)) {
      return worst(checker.getTypeArguments(type as ts.TypeReference).map((part) => judge(part, node, checker, seen)));
    }
    if (!isAnonymous(type)) return { answer: 'no', because: `a \`${name}\` does not survive copying` };
  }
  if (declarations.some(ts.isClassLike))
    return { answer: 'no', because: `\`${shown}\` is a class, and a copy loses its methods` };
  if (name === 'Buffer') return { answer: 'no', because: 'a `Buffer` arrives as a plain Uint8Array' };
  const indexes = checker.getIndexInfosOfType(type);
  if (indexes.some(({ keyType }) => (keyType.flags & ts.TypeFlags.ESSymbolLike) !== 0)) {
    return { answer: 'no', because: 'a copy leaves out what has a symbol for its name' };
  }
  const parts = indexes.map((info) => judge(info.type, node, checker, seen));
  for (const property of checker.getPropertiesOfType(type)) {
    // What TypeScript calls a property whose name is a unique symbol.
    if (property.name.startsWith('__@')) {
      return { answer: 'no', because: 'a copy leaves out what has a symbol for its name' };
    }
    const part = judge(checker.getTypeOfSymbolAtLocation(property, node), node, checker, seen);
    parts.push(
      part.answer === 'no'
        ? { answer: 'no', because: `its \`${property.name}\` cannot be copied (${part.because ?? 'of unknown type'})` }
        : part,
    );
  }
  return worst(parts);
}

/** Mapped and literal types (`Record`, `Pick`) are declared by the library but stand for plain objects. */
function isAnonymous(type: ts.Type): boolean {
  const flags = (type as ts.ObjectType).objectFlags ?? 0;
  return (flags & (ts.ObjectFlags.Mapped | ts.ObjectFlags.Anonymous)) !== 0;
}

function worst(parts: readonly Copyable[]): Copyable {
  return (
    parts.find(({ answer }) => answer === 'no') ?? parts.find(({ answer }) => answer === 'unknown') ?? { answer: 'yes' }
  );
}
