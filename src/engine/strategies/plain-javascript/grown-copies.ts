// Variables that a loop lets grow by copies, `all = [...all, x]` and `index = { ...index, [key]: x }`: the one object is filled instead.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { FileEdit } from '../../source/edits.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import type { LoopNames } from '../../source/loops/loop-text.ts';
import { bare, isInside, isInTry, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import {
  type Accumulator,
  appendedWhereOwn,
  fillsWhatWasKept,
  type Growth,
  grows,
  growthOf,
  isFreshLiteral,
  isLookup,
  isPlainStart,
  mayBeTorn,
  mayCopy,
  needsPlainStart,
} from './accumulators.ts';
import { printGrowth } from './print-growth.ts';
import { reasons } from './reasons.ts';

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
  readonly file: FileEdit;
  /** Written anew already. */
  readonly edited: readonly ts.Node[];
}

interface FilledInPlace {
  readonly names: readonly string[];
  /** The statements that are written anew. */
  readonly edited: readonly ts.Node[];
  readonly refused: readonly Reason[];
}

export function fillInPlace({ subject, variables, names: given, file, edited }: Work): FilledInPlace {
  const { checker, style } = subject;
  const names: string[] = [];
  const statements: ts.Node[] = [];
  const refused: Reason[] = [];
  for (const variable of variables.all) {
    const growths = growthsOf(variable, variables, checker);
    if (growths === undefined) continue;
    if ('code' in growths) {
      refused.push(growths);
      continue;
    }
    if (edited.some((one) => growths.some(({ at }) => isInside(at, one) || isInside(one, at)))) continue;
    for (const { at, growth } of growths) {
      const lines = printGrowth(growth, variable.name, {
        print: (node) => node.getText(),
        fresh: (wish) => given.fresh(wish),
        end: style.semicolons ? ';' : '',
        indent: style.indent,
        quote: style.quote,
        isTypeScript: style.isTypeScript,
        uncheckedMark: uncheckedMark(subject),
      });
      const indent = file.indentOf(at);
      const isAlone = !isInList(at) && (lines.length > 1 || /^(if|const)\b/.test(lines[0] ?? ''));
      const inner = isAlone ? indent + style.indent : indent;
      const text = lines.join(`\n${inner}`);
      file.replace(at, isAlone ? `{\n${inner}${text}\n${indent}}` : text);
    }
    const list = variable.declaration?.parent;
    const isConstant =
      growths.length === variable.definitions.length - 1 && !growths.some(({ growth }) => mayCopy(growth));
    if (isConstant && list !== undefined && ts.isVariableDeclarationList(list) && list.declarations.length === 1)
      file.replace({ start: list.getStart(), end: list.getStart() + 'let'.length }, 'const');
    names.push(variable.name);
    statements.push(...growths.map(({ at }) => at));
  }
  return { names, edited: statements, refused };
}

interface GrowthAt {
  readonly at: ts.ExpressionStatement;
  readonly growth: Growth;
}

