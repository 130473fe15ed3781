// Writes the edits of one converted group of flat arrays.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { declaresName } from '../../source/declared-names.ts';
import { isSideEffectFree } from '../../source/ranges/expressions.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { allocationOf, isConstantFill } from './allocations.ts';
import type { GroupAllocation } from './array-groups.ts';
import type { ConversionContext } from './conversion.ts';
import type { ArrayPlan } from './convert-array.ts';
import type { LengthModel } from './length-model.ts';
import {
  allocationText,
  fillText,
  printAssertions,
  printDeclaredType,
  printFlag,
  printFlags,
} from './print-elements.ts';
import { reasons } from './reasons.ts';
import type { RewriteText } from './rewrite-text.ts';

/** A choice longer than this goes over several lines. */
const longestChoice = 80;

export function printArrays(plan: ArrayPlan, context: ConversionContext): Reason | undefined {
  const { text, subject } = context;
  const { chosen, models, uses, whole } = plan;
  for (const [{ variable, definition }, model] of models) {
    const name = [chosen.kind, 'RangeError'].find((used) => declaresName(subject.sourceFile, used));
    if (name !== undefined) return reasonAt(definition, reasons.unknownAllocation(variable.name));
    if (model.guard === 'throw' && statementFor(definition, context) === undefined) {
      return reasonAt(definition, reasons.unknownLength(variable.name, model.expression.getText()));
    }
  }
  for (const [entry, model] of models) {
    const statement = statementFor(entry.definition, context);
    if (model.guard === 'throw' && statement !== undefined)
      text.insertLinesBefore(statement, lengthGuard(model.expression, text));
    const value = allocatedValue(entry.definition);
    if (value === undefined) continue;
    text.replaceNode(value, newValue(entry, plan, text));
    if (whole !== undefined && statement !== undefined)
      text.insertLinesBefore(statement, [
        `// Stays a plain array where ${whole.variable.name} is no whole number: indices made from it are none either.`,
      ]);
  }
  const type = whole === undefined ? chosen.kind : `${chosen.kind} | number[]`;
  if (plan.origin !== undefined) {
    const { push, value, counter } = plan.origin;
    const [{ name } = { name: '' }] = plan.group.variables;
    text.replace(push.getStart(), value.getStart(), `${name}[${counter.name}] = `);
    text.replace(value.getEnd(), push.getEnd(), '');
  }
  for (const variable of plan.group.variables) printDeclaredType(text, variable, type);
  printFlags(text, chosen, uses.elements);
  printAssertions(text, chosen, uses.elements, context);
  if (chosen.isBoolean) for (const fill of uses.fills) printFlag(text, fill.value, new Set());
  return undefined;
}

function allocatedValue(definition: ts.Node): ts.Expression | undefined {
  if (ts.isVariableDeclaration(definition)) return definition.initializer;
  return ts.isBinaryExpression(definition) ? definition.right : undefined;
}

function newValue({ allocation }: GroupAllocation, { chosen, whole }: ArrayPlan, text: RewriteText): string {
  if (allocation.kind === 'table') return '';
  const length = allocation.length.expression.getText();
  const { kind, isBoolean } = chosen;
  const isTypeScript = text.subject.style.isTypeScript;
  const fill =
    allocation.kind === 'filled'
      ? allocation.fill
      : allocation.kind === 'mapped' && isConstantFill(allocation.element)
        ? allocation.element
        : undefined;
  const source =
    allocation.kind === 'mapped' ? allocation.node.arguments.map((argument) => argument.getText()).join(', ') : '';
  const typed =
    allocation.kind === 'grown'
      ? `new ${kind}(${length})`
      : fill === undefined
        ? `${kind}.from(${source})`
        : allocationText(kind, length, fill, isBoolean);
  if (whole === undefined) return typed;
  const plain =
    allocation.kind === 'grown'
      ? plainArray(length, isTypeScript)
      : allocation.kind === 'filled' || (isBoolean && fill !== undefined)
        ? plainText(allocation, length, fill === undefined ? '0' : fillText(fill, isBoolean), isTypeScript)
        : allocation.node.getText();
  const { name } = whole.variable;
  const parts = [`${name} >= ${whole.fact.low} && ${name} === (${name} | 0)`, `? ${typed}`, `: ${plain}`];
  const line = parts.join(' ');
  if (line.length <= longestChoice) return line;
  const { indent, eol } = text.subject.style;
  return parts.join(`${eol}${text.indentAt(allocation.node.getStart())}${indent}`);
}

function plainText(
  allocation: GroupAllocation['allocation'],
  length: string,
  fill: string,
  isTypeScript: boolean,
): string {
  if (allocation.kind === 'mapped') return `Array.from({ length: ${length} }, () => ${fill})`;
  return `${plainArray(length, isTypeScript)}.fill(${fill})`;
}

function plainArray(length: string, isTypeScript: boolean): string {
  return `new Array${isTypeScript ? '<number>' : ''}(${length})`;
}

/** The statement before which a check of the length may stand: nothing else happens between the two. */
export function statementFor(definition: ts.Node, { checker }: ConversionContext): ts.Statement | undefined {
  const statement = ts.isVariableDeclaration(definition) ? definition.parent.parent : definition.parent;
  if (!ts.isVariableStatement(statement) && !ts.isExpressionStatement(statement)) return undefined;
  if (!ts.isBlock(statement.parent)) return undefined;
  if (ts.isExpressionStatement(statement)) return statement;
  const before = statement.declarationList.declarations.slice(
    0,
    statement.declarationList.declarations.indexOf(definition as ts.VariableDeclaration),
  );
  const isQuiet = before.every(
    ({ initializer }) =>
      initializer === undefined ||
      isSideEffectFree(initializer) ||
      typeof allocationOf(initializer, checker) === 'object',
  );
  return isQuiet && before.length === 0 ? statement : undefined;
}

/** What `new Array(length)` does for a number that is no array length: ToUint32(length) must be the length itself. */
export function lengthGuard(length: LengthModel['expression'], text: RewriteText): readonly string[] {
  const written = length.getText();
  const operand =
    ts.isIdentifier(length) || ts.isPropertyAccessExpression(length) || ts.isCallExpression(length)
      ? written
      : `(${written})`;
  return [
    '// A plain array throws for what is no array length; a typed array would round it.',
    `if (${operand} >>> 0 !== ${written}) throw new RangeError(${text.quoted('Invalid array length')})${text.end}`,
  ];
}
