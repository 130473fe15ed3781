// Copies by `JSON.parse(JSON.stringify(DEFAULTS))` of literal data that nothing writes: what is in it is known, so a copy by hand is the same, and much
// quicker, and so is `structuredClone` the same. Of any other value the type does not tell what JSON makes of it, see json-copy.ts.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { ImmutableData } from '../../source/effects-immutable.ts';
import { ReferenceIndex } from '../../source/effects-references.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { structuredCopy } from './json-copy.ts';
import type { RoundTrip } from './json-round-trip.ts';
import { indentOf } from './text-of-rewrite.ts';

/** More objects and arrays inside of one another, or side by side, are easier to read as JSON. */
const MOST_PARTS = 8;
const MOST_COLUMNS = 100;

/** None where what is copied is not all known. */
export function literalCopies({ call, value }: RoundTrip, subject: Subject): readonly Candidate[] {
  const { sourceFile } = subject;
  if (!hasDeclaredType(call, subject)) return [];
  const literal = literalOf(value, subject);
  if (literal === undefined || !isKeptAll(literal)) return [];
  const clone = structuredCopy({ call, value }, subject);
  const parts =
    partsIn(literal) > MOST_PARTS
      ? undefined
      : copyOf(value.getText(sourceFile), literal, freshLocalName(subject, 'item'));
  if (parts === undefined) return [clone];
  const edit = editFile(subject);
  const copy = inLines(parts, call, subject);
  edit.replace(call, copy.startsWith('{') && wouldBeBlock(call) ? `(${copy})` : copy);
  const byHand = inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'literal-copy',
    summary: `Copies ${value.getText(sourceFile)} part by part instead of through JSON.`,
    caveats: [],
  });
  return [byHand, clone];
}

/** Whether JSON changes nothing in it, leaves nothing out and asks nothing of it. */
function isKeptAll(literal: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(literal)) return literal.elements.every((element) => isKeptAll(bare(element)));
  if (!ts.isObjectLiteralExpression(literal)) return isKept(literal);
  return literal.properties.every((property) => {
    if (!ts.isPropertyAssignment(property) || !isPlainName(property.name)) return false;
    return isKeptAll(bare(property.initializer));
  });
}

/** The one that is not plain sets what an object inherits, or says what JSON makes of it. */
function isPlainName(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text !== '__proto__' && name.text !== 'toJSON';
}

interface Copy {
  readonly text: string;
  /** Of an object. */
  readonly fields?: readonly string[];
}

/** Each field of a long object on a line of its own. */
function inLines({ text, fields }: Copy, call: ts.CallExpression, subject: Subject): string {
  const column = subject.sourceFile.getLineAndCharacterOfPosition(call.getStart(subject.sourceFile)).character;
  if (fields === undefined || column + text.length <= MOST_COLUMNS) return text;
  const indent = indentOf(call, subject);
  const lines = fields.map((field) => `\n${indent}${subject.style.indent}${field},`);
  return `{${lines.join('')}\n${indent}}`;
}

/** What JSON gives is of type `any`: only where another type is declared for it, nobody can have relied on that. */
function hasDeclaredType(call: ts.CallExpression, { node, style }: Subject): boolean {
  if (!style.isTypeScript) return true;
  const { parent } = call;
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return parent.type.getText() !== 'any';
  if (ts.isVariableDeclaration(parent)) return parent.type !== undefined;
  const isReturned = ts.isReturnStatement(parent) || parent === node;
  return isReturned && ts.findAncestor(parent, ts.isFunctionLike) === node && node.type !== undefined;
}

/** `DEFAULTS`, `DEFAULTS.limits`: the literal that it certainly is. */
function literalOf(value: ts.Expression, subject: Subject): ts.Expression | undefined {
  const { checker, project } = subject;
  if (ts.isPropertyAccessExpression(value)) {
    const holder = value.questionDotToken === undefined ? literalOf(value.expression, subject) : undefined;
    if (holder === undefined || !ts.isObjectLiteralExpression(holder)) return undefined;
    const [property, ...more] = holder.properties.filter(({ name }) => name?.getText() === value.name.text);
    const isPlain = property !== undefined && more.length === 0 && ts.isPropertyAssignment(property);
    return isPlain ? bare(property.initializer) : undefined;
  }
  if (!ts.isIdentifier(value)) return undefined;
  const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  if (declaration.initializer === undefined || declaration.getSourceFile() !== subject.sourceFile) return undefined;
  const data = new ImmutableData(new SymbolFacts(project.program, checker), new ReferenceIndex(checker));
  return data.isAsWrittenOut(declaration) ? bare(declaration.initializer) : undefined;
}

function partsIn(literal: ts.Expression): number {
  let count = 0;
  const visit = (part: ts.Node): void => {
    if (ts.isObjectLiteralExpression(part) || ts.isArrayLiteralExpression(part)) count += 1;
    ts.forEachChild(part, visit);
  };
  visit(literal);
  return count;
}

/** Undefined where its parts need copies of different kinds, or a name in it is no identifier. */
function copyOf(access: string, literal: ts.Expression, item: string): Copy | undefined {
  if (ts.isArrayLiteralExpression(literal)) return copyOfList(access, literal.elements.map(bare), item);
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const fields = [`...${access}`];
  for (const property of literal.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return undefined;
    const { text } = property.name;
    const value = bare(property.initializer);
    if (isKept(value)) continue;
    const copy = copyOf(`${access}.${text}`, value, item);
    if (copy === undefined) return undefined;
    fields.push(`${text}: ${copy.text}`);
  }
  return { text: `{ ${fields.join(', ')} }`, fields };
}

function copyOfList(access: string, elements: readonly ts.Expression[], item: string): Copy | undefined {
  if (elements.every(isKept)) return { text: `[...${access}]` };
  const copies = new Set(elements.map((element) => copyOf(item, element, `${item}s`)?.text));
  const [copy] = copies;
  if (copy === undefined || copies.size > 1) return undefined;
  return { text: `${access}.map((${item}) => ${copy.startsWith('{') ? `(${copy})` : copy})` };
}

/** A text, a truth, `null`, or a number that JSON writes as it is. */
function isKept(value: ts.Expression): boolean {
  if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) return true;
  if (ts.isNumericLiteral(value)) return Number.isFinite(Number(value.text));
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken)
    return ts.isNumericLiteral(value.operand) && isKept(value.operand) && Number(value.operand.text) !== 0;
  const { kind } = value;
  return (
    kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.NullKeyword
  );
}

/** At the start of an arrow's expression or of a statement, where a brace begins a block. */
function wouldBeBlock(call: ts.CallExpression): boolean {
  let outer: ts.Node = call;
  while (outer.parent.getStart() === outer.getStart() && !ts.isStatement(outer.parent)) outer = outer.parent;
  return (ts.isArrowFunction(outer.parent) && outer.parent.body === outer) || ts.isExpressionStatement(outer.parent);
}
