// Which writes that block can be waited for instead. Between two pauses other code runs: other calls of the same function, and callers that do not
// wait. So nothing that is written may depend on what was found there before, and every caller that is known has to wait.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { callersOf } from '../../source/callers.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { isText, isUtf8 } from './local-uses.ts';

/** Functions of `fs/promises` that write the same, errors included. */
export const writingTwins: ReadonlyMap<string, string> = new Map([
  ['writeFileSync', 'writeFile'],
  ['mkdirSync', 'mkdir'],
]);

/** For a function with at least one such write. */
export function whyNotWritten(calls: readonly FileCall[], subject: Subject): Reason | undefined {
  const writes = calls.filter(({ name }) => !onlyLooks.test(name));
  for (const write of writes) {
    const reason = whyNotThis(write, subject);
    if (reason !== undefined) return reason;
  }
  const written = new Set(writes.filter(({ name }) => name !== 'mkdirSync').map((write) => pathOf(write, subject)));
  const made = new Set(writes.filter(({ name }) => name === 'mkdirSync').map((write) => pathOf(write, subject)));
  for (const look of calls) {
    if (!onlyLooks.test(look.name)) continue;
    // Making a folder that another call has made meanwhile is no error.
    if (/^exists/.test(look.name) && made.has(pathOf(look, subject)) && !written.has(pathOf(look, subject))) continue;
    if (!/^readFile/.test(look.name) || written.has(pathOf(look, subject))) {
      const message = 'What it finds decides about what it writes, and calls that overlap would come in between.';
      return reasonFor(look.call, 'S6', message, 'Where calls never overlap, use `node:fs/promises` for all of them.');
    }
  }
  const caller = callersOf(subject).find((one) => !one.awaits && !isReturned(one.callee.parent));
  if (caller !== undefined) {
    const message = `It is called without being waited for (${caller.shown}), and the file would not be written by then.`;
    return reasonFor(subject.node.name ?? subject.node, 'S6', message, 'Await the call.');
  }
  const use = handedOn(subject);
  const message =
    'Here it is handed on, and whoever calls it then may not wait for it: the file would not be written by then.';
  return use && reasonFor(use, 'S6', message, 'Hand on a function that waits for it.');
}

/** Whether some caller is known; all that are wait. */
export function hasKnownCaller(subject: Subject): boolean {
  return callersOf(subject).length > 0;
}

/** `process.on('exit', save)`: a mention in its file that is neither a call nor an export, or a call of the method that nobody waits for. */
function handedOn({ node, sourceFile, checker }: Subject): ts.Node | undefined {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  const symbol = name && checker.getSymbolAtLocation(name);
  if (name === undefined || symbol === undefined || !ts.isIdentifier(name)) return undefined;
  const visit = (part: ts.Node): ts.Node | undefined => {
    const isMention = ts.isIdentifier(part) && part.text === name.text && part !== name;
    if (!isMention) return ts.forEachChild(part, visit);
    const { parent } = part;
    const meant = ts.isShorthandPropertyAssignment(parent)
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : checker.getSymbolAtLocation(part);
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === part;
    const callee = isMember ? parent : part;
    const call = callee.parent;
    const isCalled = ts.isCallExpression(call) && call.expression === callee;
    // Calls of a method are told by nobody else.
    const isFine = isCalled && (!isMember || ts.isAwaitExpression(call.parent) || isReturned(call));
    return meant !== symbol || isFine || isExport(part) ? undefined : part;
  };
  return visit(sourceFile);
}

/** `export { save }`, `export default save`, `exports.save = save`, `module.exports = { load, save }` */
function isExport(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)) return true;
  const value = ts.isObjectLiteralElement(parent) ? parent.parent : name;
  const assignment = value.parent;
  return ts.isBinaryExpression(assignment) && /^(?:module\.)?exports\b/.test(assignment.left.getText());
}

export const onlyLooks = /^(?:readFile|readdir|stat|lstat|readlink|realpath|access|exists)(?:Sync)?$/;

function whyNotThis({ name, call, isPromise }: FileCall, subject: Subject): Reason | undefined {
  const [, given, ...more] = call.arguments;
  if (name.startsWith('append')) {
    const message = 'It appends, and calls that overlap would append in any order.';
    return reasonFor(call, 'S6', message, 'Where calls never overlap, await `appendFile` of `node:fs/promises`.');
  }
  if (isPromise || !writingTwins.has(name)) {
    const message = `It calls \`${name}\` as well, and other calls could come between that and the reads.`;
    return reasonFor(call, 'S6', message, 'Read in one function and write in another.');
  }
  if (name === 'mkdirSync') {
    if (given?.getText().replaceAll(/\s/g, '') === '{recursive:true}' && more.length === 0) return undefined;
    const message = 'A folder that another call has made meanwhile would be an error.';
    return reasonFor(call, 'S6', message, 'Make it with `{ recursive: true }`.');
  }
  if (given === undefined || !isText(given, subject.checker)) {
    return reasonFor(given ?? call, 'S6', 'What it writes may be changed while it waits.', 'Write a string.');
  }
  const other = more.find((option) => !isUtf8(option));
  return other === undefined
    ? undefined
    : reasonFor(other, 'S2', 'What the options of the write do is not plain.', "Pass 'utf8'.");
}

/** As written, through constants that hold nothing but another name. */
function pathOf({ call }: FileCall, { checker }: Subject): string {
  const follow = (path: ts.Expression | undefined, depth: number): string => {
    if (path === undefined || !ts.isIdentifier(path) || depth > 4) return path?.getText() ?? '';
    const declaration = checker.getSymbolAtLocation(path)?.valueDeclaration;
    const value = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return value === undefined ? path.text : follow(value, depth + 1);
  };
  return follow(call.arguments[0], 0);
}

/** The promise is handed on to someone who can wait. */
function isReturned(call: ts.Node): boolean {
  const { parent } = call;
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === call);
}
