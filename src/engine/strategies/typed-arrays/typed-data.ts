// A function beside the original for callers whose numbers are in typed arrays: the same code, with Float64Arrays in place of the arrays of
// numbers that it takes and gives. What is gained is mostly the result, which is made without a pointer or a check for each element.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { applyEdits } from '../../source/edits.ts';
import { lineAfter, topLevelStatement } from '../../source/insertion-places.ts';
import { proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare, enclosingFunction, isAssignmentOperator, wrapped } from '../../source/ranges/expressions.ts';
import { collectVariables, type FunctionVariables, type Variable } from '../../source/ranges/function-variables.ts';
import { isNumber } from '../../source/ranges/number-fact.ts';
import { atom } from '../../source/ranges/polynomial.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate } from '../strategy.ts';
import { retyped, type TypedSignature, typedSignature, typedSignatureCaveats } from '../typed-signature.ts';
import type { ConversionContext } from './conversion.ts';
import { convertLocals } from './convert-locals.ts';
import { elementUse } from './element-uses.ts';
import { RewriteText } from './rewrite-text.ts';
import { roundsByIndex } from './rounds-by-index.ts';

/** With typed arguments and with plain ones, where both are possible and a typed array comes of it. */
export function typedDataCandidates(subject: Subject): readonly Candidate[] {
  return [true, false].flatMap((takesTyped) => {
    const signature = typedSignature(subject, takesTyped ? ['numbers'] : []);
    const takes = signature?.parameters.some((kind) => kind !== null) === true;
    if (signature === undefined || takes !== takesTyped || signature.result === 'rows') return [];
    const twin = typedTwin(subject, signature);
    return twin === undefined ? [] : [candidateOf(subject, signature, twin, takesTyped)];
  });
}

interface Twin {
  readonly text: string;
  /** What the typed arrays cannot do. */
  readonly limits: readonly string[];
}

function candidateOf(subject: Subject, signature: TypedSignature, twin: Twin, takesTyped: boolean): Candidate {
  const { name, parameters, result } = signature;
  const { style, sourceFile, file } = subject;
  const place = lineAfter(topLevelStatement(subject.node), sourceFile);
  const about = takesTyped ? 'for numbers in typed arrays' : 'with its numbers in a typed array';
  const text = [`/** \`${subject.listing.name}\` ${about}. */`, twin.text].join(style.eol);
  return {
    strategy: 'typed-arrays',
    variant: takesTyped ? 'end-to-end' : 'result-only',
    summary: `Adds ${name}, which ${takesTyped ? 'takes' : 'gives'} ${takesTyped && result !== undefined ? 'and gives ' : ''}typed arrays.`,
    signature: 'typed',
    callBinding: name,
    typedData: { parameters, result: result !== undefined },
    files: [
      { path: file, edits: [{ start: place.offset, end: place.offset, text: `${style.eol}${style.eol}${text}` }] },
    ],
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats: typedSignatureCaveats(subject, signature, twin.limits),
  };
}

