// Reads that a function waits for one after the other, of files that it names beforehand: `const users = await readFile(a); const orders = await readFile(b);`.
// The later ones are begun with the first; each is still waited for, and its error thrown, when it is its turn. A read changes nothing, so one that is begun
// in vain is no difference; what may write, or is not known, keeps its place, and so do the reads behind it.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { withoutAlias } from '../../source/aliases.ts';
import { editFile } from '../../source/edits.ts';
import { analyzeEffects, type Effects } from '../../source/effects.ts';
import { fileCallOf } from '../../source/file-calls.ts';
import { topLevelSideEffects } from '../../source/module-scope.ts';
import { freshLocalName } from '../../source/names.ts';
import { outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { isPlainOption, onlyReads } from './awaited-reads.ts';
import { isPathMadeOf } from './lists-of-files.ts';
import { isConstantName, isConstantText, usesOf } from './local-uses.ts';
import { effectsWithin, pausesIn, touchesFiles } from './loop-effects.ts';

interface WaitedRead {
  readonly call: ts.CallExpression;
  /** The `await` with the parentheses around it. */
  readonly awaited: ts.Expression;
  readonly statement: ts.Statement;
}

/** Undefined where no two reads are independent. */
export function readsTogether(subject: Subject, effects: Effects): Candidate | undefined {
  for (const run of runsOf(subject, effects)) {
    const [first, ...others] = run;
    const sooner = others.filter(
      ({ call }, index) =>
        first !== undefined &&
        isSettled(call, first.statement, subject) &&
        ![first, ...others.slice(0, index)].some((before) => dependsOnOrder(before.call, call, subject)),
    );
    if (first !== undefined && sooner.length > 0) return rewrite(first, sooner, subject);
  }
  return undefined;
}

/** Of two calls in a row that are waited for one after the other, where the second one needs nothing of the first. */
export function whyNotTogether(subject: Subject): Reason | undefined {
  const awaitedIn = (statement: ts.Statement | undefined): ts.CallExpression | undefined => {
    if (statement === undefined || !(ts.isVariableStatement(statement) || ts.isExpressionStatement(statement)))
      return undefined;
    const find = (part: ts.Node): ts.CallExpression | undefined => {
      if (ts.isFunctionLike(part)) return undefined;
      if (ts.isAwaitExpression(part) && ts.isCallExpression(part.expression)) return part.expression;
      return ts.forEachChild(part, find);
    };
    return find(statement);
  };
  const visit = (part: ts.Node): Reason | undefined => {
    const statements = ts.isBlock(part) ? part.statements : [];
    for (const [index, statement] of statements.entries()) {
      const call = awaitedIn(statements[index + 1]);
      if (call === undefined || awaitedIn(statement) === undefined || !isSettled(call, statement, subject)) continue;
      const message = `\`${call.expression.getText()}\` is not known to only read files: begun together with the call before it, it would also happen where that one fails.`;
      const unlock = 'Where that does no harm, begin both and wait for them with `Promise.all`.';
      return reasonFor(call, 'S6', message, unlock);
    }
    return ts.isFunctionLike(part) ? undefined : ts.forEachChild(part, visit);
  };
  return subject.node.body && visit(subject.node.body);
}

/** Statements in a row of one block, with nothing in them that waits or touches files but reads. */
function runsOf(subject: Subject, effects: Effects): readonly (readonly WaitedRead[])[] {
  const runs: WaitedRead[][] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isFunctionLike(part) || ts.isClassLike(part)) return;
    if (ts.isBlock(part)) {
      let run: WaitedRead[] = [];
      for (const statement of part.statements) {
        const reads = readsOf(statement, subject, effects);
        if (reads === undefined) run = [];
        else if (run.length > 0 || reads.length > 0) run.push(...reads);
        if (run.length > 0 && runs.at(-1) !== run) runs.push(run);
      }
    }
    ts.forEachChild(part, visit);
  };
  if (subject.node.body && ts.isBlock(subject.node.body)) visit(subject.node.body);
  return runs;
}

