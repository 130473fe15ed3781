// The variables that a function uses: where each gets its values, and whether it can change between two places of the function.
// Types and values are left to value-ranges.ts.
import ts from 'typescript';
import { type Definition, definitionAt } from './definitions.ts';
import { mayRunBetween } from './execution-order.ts';
import { bare, enclosingFunction, isInside, isMemberName } from './expressions.ts';

export interface Variable {
  readonly id: number;
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration | undefined;
  readonly definitions: readonly Definition[];
  /** Every mention, the declaring one and assignment targets included. */
  readonly references: readonly ts.Identifier[];
  /** Declared outside of the function: a global, a name of the module or of an enclosing function. */
  readonly isFree: boolean;
  /** Mentioned in a function nested in the function. */
  readonly isCaptured: boolean;
  /** Given a value in a nested function, or free and not constant: may change whenever other code runs. */
  readonly changesElsewhere: boolean;
}

export interface FunctionVariables {
  readonly functionNode: ts.Node;
  readonly all: readonly Variable[];
  of(node: ts.Node): Variable | undefined;
  /**
   * Whether the value at `use` is still the one that was seen at `seen`, whenever control reaches `use`.
   * `seen` is evaluated on every way to `use` since the variable came into being.
   */
  isFixedBetween(variable: Variable, seen: ts.Node, use: ts.Node): boolean;
  /** No value is given to it inside `region`. */
  isFixedDuring(variable: Variable, region: ts.Node): boolean;
}

interface MutableVariable {
  readonly id: number;
  readonly symbol: ts.Symbol;
  readonly definitions: Definition[];
  readonly references: ts.Identifier[];
  isFree: boolean;
  isCaptured: boolean;
  changesElsewhere: boolean;
}

export function collectVariables(functionNode: ts.SignatureDeclaration, checker: ts.TypeChecker): FunctionVariables {
  const bySymbol = new Map<ts.Symbol, MutableVariable>();
  const byIdentifier = new Map<ts.Node, MutableVariable>();

  const enter = (identifier: ts.Identifier): void => {
    const symbol = symbolOf(identifier, checker);
    if (symbol === undefined) return;
    let variable = bySymbol.get(symbol);
    if (variable === undefined) {
      const isFree = !declaredInside(symbol, functionNode);
      variable = {
        id: bySymbol.size,
        symbol,
        definitions: [],
        references: [],
        isFree,
        isCaptured: false,
        changesElsewhere: false,
      };
      if (isFree) {
        variable.changesElsewhere = !isConstDeclared(symbol);
        const initializer = constInitializer(symbol);
        if (initializer !== undefined)
          variable.definitions.push({ kind: 'value', node: initializer, expression: initializer });
      }
      bySymbol.set(symbol, variable);
    }
    byIdentifier.set(identifier, variable);
    variable.references.push(identifier);
    const nested = enclosingFunction(identifier) !== functionNode;
    if (nested) variable.isCaptured = true;
    const definition = definitionAt(identifier);
    if (definition === undefined) return;
    variable.definitions.push(definition);
    if (nested) variable.changesElsewhere = true;
  };

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) enter(node);
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(functionNode, visit);

  for (const variable of bySymbol.values()) {
    const declaration = variable.symbol.valueDeclaration;
    if (!variable.isFree && declaration && mayBeReadUnset(variable, declaration))
      variable.definitions.push({ kind: 'unset', node: declaration });
  }
  const all = [...bySymbol.values()].map(
    (variable): Variable =>
      Object.assign(variable, { name: variable.symbol.name, declaration: variable.symbol.valueDeclaration }),
  );
  const finished = new Map(all.map((variable) => [variable.symbol, variable]));
  const of = (node: ts.Node): Variable | undefined => {
    const found = byIdentifier.get(node);
    return found && finished.get(found.symbol);
  };
  return {
    functionNode,
    all,
    of,
    isFixedDuring: (variable, region) =>
      !variable.changesElsewhere && !variable.definitions.some((definition) => isInside(definition.node, region)),
    isFixedBetween: (variable, seen, use) =>
      !variable.changesElsewhere &&
      !variable.definitions.some((definition) => mayRunBetween(definition.node, seen, use)),
  };
}

/** A `var` is undefined until its first assignment, which must stand before every mention and around it. */
function mayBeReadUnset(variable: MutableVariable, declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration) || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0)
    return false;
  const first = variable.definitions[0];
  if (first?.kind !== 'value') return true;
  let block = first.node.parent;
  while (!ts.isBlock(block) && !ts.isForStatement(block) && !ts.isFunctionLike(block) && block.parent !== undefined)
    block = block.parent;
  return variable.references.some((reference) => reference.pos < first.node.pos || !isInside(reference, block));
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(identifier.parent))
    return checker.getShorthandAssignmentValueSymbol(identifier.parent);
  return checker.getSymbolAtLocation(identifier);
}

function declaredInside(symbol: ts.Symbol, functionNode: ts.Node): boolean {
  const { declarations } = symbol;
  return (
    declarations !== undefined &&
    declarations.length > 0 &&
    declarations.every((node) => node !== functionNode && isInside(node, functionNode))
  );
}

function isConstDeclared(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
  );
}

/** The value of a free constant, when it is written as a number. */
function constInitializer(symbol: ts.Symbol): ts.Expression | undefined {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !isConstDeclared(symbol) || !ts.isVariableDeclaration(declaration)) return undefined;
  const { initializer } = declaration;
  return initializer && ts.isNumericLiteral(bare(initializer)) ? initializer : undefined;
}
