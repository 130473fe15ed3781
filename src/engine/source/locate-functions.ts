// The functions of a file from a parse alone (the code lens asks on every edit): how each is listed, how it is reached from outside, and
// why some cannot be run. Selecting one is left to select-function.ts, types to open-subject.ts.
import ts from 'typescript';
import type { FunctionListing } from '../../model/function-listing.ts';
import { hasModifier } from './binding-target.ts';
import { type FoundFunction, findFunctions } from './find-functions.ts';
import { analyzeScopes, type LexicalScopes } from './lexical-scopes.ts';
import { type Obstacle, obstacles } from './obstacles.ts';
import { parseSource, positionAt } from './parse-source.ts';
import type { AccessPath, SubjectNode } from './subject.ts';

export interface LocatedFunction {
  readonly listing: FunctionListing;
  readonly node: SubjectNode;
  /** Absent exactly when `listing.notRunnable` is present. */
  readonly access?: AccessPath;
  /** 1-based line of the first token, or of the comment right above it. */
  readonly firstLine: number;
}

/** Top to bottom. Overload signatures, ambient declarations and inline callbacks are left out. Never throws on syntax errors. */
export function locateFunctions(file: string, text: string): LocatedFunction[] {
  return locateFunctionsIn(parseSource(file, text));
}

/** The same for a tree that is parsed already. */
export function locateFunctionsIn(sourceFile: ts.SourceFile): LocatedFunction[] {
  if (sourceFile.isDeclarationFile) return [];
  const found = findFunctions(sourceFile).sort((a, b) => a.node.pos - b.node.pos || b.node.end - a.node.end);
  if (found.length === 0) return [];
  const scopes = analyzeScopes(sourceFile);
  const sameAccess = groupByAccess(found);
  return found.map((one) => {
    const access = accessOf(one);
    const obstacle = obstacleOf(one, access, sourceFile, scopes, sameAccess);
    const listing = describe(one, sourceFile);
    const located = { node: one.node, firstLine: firstLineOf(one.target.declaration, sourceFile) };
    if (obstacle !== undefined) return { ...located, listing: { ...listing, notRunnable: obstacle } };
    return access === undefined ? { ...located, listing } : { ...located, listing, access };
  });
}

/** Comments count as far as no blank line stands between. */
function firstLineOf(declaration: ts.Node, sourceFile: ts.SourceFile): number {
  let { line } = positionAt(sourceFile, declaration.getStart(sourceFile));
  for (const comment of ts.getLeadingCommentRanges(sourceFile.text, declaration.pos)?.reverse() ?? []) {
    if (positionAt(sourceFile, comment.end).line < line - 1) break;
    line = positionAt(sourceFile, comment.pos).line;
  }
  return line;
}

function describe({ name, kind, node, target }: FoundFunction, sourceFile: ts.SourceFile): FunctionListing {
  return {
    name,
    kind,
    isAsync: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    isGenerator: 'asteriskToken' in node && node.asteriskToken !== undefined,
    ...positionAt(sourceFile, target.nameNode.getStart(sourceFile)),
    start: target.declaration.getStart(sourceFile),
    end: target.declaration.end,
    endLine: positionAt(sourceFile, target.declaration.end).line,
  };
}

function accessOf({ place, target }: FoundFunction): AccessPath | undefined {
  return place.enclosing === undefined && place.obstacle === undefined && target.obstacle === undefined
    ? target.access
    : undefined;
}

function groupByAccess(found: readonly FoundFunction[]): Map<string, FoundFunction[]> {
  const groups = new Map<string, FoundFunction[]>();
  for (const one of found) {
    const access = accessOf(one);
    if (access === undefined) continue;
    const key = JSON.stringify(access);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function obstacleOf(
  one: FoundFunction,
  access: AccessPath | undefined,
  sourceFile: ts.SourceFile,
  scopes: LexicalScopes,
  sameAccess: ReadonlyMap<string, readonly FoundFunction[]>,
): Obstacle | undefined {
  const { place, target, node } = one;
  if (place.enclosing !== undefined) {
    const around = {
      name: place.enclosing.name,
      line: positionAt(sourceFile, place.enclosing.node.getStart(sourceFile)).line,
    };
    const captured = scopes.capturedBy(node);
    if (target.isClassMember === true) return obstacles.memberOfNestedClass(around, captured);
    return captured.length > 0 ? obstacles.closure(around, captured) : obstacles.nested(around);
  }
  if (access === undefined) return target.obstacle ?? place.obstacle ?? obstacles.unreachable();
  const others = (sameAccess.get(JSON.stringify(access)) ?? []).filter((other) => other !== one);
  const rival = others.at(-1);
  if (rival !== undefined) {
    // The last definition counts, unless it may not be reached.
    const isLast = rival.node.pos < node.pos && !place.isConditional;
    if (!isLast) return obstacles.redefined(positionAt(sourceFile, rival.target.nameNode.getStart(sourceFile)).line);
  }
  return obstacleOfRoot(rootOf(access), scopes);
}

/** The module-level binding where the path starts; undefined for the module's own value. */
function rootOf(access: AccessPath): string | undefined {
  switch (access.kind) {
    case 'binding':
      return access.name;
    case 'object-member':
      return access.binding === 'default' ? undefined : access.binding;
    case 'class-member':
      return access.className === 'default' ? undefined : access.className;
    case 'default-export':
      return undefined;
  }
}

function obstacleOfRoot(root: string | undefined, scopes: LexicalScopes): Obstacle | undefined {
  if (root === undefined) return undefined;
  if (!scopes.isModuleName(root)) return obstacles.foreign(root);
  return scopes.assignmentsTo(root) > 1 ? obstacles.reassigned(root) : undefined;
}
