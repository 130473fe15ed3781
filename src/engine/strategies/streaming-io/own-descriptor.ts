// A file that a function opens itself for writing: only then is it known that nothing else moves its position or looks at what is in it.
import ts from 'typescript';
import { fileCallOf } from '../../source/file-calls.ts';
import type { Subject } from '../../source/subject.ts';
import { usesOf } from './local-uses.ts';

const forWriting: ReadonlySet<string> = new Set(['w', 'a', 'wx', 'ax', 'w+', 'a+', 'wx+', 'ax+']);

/** `const fd = openSync(file, 'w')`, which is only written to and closed. */
export function isOwnDescriptor(file: ts.Expression, subject: Subject): boolean {
  const { checker, node } = subject;
  const declaration = ts.isIdentifier(file) ? checker.getSymbolAtLocation(file)?.valueDeclaration : undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return false;
  const { initializer, parent, name } = declaration;
  const isConst = (parent.flags & ts.NodeFlags.Const) !== 0;
  if (!isConst || declaration.pos < node.pos || declaration.end > node.end || !initializer) return false;
  return isOpening(initializer, subject) && usesOf(name, subject).every((use) => isWrittenOrClosed(use, subject));
}

function isOpening(initializer: ts.Expression, { checker }: Subject): boolean {
  if (!ts.isCallExpression(initializer)) return false;
  const opened = fileCallOf(initializer, checker);
  const [, flags] = initializer.arguments;
  return (
    opened?.name === 'openSync' && flags !== undefined && ts.isStringLiteralLike(flags) && forWriting.has(flags.text)
  );
}

function isWrittenOrClosed(use: ts.Identifier, { checker }: Subject): boolean {
  const { parent } = use;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== use) return false;
  const name = fileCallOf(parent, checker)?.name;
  return name === 'writeSync' || name === 'closeSync';
}
