// One strategy: verdict, evidence, reasons with their lines, the rewrite with Compare and Apply.

import { diffLines } from '../model/diff-lines.ts';
import type { Reason } from '../model/reason.ts';
import type { StrategyResult } from '../model/report.ts';
import { cacheSentence } from '../present/cache-sentence.ts';
import { formatCount, formatRatio } from '../present/format-duration.ts';
import { movementSentence } from '../present/movement-sentence.ts';
import { costSentence, payingSentence } from '../present/paying-sentence.ts';
import { callersSentence, filesSentence } from '../present/rewrite-words.ts';
import { soFarWords } from '../present/so-far.ts';
import {
  atLine,
  comparedHow,
  memoryGainSentence,
  reasonSentence,
  sentenceRepeatsReason,
  shortVerdict,
  unlocksOnce,
  verdictSentence,
  verdictSign,
} from '../present/verdict-sentence.ts';
import type { PanelState, StrategyRow } from '../protocol/report-panel-protocol.ts';
import type { Host } from './host.ts';
import { Words } from './words.tsx';

interface SectionProps {
  /** Of the heading; unique in the page. */
  readonly id: string;
  readonly strategy: StrategyRow;
  readonly result: StrategyResult | undefined;
  readonly state: PanelState;
  readonly host: Host;
}

export function StrategySection({ id, strategy, result, state, host }: SectionProps) {
  if (result === undefined) {
    return (
      <section class="strategy" aria-labelledby={id}>
        <h2 id={id}>
          {strategy.title} <span class="badge">{state.running ? whileRunning(strategy, state) : 'not run'}</span>
        </h2>
      </section>
    );
  }
  return (
    <section class={`strategy verdict-${result.verdict}`} aria-labelledby={id}>
      <h2 id={id}>
        {strategy.title}{' '}
        <span class="badge">
          <span aria-hidden="true">{verdictSign(result)}</span> {shortVerdict(result)}
        </span>
      </h2>
      {sentenceRepeatsReason(result) ? null : (
        <p>
          <Words text={verdictSentence(result)} />
        </p>
      )}
      <Reasons reasons={result.reasons} interactive={state.interactive} host={host} />
      <Evidence result={result} strategy={strategy} />
      <Counterexample result={result} />
      <RewriteBlock strategy={strategy} result={result} state={state} host={host} />
    </section>
  );
}

function whileRunning({ id }: StrategyRow, { progress }: PanelState): string {
  const soFar = progress?.soFar?.find(({ strategy }) => strategy === id);
  return soFar === undefined ? 'working' : soFarWords(soFar);
}

