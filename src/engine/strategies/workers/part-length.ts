// How long the parts are that the work is cut into. Several for each thread, so that one slow part does not keep the others waiting; but where so many
// would each be shorter than a hand-over is worth, as the calls observed tell, one for each thread.
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { PartCount } from '../strategy.ts';

/** What a part should take at least, milliseconds: handing one over and taking its answer costs some 50 µs, a twentieth of that. */
const LEAST_PART_MS = 1;
const PARTS_PER_THREAD = 4;

export interface PartLengthRequest {
  /** How many pieces of work there are, as text, and what several of them are called. */
  readonly count: string;
  readonly pieces: string;
  /** Their count may be a fraction next to 0, of which a share is 0: parts of no length would never end. */
  readonly mayBeTiny?: boolean | undefined;
  /** Of them, how many a part should have at least; undefined when nothing tells. */
  readonly fewest: number | undefined;
  /** How many threads there are, as text. */
  readonly threads: string;
  /** Names of the variables to declare. */
  readonly partLength: string;
  readonly partsPerThread: string;
}

export interface PartLength extends PartCount {
  /** Two spaces a level, with semicolons. */
  readonly lines: readonly string[];
}

export function partLengthOf(request: PartLengthRequest): PartLength {
  const { count, pieces, mayBeTiny, fewest = 1, threads, partLength, partsPerThread } = request;
  const hasFew = fewest > 1;
  const perThread = hasFew ? partsPerThread : String(PARTS_PER_THREAD);
  const written = shareOf(count, `${perThread} * ${threads}`, mayBeTiny);
  const assigned = `const ${partLength} = ${written};`;
  const why = 'so that one slow part does not keep all the others waiting';
  const lines = hasFew
    ? [
        `// Several parts per thread, ${why}, where each has ${withUnderscores(fewest)} ${pieces}: that took about ${LEAST_PART_MS} ms.`,
        `const ${partsPerThread} = ${count} < ${withUnderscores(fewest * PARTS_PER_THREAD)} * ${threads} ? 1 : ${PARTS_PER_THREAD};`,
        assigned,
      ]
    : [`// A few parts per thread, ${why}.`, assigned];
  return { written, count, threads, lines: lines.map((line) => `  ${line}`) };
}

/** For parts of which the calling thread does some as well, and that are taken within microseconds: a fifth of what else is worth handing over. */
export function takenPartLength({
  count,
  pieces,
  mayBeTiny,
  fewest = 1,
  threads,
  partLength,
}: Omit<PartLengthRequest, 'partsPerThread'>): PartLength {
  const least = Math.round(Number((fewest / 5).toPrecision(1)));
  const hasLeast = least >= 2;
  const most = `${PARTS_PER_THREAD} * ${threads}`;
  const written = hasLeast
    ? `Math.ceil(${count} / Math.min(${most}, Math.ceil(${count} / ${withUnderscores(least)})))`
    : shareOf(count, most, mayBeTiny);
  const why = 'A few parts per thread, so that one slow part does not keep all the others waiting';
  const lines = hasLeast ? [`// ${why}; fewer ${pieces} than these are not worth handing over.`] : [`// ${why}.`];
  return {
    written,
    count,
    threads,
    ...(hasLeast ? { taken: { undivided: least, perThread: PARTS_PER_THREAD } } : {}),
    lines: [...lines, `const ${partLength} = ${written};`].map((line) => `  ${line}`),
  };
}

function shareOf(count: string, parts: string, mayBeTiny = false): string {
  const share = `Math.ceil(${count} / (${parts}))`;
  return mayBeTiny ? `Math.max(1, ${share})` : share;
}

/** `counted` gives the pieces of work in a call that was observed. Of one significant digit: what was observed is no more exact. */
export function fewestPieces(
  observed: readonly ObserveAnswer[],
  counted: (answer: ObserveAnswer) => number | undefined,
): number | undefined {
  const cases = observed
    .filter(({ outcome, laterCallMs }) => outcome === 'returned' && laterCallMs > 0)
    .flatMap((answer) => {
      const pieces = counted(answer);
      return pieces === undefined || pieces < 1 ? [] : [{ pieces, ms: answer.laterCallMs }];
    })
    .sort((a, b) => b.ms - a.ms);
  const [longest] = cases;
  return longest === undefined ? undefined : Number(((LEAST_PART_MS * longest.pieces) / longest.ms).toPrecision(1));
}

function withUnderscores(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, '_');
}
