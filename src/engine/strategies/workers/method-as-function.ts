// A method whose work is spread over threads: they get copies of data and no object with methods, so the work moves into a function of the module, which is
// handed the fields that it reads. The method calls it, and keeps what it looks like from outside.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { callersOf } from '../../source/callers.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt, lineAfter, lineBefore, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import type { Candidate } from '../strategy.ts';
import { type MovedBody, movedBodies } from './method-fields.ts';

export interface MovedMethod {
  /** The function, in the file as it is with it. */
  readonly subject: Subject;
  /** A rewrite of the function as one of the method. */
  readonly restore: (candidate: Candidate) => Candidate;
}

/** Undefined where the method needs more of its object than data fields, or something would mean another thing outside of the class. */
export function methodAsFunction(subject: Subject): MovedMethod | undefined {
  const { node, access, text, sourceFile, style } = subject;
  if (access.kind !== 'class-member' || access.as !== 'method' || access.isPrivate || !style.isTypeScript)
    return undefined;
  if (!ts.isMethodDeclaration(node) || node.body === undefined || !ts.isClassDeclaration(node.parent)) return undefined;
  const { body } = node;
  const ofClass = node.parent;
  const isPlain = node.parameters.every(
    ({ name, type, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) &&
      name.text !== 'this' &&
      type !== undefined &&
      initializer === undefined &&
      dotDotDotToken === undefined,
  );
  const isGeneric = (node.typeParameters ?? ofClass.typeParameters) !== undefined;
  if (!isPlain || isGeneric || node.type === undefined || ofClass.name === undefined || hasLongText(body))
    return undefined;
  const isOverloaded = (subject.checker.getSymbolAtLocation(node.name)?.declarations?.length ?? 1) > 1;
  if (ofClass.parent !== sourceFile || isOverloaded) return undefined;
  const [main, ...helpers] = movedBodies(node, subject) ?? [];
  if (main === undefined || (access.isStatic && main.uses.length + main.calls.length > 0)) return undefined;

  const className = ofClass.name.text;
  const name = freshName(subject, lowered(className) + capitalized(access.member));
  const indent = indentAt(node.getStart(sourceFile), text);
  const end = style.semicolons ? ';' : '';
  const names = new Map([
    [node, name],
    ...helpers.map(({ method }) => [method, movedName(method, className, subject)] as const),
  ]);
  const calling = (callee: string, { method, fields }: MovedBody) => {
    const given = [...method.parameters.map((one) => one.name.getText()), ...fields.map((one) => one.text)].join(', ');
    return `{\n${indent}${style.indent}return ${callee}(${given})${end}\n${indent}}`;
  };
  const aboutOf = (member: string) => `/** The work of \`${className}.${member}\`. */\n`.replaceAll('\n', style.eol);
  const about = aboutOf(access.member);
  const moved = movedText(main, names, indent, subject);
  const texts = [
    about + moved,
    ...helpers.map((one) => {
      const comment = one.isNeededNoMore ? commentOf(one.method, indent, subject) : '';
      return (comment === '' ? aboutOf(one.method.name.getText()) : comment) + movedText(one, names, indent, subject);
    }),
  ];
  const { offset } = lineAfter(topLevelStatement(node), sourceFile);
  const shortened = [main, ...helpers]
    .map((one): TextEdit => {
      if (one.isNeededNoMore) return { ...wholeMethod(one.method, subject), text: '' };
      const short = calling(names.get(one.method) ?? '', one).replaceAll('\n', style.eol);
      return { start: one.body.getStart(sourceFile), end: one.body.end, text: short };
    })
    .sort((a, b) => a.start - b.start);
  const grownUpTo = (place: number): number =>
    shortened.reduce((sum, edit) => sum + (edit.end > place ? 0 : edit.text.length - (edit.end - edit.start)), 0);
  const start = offset + grownUpTo(offset) + 2 * style.eol.length + about.length;
  const added = texts.map((one) => style.eol + style.eol + one).join('');
  const after = applyEdits(text, [...shortened, { start: offset, end: offset, text: added }]);
  const found = subjectWithText(subject, after, start, start + moved.length, ts.SyntaxKind.FunctionDeclaration);
  if (found === undefined) return undefined;
  const asFunction: Subject = { ...found, access: { kind: 'binding', name }, listing: { ...subject.listing, name } };
  const beside = freshName(subject, `${access.member}Parallel`);
  const besideText = [
    `${indent}/** Like \`${access.member}\`, with its work spread over worker threads. */`,
    `${indent}${modifiersOf(node)}async ${beside}(${node.parameters.map((one) => one.getText()).join(', ')}): Promise<${node.type.getText()}> `,
  ].join('\n');
  const shown = `${className}.${access.member}`;
  return {
    subject: asFunction,
    restore(candidate) {
      const [own, ...added] = candidate.files;
      const { callBinding } = candidate;
      const methodEnd = node.end + grownUpTo(node.end);
      const another =
        callBinding === undefined
          ? []
          : [insertionOf(methodEnd, `\n\n${besideText}${calling(callBinding, main)}`, style.eol)];
      const whole = [...(own?.edits ?? []), ...another].sort((a, b) => a.start - b.start || a.end - b.end);
      const files: Candidate['files'] = [
        { path: subject.file, edits: [editBetween(text, applyEdits(after, whole))] },
        ...added,
      ];
      const summary = candidate.summary.replaceAll(callBinding ?? name, callBinding === undefined ? shown : beside);
      const caveats = candidate.caveats.map((caveat) =>
        caveat.code === 'W10'
          ? { code: 'W10', message: mustWait(`${className}.${beside}`, subject) }
          : {
              ...caveat,
              message: caveat.message.replaceAll(
                `While the threads work, ${name} waits`,
                `While the threads work, ${shown} waits`,
              ),
            },
      );
      if (callBinding === undefined) return { ...candidate, files, summary, caveats };
      const reached = access.isStatic ? `${className}.${beside}` : `${className}.prototype.${beside}`;
      return { ...candidate, files, summary, caveats, callBinding: reached };
    },
  };
}

function insertionOf(offset: number, text: string, eol: string): TextEdit {
  return { start: offset, end: offset, text: text.replaceAll('\n', eol) };
}

function mustWait(callee: string, subject: Subject): string {
  const callers = callersOf(subject).map(({ shown }) => shown);
  const who =
    callers.length === 0
      ? 'whoever calls it'
      : `the callers of the original (${callers.slice(0, 5).join(', ')}${callers.length > 5 ? ', ...' : ''})`;
  return `${callee} gives a promise, so ${who} must await it, and the values handed over, the fields of its object included, must not be changed until it settles.`;
}

/** As it stands above a method that goes. */
function commentOf(method: ts.MethodDeclaration, indent: string, { text, sourceFile }: Subject): string {
  const comment = text.slice(lineBefore(method, sourceFile).offset, method.getStart(sourceFile));
  return comment.replaceAll(`\n${indent}`, '\n');
}

/** With its comment and the empty line in front of it. */
function wholeMethod(method: ts.MethodDeclaration, { text, sourceFile }: Subject): { start: number; end: number } {
  const { offset, indent, isWithinLine } = lineBefore(method, sourceFile);
  if (isWithinLine === true) return { start: offset, end: method.end };
  const before = text.slice(0, offset - indent.length);
  return { start: before.replace(/\r?\n([ \t]*\r?\n)?$/, '').length, end: method.end };
}

function movedName({ name }: ts.MethodDeclaration, className: string, subject: Subject): string {
  return freshName(subject, lowered(className) + capitalized(name.getText().replace(/^[#_]+/, '')));
}

/** The function, with parameters in place of the fields, as far to the left as a function of the module stands. */
function movedText(
  { method, body, uses, calls, fields }: MovedBody,
  names: ReadonlyMap<ts.MethodDeclaration, string>,
  indent: string,
  { text, sourceFile }: Subject,
): string {
  const parameterOf = new Map(fields.map((field) => [field.name, field.parameter]));
  const start = body.getStart(sourceFile);
  const edits: TextEdit[] = uses.map((use) => ({
    start: use.getStart(sourceFile),
    end: use.end,
    text: parameterOf.get(use.name.text) ?? '',
  }));
  for (const { call, method: called, given } of calls) {
    const { expression, arguments: own } = call;
    edits.push({ start: expression.getStart(sourceFile), end: expression.end, text: names.get(called) ?? '' });
    const listed = given.map((name) => parameterOf.get(name) ?? '').join(', ');
    const place = own.at(-1)?.end ?? own.pos;
    if (given.length > 0) edits.push({ start: place, end: place, text: own.length > 0 ? `, ${listed}` : listed });
  }
  const sorted = edits
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const declared = [
    ...method.parameters.map((one) => one.getText()),
    ...fields.map(({ parameter, type }) => `${parameter}: ${type}`),
  ];
  const returned = method.type === undefined ? '' : `: ${method.type.getText()}`;
  const moved = applyEdits(text.slice(start, body.end), sorted).replaceAll(`\n${indent}`, '\n');
  return `function ${names.get(method) ?? ''}(${declared.join(', ')})${returned} ${moved}`;
}

function modifiersOf(node: ts.MethodDeclaration): string {
  const kept = [
    ts.SyntaxKind.PublicKeyword,
    ts.SyntaxKind.PrivateKeyword,
    ts.SyntaxKind.ProtectedKeyword,
    ts.SyntaxKind.StaticKeyword,
  ];
  const words = (ts.getModifiers(node) ?? [])
    .filter(({ kind }) => (kept as readonly ts.SyntaxKind[]).includes(kind))
    .map((one) => `${one.getText()} `);
  return words.join('');
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