function typedTwin(subject: Subject, signature: TypedSignature): Twin | undefined {
  const taken = subject.node.parameters.filter((_, index) => signature.parameters[index] === 'numbers');
  const edits = [...signature.edits.parameters, ...roundsByIndex(subject, taken)];
  const read = edits.length === 0 ? subject : retyped(subject, edits);
  if (read === undefined) return undefined;
  const { checker, node, sourceFile } = read;
  const variables = collectVariables(node, checker);
  const given = node.parameters.flatMap(({ name }, index) => {
    const variable = signature.parameters[index] === 'numbers' ? variables.of(name) : undefined;
    return variable === undefined ? [] : [variable];
  });
  const isWritten = given.map((variable) => writesOf(variable, variables, read));
  if (isWritten.includes('unknown')) return undefined;
  const locals = convertLocals({ subject: read, variables, checker, text: new RewriteText(read), givesTyped: true });
  const { context, groups } = locals;
  const typed = new Set([...given, ...groups.flatMap((group) => [...group.variables])]);
  if (signature.result !== undefined && !returnsTyped(context, typed)) return undefined;
  // With nothing but reads, plain arrays of numbers are as fast.
  if (groups.length === 0 && !isWritten.includes('written')) return undefined;
  const own = context.text.edits();
  const statement = topLevelStatement(node);
  const name = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  if (own === undefined || name === undefined) return undefined;
  const defaultKeyword = node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const all: TextEdit[] = [
    ...own,
    { start: name.getStart(sourceFile), end: name.end, text: signature.name },
    ...(defaultKeyword === undefined
      ? []
      : [{ start: defaultKeyword.getStart(sourceFile), end: defaultKeyword.end + 1, text: '' }]),
    ...(node.type === undefined || signature.result === undefined
      ? []
      : [{ start: node.type.getStart(sourceFile), end: node.type.end, text: signature.resultType }]),
  ];
  const start = statement.getStart(sourceFile);
  const inOrder = all.sort((a, b) => a.start - b.start || a.end - b.end);
  if (inOrder.some((edit) => edit.start < start || edit.end > statement.end)) return undefined;
  const text = applyEdits(
    sourceFile.text.slice(start, statement.end),
    inOrder.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const limits = groups.some(({ unset }) => unset.length > 0)
    ? ['elements that are never set are 0 there, and not undefined']
    : [];
  return { text, limits };
}

/** How the function uses an array that it is given: 'unknown' for anything that a typed array might do in another way. */
function writesOf(variable: Variable, variables: FunctionVariables, subject: Subject): 'read' | 'written' | 'unknown' {
  const { checker, node } = subject;
  if (variable.definitions.length > 1 || variable.changesElsewhere) return 'unknown';
  const ranges = analyzeRanges({ variables, checker });
  const length = atom(`n${variable.id}`);
  const proof = proveBounds({ variables, checker, ranges, lengths: new Map([[variable, length]]) });
  let isWritten = false;
  for (const reference of variable.references) {
    const value = wrapped(reference);
    const { parent } = value;
    if (ts.isParameter(parent)) continue;
    if (ts.isReturnStatement(parent) && enclosingFunction(parent) === node) continue;
    if (ts.isForOfStatement(parent) && parent.expression === value) continue;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === value) {
      if (!isReadingMember(parent)) return 'unknown';
      continue;
    }
    if (!ts.isElementAccessExpression(parent) || parent.expression !== value) return 'unknown';
    const index = parent.argumentExpression;
    const use = elementUse(parent, variable, index);
    if ('code' in use || !isNumber({ ...ranges.factOf(index), missing: false })) return 'unknown';
    if (use.store === undefined) continue;
    const stored =
      use.store.kind === 'set' ? use.store.value : use.store.kind === 'update' ? use.store.operand : undefined;
    const isNumeric = stored === undefined || isNumber(ranges.factOf(stored));
    if (enclosingFunction(reference) !== node || !isNumeric || !proof.isInBounds(index, length, parent))
      return 'unknown';
    isWritten = true;
  }
  return isWritten ? 'written' : 'read';
}

const readingMethods: ReadonlySet<string> = new Set(['at', 'indexOf', 'lastIndexOf', 'includes', 'join']);

function isReadingMember(access: ts.PropertyAccessExpression): boolean {
  if (access.questionDotToken !== undefined) return false;
  const target = wrapped(access);
  const { parent } = target;
  if (access.name.text === 'length') {
    const isAssigned =
      ts.isBinaryExpression(parent) && parent.left === target && isAssignmentOperator(parent.operatorToken.kind);
    return !isAssigned && !ts.isPostfixUnaryExpression(parent) && !ts.isDeleteExpression(parent);
  }
  return readingMethods.has(access.name.text) && ts.isCallExpression(parent) && parent.expression === target;
}

/** Whatever is returned is one of the typed arrays, or an empty one, which becomes one. */
function returnsTyped({ subject, variables, text }: ConversionContext, typed: ReadonlySet<Variable>): boolean {
  const { node } = subject;
  let isTyped = node.body !== undefined && ts.isBlock(node.body);
  const visit = (child: ts.Node): void => {
    if (ts.isReturnStatement(child) && enclosingFunction(child) === node) {
      const value = child.expression && bare(child.expression);
      const variable = value && variables.of(value);
      if (value !== undefined && ts.isArrayLiteralExpression(value) && value.elements.length === 0)
        text.replaceNode(value, 'new Float64Array(0)');
      else isTyped &&= variable !== undefined && typed.has(variable);
    }
    ts.forEachChild(child, visit);
  };
  if (node.body !== undefined) visit(node.body);
  return isTyped;
}
