// Call-level batching: a function beside the subject that takes many argument lists and spreads the calls over threads.
import type ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { freshName } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessBatch, showMicroseconds } from './break-even.ts';
import { bytesInside } from './bytes-inside.ts';
import { copyableResult, copyableType } from './copyable-types.ts';
import { mentionsIn } from './loop-text.ts';
import { closedReasons } from './lost-in-copy.ts';
import { sharedResult } from './own-results.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf, unusedName } from './part-runner.ts';
import { type PlainQuestion, plainQuestion } from './plain-data.ts';
import { poolCode } from './pool-code.ts';
import { against, reasonAt, type ShapeProposal } from './shape-proposal.ts';
import { isElementRead } from './shared-numbers.ts';
import { typedArrayClass } from './shared-views.ts';
import { shorten } from './shown-values.ts';

export function proposeCallBatch(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const { name } = subject.listing;
  const values = [...argumentReasons(context), ...resultReasons(context)];
  const refusals = values.filter(({ isCaveat }) => !isCaveat).map(({ reason }) => reason);
  const closed = closedReasons('anywhere', subject);
  if (refusals.length + closed.length > 0) return against(...refusals, ...closed);

  const hopeless = hopelessBatch(observed);
  if (hopeless !== undefined) {
    return against({
      code: 'W9',
      message: `One call takes about ${showMicroseconds(hopeless.work)}, and copying its arguments and its result to another thread and back alone takes about ${showMicroseconds(hopeless.overhead)}.`,
      unlock:
        'Hand more work over at once: call the function in a loop inside of a larger function, and benchmark that.',
    });
  }

  const many = freshName(subject, `${name}Many`);
  const chunk = freshName(subject, `${name}Chunk`);
  const argLists = unusedName('argLists', [name]);
  const args = unusedName('args', [name]);
  const code = poolCode(subject, [many, chunk]);
  const typed = subject.style.isTypeScript;
  const argsType = `Parameters<typeof ${name}>`;
  const resultType = `ReturnType<typeof ${name}>`;
  const runner = code.runner({
    head: `${code.exporting(many, false)}async function ${many}`,
    parameters: [typed ? `${argLists}: readonly ${arrayOf(argsType)}` : argLists],
    resultType,
    taken: [argLists, name],
    count: `${argLists}.length`,
    piece: 'call',
    task: (start, length) => `${argLists}.slice(${start}, ${start} + ${length})`,
    taskType: arrayOf(argsType),
    chunk,
    setup: ofOtherClasses({ argLists, args }, subject),
    plain: askedOfLists({ argLists, args }, subject),
    fewest: fewestPieces(observed, () => 1),
  });
  // JavaScript files get their types in the comment: editors and checkJs read them there.
  const comment = (text: string, returns: string) =>
    typed ? `/** ${text} */` : `/**\n * ${text}\n * @param {${argsType}[]} ${argLists}\n * @returns {${returns}}\n */`;
  const aboutMany = `Calls \`${name}\` for many argument lists at once, on worker threads. The results stand in the order of the lists.`;
  code.addAfterSubject([
    `${comment(aboutMany, `Promise<${resultType}[]>`)}\n${runner}`,
    code.styled(`${comment(`What one worker does at a time for \`${many}\`.`, `${resultType}[]`)}
${code.exporting(chunk, true)}function ${chunk}(${argLists}${typed ? `: ${argsType}[]` : ''})${typed ? `: ${resultType}[]` : ''} {
  return ${argLists}.map((${args}) => ${name}(...${args}));
}`),
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: 'call-batch',
        summary: `Adds ${many}, which makes many calls of ${name} at once on worker threads and gives their results in order.`,
        callBinding: many,
        workload: 'batch',
        taskFunction: chunk,
        caveats: values.map(({ reason }) => reason),
      }),
    ],
  };
}

/** Lines for calls with a Buffer where a Uint8Array is declared, or another class that extends one of typed arrays: copied, it would be of none. */
function ofOtherClasses(
  { argLists, args }: { readonly argLists: string; readonly args: string },
  { node, checker, listing }: Subject,
): readonly string[] {
  const conditions = node.parameters.flatMap((parameter, index) => {
    const type = checker.getTypeAtLocation(parameter);
    const classes = (type.isUnion() ? type.types : [type]).flatMap((one) => typedArrayClass(one) ?? []);
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const uses = symbol === undefined || node.body === undefined ? [] : mentionsIn(node.body, symbol, checker);
    // By its elements nobody can tell.
    if (symbol !== undefined && uses.every((use) => isElementRead(use, checker))) return [];
    const value = `${args}[${index}]`;
    return classes.map((name) => `(${value} instanceof ${name} && ${value}.constructor !== ${name})`);
  });
  if (conditions.length === 0) return [];
  const only = conditions.length === 1 ? conditions.join('').slice(1, -1) : conditions.join(' || ');
  return [
    '// A copy of what extends such a class, as a Buffer does, is no longer of its own class.',
    `if (${argLists}.some((${args}) => ${only})) return ${argLists}.map((${args}) => ${listing.name}(...${args}));`,
  ];
}

/** Records among the arguments are looked at in every list. */
function askedOfLists(
  { argLists, args }: { readonly argLists: string; readonly args: string },
  subject: Subject,
): PlainQuestion | undefined {
  const { parameters } = subject.node;
  const values = parameters.map((parameter, index) => ({
    name: `${args}[${index}]`,
    type: subject.checker.getTypeAtLocation(parameter),
  }));
  const question = plainQuestion(values, subject.node, subject);
  if (question === undefined) return undefined;
  const isOfRecords = question.reach === 'records' && parameters.every((one) => one.dotDotDotToken === undefined);
  return isOfRecords
    ? { ...question, given: `${argLists}.flatMap((${args}) => ${question.given})` }
    : { reach: 'all', given: argLists };
}

interface ValueReason {
  readonly reason: Reason;
  /** A caveat lets the rewrite through. */
  readonly isCaveat: boolean;
}

function argumentReasons({ subject, observed }: StrategyContext): readonly ValueReason[] {
  const { checker, file } = subject;
  return subject.node.parameters.flatMap((parameter, index): readonly ValueReason[] => {
    const name = parameter.name.getText(subject.sourceFile);
    const { answer, because } = copyableType(checker.getTypeAtLocation(parameter), parameter, checker);
    const seen = observed.flatMap((one) =>
      parameter.dotDotDotToken === undefined ? one.arguments.slice(index, index + 1) : one.arguments.slice(index),
    );
    const refuse = (code: string, message: string, unlock: string) => [
      { reason: reasonAt(parameter, file, code, message, unlock), isCaveat: false },
    ];
    if (answer === 'no') {
      return refuse(
        'W6',
        `\`${name}\` cannot be handed to a worker, because ${because ?? 'it does not survive copying'}.`,
        'Pass plain data.',
      );
    }
    if (seen.some(({ cloneable }) => !cloneable)) {
      return refuse(
        'W6',
        `\`${name}\` was given a value that does not survive copying to a worker.`,
        'Pass plain data.',
      );
    }
    const bytes = bytesInside(parameter, subject);
    if (bytes !== undefined) {
      const message = `\`${shorten(bytes.getText())}\` may be a \`Buffer\`, or hold one, which arrives as a plain Uint8Array.`;
      return [
        { reason: reasonAt(bytes, file, 'W6', message, 'Hand it over as an argument of its own.'), isCaveat: false },
      ];
    }
    if (answer === 'yes') return [];
    if (seen.length === 0)
      return refuse(
        'C8',
        `It is not known whether \`${name}\` can be handed to a worker: its type is not known.`,
        `Declare the type of \`${name}\`.`,
      );
    return [asObserved(parameter, file, `\`${name}\``)];
  });
}

