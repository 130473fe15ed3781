// Random functions in which the constructs of everyday numeric code meet: small objects of helpers, tuples, stacks, queues, missing elements, bests that
// may be absent, sorting, rows that are returned, tables of the module, callbacks. One to three of them in a function, strewn over its loops.
import { absentBests, missingElements, moduleTables } from './construct-elements.ts';
import { arrayMethods, queues, sorting, stacks } from './construct-lists.ts';
import { namedCallbacks, objectsOfHelpers, rowsReturned, tuplesOfHelpers } from './construct-objects.ts';
import {
  type Construct,
  type ConstructScope,
  chance,
  int,
  made,
  number,
  pick,
  statements,
  within,
} from './construct-scope.ts';
import type { Random } from './random-kernels.ts';

export interface ConstructProgram {
  readonly text: string;
  /** Names of its parameters. */
  readonly parameters: readonly string[];
  /** Names of the constructs that are in it. */
  readonly constructs: readonly string[];
}

/** Those that are newer, or have more ways in which they may go wrong, come more often. */
const constructs: readonly ((scope: ConstructScope) => Construct)[] = [
  ...[objectsOfHelpers, objectsOfHelpers, tuplesOfHelpers, rowsReturned, rowsReturned, namedCallbacks],
  ...[stacks, stacks, queues, missingElements, missingElements, absentBests, absentBests, sorting, moduleTables],
  arrayMethods,
];

/** A function `name` of those of `a, b, v, n, x, p` that it uses: two tables, an array, a small integer, any number, records. */
export function randomConstructs(name: string, random: Random): ConstructProgram {
  const program = { beside: [], declared: [], used: new Set<string>(), names: 0 };
  const base: ConstructScope = {
    ...{ random, depth: 0, numbers: ['u', 'w', 'n', 'x'], settable: ['u', 'w'], counters: [] },
    ...{ arrays: ['v'], tables: chance(random, 0.3) ? ['a'] : [], constructs: [], program },
  };
  const makers = Array.from({ length: 1 + int(random, 3) }, () => pick(random, constructs));
  const chosen = [...new Set(makers)].map((maker) => maker(base));
  const scope = { ...base, constructs: chosen };
  const { type, statement } = ending(scope, chosen);
  const text = [
    `  let u = ${pick(random, ['0', 'x', '1', '-0'])}; let w = ${pick(random, ['1', 'n', '0.5'])}; let fuel = 0;`,
    ...program.declared.map((line) => `  ${line}`),
    ...(chance(random, 0.3) ? [`  ${statements(scope, 1)}`] : []),
    `  ${rounds(scope)}`,
    ...(chance(random, 0.3) ? [`  ${statements(scope, 1)}`] : []),
    `  ${statement}`,
    '}',
  ].join('\n');
  const used = parameters.filter(({ mention }) => mention.test(text));
  const head = `export function ${name}(${used.map(({ name: own, type: of }) => `${own}: ${of}`).join(', ')}): ${type} {`;
  return {
    text: [...program.beside, head, text].join('\n').replaceAll('NAME', name),
    parameters: used.map((one) => one.name),
    constructs: [...program.used],
  };
}

const parameters = [
  { name: 'a', type: 'number[][]', mention: /\ba[[.]/ },
  { name: 'b', type: 'number[][]', mention: /\bb[[.]/ },
  { name: 'v', type: 'number[]', mention: /\bv\b/ },
  { name: 'n', type: 'number', mention: /\bn\b/ },
  { name: 'x', type: 'number', mention: /(?<!\.)\bx\b(?!:)/ },
  { name: 'p', type: '{ x: number; y: number; on: boolean }[]', mention: /\bp\[/ },
] as const;

/** Two loops in each other, and three where there are tables: what makes fewer passes is declined, because copying its arrays takes as long. */
function rounds(scope: ConstructScope): string {
  const { random } = scope;
  const outer = within(scope, [], ['i']);
  const inner = within(outer, [], ['j']);
  const [many, more] = [pick(random, ['n', 'n', 'v.length']), pick(random, ['n', 'i', 'i + 1', 'v.length'])];
  const before = chance(random, 0.5) ? statements(outer, 1) : '';
  const after = chance(random, 0.5) ? statements(outer, 1) : '';
  const body = `for (let j = 0; j < ${more}; j++) { if (++fuel > 900) break; ${statements(inner, 1 + int(random, 2))} }`;
  const all = `for (let i = 0; i < ${many}; i++) { if (++fuel > 900) break; ${before} ${body} ${after} }`;
  return /\b[ab]\[/.test(all) ? `for (let r = 0; r < 2; r++) { ${all} }` : all;
}

function ending(
  scope: ConstructScope,
  chosen: readonly Construct[],
): { readonly type: string; readonly statement: string } {
  const { random, program } = scope;
  // Rows are compiled only where they are what the function returns.
  const construct = chosen.find(({ name }) => name === 'rows returned') ?? pick(random, chosen);
  const { ends = [] } = construct;
  if (ends.length === 0 || chance(random, construct.name === 'rows returned' ? 0 : 0.5))
    return { type: 'number', statement: `return ${pick(random, ['u', 'w', number(scope, 1)])};` };
  const { type, statement } = pick(random, ends);
  program.used.add(construct.name);
  return { type, statement: made(scope, [statement]) };
}
