// Every worker loads the subject's module anew, with the local modules that it imports: what they do at load happens once per thread, and
// constants that differ from load to load would differ between threads.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { runningChildren, topLevelSideEffects } from '../../source/module-scope.ts';
import type { Subject } from '../../source/subject.ts';
import { ValueMakers } from '../../source/value-makers.ts';
import { reasonAt } from './shape-proposal.ts';

const UNLOCK = 'Move the function into a module of its own that only declares things.';

export function moduleLoadReasons({ sourceFile, checker, file }: Subject): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const module of loadedModules(sourceFile, checker)) {
    const where = module === sourceFile ? 'The module' : `The imported module ${shortName(module)}`;
    const makers = new ValueMakers(checker);
    for (const effect of topLevelSideEffects(module, checker, (call) => makers.onlyMakesValue(call))) {
      const message = `${where} ${effect.message} when it is loaded, and every worker would do so again.`;
      reasons.push(reasonAt(effect.statement, file, 'W11', message, UNLOCK));
    }
    const varying = varyingExpression([module, ...makers.bodies], checker);
    if (varying !== undefined) {
      const message = `${where} evaluates \`${varying.getText(module)}\` when it is loaded, which is different in every worker.`;
      reasons.push(reasonAt(varying, file, 'W11', message, 'Pass the value as an argument.'));
    }
  }
  return reasons;
}

/** The module and every local module that it imports as values, directly or through others. */
function loadedModules(sourceFile: ts.SourceFile, checker: ts.TypeChecker): ReadonlySet<ts.SourceFile> {
  const modules = new Set([sourceFile]);
  for (const module of modules) {
    for (const statement of module.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      if (statement.moduleSpecifier === undefined || isTypeOnly(statement)) continue;
      const target = checker.getSymbolAtLocation(statement.moduleSpecifier)?.valueDeclaration;
      const isLocal =
        target !== undefined &&
        ts.isSourceFile(target) &&
        !target.isDeclarationFile &&
        !target.fileName.includes('/node_modules/');
      if (isLocal && !target.fileName.endsWith('.json')) modules.add(target);
    }
  }
  return modules;
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** A worker has the arguments of its own start, and streams that are no terminal. */
const VARYING =
  /^(Math\.random|Date\.now|Date|performance\.(now|timeOrigin)|crypto\.\w+|process\.(argv|argv0|stdin|stdout|stderr|pid|hrtime|hrtime\.bigint|uptime|memoryUsage|cpuUsage)|threadId|isMainThread|randomUUID|randomBytes)$/;
const VARYING_IMPORTS = /^(argv|argv0|stdin|stdout|stderr)$/;

/** In what runs at load, callbacks that are called there included. */
function varyingExpression(roots: readonly ts.Node[], checker: ts.TypeChecker): ts.Expression | undefined {
  const pending = [...roots];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isPropertyAccessExpression(node) && VARYING.test(node.getText())) return node;
    if (ts.isIdentifier(node) && VARYING.test(node.text) && isBareCall(node)) return node;
    if (ts.isIdentifier(node) && VARYING_IMPORTS.test(node.text) && isOfProcess(node, checker)) return node;
    pending.push(...runningChildren(node, checker));
    // Reading a property may run it.
    if (ts.isGetAccessor(node) && node.body !== undefined) pending.push(node.body);
  }
  return undefined;
}

/** `new Date()` and `Date()` without arguments, and calls or reads of the imported names. */
function isBareCall(node: ts.Identifier): boolean {
  const parent = node.parent;
  const isCallee = (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node;
  if (node.text === 'Date') return isCallee && (parent.arguments ?? []).length === 0;
  return isCallee || !ts.isPropertyAccessExpression(parent);
}

/** `argv` of `import { argv } from 'node:process'` or `const { argv } = process`. */
function isOfProcess(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (declaration === undefined) return false;
  if (ts.isImportSpecifier(declaration))
    return /^.(?:node:)?process.$/.test(declaration.parent.parent.parent.moduleSpecifier.getText());
  const holder = ts.isBindingElement(declaration) ? declaration.parent.parent : undefined;
  return holder !== undefined && ts.isVariableDeclaration(holder) && holder.initializer?.getText() === 'process';
}

function shortName(module: ts.SourceFile): string {
  return module.fileName.slice(module.fileName.lastIndexOf('/') + 1);
}
