// A rewrite that is right for some arguments only, made right for all: a check at its beginning hands every other call to the code as it was.
// That code stays in place where it is one short expression, and becomes a function beside the subject where it is not.
import ts from 'typescript';
import type { TextEdit } from '../../model/report.ts';
import { applyEdits } from './edits.ts';
import { laidOut, requoted } from './generated-text.ts';
import { indentAt, lineAfter, topLevelStatement } from './insertion-places.ts';
import { freeNames, freshName } from './names.ts';
import { parseSource } from './parse-source.ts';
import type { Subject, SubjectNode } from './subject.ts';

/** Longer ones are hard to read behind a condition. */
const LONGEST_IN_PLACE = 100;
const LONGEST_LINE = 100;

export interface Guard {
  /** By the parameter's index: holds for arguments that the rewrite is not right for. In single quotes. */
  readonly otherwise: ReadonlyMap<number, string>;
  /** The name of another function in the edited text to guard, which computes what the subject computes. */
  readonly guarded?: string;
  /** It takes many argument lists at once. */
  readonly isBatch?: boolean;
}

/** Undefined where the code as it was cannot stand anywhere else, or the new code has no place for a check. */
export function guardEdits(
  subject: Subject,
  edits: readonly TextEdit[],
  guard: Guard,
): readonly TextEdit[] | undefined {
  if (!isGuardable(subject) || usesShadowedGlobal(subject, guard)) return undefined;
  const edited = applyEdits(subject.text, edits);
  const tree = parseSource(subject.file, edited);
  const target = functionIn(tree, subject, edits, guard.guarded);
  if (target?.body === undefined || !ts.isBlock(target.body)) return undefined;
  const original = guard.guarded === undefined ? originalCode(subject) : { call: callText(subject, target, guard) };
  if (original === undefined) return undefined;
  const position = placeForCheck(target.body, tree);
  if (position === undefined || !mayFollowLine(edited, position.offset, subject)) return undefined;
  const check = checkText(conditionsOf(subject, target, guard), original.call, subject, position.indent);
  const withCheck = insertedInto(
    edits,
    position.offset,
    `${check}${position.isOnOneLine ? ' ' : subject.style.eol + position.indent}`,
  );
  return original.twin === undefined
    ? withCheck
    : [...withCheck, original.twin].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Only code that means the same in a function of its own, with the arguments handed on by name. */
function isGuardable({ node, listing, checker }: Subject): boolean {
  if (listing.isGenerator || ts.isConstructorDeclaration(node) || ts.isAccessor(node)) return false;
  if (node.parameters.some(({ name, dotDotDotToken }) => !ts.isIdentifier(name) || dotDotDotToken !== undefined))
    return false;
  for (let { parent } = node as ts.Node; !ts.isSourceFile(parent); { parent } = parent)
    if (ts.isBlock(parent) || ts.isFunctionLike(parent)) return false;
  return !freeNames(node, checker).some(({ kind }) => kind === 'this' || kind === 'arguments') && !hasPrivateName(node);
}

/** A condition asks the language's own `Array`, and so on. */
function usesShadowedGlobal({ sourceFile }: Subject, { otherwise }: Guard): boolean {
  const used = new Set([...otherwise.values()].flatMap((condition) => condition.match(/\b[A-Z]\w*/g) ?? []));
  const declares = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && used.has(node.text) && isDeclaredName(node)) ||
    (ts.forEachChild(node, declares) ?? false);
  return declares(sourceFile);
}

function isDeclaredName(name: ts.Identifier): boolean {
  const { parent } = name;
  return 'name' in parent && parent.name === name && !ts.isPropertyAccessExpression(parent);
}

function hasPrivateName(node: ts.Node): boolean {
  return ts.isPrivateIdentifier(node) || (ts.forEachChild(node, hasPrivateName) ?? false);
}