/** The reads of a statement that does nothing else of note; undefined for any other one. */
function readsOf(statement: ts.Statement, subject: Subject, effects: Effects): readonly WaitedRead[] | undefined {
  const isPlain =
    ts.isVariableStatement(statement) || ts.isExpressionStatement(statement) || ts.isReturnStatement(statement);
  if (!isPlain) return undefined;
  const reads: WaitedRead[] = [];
  const find = (part: ts.Node): void => {
    if (ts.isFunctionLike(part) || ts.isClassLike(part)) return;
    if (ts.isAwaitExpression(part) && ts.isCallExpression(part.expression) && isRead(part.expression, subject)) {
      reads.push({ call: part.expression, awaited: outermost(part), statement });
      return;
    }
    ts.forEachChild(part, find);
  };
  find(statement);
  const calls = reads.map(({ call }) => call);
  const other = effectsWithin(statement, subject, effects, calls).some(({ kind }) => touchesFiles.includes(kind));
  const waits = pausesBeside(statement, reads);
  return other || waits || !reads.every(isInAnyCase) ? undefined : reads;
}

function pausesBeside(statement: ts.Statement, reads: readonly WaitedRead[]): boolean {
  let isWaiting = false;
  const visit = (part: ts.Node): void => {
    if (ts.isFunctionLike(part) || reads.some(({ call }) => call.parent === part)) return;
    if (ts.isAwaitExpression(part) || ts.isYieldExpression(part)) isWaiting = true;
    ts.forEachChild(part, visit);
  };
  visit(statement);
  return isWaiting || reads.some(({ call }) => call.arguments.some((argument) => pausesIn(argument) !== undefined));
}

/** Whatever the values around it are, the statement comes to the read. */
function isInAnyCase({ awaited, statement }: WaitedRead): boolean {
  for (let node: ts.Node = awaited; node !== statement; node = node.parent) {
    const { parent } = node;
    if (ts.isConditionalExpression(parent) && parent.condition !== node) return false;
    if (ts.isOptionalChain(parent)) return false;
    if (ts.isBindingElement(parent)) return false;
    if (ts.isBinaryExpression(parent) && parent.right === node) {
      const operator = parent.operatorToken.kind;
      const mayLeaveOut = [
        ts.SyntaxKind.AmpersandAmpersandToken,
        ts.SyntaxKind.BarBarToken,
        ts.SyntaxKind.QuestionQuestionToken,
        ts.SyntaxKind.AmpersandAmpersandEqualsToken,
        ts.SyntaxKind.BarBarEqualsToken,
        ts.SyntaxKind.QuestionQuestionEqualsToken,
      ];
      if (mayLeaveOut.includes(operator)) return false;
    }
  }
  return true;
}

/** A function of Node's that only looks, or an asynchronous one of the project that does nothing but such reads. */
function isRead(call: ts.CallExpression, subject: Subject): boolean {
  const file = fileCallOf(call, subject.checker);
  if (file !== undefined) return file.isPromise && onlyReads.has(file.name) && call.questionDotToken === undefined;
  const loader = functionOf(call.expression, subject);
  return loader !== undefined && onlyLoads(loader, subject);
}

function functionOf(callee: ts.Expression, { checker }: Subject): SubjectNode | undefined {
  if (!ts.isIdentifier(callee)) return undefined;
  const [declaration, ...others] = withoutAlias(checker.getSymbolAtLocation(callee), checker)?.declarations ?? [];
  if (declaration === undefined || others.length > 0) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration.body && declaration;
  if (!ts.isVariableDeclaration(declaration)) return undefined;
  const { initializer } = declaration;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
  return isConstant && isFunction ? initializer : undefined;
}

const reading = new RegExp(`calls \`(?:\\w+\\.)*(?:${[...onlyReads].join('|')})\` of \`fs/promises\``);

