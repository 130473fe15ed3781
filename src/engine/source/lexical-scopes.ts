// Lexical scopes from syntax alone, in one linear pass: which variables of enclosing functions a function uses, and how often a
// module-level name is given a value. Types and anything that needs a checker are left to names.ts.
import type ts from 'typescript';
import { enterNode, Scope, type Use } from './scope-walk.ts';

export interface LexicalScopes {
  /** Variables of enclosing functions that the function uses, in order of first use; `this` and `arguments` count where they are inherited. */
  capturedBy(functionNode: ts.Node): readonly string[];
  /** Whether the module itself declares the name (imports do not count). */
  isModuleName(name: string): boolean;
  /** How often a module-level name is given a value: declarations, initializers and assignments, from everywhere in the file. */
  assignmentsTo(name: string): number;
}

export function analyzeScopes(sourceFile: ts.SourceFile): LexicalScopes {
  const moduleScope = new Scope(undefined, undefined, true);
  const uses: Use[] = [];
  const writes: Use[] = [];
  // An explicit stack: long chains of `+` would overflow a recursive walk.
  const nodes: ts.Node[] = [sourceFile];
  const scopes: Scope[] = [moduleScope];
  let children: { node: ts.Node; scope: Scope }[] = [];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const scope = scopes.pop() ?? moduleScope;
    children = [];
    enterNode(node, scope, { uses, writes, visit: (child, inner) => children.push({ node: child, scope: inner }) });
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child === undefined) continue;
      nodes.push(child.node);
      scopes.push(child.scope);
    }
  }
  const captured = resolveCaptures(uses);
  const assignments = countAssignments(writes, moduleScope);
  return {
    capturedBy: (functionNode) => [...(captured.get(functionNode) ?? [])],
    isModuleName: (name) => moduleScope.names.has(name),
    assignmentsTo: (name) => assignments.get(name) ?? 0,
  };
}

function resolveCaptures(uses: readonly Use[]): Map<ts.Node, Set<string>> {
  const captured = new Map<ts.Node, Set<string>>();
  const crossed: ts.Node[] = [];
  for (const { name, scope } of uses) {
    crossed.length = 0;
    let declaring: Scope | undefined = scope;
    while (declaring !== undefined && !declaring.names.has(name)) {
      if (declaring.functionNode !== undefined) crossed.push(declaring.functionNode);
      declaring = declaring.parent;
    }
    // Variables of the module are no captures: every function of the module sees them.
    if (declaring === undefined || declaring.variableScope.functionNode === undefined) continue;
    for (const functionNode of crossed) {
      const names = captured.get(functionNode);
      if (names === undefined) captured.set(functionNode, new Set([name]));
      else names.add(name);
    }
  }
  return captured;
}

function countAssignments(writes: readonly Use[], moduleScope: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, scope } of writes) {
    let declaring: Scope | undefined = scope;
    while (declaring !== undefined && !declaring.names.has(name)) declaring = declaring.parent;
    if ((declaring ?? moduleScope) === moduleScope) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