function functionIn(
  tree: ts.SourceFile,
  { node, sourceFile }: Subject,
  edits: readonly TextEdit[],
  name: string | undefined,
): SubjectNode | undefined {
  const start = node.getStart(sourceFile);
  const moved = edits.reduce(
    (sum, edit) => (edit.end <= start ? sum + edit.text.length - (edit.end - edit.start) : sum),
    start,
  );
  const visit = (current: ts.Node): ts.Node | undefined => {
    const isFound =
      name === undefined
        ? current.kind === node.kind && current.getStart(tree) === moved
        : ts.isFunctionDeclaration(current) && current.name?.text === name;
    return isFound ? current : ts.forEachChild(current, visit);
  };
  return visit(tree) as SubjectNode | undefined;
}

interface CheckPlace {
  readonly offset: number;
  readonly indent: string;
  readonly isOnOneLine: boolean;
}

/** Before the first statement that is no directive, and above its comments. */
function placeForCheck(body: ts.Block, tree: ts.SourceFile): CheckPlace | undefined {
  const first = body.statements.find(
    (statement) => !ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression),
  );
  if (first === undefined) return undefined;
  const { text } = tree;
  const [comment] = ts.getLeadingCommentRanges(text, first.pos) ?? [];
  const offset = comment?.pos ?? first.getStart(tree);
  const indent = indentAt(offset, text);
  const isOnOneLine = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() !== '';
  return { offset, indent, isOnOneLine };
}