function Reasons({
  reasons,
  interactive,
  host,
}: {
  readonly reasons: readonly Reason[];
  readonly interactive: boolean;
  readonly host: Host;
}) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons">
      {unlocksOnce(reasons).map((reason) => (
        <li key={`${reason.code} ${reason.line ?? ''} ${reason.message}`}>
          {reason.line === undefined ? null : interactive ? (
            <button
              type="button"
              class="link"
              onClick={() =>
                host.send({
                  type: 'reveal',
                  line: reason.line ?? 1,
                  ...(reason.column === undefined ? {} : { column: reason.column }),
                })
              }
            >
              line {reason.line}
            </button>
          ) : (
            <span class="quiet">line {reason.line}</span>
          )}
          {reason.line === undefined ? '' : ': '}
          <Words text={reason.line === undefined ? atLine(reason) : reasonSentence(reason)} />{' '}
          <span class="code-of-reason">{reason.code}</span>
          {reason.unlock === undefined ? null : (
            <div class="unlock">
              To unlock it: <Words text={reason.unlock} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Evidence({ result, strategy }: { readonly result: StrategyResult; readonly strategy: StrategyRow }) {
  const facts: string[] = [];
  const { equivalence, heats } = result;
  if (equivalence !== undefined && equivalence.counterexample === undefined) {
    facts.push(
      equivalence.cases === 0
        ? 'Not verified: no case could be compared.'
        : `Same results on ${whole(equivalence.cases)} compared cases (${comparedHow(equivalence)}), ${equivalence.tolerance === 'exact' ? 'bit for bit' : `within ${equivalence.tolerance}`}.`,
    );
  }
  const memory = memoryGainSentence(result);
  if (memory !== undefined) facts.push(memory);
  const paying = payingSentence(result);
  if (paying !== undefined) facts.push(paying);
  const cost = result.verdict === 'faster' ? costSentence(result) : undefined;
  if (cost !== undefined) facts.push(cost);
  const cache = cacheSentence(result);
  if (cache !== undefined) facts.push(cache);
  const movement = movementSentence(result);
  if (movement !== undefined) facts.push(movement);
  if (heats !== undefined && heats.length > 1) {
    facts.push(
      `Tried: ${heats.map((heat) => `${heat.variant}${heat.ratio === undefined ? ` (${heat.verdict})` : ` ${formatRatio(heat.ratio.value)}`}`).join(', ')}.`,
    );
  }
  if (result.measured !== undefined && strategy.folklore !== '') facts.push(`Often claimed: ${strategy.folklore}.`);
  if ((result.verdict === 'slower' || result.verdict === 'no-difference') && strategy.whenNotToUse !== '')
    facts.push(strategy.whenNotToUse);
  if (facts.length === 0) return null;
  return <p class="evidence">{facts.join(' ')}</p>;
}

function whole(count: number): string {
  return formatCount(Math.round(count));
}

function Counterexample({ result }: { readonly result: StrategyResult }) {
  const counterexample = result.equivalence?.counterexample;
  if (counterexample === undefined) return null;
  return (
    <dl class="counterexample">
      <dt>arguments</dt>
      <dd>
        <code>{counterexample.args}</code>
      </dd>
      <dt>original</dt>
      <dd>
        <code>{counterexample.expected}</code>
      </dd>
      <dt>rewrite</dt>
      <dd>
        <code>{counterexample.actual}</code>
      </dd>
    </dl>
  );
}

function RewriteBlock({
  strategy,
  result,
  state,
  host,
}: {
  readonly strategy: StrategyRow;
  readonly result: StrategyResult;
  readonly state: PanelState;
  readonly host: Host;
}) {
  const { rewrite } = result;
  if (rewrite === undefined || result.verdict === 'not-equivalent' || result.verdict === 'failed') return null;
  const dependencies = Object.entries(rewrite.dependencies).map(([name, range]) => `${name} ${range}`);
  const notes = [
    filesSentence(rewrite) ?? [],
    callersSentence(rewrite),
    dependencies.length > 0 ? `Needs ${dependencies.join(', ')}.` : [],
  ].flat();
  return (
    <div class="rewrite">
      {state.interactive ? (
        <p class="actions">
          {result.verdict === 'faster' ? (
            <button
              type="button"
              disabled={state.stale || state.running}
              aria-label={`Apply the ${strategy.title} rewrite`}
              onClick={() => host.send({ type: 'apply', strategy: result.strategy })}
            >
              Apply
            </button>
          ) : null}
          <button
            type="button"
            class="secondary"
            aria-label={`Compare the ${strategy.title} rewrite with the original`}
            onClick={() => host.send({ type: 'compare', strategy: result.strategy })}
          >
            Compare
          </button>
          <span class="quiet">{notes.join(' ')}</span>
        </p>
      ) : (
        <p class="quiet">{notes.join(' ')}</p>
      )}
      <details>
        <summary>{result.verdict === 'faster' ? 'The suggested rewrite' : 'The rewrite that was tried'}</summary>
        <pre class="diff">
          {diffLines(rewrite.diff).map(({ kind, text }, index) => (
            <span key={index} class={kind}>
              {`${text}\n`}
            </span>
          ))}
        </pre>
      </details>
    </div>
  );
}
