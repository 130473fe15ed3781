// A first line that is taken apart before the rows below it are gone through: `const [header, ...rows] = lines`, `lines.shift()`, `lines[0]`
// beside `lines.slice(1)`. What is told from it alone is told anew for each piece of the file, which is the same, and cheap.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { ImmutableData } from '../../source/effects-immutable.ts';
import { isWriteTarget, ReferenceIndex } from '../../source/effects-references.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { callOf, methodName } from './line-chains.ts';
import { isConstantName, usesOf } from './local-uses.ts';
import { effectsWithin, pausesIn } from './loop-effects.ts';

export interface HeaderLine {
  /** What the user calls it; undefined where it has no name. */
  readonly name: ts.Identifier | undefined;
  /** `lines[0]`, where it has none. */
  readonly read: ts.Expression | undefined;
  /** Declarations of nothing but the header and the rows. */
  readonly needless: readonly ts.VariableStatement[];
  /** The rows, at the one use of them. */
  readonly rows: ts.Expression;
  readonly rowsName: string;
}

/** For the value of `split`. Undefined where the first line is not taken from the others in one of these ways. */
export function headerLineOf(split: ts.Expression, subject: Subject): HeaderLine | undefined {
  const declaration = outermost(split).parent;
  const statement = statementOf(declaration);
  if (statement === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const { name } = declaration;
  if (ts.isArrayBindingPattern(name)) return destructured(name, statement, subject);
  if (!ts.isIdentifier(name)) return undefined;
  const [first, second, ...more] = usesOf(name, subject);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  return taken(first, second, statement, name.text, subject);
}

/** `const [, ...rows] = lines`: all but the first line, of which nobody wants anything. */
export function rowsWithoutHeader(
  split: ts.Expression,
  subject: Subject,
): Pick<HeaderLine, 'needless' | 'rows' | 'rowsName'> | undefined {
  const declaration = outermost(split).parent;
  const statement = statementOf(declaration);
  if (statement === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const [first, rest, ...more] = ts.isArrayBindingPattern(declaration.name) ? declaration.name.elements : [];
  if (first === undefined || !ts.isOmittedExpression(first) || rest === undefined || more.length > 0) return undefined;
  if (!ts.isBindingElement(rest) || rest.dotDotDotToken === undefined || !ts.isIdentifier(rest.name)) return undefined;
  const [rows, ...others] = usesOf(rest.name, subject);
  if (rows === undefined || others.length > 0) return undefined;
  return { needless: [statement], rows: outermost(rows), rowsName: rest.name.text };
}

/** `const [header, ...rows] = lines` */
function destructured(
  { elements }: ts.ArrayBindingPattern,
  statement: ts.VariableStatement,
  subject: Subject,
): HeaderLine | undefined {
  const [header, rest, ...more] = elements;
  if (header === undefined || rest === undefined || more.length > 0) return undefined;
  if (!ts.isBindingElement(header) || !ts.isBindingElement(rest) || rest.dotDotDotToken === undefined) return undefined;
  // There is always a first line, so what stands in for one is never taken.
  const isPlain = header.initializer === undefined || ts.isStringLiteralLike(header.initializer);
  if (!ts.isIdentifier(header.name) || !ts.isIdentifier(rest.name) || !isPlain) return undefined;
  const [rows, ...others] = usesOf(rest.name, subject);
  if (rows === undefined || others.length > 0) return undefined;
  return { name: header.name, read: undefined, needless: [statement], rows: outermost(rows), rowsName: rest.name.text };
}

/** `lines.shift()` and then the lines, or `lines[0]` and then `lines.slice(1)`. */
function taken(
  first: ts.Identifier,
  second: ts.Identifier,
  statement: ts.VariableStatement,
  rowsName: string,
  subject: Subject,
): HeaderLine | undefined {
  const shifted = callOf(first);
  const isShifted = shifted !== undefined && methodName(shifted) === 'shift' && shifted.arguments.length === 0;
  const item = first.parent;
  const isFirst =
    ts.isElementAccessExpression(item) && item.expression === first && item.argumentExpression.getText() === '0';
  if (!isShifted && (!isFirst || isWriteTarget(item) || !isBehindFirst(second))) return undefined;
  let value: ts.Expression = asserted(isShifted ? shifted : (item as ts.ElementAccessExpression));
  const read = value;
  const { parent } = value;
  const hasDefault = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  if (hasDefault && parent.left === value && ts.isStringLiteralLike(parent.right)) value = asserted(parent);
  const own = statementOf(value.parent);
  const isNamed = own !== undefined && ts.isVariableDeclaration(value.parent) && ts.isIdentifier(value.parent.name);
  const rows = isShifted ? outermost(second) : outermost(callOf(second) ?? second);
  const name = isNamed ? ((value.parent as ts.VariableDeclaration).name as ts.Identifier) : undefined;
  const place = ts.findAncestor(read, ts.isStatement);
  if (place?.parent !== statement.parent || (name !== undefined && own === undefined)) return undefined;
  const needless = name !== undefined && own !== undefined ? [statement, own] : [statement];
  return { name, read: name === undefined ? value : undefined, needless, rows, rowsName };
  function isBehindFirst(use: ts.Identifier): boolean {
    const call = callOf(use);
    const isSlice = call !== undefined && methodName(call) === 'slice' && call.arguments.length === 1;
    return isSlice && call.arguments[0]?.getText(subject.sourceFile) === '1';
  }
}

/** With parentheses and `!` around it. */
function asserted(value: ts.Expression): ts.Expression {
  const whole = outermost(value);
  return ts.isNonNullExpression(whole.parent) ? asserted(whole.parent) : whole;
}

function statementOf(declaration: ts.Node): ts.VariableStatement | undefined {
  if (!ts.isVariableDeclaration(declaration) || !ts.isVariableDeclarationList(declaration.parent)) return undefined;
  const list = declaration.parent;
  const isConst = (list.flags & ts.NodeFlags.Const) !== 0 && list.declarations.length === 1;
  return isConst && ts.isVariableStatement(list.parent) ? list.parent : undefined;
}

/** Statements in front of the rows that say something of the header, in order, or why they cannot be repeated for each piece. */
export function toldOfHeader(
  header: HeaderLine,
  place: ts.Node,
  subject: Subject,
  effects: Effects,
): readonly ts.Statement[] | Reason {
  const no = (node: ts.Node, message: string): Reason =>
    reasonFor(node, 'S1', message, 'Tell what the header says in constants in front of the rows, and use only those.');
  const [first] = header.needless;
  if (first === undefined || !ts.isBlock(place.parent) || first.parent !== place.parent) {
    return no(place, 'The header is read in one place, and the rows are gone through in another.');
  }
  const { statements } = place.parent;
  const between = statements.slice(statements.indexOf(first) + 1, statements.indexOf(place as ts.Statement));
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const data = new ImmutableData(symbols, new ReferenceIndex(subject.checker));
  const names: ts.Identifier[] = header.name === undefined ? [] : [header.name];
  const told: ts.Statement[] = [];
  for (const statement of between) {
    if ((header.needless as readonly ts.Statement[]).includes(statement)) continue;
    const { read } = header;
    const isOf = (use: ts.Node): boolean => statement.pos <= use.pos && use.end <= statement.end;
    const isTold = (read !== undefined && isOf(read)) || names.some((name) => usesOf(name, subject).some(isOf));
    if (!isTold) continue;
    const declared = declaredBy(statement);
    if (declared === undefined || pausesIn(statement) !== undefined) {
      return no(statement, 'More is done with the header than to tell constants from it, or to leave.');
    }
    if (effectsWithin(statement, subject, effects, []).some(({ kind }) => kind !== 'may-throw')) {
      return no(statement, 'This would be done for each piece of the file, which would show.');
    }
    const other = otherNames(statement, [...names, ...declared], header, subject);
    if (other !== undefined) return no(other, `\`${other.text}\` could be another by the next piece of the file.`);
    names.push(...declared);
    told.push(statement);
  }
  const isKnown = (use: ts.Node): boolean =>
    [...told, place].some((part) => part.pos <= use.pos && use.end <= part.end);
  for (const name of names) {
    const uses = usesOf(name, subject);
    const elsewhere = uses.find((use) => !isKnown(use));
    if (elsewhere !== undefined) return no(elsewhere, 'What the header says is used behind the rows as well.');
    if (name === header.name) {
      const inRows = uses.find((use) => place.pos <= use.pos && use.end <= place.end);
      if (inRows !== undefined) return no(inRows, 'The header is used with each row.');
    } else if (!data.isReadOnlyName(name)) {
      return no(name, `\`${name.text}\` may be kept or changed, and there would be one for each piece of the file.`);
    }
  }
  return told;
}

/** What a statement declares: none where it only leaves. Undefined where it does anything else. */
function declaredBy(statement: ts.Statement): readonly ts.Identifier[] | undefined {
  if (ts.isIfStatement(statement)) {
    const { thenStatement, elseStatement } = statement;
    const [only, ...more] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
    const leaves = only !== undefined && (ts.isThrowStatement(only) || ts.isReturnStatement(only));
    return leaves && more.length === 0 && elseStatement === undefined ? [] : undefined;
  }
  if (!ts.isVariableStatement(statement)) return undefined;
  const { flags, declarations } = statement.declarationList;
  if ((flags & ts.NodeFlags.Const) === 0) return undefined;
  const names = declarations.flatMap(({ name }) => namesIn(name));
  return names;
}

function namesIn(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** A variable of the function that a statement reads, and that may be another thing by the next piece. */
function otherNames(
  statement: ts.Statement,
  known: readonly ts.Identifier[],
  { read }: HeaderLine,
  subject: Subject,
): ts.Identifier | undefined {
  const { checker, node } = subject;
  const symbols = new SymbolFacts(subject.project.program, checker);
  const own = new Set(known.map((name) => checker.getSymbolAtLocation(name)));
  const visit = (part: ts.Node): ts.Identifier | undefined => {
    if (part === read) return undefined;
    if (ts.isIdentifier(part)) {
      const symbol = checker.getSymbolAtLocation(part);
      const declaration = symbol?.valueDeclaration;
      const isOfSubject = declaration !== undefined && node.pos <= declaration.pos && declaration.end <= node.end;
      const isInside =
        declaration !== undefined && statement.pos <= declaration.pos && declaration.end <= statement.end;
      if (!isOfSubject || isInside || own.has(symbol)) return undefined;
      const isPlain = symbols.isPrimitive(checker.getTypeAtLocation(part)) && isConstantName(part, subject);
      return isPlain ? undefined : part;
    }
    return ts.forEachChild(part, visit);
  };
  return visit(statement);
}
