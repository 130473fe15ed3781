// The strategies that a run was asked for, by name (`webassembly`) or by name and candidate (`webassembly/checked-integers`), as the files that
// rewrites add say how they are made anew.
import { reasonAt } from '../source/reason-at.ts';
import { declined, type Strategy } from './strategy.ts';

/** In the order of the catalogue; all of them where none is named. */
export function chosenStrategies(all: readonly Strategy[], names: readonly string[] = []): readonly Strategy[] {
  if (names.length === 0) return all;
  return all.flatMap((strategy) => {
    if (names.includes(strategy.id)) return [strategy];
    const variants = names.flatMap((name) =>
      nameOf(name) === strategy.id ? [name.slice(strategy.id.length + 1)] : [],
    );
    return variants.length === 0 ? [] : [onlyWith(strategy, variants)];
  });
}

/** The strategy of `webassembly/checked-integers`. */
export function nameOf(name: string): string {
  return name.split('/', 1)[0] ?? name;
}

function onlyWith(strategy: Strategy, variants: readonly string[]): Strategy {
  return {
    ...strategy,
    propose: (context) => {
      const proposal = strategy.propose(context);
      if (proposal.kind === 'declined') return proposal;
      const [first, ...more] = proposal.candidates.filter(({ variant }) => variants.includes(variant));
      if (first !== undefined) return { kind: 'candidates', candidates: [first, ...more] };
      const offered = proposal.candidates.map(({ variant }) => variant).join(', ');
      return declined(
        reasonAt(context.subject.node, {
          code: 'C15',
          message: `there is no candidate ${variants.join(' or ')} here`,
          unlock: `Choose from: ${offered}.`,
        }),
      );
    },
  };
}
