// Constructs of random functions that are about single elements and numbers: elements that may be missing, bests that may be absent, tables of the module.
import {
  type Construct,
  type ConstructScope,
  chance,
  index,
  number,
  pick,
  plain,
  statement,
  truth,
  within,
} from './construct-scope.ts';

export function missingElements(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const hasOut = chance(random, 0.5);
  if (hasOut)
    program.declared.push(`const out: number[] = new Array(v.length).fill(${pick(random, ['0', 'x', '-0'])});`);
  const near = (of: ConstructScope) =>
    `${of.counters.length === 0 ? 'n' : pick(random, of.counters)}${pick(random, [' + 1', ' - 1', '', ' - 2', ' + n', ' * 0.5', ' - u', ' * -1'])}`;
  const other = (of: ConstructScope) => pick(random, ['0', '0', '-0', 'x', 'NaN', 'u++', '(w += 1)', plain(of)]);
  const column = (of: ConstructScope) => (chance(random, 0.08) ? pick(random, ['u++', '(w = 1)']) : near(of));
  const cell = (of: ConstructScope) => `${pick(random, ['a', 'a', 'b'])}[${near(of)}]?.[${column(of)}]`;
  return {
    name: 'missing elements',
    numbers: [
      (of) => `(v[${near(of)}] ?? ${other(of)})`,
      (of) => `(v[${near(of)}] ?? ${other(of)})`,
      (of) => `(${cell(of)} ?? ${other(of)})`,
      (of) => `(${cell(of)} ?? ${other(of)})`,
      (of) => `(a[${index(of)}]![${near(of)}] ?? ${other(of)})`,
      (of) => `(${cell(of)} ? ${plain(of)} : w)`,
      (of) => `(a[${near(of)}]?.length ?? ${other(of)})`,
      (of) => (chance(random, 0.15) ? 'v.at(-1)!' : `(v[${near(of)}] ?? 1)`),
    ],
    truths: [
      (of) => `(${cell(of)} === ${pick(random, ['1', '0', 'x', plain(of)])})`,
      (of) => `(${cell(of)} !== ${pick(random, ['1', '0', plain(of)])})`,
      (of) => `(${cell(of)}! ${pick(random, ['<', '<=', '>=', '>'])} ${pick(random, of.numbers)})`,
      (of) => `!!${cell(of)}`,
      (of) => `(v[${near(of)}] !== undefined)`,
    ],
    statements: [
      (of) => `if (${cell(of)}) u += ${plain(of)};`,
      (of) => {
        const inner = {
          ...of,
          constructs: [],
          numbers: ['u', 'x', 'n', 'k', 'v[k]!', '(v[k - 1] ?? 0)', '(v[k + 1] ?? 0)', '(v[k + 2] ?? x)'],
          settable: [],
        };
        return hasOut
          ? `for (let k = 0; k < v.length; k++) { out[k] = ${number(inner, 2)}; }`
          : `for (let k = 0; k < v.length; k++) { u += ${number(inner, 2)}; }`;
      },
      (of) => `if (${cell(of)} ${pick(random, ['===', '!=='])} ${plain(of, 0)}) w++;`,
      (of) => `u += v[${near(of)}] ?? ${other(of)};`,
      (of) =>
        `for (const [dy, dx] of [[0, 1], [1, 0], [0, -1], [-1, 0]] as const) { if (a[${near(of)} + dy]?.[${near(of)} + dx] === ${plain(of, 0)}) u++; w += a[${index(of)} + dy]?.[${index(of)} + dx] ?? 0; }`,
    ],
    ...(hasOut ? { ends: [{ type: 'number[]', statement: () => 'return out;' }] } : {}),
  };
}

