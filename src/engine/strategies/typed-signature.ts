// A function beside the original that takes and gives typed arrays where the original has plain arrays of numbers: for callers whose numbers are
// there already, or could be. Here is what such a function is called and which types it has; what it does is its strategy's matter.
import ts from 'typescript';
import type { Reason } from '../../model/reason.ts';
import type { TextEdit } from '../../model/report.ts';
import type { TypedData } from '../../model/variant.ts';
import { callersOf } from '../source/callers.ts';
import { applyEdits } from '../source/edits.ts';
import { freshName } from '../source/names.ts';
import { reasonAt } from '../source/reason-at.ts';
import type { Subject } from '../source/subject.ts';
import { subjectWithText } from '../source/subject-with-text.ts';

export interface TypedSignature {
  /** `dotTyped` */
  readonly name: string;
  readonly isExported: boolean;
  readonly parameters: TypedData['parameters'];
  /** By parameter, its declaration with the new type. */
  readonly declarations: readonly string[];
  /** What the original gives, where that is an array of numbers. */
  readonly result: 'numbers' | 'rows' | undefined;
  /** The result's type as it is written for the new function. Empty where the original declares none. */
  readonly resultType: string;
  /** The changes of the types in the original's text: of the parameters, and of the result. */
  readonly edits: { readonly parameters: readonly TextEdit[]; readonly result: readonly TextEdit[] };
}

const typeNames = { numbers: 'Float64Array', rows: 'Float64Array[]' } as const;

/** `takes` says which parameters become typed. Undefined where there is nothing to type, or no place for a second function. */
export function typedSignature(
  subject: Subject,
  takes: readonly ('numbers' | 'rows')[] = ['numbers', 'rows'],
): TypedSignature | undefined {
  const { node, checker, style, text, sourceFile } = subject;
  const original = topLevelFunction(subject);
  if (original === undefined || !style.isTypeScript || node.typeParameters !== undefined) return undefined;
  if (!node.parameters.every(({ name, dotDotDotToken }) => ts.isIdentifier(name) && dotDotDotToken === undefined))
    return undefined;
  const edits: TextEdit[] = [];
  const parameters = node.parameters.map((parameter) => {
    const { type, questionToken, initializer } = parameter;
    if (type === undefined || questionToken !== undefined || initializer !== undefined) return null;
    const kind = numbersIn(checker.getTypeAtLocation(parameter), checker) ?? null;
    if (kind === null || !takes.includes(kind)) return null;
    const isReadOnly = kind === 'rows' && /^(?:readonly\b|ReadonlyArray\b)/.test(type.getText(sourceFile));
    edits.push({
      start: type.getStart(sourceFile),
      end: type.end,
      text: `${isReadOnly ? 'readonly ' : ''}${typeNames[kind]}`,
    });
    return kind;
  });
  const signature = checker.getSignatureFromDeclaration(node);
  const result = signature && numbersIn(checker.getReturnTypeOfSignature(signature), checker);
  if (edits.length === 0 && result === undefined) return undefined;
  const { type } = node;
  const written = type === undefined ? '' : result === undefined ? type.getText(sourceFile) : typeNames[result];
  return {
    name: freshName(subject, `${original.name.text}Typed`),
    isExported: original.isExported,
    parameters,
    declarations: node.parameters.map((parameter) => {
      const start = parameter.getStart(sourceFile);
      const own = edits.filter((edit) => edit.start >= start && edit.end <= parameter.end);
      return applyEdits(
        text.slice(start, parameter.end),
        own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
      );
    }),
    result,
    resultType: written,
    edits: {
      parameters: edits,
      result:
        type === undefined || result === undefined
          ? []
          : [{ start: type.getStart(sourceFile), end: type.end, text: typeNames[result] }],
    },
  };
}

/** The subject as if its own types were these. */
export function retyped(subject: Subject, edits: readonly TextEdit[]): Subject | undefined {
  const { node, sourceFile, text } = subject;
  const growth = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  return subjectWithText(subject, applyEdits(text, edits), node.getStart(sourceFile), node.end + growth);
}

/** What whoever applies it must know: that the conversion was not timed, and who calls the original. */
export function typedSignatureCaveats(
  subject: Subject,
  { name, parameters, result }: TypedSignature,
  limits: readonly string[],
): readonly Reason[] {
  const who = callersShown(subject);
  const isTaking = parameters.some((kind) => kind !== null);
  const what = isTaking
    ? `would have to keep ${result === undefined ? 'their' : 'and take'} numbers in Float64Arrays`
    : '';
  const message = isTaking
    ? `${name} is measured on Float64Arrays that are there before it is called; ${lower(who)} ${what}, and converting a plain array for a call takes about 1 ns for each number.`
    : `${name} gives a Float64Array, which has no push and is no Array; ${lower(who)} can take it where they read elements.`;
  return [reasonAt(subject.node, { code: 'C14', message: [message, ...limits].join('; ') })];
}

/** The same where arrays have to stay in the memory of a kernel. */
export function residentCaveats(
  subject: Subject,
  { name }: Pick<TypedSignature, 'name'>,
  makerName: string,
  limits: readonly string[],
): readonly Reason[] {
  const message = `${name} is measured on arrays that ${makerName} has made and that were filled before it is called; ${lower(callersShown(subject))} would have to make their arrays by it, once, and keep them from call to call; others are copied, into memory that is kept`;
  return [reasonAt(subject.node, { code: 'C14', message: [message, ...limits].join('; ') })];
}

function callersShown(subject: Subject): string {
  const callers = callersOf(subject);
  const shown = callers.slice(0, 5).map((caller) => caller.shown);
  const more = callers.length > shown.length ? ` and ${callers.length - shown.length} more` : '';
  return callers.length === 0 ? 'Whoever calls it' : `Its callers (${shown.join(', ')}${more})`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

interface TopLevelFunction {
  readonly name: ts.Identifier;
  readonly isExported: boolean;
}

/** A function declaration, or a constant that holds a function. */
function topLevelFunction({ node, sourceFile }: Subject): TopLevelFunction | undefined {
  const isOf = (modifiers: ts.NodeArray<ts.ModifierLike> | undefined, kind: ts.SyntaxKind): boolean =>
    modifiers?.some((modifier) => modifier.kind === kind) === true;
  if (isOf(node.modifiers, ts.SyntaxKind.AsyncKeyword)) return undefined;
  if (ts.isFunctionDeclaration(node)) {
    if (node.name === undefined || node.parent !== sourceFile || node.asteriskToken !== undefined) return undefined;
    return { name: node.name, isExported: isOf(node.modifiers, ts.SyntaxKind.ExportKeyword) };
  }
  const declaration = node.parent;
  if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  // A type of the variable says what the function takes in a second place.
  if (declaration.type !== undefined || !ts.isVariableDeclarationList(declaration.parent)) return undefined;
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || statement.parent !== sourceFile) return undefined;
  if (declaration.parent.declarations.length > 1) return undefined;
  return { name: declaration.name, isExported: isOf(statement.modifiers, ts.SyntaxKind.ExportKeyword) };
}

function numbersIn(type: ts.Type, checker: ts.TypeChecker): 'numbers' | 'rows' | undefined {
  const element = elementOf(type, checker);
  if (element === undefined) return undefined;
  if (isNumber(element)) return 'numbers';
  const inner = elementOf(element, checker);
  return inner !== undefined && isNumber(inner) ? 'rows' : undefined;
}

function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

function isNumber(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Number) !== 0;
}
