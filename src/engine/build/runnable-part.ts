// Decides how much of the subject's module runs: all of it, or the slice that the function needs when the top level does what a benchmark
// must not do, or when the run asks for the slice because the whole module could not be loaded.
import path from 'node:path';
import ts from 'typescript';
import type { AccessPath } from '../source/subject.ts';
import { dangerousStatements } from './dangerous-statements.ts';
import { parseModule } from './module-kind.ts';
import { declaredBy } from './module-statements.ts';
import { sliceModule } from './slice-module.ts';
import type { BuildRequest } from './variant-builder.ts';

export interface RunnablePart {
  readonly text: string;
  /** Sentences for the report; empty when the whole module runs. */
  readonly notes: readonly string[];
}

export function runnablePart(
  file: string,
  text: string,
  request: BuildRequest,
  neighbours: readonly { readonly file: string; readonly text: string }[],
): RunnablePart {
  const sourceFile = parseModule(file, text);
  const isDangerous = dangerousStatements(sourceFile).length > 0;
  if (request.slice !== true && !isDangerous) return { text, notes: [] };
  const roots = rootNames(request);
  for (const neighbour of neighbours)
    for (const name of namesImportedFrom(file, neighbour, sourceFile)) roots.add(name);
  const slice = sliceModule(file, text, roots);
  const stillDangerous = dangerousStatements(parseModule(file, slice.text));
  return {
    text: slice.text,
    notes: [
      ...(slice.leftOut.length === 0 ? [] : [leftOutNote(slice.leftOut)]),
      ...stillDangerous.map(
        ({ call }) => `The module calls ${call} when it is loaded, and the function needs what that makes.`,
      ),
    ],
  };
}

function leftOutNote(leftOut: readonly { readonly line: number; readonly call?: string }[]): string {
  const places = leftOut.map(({ line, call }) => (call === undefined ? `line ${line}` : `line ${line} (${call})`));
  return `Top-level code of the module that the function does not need was not run: ${places.join(', ')}.`;
}

/** Names that the bundle's own lines mention: the subject and the run's expressions. */
function rootNames({ subject, candidate, inputs }: BuildRequest): Set<string> {
  const expressions = [
    candidate?.callBinding,
    candidate?.resetExpression,
    candidate?.cacheSizeExpression,
    candidate?.disposeExpression,
    candidate?.poolExpression,
    candidate?.threadsExpression,
    candidate?.makerExpression,
    ...(inputs.source.kind === 'bench-tags' ? inputs.source.expressions : []),
  ];
  const mentioned = expressions.flatMap(
    (expression) => expression?.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [],
  );
  return new Set([rootOf(subject.access), ...mentioned]);
}

function rootOf(access: AccessPath): string {
  switch (access.kind) {
    case 'binding':
      return access.name;
    case 'default-export':
      return 'default';
    case 'object-member':
      return access.binding;
    case 'class-member':
      return access.className;
  }
}

/** Local names of the subject's module that another module imports; all of them when it imports the whole. */
function namesImportedFrom(
  file: string,
  neighbour: { readonly file: string; readonly text: string },
  subject: ts.SourceFile,
): readonly string[] {
  const everything = () => subject.statements.flatMap(declaredBy);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      if (!isPathOf(file, node.moduleSpecifier.text, neighbour.file)) return;
      const bindings = node.importClause?.namedBindings;
      if (node.importClause?.name !== undefined) names.push('default');
      if (bindings === undefined) return;
      if (ts.isNamedImports(bindings))
        names.push(
          ...bindings.elements.map((element) => localName((element.propertyName ?? element.name).text, subject)),
        );
      else names.push(...everything());
    } else if (ts.isCallExpression(node)) {
      const [argument] = node.arguments;
      const isModule =
        argument !== undefined && ts.isStringLiteralLike(argument) && isPathOf(file, argument.text, neighbour.file);
      if (isModule && /^(require|import)$/.test(node.expression.getText())) names.push(...everything());
    }
    ts.forEachChild(node, visit);
  };
  visit(parseModule(neighbour.file, neighbour.text));
  return names;
}

function isPathOf(file: string, specifier: string, importer: string): boolean {
  const withoutExtension = (name: string) => name.replace(/\.[cm]?[jt]sx?$/, '');
  return (
    specifier.startsWith('.') &&
    withoutExtension(path.resolve(path.dirname(importer), specifier)) === withoutExtension(file)
  );
}

/** `export { grid as makeGrid }`: what the module itself calls an exported name. */
function localName(exported: string, subject: ts.SourceFile): string {
  for (const statement of subject.statements) {
    if (
      !ts.isExportDeclaration(statement) ||
      statement.exportClause === undefined ||
      !ts.isNamedExports(statement.exportClause)
    )
      continue;
    const element = statement.exportClause.elements.find(({ name }) => name.text === exported);
    if (element?.propertyName !== undefined) return element.propertyName.text;
  }
  return exported;
}