export function absentBests(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const absence = pick(random, ['null', 'undefined']);
  const other = absence === 'null' ? 'undefined' : 'null';
  program.declared.push(`let best: number | ${absence} = ${absence};`, `let found: boolean | ${absence} = ${absence};`);
  const is = () => pick(random, ['===', '===', '==']);
  const isNot = () => pick(random, ['!==', '!==', '!=']);
  return {
    name: 'bests that may be absent',
    numbers: [
      (of) => `(best ?? ${plain(of)})`,
      () => '(best ?? u++)',
      (of) => `(best ${isNot()} ${absence} ? best : ${plain(of)})`,
      (of) => `(best ${is()} ${absence} ? ${plain(of)} : best)`,
    ],
    truths: [
      () => `(best ${isNot()} ${absence})`,
      () => `(best ${is()} ${absence})`,
      (of) => `(best ${is()} ${absence} || ${plain(of)} < best)`,
      (of) => `(best ${isNot()} ${absence} && best < ${plain(of)})`,
      () => '!best',
      () => '!found',
      () => (chance(random, 0.1) ? `(best == ${other})` : `(best ${is()} ${absence})`),
    ],
    statements: [
      (of) => `if (best === ${absence} || ${plain(of)} < best) best = ${number(of, 1)};`,
      (of) =>
        `{ const candidate: number = ${number(of, 2)}; if (best === ${absence} || candidate > best) { best = candidate; found = ${truth(of, 0)}; } }`,
      () => `if (best ${isNot()} ${absence}) u += best;`,
      () => 'if (best) w -= best;',
      () => 'if (found) w++;',
      (of) => `best = ${chance(random, 0.4) ? absence : number(of, 1)};`,
      (of) => `found = ${pick(random, [absence, truth(of, 1)])};`,
      (of) =>
        chance(random, 0.1)
          ? pick(random, ['u += best!;', 'best!++;', `best ??= ${plain(of)};`, 'const kept = best; u += kept ?? 1;'])
          : 'u += best ?? 0;',
    ],
    ends: [
      { type: `number | ${absence}`, statement: () => 'return best;' },
      { type: 'number', statement: () => 'return best ?? u;' },
      {
        type: `{ best: number; u: number } | ${absence}`,
        statement: () => `return best === ${absence} ? ${absence} : { best, u };`,
      },
    ],
  };
}

export function moduleTables(scope: ConstructScope): Construct {
  const { random, program } = scope;
  program.beside.push(
    `const NAMEWeights = ${pick(random, ['[1, 0.5, 0.25, -0]', 'Float64Array.of(1, 2, 0.5, 4)', 'Array.from({ length: 4 }, (_, k) => k / 3)', 'new Uint8Array([1, 2, 200, 4])', '[1, 2, 3, 4] as const'])};`,
    `const NAMEMatrix${pick(random, ['', ': readonly (readonly number[])[]', ': number[][]'])} = ${pick(random, ['[[0, 1, 0], [1, -4, 1], [0, 1, 0.5]]', '[[1, 2], [3, 4]]'])};`,
    'const NAMEMoves: [number, number][] = [[0, 1], [1, 0], [0, -1], [-1, 0]];',
    `const NAMELimit = ${pick(random, ['NAMEWeights.length * 2', '3', 'Math.sqrt(2)'])};`,
  );
  const few = (of: ConstructScope, most: number) =>
    `${of.counters.length === 0 ? 'n' : pick(random, of.counters)} % ${most}`;
  return {
    name: 'tables of the module',
    numbers: [
      (of) => `NAMEWeights[${few(of, 4)}]!`,
      (of) => `NAMEMatrix[${few(of, 2)}]![${few(of, 2)}]!`,
      () => 'NAMEWeights.length',
      () => 'NAMEMatrix.length',
      () => 'NAMELimit',
      (of) => `(NAMEWeights[${few(of, 7)}] ?? ${plain(of, 0)})`,
      (of) => `(NAMEMatrix[${few(of, 4)} - 1]?.[${few(of, 3)}] ?? 0)`,
    ],
    statements: [
      (of) =>
        `for (const [dy, dx] of NAMEMoves) { if (++fuel > 900) break; u += dy * ${plain(of)} - dx; ${statement(within(of, ['dy', 'dx'], []))} }`,
      () => `for (let k = 0; k < NAMEWeights.length; k++) { u += NAMEWeights[k]! * (v[k] ?? w); }`,
      (of) => `for (const one of ${pick(random, ['NAMEWeights', 'NAMEMatrix[0]!'])}) { w = w * one + ${plain(of)}; }`,
      () => 'for (const row of NAMEMatrix) { for (const one of row) u -= one * 0.5; }',
      (of) =>
        `for (let k = 0; k < NAMEMoves.length; k++) { const [dy, dx] = NAMEMoves[k]!; u += ${plain({ ...of, numbers: [...of.numbers, 'dy', 'dx'] })}; }`,
    ],
  };
}
