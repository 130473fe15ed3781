// Which fields of a record a function reads, where all that it does with the record is reading fields by their names. What it does not read
// need not grow with the size: a report with a thousand results takes seconds to make up, and the function that counts its checks sees none of them.
import ts from 'typescript';

/** Undefined when the record goes anywhere as a whole, or is asked by computed names. */
export function readFields(
  binding: ts.BindingName,
  body: ts.Node,
  checker: ts.TypeChecker,
): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  const isRead = ts.isIdentifier(binding) ? addReferences(binding, body, checker, fields) : addPattern(binding, fields);
  return isRead ? fields : undefined;
}

function addPattern(pattern: ts.BindingName, fields: Set<string>): boolean {
  if (!ts.isObjectBindingPattern(pattern)) return false;
  return pattern.elements.every(({ dotDotDotToken, propertyName, name }) => {
    const field = propertyName ?? name;
    if (dotDotDotToken !== undefined || !(ts.isIdentifier(field) || ts.isStringLiteral(field))) return false;
    fields.add(field.text);
    return true;
  });
}

function addReferences(name: ts.Identifier, body: ts.Node, checker: ts.TypeChecker, fields: Set<string>): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return false;
  let isRead = true;
  const visit = (node: ts.Node): void => {
    if (!isRead) return;
    // `arguments` holds the record under another name.
    if (ts.isIdentifier(node) && node.text === 'arguments') isRead = false;
    if (ts.isIdentifier(node) && node.text === name.text && isReferenceTo(node, symbol, checker))
      isRead = addReference(node, fields);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return isRead;
}

function isReferenceTo(node: ts.Identifier, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent) === symbol;
  return checker.getSymbolAtLocation(node) === symbol;
}

function addReference(node: ts.Identifier, fields: Set<string>): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) return addPattern(parent.name, fields);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== node) return false;
  // A method gets the record as its `this`.
  if (ts.isCallExpression(parent.parent) && parent.parent.expression === parent) return false;
  fields.add(parent.name.text);
  return true;
}