/** Undefined when the variable is anything but something that grows in a loop and is only looked into meanwhile. */
function growthsOf(
  variable: Variable,
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): readonly GrowthAt[] | Reason | undefined {
  const { declaration } = variable;
  if (variable.isFree || variable.isCaptured || declaration === undefined) return undefined;
  const list = declaration.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isVariableDeclarationList(list) || !(list.flags & ts.NodeFlags.Let))
    return undefined;
  if (!ts.isVariableStatement(list.parent)) return undefined;
  const acc: Accumulator = { name: variable.name, is: (node) => variables.of(node) === variable };
  const growths: GrowthAt[] = [];
  const starts: ts.Expression[] = [];
  for (const definition of variable.definitions) {
    if (definition.kind !== 'value') return undefined;
    const growth = growthOf(definition.expression, acc, checker);
    if (growth === undefined && isFreshLiteral(definition.expression)) {
      starts.push(definition.expression);
      continue;
    }
    const at = definition.node.parent;
    if (growth === undefined || !ts.isExpressionStatement(at) || !isStatementOfItsOwn(at)) return undefined;
    growths.push({ at, growth });
  }
  if (fillsWhatWasKept(growths.map(({ growth }) => growth))) return undefined;
  if (growths.some(({ growth }) => needsPlainStart(growth)) && !starts.every(isPlainStart)) return undefined;
  const regions = growths.flatMap(({ at }) => outermostLoop(at, list.parent.parent) ?? []);
  const isWorthIt = growths.some(({ growth }) => grows(growth)) && regions.length > 0;
  const end = Math.max(...growths.map(({ at }) => at.end), ...regions.map((region) => region.end));
  if (!isWorthIt) return undefined;
  const kept = variable.references.find(
    (reference) => reference.pos < end && !isOwnUse(reference, growths, variable) && !isLookup(reference, checker),
  );
  if (kept !== undefined) return reasonAt(kept, reasons.copyKept(variable.name));
  const torn = growths.find(({ at, growth }) => mayBeTorn(growth) && isInTry(at, list.parent.parent));
  if (torn !== undefined) return reasonAt(torn.at, reasons.tornByErrors(variable.name));
  const [only, another] = growths;
  const isReadElsewhere = variable.references.some(
    (reference) => reference.pos < end && reference !== declaration.name && !(only && isInside(reference, only.at)),
  );
  const isOnce = another === undefined && growths.length === variable.definitions.length - 1;
  return growths.map(({ at, growth }) => ({
    at,
    growth: appendedWhereOwn(growth, declaration.initializer, !isOnce || isReadElsewhere),
  }));
}

function isStatementOfItsOwn(statement: ts.ExpressionStatement): boolean {
  const { parent } = statement;
  return isInList(statement) || ts.isIterationStatement(parent, false) || ts.isIfStatement(parent);
}

function isInList({ parent }: ts.Statement): boolean {
  return ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

/** The declaring mention, a target of an assignment, or what is spread into the next value. */
function isOwnUse(reference: ts.Identifier, growths: readonly GrowthAt[], variable: Variable): boolean {
  const { parent } = wrapped(reference);
  if (parent === variable.declaration) return true;
  if (ts.isBinaryExpression(parent) && bare(parent.left) === reference)
    return variable.definitions.some(({ node }) => node === parent);
  const growth = growths.find(({ at }) => isInside(reference, at));
  return growth !== undefined && isGrownFrom(reference, growth.at);
}

/** `acc` of `...acc`, `acc.concat`, `Object.assign({}, acc, …)` or a branch that leaves it as it is: what growthOf has taken for the former value. */
function isGrownFrom(reference: ts.Identifier, at: ts.ExpressionStatement): boolean {
  let node: ts.Node = wrapped(reference);
  const { parent } = node;
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) node = parent.parent;
  else if (ts.isCallExpression(parent) && parent.arguments[1] === node) node = parent;
  else if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'concat') node = parent.parent;
  // Up to the assignment only branches of conditions may stand around it.
  for (let outer = node.parent; outer !== at; node = outer, outer = outer.parent) {
    const isBranch = ts.isConditionalExpression(outer) && outer.condition !== node;
    const isAssigned = ts.isBinaryExpression(outer) && outer.right === node;
    if (!isBranch && !isAssigned && !ts.isParenthesizedExpression(outer)) return false;
  }
  return true;
}

/** The outermost loop around a statement that the block of the declaration holds. */
function outermostLoop(node: ts.Node, block: ts.Node): ts.Node | undefined {
  let found: ts.Node | undefined;
  for (let outer = node.parent; outer !== undefined && outer !== block; outer = outer.parent) {
    if (ts.isFunctionLike(outer)) return undefined;
    if (ts.isIterationStatement(outer, false)) found = outer;
  }
  return found;
}
