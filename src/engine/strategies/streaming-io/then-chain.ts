// Functions that hand what they read on by `then`: `return readFile(file, 'utf8').then((text) => ...)`. The same with `await` says what comes first, so it
// can be looked at, and rewritten, like any other function that waits.
import ts from 'typescript';
import { fileCallOf } from '../../source/file-calls.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import { isConstantText } from './local-uses.ts';

interface Step {
  readonly name: string | undefined;
  readonly body: ts.ConciseBody;
}

/** Undefined where the function does not end in such a chain, or would not mean the same with `await`. */
export function withAwaits(subject: Subject): Subject | undefined {
  const { node, text, sourceFile, style } = subject;
  const returned = returnedBy(subject);
  if (returned === undefined || hasLongText(returned.value) || !canBeAsync(subject, returned.isAlone)) return undefined;
  const chain = chainOf(returned.value, subject);
  if (chain === undefined || chain.steps.length === 0 || !areFree(chain.steps, subject)) return undefined;
  const { read, steps } = chain;
  const isAsync = subject.listing.isAsync;
  // Where it was not async, what could be thrown at once would be thrown to whoever waits.
  if (!isAsync && !read.arguments.every((given) => isConstantText(given, subject))) return undefined;
  const stop = style.semicolons ? ';' : '';
  const body = node.body as ts.ConciseBody;
  const place = returned.statement ?? body;
  const outer = indentAt(node.getStart(sourceFile), text);
  const indent = returned.statement === undefined ? outer + style.indent : indentAt(place.getStart(sourceFile), text);
  const waited = `await ${read.getText(sourceFile)}${stop}`;
  const lines = steps.flatMap(({ name, body: own }, index) => {
    const before = index === 0 ? [name === undefined ? waited : `const ${name} = ${waited}`] : [];
    const next = steps[index + 1];
    const printed = moved(ts.isBlock(own) ? insideOf(own, subject) : own.getText(sourceFile), own, indent, subject);
    if (ts.isBlock(own)) return [...before, printed];
    return [...before, next === undefined ? `return ${printed}${stop}` : `const ${next.name} = ${printed}${stop}`];
  });
  const joined = lines.join(`${style.eol}${indent}`);
  const written = returned.statement === undefined ? `{${style.eol}${indent}${joined}${style.eol}${outer}}` : joined;
  const start = node.getStart(sourceFile);
  const async = isAsync ? '' : 'async ';
  const head = isAsync ? start : headOf(node).getStart(sourceFile);
  // A body of one expression may stand on a line of its own, a brace does not.
  const isExpression = returned.statement === undefined && ts.isArrowFunction(node);
  const before = text.slice(head, isExpression ? node.equalsGreaterThanToken.end : place.getStart(sourceFile));
  const around = `${text.slice(0, head)}${async}${before}${isExpression ? ' ' : ''}${written}${text.slice(place.end)}`;
  return subjectWithText(subject, around, start, node.end + around.length - text.length);
}

/** What the function returns at its end. */
function returnedBy({ node }: Subject): Returned | undefined {
  const { body } = node;
  if (body === undefined) return undefined;
  if (!ts.isBlock(body)) return { value: body, isAlone: true };
  const last = body.statements.at(-1);
  if (last === undefined || !ts.isReturnStatement(last) || last.expression === undefined) return undefined;
  return { value: last.expression, statement: last, isAlone: body.statements.length === 1 };
}

interface Returned {
  readonly value: ts.Expression;
  readonly statement?: ts.ReturnStatement;
  readonly isAlone: boolean;
}

/** One that is not async already throws nothing before it returns its promise, and says no other type than `Promise`. */
function canBeAsync({ node, listing }: Subject, isAlone: boolean): boolean {
  if (listing.isGenerator || ts.isConstructorDeclaration(node) || ts.isAccessor(node)) return false;
  if (listing.isAsync) return true;
  const { type } = node;
  const isPromise = type === undefined || (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise');
  const arePlain = node.parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  const isOfFunction = ts.isArrowFunction(node) || ts.isFunctionDeclaration(node);
  return isAlone && isPromise && arePlain && isOfFunction;
}

/** Where `async` goes. */
function headOf(node: Subject['node']): ts.Node {
  if (!ts.isFunctionDeclaration(node)) return node;
  return node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.FunctionKeyword) ?? node;
}

