// Effects as reasons against worker threads. Code that only may throw is fine: the first failure in order is thrown again.
import type { Reason } from '../../../model/reason.ts';
import type { EffectKind, Effects } from '../../source/effects.ts';

interface Verdict {
  readonly code: string;
  /** Completes "It <effect message>: ". */
  readonly because: string;
  readonly unlock?: string;
}

const verdicts: Readonly<Record<EffectKind, Verdict | undefined>> = {
  'may-throw': undefined,
  'writes-parameter': {
    code: 'W7',
    because: 'a worker would change its own copy, not what the caller has',
    unlock: 'Return the new value instead of changing the argument.',
  },
  'writes-this': { code: 'W6', because: 'a worker has no access to the object' },
  'reads-this': { code: 'W6', because: 'a worker has no access to the object' },
  'writes-outside': {
    code: 'C2',
    because: 'every worker would change a copy of its own',
    unlock: 'Return the value instead of keeping it outside of the function.',
  },
  'reads-mutable-outside': {
    code: 'C2',
    because: 'a worker would see a copy of its own, as it was when the worker loaded the module',
    unlock: 'Pass the value as an argument.',
  },
  nondeterministic: { code: 'C3', because: 'the results could not be told from wrong ones' },
  'input-output': { code: 'W8', because: 'the order of such effects is visible, and threads would mix it up' },
  'unknown-call': { code: 'C1', because: 'a worker could not be trusted to do the same' },
  awaits: { code: 'W10', because: 'this strategy spreads synchronous work' },
  yields: { code: 'C5', because: 'a worker cannot hand back a paused function' },
  'dynamic-scope': { code: 'C4', because: 'what it refers to is not known' },
};

/** One reason for a place, in source order. */
export function effectReasons({ effects }: Effects): readonly Reason[] {
  const places = new Set<string>();
  return effects.flatMap((effect): readonly Reason[] => {
    const verdict = verdicts[effect.kind];
    const key = `${effect.line}:${effect.column}`;
    if (verdict === undefined || places.has(key)) return [];
    places.add(key);
    const { code, because, unlock } = verdict;
    const message = `It ${effect.message}: ${because}.`;
    const place = { line: effect.line, column: effect.column };
    return [{ code, message, ...place, ...(unlock === undefined ? {} : { unlock }) }];
  });
}