function resultReasons({ subject, observed }: StrategyContext): readonly ValueReason[] {
  const { checker, file, node } = subject;
  const signature = checker.getSignatureFromDeclaration(node);
  if (signature === undefined) return [];
  const type = signature.getReturnType();
  const refuse = (at: ts.Node, code: string, message: string, unlock: string) => [
    { reason: reasonAt(at, file, code, message, unlock), isCaveat: false },
  ];
  const { answer, because } = copyableResult(type, node, subject);
  const results = observed.flatMap((one) => (one.result === undefined ? [] : [one.result]));
  if (answer === 'no') {
    return refuse(
      node,
      'W6',
      `A worker cannot hand the result back, because ${because ?? 'it does not survive copying'}.`,
      'Return plain data.',
    );
  }
  if (results.some(({ cloneable }) => !cloneable)) {
    return refuse(node, 'W6', 'The result does not survive copying from a worker.', 'Return plain data.');
  }
  if (isPrimitiveType(type)) return [];
  const isPrimitiveAsSeen =
    results.length > 0 &&
    results.every(({ kind }) => ['number', 'string', 'boolean', 'bigint', 'null', 'undefined'].includes(kind));
  if (answer === 'unknown' && isPrimitiveAsSeen) return [asObserved(node, file, 'the result')];
  const shared = sharedResult(node, checker);
  if (shared !== undefined) {
    const message = `The result \`${shorten(shared.getText())}\` may be, or hold, an object that the caller or the module has too; a worker hands back a copy.`;
    return refuse(shared, 'W7', message, 'Return a primitive, or an object made of primitives during the call.');
  }
  if (answer === 'yes') return [];
  return results.length > 0
    ? [asObserved(node, file, 'the result')]
    : refuse(
        node,
        'C8',
        'It is not known whether a worker can hand the result back: its type is not known.',
        'Declare the type of the result.',
      );
}

function asObserved(node: ts.Node, file: string, what: string): ValueReason {
  const message = `The type of ${what} is not known; that it can be copied to a worker and back was seen on the inputs of this run only.`;
  return { reason: reasonAt(node, file, 'C8', message), isCaveat: true };
}
