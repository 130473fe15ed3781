// The original under another name, for inputs that a rewrite does not take: possible where the function stands at the top of a module, so that
// a copy means the same. That nothing it did before the way out can be noticed is for the rewrite to know.
import ts from 'typescript';
import { laidOut, requoted } from '../../source/generated-text.ts';
import { lineBefore, topLevelStatement } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';
import type { ConversionContext } from './conversion.ts';
import type { RewriteText } from './rewrite-text.ts';

export interface Fallback {
  /** `matmulOfRows(a, b)` */
  readonly call: string;
  /** Puts it beside the function, and further declarations below. */
  print(text: RewriteText, more: readonly string[]): void;
}

/** Undefined where the function cannot stand a second time. */
export function fallbackFor(context: ConversionContext, suffix: string, about: string): Fallback | undefined {
  const { subject, text } = context;
  const original = declarationOf(subject);
  if (original === undefined || mentionsItself(original.name, context)) return undefined;
  const { parameters } = subject.node;
  if (!parameters.every(({ name }) => ts.isIdentifier(name) && isNeverAssigned(name, context))) return undefined;
  const name = text.take(text.freeName(`${original.name.text}${suffix}`));
  const list = parameters.map((one) => `${one.dotDotDotToken ? '...' : ''}${one.name.getText()}`);
  const { style } = subject;
  const copy = `${comment(about, subject)}${style.eol}${original.head}${name}${original.rest}`;
  return {
    call: `${name}(${list.join(', ')})`,
    print(target, more) {
      const statement = topLevelStatement(subject.node);
      const styled = more.map((piece) => requoted(laidOut(piece, style), style).replaceAll('\n', style.eol));
      const below = original.isHoisted ? [copy, ...styled] : styled;
      target.insert(statement.getEnd(), below.map((piece) => `${style.eol}${style.eol}${piece}`).join(''));
      if (original.isHoisted) return;
      target.insert(lineBefore(statement, subject.sourceFile).offset, `${copy}${target.end}${style.eol}${style.eol}`);
    },
  };
}

interface Original {
  readonly name: ts.Identifier;
  /** Text before and after the name, without `export` and `default`. */
  readonly head: string;
  readonly rest: string;
  /** Declared for the whole module, wherever it stands. */
  readonly isHoisted: boolean;
}

/** A function declaration or a constant that holds a function. */
function declarationOf({ node, text, sourceFile }: Subject): Original | undefined {
  const after = (name: ts.Identifier, whole: ts.Node): string => text.slice(name.getEnd(), whole.getEnd());
  if (ts.isFunctionDeclaration(node)) {
    const isPlain = node.asteriskToken === undefined && node.parent === sourceFile;
    if (node.name === undefined || !isPlain || isAsync(node)) return undefined;
    return { name: node.name, head: 'function ', rest: after(node.name, node), isHoisted: true };
  }
  const { parent } = node;
  if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined;
  const list = parent.parent;
  if (!ts.isVariableDeclarationList(list)) return undefined;
  const isAtTop = ts.isVariableStatement(list.parent) && list.parent.parent === sourceFile;
  if (!isAtTop || list.declarations.length > 1 || isAsync(node)) return undefined;
  return { name: parent.name, head: 'const ', rest: after(parent.name, parent), isHoisted: false };
}

function isAsync(node: ts.FunctionDeclaration | ts.ArrowFunction): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
}

/** Calls itself, or asks how it was called. */
function mentionsItself(name: ts.Identifier, { subject }: ConversionContext): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node !== name && node.text === name.text) ||
    node.kind === ts.SyntaxKind.ThisKeyword ||
    ts.isMetaProperty(node) ||
    (ts.forEachChild(node, visit) ?? false);
  return ts.forEachChild(subject.node, visit) ?? false;
}

function isNeverAssigned(name: ts.Identifier, { variables }: ConversionContext): boolean {
  const variable = variables.of(name);
  return variable !== undefined && !variable.changesElsewhere && variable.definitions.length <= 1;
}

/** In JavaScript files with the types of the original. */
function comment(about: string, { style, node }: Subject): string {
  if (style.isTypeScript) return `/** ${about} */`;
  const types = ts
    .getJSDocTags(node)
    .filter((tag) => ts.isJSDocParameterTag(tag) || ts.isJSDocReturnTag(tag) || ts.isJSDocTypeTag(tag))
    .map((tag) => ` * ${tag.getText().replace(/[\s*]+$/, '')}`);
  return ['/**', ` * ${about}`, ...types, ' */'].join(style.eol);
}
