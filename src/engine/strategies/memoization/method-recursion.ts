// Recursive methods (`this.paths(row - 1, column)`), whose recursion moves into an arrow inside, which has the same object. A class that extends
// this one may override the method, and an object may have one of its own: then the calls go there as before, and nothing is met in the cache.
import ts from 'typescript';
import { analyzeEffects } from '../../source/effects.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { resultTypeText } from './recursion-text.ts';

/** Undefined where it is no method of objects, or mentions itself otherwise than by calling itself on its own object. */
export function callsOfOwnMethod({ node }: Subject): readonly ts.CallExpression[] | undefined {
  if (!ts.isMethodDeclaration(node) || isStatic(node)) return undefined;
  const { name } = node;
  if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return undefined;
  if (isWrapped(node, name.text)) return undefined;
  const calls: ts.CallExpression[] = [];
  let isOnlyCalled = true;
  const visit = (part: ts.Node, hasOwnObject: boolean): void => {
    const isName = (ts.isIdentifier(part) || ts.isPrivateIdentifier(part)) && part !== name && part.text === name.text;
    if (isName) {
      const call = callOn(part);
      if (call === undefined || hasOwnObject) isOnlyCalled = false;
      else calls.push(call);
    }
    const isOther = part !== node && ts.isFunctionLike(part) && !ts.isArrowFunction(part);
    ts.forEachChild(part, (child) => visit(child, hasOwnObject || isOther || ts.isClassLike(part)));
  };
  visit(node, false);
  return isOnlyCalled ? calls : undefined;
}

/** Decorated, or replaced by something that its file makes of it or of a whole prototype: then its calls go through that as well. */
function isWrapped(node: ts.MethodDeclaration, name: string): boolean {
  const isDecorated = [node, node.parent].some(
    (one) => ts.canHaveDecorators(one) && (ts.getDecorators(one) ?? []).length > 0,
  );
  const mentioned = name.replaceAll('$', '\\$');
  const replacing = new RegExp(`\\.${mentioned}\\s*=(?!=)|['"\`]${mentioned}['"\`]|\\.prototype\\b(?!\\s*\\.)`);
  return isDecorated || replacing.test(node.getSourceFile().text);
}

function isStatic(node: ts.MethodDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
}

/** `this.paths(...)` */
function callOn(name: ts.Identifier | ts.PrivateIdentifier): ts.CallExpression | undefined {
  const access = name.parent;
  const call = access.parent;
  const isMember =
    ts.isPropertyAccessExpression(access) &&
    access.name === name &&
    access.expression.kind === ts.SyntaxKind.ThisKeyword &&
    access.questionDotToken === undefined;
  const isCall = ts.isCallExpression(call) && call.expression === access && call.questionDotToken === undefined;
  return isMember && isCall ? call : undefined;
}

/** Whether it is not certain that these calls come to the method itself. */
export function mayBeOverridden(subject: Subject, calls: readonly ts.CallExpression[]): boolean {
  const { sourceFile, node } = subject;
  if (!ts.isMethodDeclaration(node)) return false;
  const unknown = analyzeEffects(subject).effects.filter(({ kind }) => kind === 'unknown-call');
  return calls.some((call) => {
    const { line, character } = sourceFile.getLineAndCharacterOfPosition(call.getStart(sourceFile));
    return unknown.some((one) => one.line === line + 1 && one.column === character + 1);
  });
}

/**
 * The whole text of the file, with the recursion inside of the method asking who is called. Undefined where the class has no name to ask by, or the
 * calls cannot be told apart in the text.
 */
export function askingForOverrides(subject: Subject, text: string, inner: string): string | undefined {
  const { node, sourceFile, style, checker } = subject;
  const { body, name, parent } = node;
  if (body === undefined || !ts.isMethodDeclaration(node) || !ts.isClassDeclaration(parent) || !parent.name)
    return undefined;
  const ofClass = parent.name.text;
  const known = checker.getSymbolsInScope(body, ts.SymbolFlags.Value).find((one) => one.name === ofClass);
  if (known?.declarations?.includes(parent) !== true || node.getText(sourceFile).includes(`${inner}(`))
    return undefined;
  const start = body.getStart(sourceFile);
  const end = text.length - (sourceFile.text.length - body.end);
  const own = text.slice(start, end);
  const last = own.lastIndexOf(`return ${inner}(`);
  if (last < 0 || name === undefined) return undefined;
  const again = freshLocalName(subject, 'again', [inner]);
  const asked = own.slice(0, last).replaceAll(new RegExp(`(?<![\\w$.])${inner}\\(`, 'g'), `${again}(`);
  const member = name.getText(sourceFile);
  const parameters = node.parameters.map(
    (one) => `${one.name.getText(sourceFile)}: ${one.type?.getText(sourceFile) ?? typeOf(subject, one)}`,
  );
  const given = node.parameters.map((one) => one.name.getText(sourceFile)).join(', ');
  const type = node.type?.getText(sourceFile) ?? resultTypeText(subject);
  const indent = indentAt(node.getStart(sourceFile), sourceFile.text) + style.indent;
  const stop = style.semicolons ? ';' : '';
  const lines = [
    `// Where another class overrides ${member}, or an object has one of its own, that is called as before.`,
    `const ${again} = (${parameters.join(', ')}): ${type} =>`,
    `${style.indent}this.${member} === ${ofClass}.prototype.${member} ? ${inner}(${given}) : this.${member}(${given})${stop}`,
  ];
  const guard = lines.map((line, index) => (index === 0 ? line : indent + line)).join(style.eol) + style.eol + indent;
  return text.slice(0, start) + asked + guard + own.slice(last) + text.slice(end);
}

function typeOf({ checker }: Subject, parameter: ts.ParameterDeclaration): string {
  return checker.typeToString(checker.getTypeAtLocation(parameter));
}
