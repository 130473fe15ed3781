// A method whose work is spread over threads: they get copies of data and no object with methods, so the work moves into a function of the module, which is
// handed the fields that it reads. The method calls it, and keeps what it looks like from outside.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { callersOf } from '../../source/callers.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt, lineAfter, topLevelStatement } from '../../source/insertion-places.ts';
import { freshLocalName, freshName, isReserved } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { subjectWithText } from '../../source/subject-with-text.ts';
import type { Candidate } from '../strategy.ts';
import { typeText } from './type-text.ts';

export interface MovedMethod {
  /** The function, in the file as it is with it. */
  readonly subject: Subject;
  /** A rewrite of the function as one of the method. */
  readonly restore: (candidate: Candidate) => Candidate;
}

interface Field {
  /** `this.bias`, in every place. */
  readonly uses: readonly ts.PropertyAccessExpression[];
  readonly parameter: string;
  readonly type: string;
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
  const fields = fieldsOf(subject);
  if (fields === undefined || (access.isStatic && fields.length > 0)) return undefined;

  const className = ofClass.name.text;
  const name = freshName(subject, lowered(className) + capitalized(access.member));
  const indent = indentAt(node.getStart(sourceFile), text);
  const end = style.semicolons ? ';' : '';
  const given = [
    ...node.parameters.map((one) => one.name.getText()),
    ...fields.map(({ uses }) => uses[0]?.getText()),
  ].join(', ');
  const calling = (callee: string) => `{\n${indent}${style.indent}return ${callee}(${given})${end}\n${indent}}`;
  const declared = [
    ...node.parameters.map((one) => one.getText()),
    ...fields.map(({ parameter, type }) => `${parameter}: ${type}`),
  ];
  const moved = `function ${name}(${declared.join(', ')}): ${node.type.getText()} ${movedBody(subject, body, fields, indent)}`;
  const about = `/** The work of \`${className}.${access.member}\`. */\n`.replaceAll('\n', style.eol);
  const short = calling(name).replaceAll('\n', style.eol);
  const { offset } = lineAfter(topLevelStatement(node), sourceFile);
  const edits: readonly TextEdit[] = [
    { start: body.getStart(sourceFile), end: body.end, text: short },
    { start: offset, end: offset, text: style.eol + style.eol + about + moved },
  ];
  const grown = short.length - (body.end - body.getStart(sourceFile));
  const start = offset + grown + 2 * style.eol.length + about.length;
  const after = applyEdits(text, edits);
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
      const methodEnd = node.end + grown;
      const another =
        callBinding === undefined
          ? []
          : [insertionOf(methodEnd, `\n\n${besideText}${calling(callBinding)}`, style.eol)];
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

/** Fields that the method reads, in order of appearance. Undefined where it does anything else with its object. */
function fieldsOf(subject: Subject): readonly Field[] | undefined {
  const { node, checker } = subject;
  const uses: ts.PropertyAccessExpression[] = [];
  const isFine = (child: ts.Node): boolean => {
    if (ts.isFunctionDeclaration(child) || ts.isFunctionExpression(child) || ts.isClassLike(child))
      return !mentionsObject(child);
    if (child.kind === ts.SyntaxKind.SuperKeyword || ts.isMetaProperty(child)) return false;
    if (ts.isIdentifier(child) && child.text === 'arguments') return false;
    if (child.kind === ts.SyntaxKind.ThisKeyword) {
      const { parent } = child;
      if (
        !ts.isPropertyAccessExpression(parent) ||
        parent.questionDotToken !== undefined ||
        !isDataField(parent, checker)
      )
        return false;
      uses.push(parent);
      return true;
    }
    if (child.kind === ts.SyntaxKind.ThisType) return false;
    return ts.forEachChild(child, (one) => (isFine(one) ? undefined : true)) === undefined;
  };
  if (node.body === undefined || !isFine(node.body)) return undefined;
  if (uses.some(isChanged)) return undefined;
  const names = [...new Set(uses.map(({ name }) => name.text))];
  const taken: string[] = [];
  const fields = names.map((fieldName): Field | undefined => {
    const ofField = uses.filter(({ name }) => name.text === fieldName);
    const [first] = ofField;
    // Asked of the access, a private name has no type.
    const symbol = first && checker.getSymbolAtLocation(first.name);
    const type = symbol && typeText(checker.getTypeOfSymbol(symbol), subject);
    if (type === undefined) return undefined;
    const plain = fieldName.replace(/^[#_]+/, '');
    const parameter = ofField.every(({ name }) => isNamedByFieldOnly(plain, name, node))
      ? plain
      : freshLocalName(subject, `own${capitalized(plain)}`, taken);
    taken.push(parameter);
    return { uses: ofField, parameter, type };
  });
  return fields.includes(undefined) || new Set(taken).size < taken.length ? undefined : (fields as readonly Field[]);
}

/** Declared in the class, as a value of its own and by no accessor. */
function isDataField({ name }: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every(
      (one) =>
        (ts.isPropertyDeclaration(one) && !isAccessor(one)) || ts.isParameterPropertyDeclaration(one, one.parent),
    )
  );
}

function isAccessor(declaration: ts.PropertyDeclaration): boolean {
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AccessorKeyword) === true;
}

function isChanged(use: ts.PropertyAccessExpression): boolean {
  const { parent } = use;
  if (ts.isBinaryExpression(parent) && parent.left === use)
    return (
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  // A function that a field holds would be called without its object; what is taken apart on the left is rare, and left alone.
  if (ts.isCallExpression(parent) && parent.expression === use) return true;
  return ts.isDeleteExpression(parent) || ts.isTaggedTemplateExpression(parent) || isAssignedPattern(use);
}

function isAssignedPattern(use: ts.Node): boolean {
  for (let node = use.parent; !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    const isLeft =
      (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) && ts.isBinaryExpression(parent);
    if (isLeft && parent.left === node) return true;
  }
  return ts.isForOfStatement(use.parent) && use.parent.initializer === use;
}

/** No variable that the method uses, its own or one from outside, has the name. */
function isNamedByFieldOnly(name: string, field: ts.MemberName, node: ts.Node): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || isReserved(name)) return false;
  const isOther = (child: ts.Node): boolean => {
    const isProperty = ts.isPropertyAccessExpression(child.parent) && child.parent.name === child;
    if (ts.isIdentifier(child) && child.text === name && !isProperty && child !== field) return true;
    return ts.forEachChild(child, isOther) ?? false;
  };
  return !(ts.forEachChild(node, isOther) ?? false);
}

function mentionsObject(node: ts.Node): boolean {
  const isIt = node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;
  return isIt || (ts.forEachChild(node, mentionsObject) ?? false);
}

/** With parameters in place of the fields, as far to the left as a function of the module stands. */
function movedBody({ text, sourceFile }: Subject, body: ts.Block, fields: readonly Field[], indent: string): string {
  const start = body.getStart(sourceFile);
  const edits = fields
    .flatMap(({ uses, parameter }) =>
      uses.map((use) => ({ start: use.getStart(sourceFile) - start, end: use.end - start, text: parameter })),
    )
    .sort((a, b) => a.start - b.start);
  return applyEdits(text.slice(start, body.end), edits).replaceAll(`\n${indent}`, '\n');
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