/** The read that a chain begins with, and its steps in order. Undefined where a step is more than an expression and not the last. */
function chainOf(value: ts.Expression, subject: Subject): Chain | undefined {
  const steps: Step[] = [];
  for (let call = bare(value); ts.isCallExpression(call); ) {
    const file = fileCallOf(call, subject.checker);
    if (file !== undefined) return file.isPromise ? { read: call, steps } : undefined;
    const { expression } = call;
    const isThen = ts.isPropertyAccessExpression(expression) && expression.questionDotToken === undefined;
    if (!isThen || expression.name.text !== 'then') return undefined;
    const step = stepOf(call, subject);
    if (step === undefined || (steps.length > 0 && ts.isBlock(step.body))) return undefined;
    steps.unshift(step);
    call = bare(expression.expression);
  }
  return undefined;
}

interface Chain {
  readonly read: ts.CallExpression;
  readonly steps: readonly Step[];
}

/** `then` with one arrow function of one plain parameter at most. */
function stepOf({ arguments: [given, ...more] }: ts.CallExpression, { checker }: Subject): Step | undefined {
  const callback = given === undefined ? undefined : bare(given);
  if (callback === undefined || more.length > 0 || !ts.isArrowFunction(callback)) return undefined;
  if (callback.modifiers !== undefined || callback.typeParameters !== undefined) return undefined;
  const [parameter, ...others] = callback.parameters;
  if (others.length > 0) return undefined;
  if (parameter === undefined) return { name: undefined, body: callback.body };
  const isPlain = parameter.initializer === undefined && parameter.dotDotDotToken === undefined;
  if (!isPlain || !ts.isIdentifier(parameter.name)) return undefined;
  const type = checker.getTypeAtLocation(parameter.name);
  const isValue = isPrimitiveType(type) || checker.isArrayType(type) || type.getSymbol()?.name === 'Buffer';
  return isValue ? { name: parameter.name.text, body: callback.body } : undefined;
}

/** Each name is said by its own step only, so that all of them may be declared in the function itself. */
function areFree(steps: readonly Step[], { node }: Subject): boolean {
  if (steps.slice(1).some(({ name }) => name === undefined) || steps.some(({ body }) => hasVar(body))) return false;
  return steps.every(({ name, body }) =>
    [...(name === undefined ? [] : [name]), ...(ts.isBlock(body) ? declaredIn(body) : [])].every(
      (one) => countOf(one, node) === countOf(one, body.parent),
    ),
  );
}

/** `var` belongs to the function around it, however deep it stands. */
function hasVar(part: ts.Node): boolean {
  const isVar = ts.isVariableDeclarationList(part) && (part.flags & ts.NodeFlags.BlockScoped) === 0;
  return isVar || ts.forEachChild(part, (child) => hasVar(child) || undefined) === true;
}

function countOf(name: string, part: ts.Node): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name) count++;
    ts.forEachChild(node, visit);
  };
  visit(part);
  return count;
}

function declaredIn(block: ts.Block): readonly string[] {
  return block.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name?.text ?? ''];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  });
}

/** The statements of a block. */
function insideOf(block: ts.Block, { text, sourceFile }: Subject): string {
  const [first] = block.statements;
  const last = block.statements.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.getStart(sourceFile), last.end);
}

/** With its lines as deep as the place where it goes. */
function moved(printed: string, part: ts.Node, indent: string, { text, sourceFile }: Subject): string {
  const first = ts.isBlock(part) ? (part.statements[0] ?? part) : part;
  const own = indentAt(first.getStart(sourceFile), text);
  return printed.replaceAll(`\n${own}`, `\n${indent}`);
}
