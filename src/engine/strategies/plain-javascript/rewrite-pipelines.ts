// Finds the chains of array methods of a function and puts loops in their place.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { FileEdit, TextRange } from '../../source/edits.ts';
import { indentAt, type LoopNames } from '../../source/loops/loop-text.ts';
import { isReassigned } from '../../source/loops/places.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { placeOf, type StatementPlace } from '../../source/statement-place.ts';
import type { Subject } from '../../source/subject.ts';
import { mayChangeWhatStandsBefore } from './moved-code.ts';
import { endsChain, type Pipeline, readPipeline } from './pipeline.ts';
import { printPipeline } from './print-pipeline.ts';
import { reasons } from './reasons.ts';

/** Characters of a chain that is put on one line. */
const LONGEST_CHAIN = 60;

export interface Rewritten {
  /** What is written anew, one for each chain. */
  readonly regions: readonly ts.Node[];
  readonly refused: readonly Reason[];
}

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly names: LoopNames;
  readonly file: FileEdit;
  /** Written anew already: no loop takes the place of what holds one of them. */
  readonly edited: readonly ts.Node[];
}

export function rewritePipelines(work: Work): Rewritten {
  const { subject } = work;
  const refused: Reason[] = [];
  const anchors = new Set<ts.Node>();
  const regions: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (work.edited.includes(node)) return;
    if (endsChain(node)) {
      const pipeline = readPipeline(node, subject, work.variables);
      const outcome =
        pipeline === undefined ? undefined : 'node' in pipeline ? rewrite(pipeline, work, anchors) : pipeline;
      if (outcome !== undefined && 'region' in outcome) {
        regions.push(outcome.region);
        return;
      }
      if (outcome !== undefined) refused.push(outcome);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(subject.node, visit);
  return { regions, refused };
}

function rewrite(
  pipeline: Pipeline,
  work: Work,
  anchors: Set<ts.Node>,
): Reason | { readonly region: ts.Node } | undefined {
  const { subject, names, file } = work;
  const { node, hasEffects } = pipeline;
  const place = placeOf(node, subject.node, 'heads');
  // One loop for a statement: what stands before the second one would have to move as well.
  if (place === undefined || anchors.has(place.anchor) || (hasEffects && place.role === 'part'))
    return reasonAt(node, reasons.place());
  if (mayChangeWhatStandsBefore(pipeline, place, subject, work.variables)) return reasonAt(node, reasons.place());
  const isAnchorReplaced = place.role === 'declared' || place.role === 'dropped';
  if (work.edited.some((one) => isInside(one, isAnchorReplaced ? place.anchor : node))) return undefined;
  const isForEach = pipeline.steps.at(-1)?.method === 'forEach';
  if (isForEach !== (place.role === 'dropped')) return reasonAt(node, reasons.place());
  const declaration = declarationOf(place);
  if (
    declaration !== undefined &&
    mentionsSymbol(node, subject.checker.getSymbolAtLocation(declaration.name), subject.checker)
  )
    return reasonAt(node, reasons.place());
  const target =
    declaration && place.role === 'declared'
      ? {
          name: declaration.name.getText(),
          annotation: declaration.type === undefined ? '' : `: ${declaration.type.getText()}`,
          isReassigned: isReassignedLater(declaration.name, subject),
        }
      : undefined;
  const printed = printPipeline(pipeline, subject, names, target);
  if ('code' in printed) return printed;
  anchors.add(place.anchor);
  const { anchor } = place;
  const { style, text } = subject;
  const indent = ts.isStatement(anchor) ? file.indentOf(anchor) : '';
  const block = (lines: readonly string[], at: string): string =>
    lines.map((line, index) => (index === 0 || line === '' ? line : at + line)).join('\n');
  if (ts.isStatement(anchor)) {
    if (isAnchorReplaced) {
      file.replace({ start: startWithGuard(anchor), end: anchor.end }, block(printed.lines, indent));
      return { region: anchor };
    }
    file.insert(anchor.getStart(), `${block(printed.lines, indent)}\n${indent}`);
    replaceInChain(node, printed.result ?? '', file);
    return { region: node };
  }
  // The expression that an arrow function gives becomes a body.
  const end = style.semicolons ? ';' : '';
  const outer = indentAt(text, subject.node.getStart());
  const inner = outer + style.indent;
  const { body } = subject.node;
  if (body === undefined || !ts.isArrowFunction(subject.node)) return reasonAt(node, reasons.place());
  file.replace(
    { start: subject.node.equalsGreaterThanToken.getEnd(), end: node.getStart() },
    ` {\n${inner}${block(printed.lines, inner)}\n${inner}return ${text.slice(body.getStart(), node.getStart())}`,
  );
  replaceInChain(node, printed.result ?? '', file);
  file.insert(body.getEnd(), `${end}\n${outer}}`);
  return { region: body };
}

/** Where `;[a, b].forEach(...)` begins: the semicolon keeps the bracket from the line above, which a loop does not take for its own. */
function startWithGuard(anchor: ts.Statement): number {
  const start = anchor.getStart();
  const { parent } = anchor;
  const before = ts.isBlock(parent) ? parent.statements[parent.statements.indexOf(anchor) - 1] : undefined;
  const isGuarded = /\n[ \t]*;$/.test(anchor.getSourceFile().text.slice(0, start)) && before?.end === start;
  const endsByItself =
    before !== undefined &&
    (ts.isEmptyStatement(before) || ts.isExpressionStatement(before) || ts.isVariableStatement(before));
  return isGuarded && endsByItself ? start - 1 : start;
}

/** What is left of a chain that stood on several lines stands on one where that is short. */
function replaceInChain(node: ts.Expression, text: string, file: FileEdit): void {
  const source = node.getSourceFile().text;
  const gaps: TextRange[] = [];
  let chain: ts.Expression = node;
  let joined = text;
  for (let { parent } = node; isLinkAfter(chain, parent); { parent } = parent) {
    const start = chain.end + (/^\s*/.exec(source.slice(chain.end, parent.end))?.[0].length ?? 0);
    if (start > chain.end) gaps.push({ start: chain.end, end: start });
    joined += source.slice(start, parent.end);
    chain = parent;
  }
  file.replace(node, text);
  if (joined.length > LONGEST_CHAIN || /[\n`]|\/[/*]/.test(joined)) return;
  for (const gap of [...gaps, ...gapsAround(ts.isSpreadElement(chain.parent) ? chain.parent : chain)]) file.remove(gap);
}

function isLinkAfter(chain: ts.Expression, parent: ts.Node): parent is ts.PropertyAccessExpression | ts.CallExpression {
  return (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent)) && parent.expression === chain;
}

/** Where an only argument stands on lines of its own: what is between it and the parentheses. */
function gapsAround(argument: ts.Node): readonly TextRange[] {
  const call = argument.parent;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return [];
  if (call.arguments?.length !== 1 || call.arguments[0] !== argument) return [];
  const { text } = call.getSourceFile();
  const gaps = [
    { start: argument.pos, end: argument.getStart() },
    { start: argument.end, end: call.end - 1 },
  ];
  return gaps.every(({ start, end }) => /^,?\s*\n\s*$/.test(text.slice(start, end))) ? gaps : [];
}

function declarationOf({ anchor }: StatementPlace): ts.VariableDeclaration | undefined {
  return ts.isVariableStatement(anchor as ts.Node)
    ? (anchor as ts.VariableStatement).declarationList.declarations[0]
    : undefined;
}

function isReassignedLater(name: ts.BindingName, { node, checker }: Subject): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol !== undefined && isReassigned(symbol, node, checker);
}

function mentionsSymbol(node: ts.Node, symbol: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(node) && symbol !== undefined && checker.getSymbolAtLocation(node) === symbol) return true;
  return ts.forEachChild(node, (child) => mentionsSymbol(child, symbol, checker)) ?? false;
}
