// Types as code, where they have a short name.
import ts from 'typescript';

/** The type as code; undefined when it has no short name here. */
export function printedType(type: ts.Type, node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const text = checker.typeToString(type, node, ts.TypeFormatFlags.NoTruncation);
  return /import\(|\(Anonymous /.test(text) || text === 'any' || text === 'any[]' ? undefined : text;
}

export function elementText(type: ts.Type, node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  return element && printedType(element, node, checker);
}