/** It throws nothing before it gives its promise, and whatever else it does only computes. */
function onlyLoads(loader: SubjectNode, subject: Subject): boolean {
  const isAsync = (ts.getCombinedModifierFlags(loader) & ts.ModifierFlags.Async) !== 0;
  const isGenerator = 'asteriskToken' in loader && loader.asteriskToken !== undefined;
  return (
    isAsync &&
    !isGenerator &&
    analyzeEffects(subject, loader).effects.every(
      ({ kind, message }) =>
        kind === 'may-throw' || kind === 'awaits' || (kind === 'input-output' && reading.test(message)),
    )
  );
}

/** What is read twice may be no file but a pipe, which gives its text once; and the time of the last read is told by `stat`. */
function dependsOnOrder(before: ts.CallExpression, call: ts.CallExpression, { text }: Subject): boolean {
  const isOfSame = before.arguments[0]?.getText() === call.arguments[0]?.getText();
  const mayRead = [before, call].every(({ expression }) => !onlyLooksAt.test(expression.getText()));
  return (isOfSame && mayRead) || (/stat\(/i.test(call.getText()) && /\batime/.test(text));
}

const onlyLooksAt = /(?:stat|readdir|readlink|realpath)$/i;

/** Its arguments are there before the statement, and say the same as at its own place. */
function isSettled(
  { arguments: given, expression }: ts.CallExpression,
  first: ts.Statement,
  subject: Subject,
): boolean {
  const isThere = (name: ts.Identifier): boolean =>
    isConstantText(name, subject) && isConstantName(name, subject) && isDeclaredBefore(name, first, subject);
  const isFile = fileCallOf(expression.parent as ts.CallExpression, subject.checker) !== undefined;
  const [path, ...options] = given;
  if (path !== undefined && !isPathMadeOf(path, subject, isThere)) return false;
  return options.every((option) => isPlainOption(option) || (!isFile && isPathMadeOf(option, subject, isThere)));
}

function isDeclaredBefore(name: ts.Identifier, first: ts.Statement, subject: Subject): boolean {
  const declaration = subject.checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (declaration === undefined) return false;
  const isOwn = subject.node.pos <= declaration.pos && declaration.end <= subject.node.end;
  if (isOwn) return declaration.end <= first.pos && usesOf(name, subject).length > 0;
  // A constant of the module has its value once nothing that runs while the module loads may have called the function before.
  return !topLevelSideEffects(subject.sourceFile, subject.checker).some(
    ({ kind, statement }) => kind !== 'import' && statement.pos < declaration.pos,
  );
}

function rewrite(first: WaitedRead, sooner: readonly WaitedRead[], subject: Subject): Candidate {
  const { sourceFile, style } = subject;
  const edit = editFile(subject);
  const end = style.semicolons ? ';' : '';
  const taken: string[] = [];
  const lines = sooner.flatMap(({ call, awaited }) => {
    const name = freshLocalName(subject, `${nameOf(awaited)}Read`, taken);
    taken.push(name);
    edit.replace(call, name);
    return [`const ${name} = ${call.getText(sourceFile)}${end}`, `${name}.catch(() => undefined)${end}`];
  });
  const comment = '// Begun together; each is waited for, and its error thrown, in its turn.';
  edit.insertLinesBefore(first.statement, [comment, ...lines].join('\n'));
  const count = sooner.length + 1;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'reads-together',
    summary: `Begins ${count} reads together instead of each when the one before is done, and takes them in the same order.`,
    caveats: [
      {
        code: 'S9',
        message:
          'Where the first read fails, the others have been begun in vain; nobody may change the files meanwhile.',
      },
    ],
  });
}

/** What the value is called: `orders` of `const orders = ...`. */
function nameOf(awaited: ts.Expression): string {
  const variable = ts.findAncestor(awaited, ts.isVariableDeclaration);
  return variable !== undefined && ts.isIdentifier(variable.name) ? variable.name.text : 'next';
}