/** Without semicolons a line that begins like this would go on from the one above. */
function mayFollowLine(text: string, offset: number, { style }: Subject): boolean {
  return (
    style.semicolons || !/^[([`+\-*/.,]/.test(text.slice(offset).replace(/^(\/\/.*\n\s*|\/\*[\s\S]*?\*\/\s*)*/, ''))
  );
}

function conditionsOf(subject: Subject, target: SubjectNode, { otherwise, isBatch }: Guard): readonly string[] {
  const conditions = [...otherwise.values()].map((condition) => requoted(condition, subject.style));
  if (isBatch !== true) return conditions;
  const last = Math.max(...otherwise.keys());
  const names = parameterNames(subject).slice(0, last + 1);
  const pattern = names.map((name, index) => (otherwise.has(index) ? name : '')).join(', ');
  return [`${batchName(target)}.some(([${pattern}]) => ${conditions.join(' || ')})`];
}

function batchName(target: SubjectNode): string {
  return (target.parameters[0]?.name as ts.Identifier | undefined)?.text ?? '';
}

function checkText(conditions: readonly string[], call: string, { style }: Subject, indent: string): string {
  const end = style.semicolons ? ';' : '';
  const condition = conditions.join(' || ');
  const line = `if (${condition}) return ${call}${end}`;
  if (indent.length + line.length <= LONGEST_LINE) return line;
  const inner = `${style.eol}${indent}${style.indent}`;
  const block = `) {${inner}return ${call}${end}${style.eol}${indent}}`;
  const head = `if (${condition}`;
  if (indent.length + head.length <= LONGEST_LINE) return head + block;
  const lines = conditions
    .flatMap((one) => partsOf(one, ' || '))
    .map((one) => brokenUp(one, indent + style.indent, style));
  return `if (${inner}${lines.join(` ||${inner}`)}${style.eol}${indent}${block}`;
}

/** `orders.findIndex((order) => a || b) !== -1` over several lines where one does not hold it. */
function brokenUp(condition: string, indent: string, style: Subject['style']): string {
  if (indent.length + condition.length <= LONGEST_LINE) return condition;
  const [, head, parameter, body, tail] =
    /^(!?[\w.]+\.(?:every|some|findIndex)\()(\([^()]*\) =>) (.*)(\)(?: !== -1)?)$/.exec(condition) ?? [];
  if (head === undefined || parameter === undefined || body === undefined || tail === undefined) return condition;
  const inner = indent + style.indent;
  const line = (text: string): string => style.eol + text;
  const whole = `${parameter} ${body}`;
  if (inner.length + whole.length + 1 <= LONGEST_LINE) return `${head}${line(inner + whole)},${line(indent)}${tail}`;
  const operator = partsOf(body, ' || ').length > 1 ? ' || ' : ' && ';
  const deeper = inner + style.indent;
  const parts = partsOf(body, operator).map((part) => line(deeper + brokenUp(part, deeper, style)));
  return `${head}${line(inner + parameter)}${parts.join(operator.trimEnd())},${line(indent)}${tail}`;
}

/** Cut where no parenthesis is open. No parentheses in strings. */
function partsOf(condition: string, operator: ' || ' | ' && '): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < condition.length; i++) {
    if (condition[i] === '(') depth++;
    if (condition[i] === ')') depth--;
    if (depth > 0 || !condition.startsWith(operator, i)) continue;
    parts.push(condition.slice(start, i));
    start = i + operator.length;
  }
  return [...parts, condition.slice(start)];
}

function callText(subject: Subject, target: SubjectNode, { isBatch }: Guard): string {
  const { name } = subject.listing;
  return isBatch === true
    ? `${batchName(target)}.map((args) => ${name}(...args))`
    : `${name}(${parameterNames(subject).join(', ')})`;
}

interface OriginalCode {
  /** The expression that gives what the function gave. */
  readonly call: string;
  readonly twin?: TextEdit;
}

function originalCode(subject: Subject): OriginalCode | undefined {
  const { node, text, sourceFile } = subject;
  const { body } = node;
  if (body === undefined) return undefined;
  const only = ts.isBlock(body) && body.statements.length === 1 ? body.statements[0] : undefined;
  const returned = !ts.isBlock(body) ? body : only && ts.isReturnStatement(only) ? only.expression : undefined;
  const shown = returned?.getText(sourceFile);
  const hasComments = /\/[/*]/.test(text.slice(body.pos, body.end));
  if (shown !== undefined && shown.length <= LONGEST_IN_PLACE && !shown.includes('\n') && !hasComments)
    return { call: unwrapped(shown, returned) };
  return twinOf(subject, body);
}

/** An object literal of an arrow function stands in parentheses, which a `return` does not need. */
function unwrapped(shown: string, node: ts.Node | undefined): string {
  return node !== undefined && ts.isParenthesizedExpression(node) ? shown.slice(1, -1).trim() : shown;
}

/** The subject's code under another name, below the statement that the subject stands in. */
function twinOf(subject: Subject, body: ts.ConciseBody): OriginalCode {
  const { node, text, sourceFile, style, listing } = subject;
  const last =
    listing.name
      .split('.')
      .at(-1)
      ?.replace(/[^\w$]/g, '') ?? '';
  const base = ['', 'default', 'exports'].includes(last) ? 'result' : last;
  const name = freshName(subject, `${base}OfAny`);
  const names = parameterNames(subject).join(', ');
  const statement = topLevelStatement(node);
  const place = lineAfter(statement, sourceFile);
  const end = style.semicolons ? ';' : '';
  const indent = indentAt(node.getStart(sourceFile), text);
  const code = ts.isBlock(body)
    ? dedented(body.getText(sourceFile), indent)
    : `{${style.eol}${style.indent}return ${unwrapped(body.getText(sourceFile), body)}${end}${style.eol}}`;
  const about = laidOut(`/** \`${listing.name}\` for arguments of any kind. */`, style);
  const head = `${listing.isAsync ? 'async ' : ''}function ${name}(${names})`;
  const twin = {
    start: place.offset,
    end: place.offset,
    text: `${style.eol}${style.eol}${about}${style.eol}${head} ${code}`,
  };
  return { call: `${name}(${names})`, twin };
}

/** White space in template literals is data. */
function dedented(code: string, indent: string): string {
  return indent === '' || code.includes('`') ? code : code.replaceAll(new RegExp(`\\n${indent}`, 'g'), '\n');
}

function parameterNames({ node, sourceFile }: Subject): readonly string[] {
  return node.parameters.map(({ name }) => name.getText(sourceFile));
}

/** `position` is in the text after the edits. */
function insertedInto(edits: readonly TextEdit[], position: number, text: string): readonly TextEdit[] {
  let shift = 0;
  for (const [index, edit] of edits.entries()) {
    const start = edit.start + shift;
    if (position < start) break;
    if (position <= start + edit.text.length) {
      const at = position - start;
      const joined = { ...edit, text: edit.text.slice(0, at) + text + edit.text.slice(at) };
      return edits.map((one, other) => (other === index ? joined : one));
    }
    shift += edit.text.length - (edit.end - edit.start);
  }
  const start = position - shift;
  return [...edits, { start, end: start, text }].sort((a, b) => a.start - b.start || a.end - b.end);
}
