// Why a function is not memoised: the strategy's own codes (M1-M10) beside the common ones (C1-C9), with the edit that would unlock it.
import type { Reason } from '../../../model/reason.ts';
import type { Effect, Effects } from '../../source/effects.ts';
import type { Subject } from '../../source/subject.ts';

/** One reason for a place, in source order; none for a pure function. */
export function effectReasons(subject: Subject, effects: Effects, mayAwait: boolean): readonly Reason[] {
  const places = new Set<string>();
  const tables = ownTables(effects);
  return effects.effects.flatMap((effect): Reason[] => {
    // That it depends on its object is said once.
    const key = effect.kind === 'reads-this' ? effect.message : `${effect.line}:${effect.column}`;
    if (effect.kind === 'may-throw' || (mayAwait && effect.kind === 'awaits') || places.has(key)) return [];
    places.add(key);
    const verdict = verdictOn(subject, effect);
    const { code, because } = verdict;
    const unlock = effect.name !== undefined && tables.has(effect.name) ? withoutTable(effect.name) : verdict.unlock;
    const message = `It ${effect.message}: ${because}.`;
    return [{ code, message, line: effect.line, column: effect.column, unlock }];
  });
}

/** Tables of the module that it both asks and fills: a cache by hand, as a rule. */
function ownTables({ effects }: Effects): ReadonlySet<string> {
  const asked = new Set(effects.flatMap(({ kind, name }) => (kind === 'reads-mutable-outside' ? [name] : [])));
  const filled = effects.flatMap(({ kind, name, message }) => {
    if (kind !== 'writes-outside' || name === undefined || !asked.has(name)) return [];
    return message.includes(`\`${name}[`) || message.includes(`\`${name}.set\``) ? [name] : [];
  });
  return new Set(filled);
}

/** Of a cache that is there already. */
export function withoutTable(name: string): string {
  return `Where \`${name}\` only keeps results, leave it out: what remains is remembered with a bound, which a table of its own seldom has.`;
}

interface Verdict {
  readonly code: string;
  readonly because: string;
  readonly unlock: string;
}

function verdictOn(subject: Subject, effect: Effect): Verdict {
  if (isInDefault(subject, effect)) {
    return {
      code: 'M9',
      because: 'a default that does more than computing runs on every call, cached or not',
      unlock: 'Give the parameter a constant default, or pass the value.',
    };
  }
  switch (effect.kind) {
    case 'writes-parameter':
    case 'writes-this':
    case 'writes-outside':
      return {
        code: 'C2',
        because: 'a remembered result would skip the change',
        unlock: 'Return the new value instead of changing what exists outside of the function.',
      };
    case 'input-output':
      return {
        code: 'M1',
        because: 'a remembered result would skip it',
        unlock: /read|fetch|get/i.test(effect.name ?? '')
          ? 'Do it where the result is used. How long an answer may be kept is yours to say: keep it by hand, as `lru-cache` does with its `ttl`.'
          : 'Do it where the result is used.',
      };
    case 'reads-mutable-outside':
      return {
        code: 'M1',
        because: 'a remembered result would outlive the change',
        unlock: effect.name === undefined ? 'Pass it as an argument.' : unlockRead(effect.name),
      };
    case 'nondeterministic':
      return {
        code: 'C3',
        because: 'a remembered result would repeat the first one',
        unlock: effect.message.endsWith('reads the clock')
          ? 'Pass the time as an argument; where results may be some minutes old, keep them for so long by hand, as `lru-cache` does with its `ttl`.'
          : 'Pass the value as an argument.',
      };
    case 'reads-this':
      return {
        code: 'M9',
        because: 'the result depends on the object as well as on the arguments',
        unlock: 'Pass what it reads of `this` as arguments of a function of its own.',
      };
    case 'dynamic-scope':
      return {
        code: effect.name === 'arguments' ? 'M9' : 'C4',
        because: 'the result may depend on more than the declared arguments',
        unlock: 'Declare every argument that it uses.',
      };
    case 'awaits':
      return {
        code: 'M7',
        because: 'promises are not cached by this strategy',
        unlock: 'Move the part that only computes into a function of its own.',
      };
    case 'yields':
      return { code: 'C5', because: 'a generator can be consumed once only', unlock: 'Return the values.' };
    default:
      return {
        code: 'C1',
        because: 'it cannot be told whether calling it once is as good as calling it twice',
        unlock: /^calls `this\.\w+`, which may be overridden/.test(effect.message)
          ? 'Make it a private method (`#name`), which nothing can override, or a function of the module.'
          : 'Move that call out of the function, or call something whose code is part of the project.',
      };
  }
}

function unlockRead(name: string): string {
  return `Pass \`${name}\` as an argument, or make it a constant that nothing writes (\`Object.freeze\`).`;
}

function isInDefault(subject: Subject, effect: Effect): boolean {
  const position = subject.sourceFile.getPositionOfLineAndCharacter(effect.line - 1, effect.column - 1);
  return subject.node.parameters.some(
    ({ initializer }) => initializer !== undefined && initializer.pos <= position && position < initializer.end,
  );
}
