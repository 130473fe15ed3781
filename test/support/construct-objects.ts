// Constructs of random functions that are about small objects: helpers that take and give them, tuples, rows that are made and returned, and functions
// that go by their names. Seldom something that must be declined: another name for an object, one that is set after it was pushed, `===`.
import {
  type Construct,
  type ConstructScope,
  chance,
  index,
  type Maker,
  made,
  number,
  ofHelper,
  pick,
  plain,
  truth,
} from './construct-scope.ts';

export function objectsOfHelpers(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const inside = ofHelper(scope, ['p.x', 'p.y', 'q.x', 'q.y']);
  const both = (of: ConstructScope) => `{ x: ${number(of, 2)}, y: ${number(of, 1)} }`;
  const body = made(inside, [
    () => `return ${both(inside)};`,
    () => `return { x: p.x + q.x, y: p.y + q.y };`,
    () => `if (${truth(inside, 1)}) return ${both(inside)}; return ${both(inside)};`,
    () => `const r = ${both(inside)}; r.x += ${number(inside, 1)}; if (${truth(inside, 1)}) r.y = r.x; return r;`,
    () => `const { x, y } = p; return { x: x * ${number(inside, 1)}, y: y - ${number(inside, 1)} };`,
    () =>
      `let s = ${number(inside, 1)}; for (let k = 0; k < 3; k++) s = s * 0.5 + ${number(inside, 1)}; return { x: s, y: ${number(inside, 1)} };`,
    () => (chance(random, 0.3) ? `return ${truth(inside, 1)} ? p : ${both(inside)};` : `return { x: q.y, y: p.x };`),
  ]);
  const factor = pick(random, ['', '', ', k = 1', ', k: number']);
  const moved = ofHelper(scope, ['x', 'y', 'k']);
  program.beside.push(
    'interface NAMEVec { x: number; y: number }',
    `function NAMEAdd(p: NAMEVec, q: NAMEVec): NAMEVec { ${body} }`,
    `function NAMEMove({ x, y }: NAMEVec, k: number): NAMEVec { return ${pick(random, [both(moved), `NAMEAdd({ x, y: k }, { x: ${number(moved, 1)}, y })`])}; }`,
    `function NAMENorm(p: NAMEVec${factor}): number { return ${number(ofHelper(scope, factor === '' ? ['p.x', 'p.y'] : ['p.x', 'p.y', 'k']), 2)}; }`,
    'function NAMEShift(p: NAMEVec, k: number): void { p.x += k; }',
  );
  program.declared.push(
    `let z: NAMEVec = ${pick(random, ['{ x: 0, y: 0 }', '{ x: x, y: -0 }', '{ x: n, y: 1 }'])};`,
    `const c = { x: ${pick(random, ['0.5', 'x', '-0.8'])}, y: ${pick(random, ['0.25', 'n', '1'])} };`,
  );
  const hasRecords = chance(random, 0.4);
  const hasReset = chance(random, 0.1);
  if (hasReset)
    program.declared.push(
      `const reset = (k: number): number => { ${pick(random, ['z = { x: k, y: z.x };', 'z.x += k;', 'z = NAMEAdd(z, { x: k, y: 1 });'])} return z.y; };`,
    );
  const object = (of: ConstructScope, depth: number): string =>
    made(of, [
      () => 'z',
      () => 'c',
      () => both({ ...of, constructs: [] }),
      () => (hasRecords && of.counters.length > 0 ? `p[${index(of)}]!` : 'c'),
      () => (depth === 0 ? 'z' : `NAMEAdd(${object(of, depth - 1)}, ${object(of, depth - 1)})`),
      () => (depth === 0 ? 'c' : `NAMEMove(${object(of, depth - 1)}, ${plain(of)})`),
    ]);
  const norm = (of: ConstructScope, object: string): string => {
    const isLeftOut = factor === '' || (factor.includes('=') && chance(random, 0.5));
    return `NAMENorm(${object}${isLeftOut ? '' : `, ${plain(of)}`})`;
  };
  const call = (of: ConstructScope): string =>
    pick(random, [
      `NAMEAdd(z, ${object(of, 1)})`,
      `NAMEAdd(${object(of, 1)}, c)`,
      `NAMEMove(${object(of, 1)}, ${plain(of)})`,
    ]);
  return {
    name: 'objects of helpers',
    numbers: [
      () => 'z.x',
      () => 'z.y',
      (of) => (hasReset && chance(random, 0.5) ? `reset(${plain(of)})` : 'c.x'),
      (of) => norm(of, object(of, 1)),
      (of) => norm(of, object(of, 0)),
    ],
    statements: [
      (of) => `z = ${call(of)};`,
      (of) => `z = ${call(of)};`,
      (of) => `z = ${both(of)};`,
      () => 'z = { x: z.y, y: z.x };',
      (of) => `z.${pick(random, ['x', 'y'])} ${pick(random, ['=', '+=', '*='])} ${number(of, 2)};`,
      (of) =>
        `{ const q = ${call(of)}; u += q.x; ${pick(random, [`w = ${norm(of, 'q')};`, 'q.x += u; w -= q.x;', 'z = NAMEAdd(q, c);'])} }`,
      (of) => `{ const { x: qx, y: qy } = ${call(of)}; u += qx; w -= qy; }`,
      (of) => `if (${truth(of, 1)}) z = ${call(of)};`,
      (of) =>
        !chance(random, 0.15)
          ? `u += ${norm(of, object(of, 1))};`
          : pick(random, [
              '{ const q = z; q.x += 1; u += z.x; }',
              'if (z === c) u++;',
              'z = c;',
              'NAMEShift(z, u);',
              `w = NAMEAdd(z, c).x;`,
              '{ const q = NAMEAdd(z, c); z = q; q.x++; }',
            ]),
    ],
    ends: [
      { type: 'NAMEVec', statement: () => 'return z;' },
      { type: 'NAMEVec', statement: () => `return ${chance(random, 0.1) ? 'NAMEAdd(z, c)' : '{ x: u, y: w }'};` },
    ],
  };
}

export function tuplesOfHelpers(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const inside = ofHelper(scope, ['s', 't']);
  const pair = (of: ConstructScope, depth = 2) => `[${number(of, depth)}, ${number(of, 1)}]`;
  const body = made(inside, [
    () => `return ${pair(inside)};`,
    () => 'return [t, s];',
    () => `if (${truth(inside, 1)}) return [s, t]; return ${pair(inside)};`,
    () => `const r = ${number(inside, 2)}; return [r, r * 0.5];`,
    () => `let [m, k] = [s, t]; for (let j = 0; j < 4; j++) [m, k] = [k + ${number(inside, 1)}, m]; return [m, k];`,
    () => `return ${truth(inside, 1)} ? ${pair(inside)} : [t, s];`,
  ]);
  program.beside.push(`function NAMEStep(s: number, t: number): [number, number] { ${body} }`);
  const hasState = chance(random, 0.5);
  if (hasState) program.declared.push(`let state = NAMEStep(${pick(random, ['0, 1', 'x, n', 'n, -0'])});`);
  const call = (of: ConstructScope) => `NAMEStep(${number(of, 1)}, ${number(of, 1)})`;
  return {
    name: 'tuples of helpers',
    numbers: hasState ? [() => 'state[0]', () => 'state[1]'] : [() => 'u', () => 'w'],
    statements: [
      (of) => `[u, w] = ${call(of)};`,
      () => '[w, u] = NAMEStep(u, w);',
      (of) => `{ const [g, h] = ${call(of)}; u += g; w = h - g; }`,
      (of) => `{ const [, h] = ${call(of)}; w -= h; }`,
      (of) =>
        hasState ? `state = NAMEStep(state[${pick(random, ['0', '1'])}], ${number(of, 1)});` : `[u, w] = ${call(of)};`,
      (of) => (chance(random, 0.1) ? `u = ${call(of)}[0];` : `{ const [g] = ${call(of)}; u -= g; }`),
    ],
    ends: [
      {
        type: '[number, number]',
        statement: () => (hasState && chance(random, 0.2) ? 'return state;' : 'return [w, u];'),
      },
      { type: '[number, number]', statement: (of) => `return [${number(of, 1)}, ${number(of, 1)}];` },
    ],
  };
}

export function rowsReturned(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const areObjects = chance(random, 0.5);
  const names = pick(random, [['x', 'y'], ['at', 'x', 'y'], ['y']] as const);
  const width = pick(random, [2, 2, 3]);
  const type = areObjects
    ? `{ ${names.map((one) => `${one}: number`).join('; ')} }`
    : `[${Array(width).fill('number').join(', ')}]`;
  const isLoose = !areObjects && chance(random, 0.4);
  program.declared.push(`const rows: ${isLoose ? 'number[][]' : `${type}[]`} = [];`);
  const cells = (of: ConstructScope) =>
    number({ ...of, constructs: of.constructs.filter(({ name }) => name !== 'rows returned') }, 1);
  const row: Maker = (of) =>
    areObjects
      ? `{ ${names.map((one) => `${one}: ${cells(of)}`).join(', ')} }`
      : `[${Array.from({ length: isLoose && chance(random, 0.05) ? width - 1 : width }, () => cells(of)).join(', ')}]`;
  const setLater = areObjects ? `r.${names[0]} = u;` : 'r[0] = u;';
  return {
    name: 'rows returned',
    numbers: [() => 'rows.length'],
    statements: [
      (of) => `rows.push(${row(of)});`,
      (of) => `rows.push(${row(of)});`,
      (of) => `if (${truth(of, 1)}) rows.push(${row(of)});`,
      (of) =>
        `{ const r${isLoose ? '' : `: ${type}`} = ${row(of)}; ${chance(random, 0.5) ? setLater : ''} rows.push(r); ${chance(random, 0.1) ? setLater : ''} }`,
    ],
    ends: [
      { type: isLoose ? 'number[][]' : `${type}[]`, statement: () => 'return rows;' },
      {
        type: isLoose ? 'number[][]' : `${type}[]`,
        statement: (of) => `return v.map((one, k) => (${row({ ...of, numbers: [...of.numbers, 'one', 'k'] })}));`,
      },
      {
        type: isLoose ? 'number[][]' : `${type}[]`,
        statement: (of) => {
          const inner = { ...of, numbers: [...of.numbers, 'one', 'k', 's'], counters: ['k'], depth: 3 };
          return `return v.map((one, k) => { let s = 0; for (const other of v) { s += other * ${number(inner, 1)}; } return ${row(inner)}; });`;
        },
      },
    ],
  };
}

export function namedCallbacks(scope: ConstructScope): Construct {
  const { random, program } = scope;
  program.beside.push(
    `function NAMEScaled(value: number): number { ${made(ofHelper(scope, ['value']), [(of) => `return ${number(of, 2)};`, (of) => `if (${truth(of, 1)}) return ${number(of, 1)}; return ${number(of, 1)};`])} }`,
    `function NAMEWeighted(value: number, index: number): number { return ${number(ofHelper(scope, ['value', 'index']), 2)}; }`,
    `function NAMEGood(value: number): boolean { return ${truth(ofHelper(scope, ['value']), 1)}; }`,
    `const NAMEJoined = (sum: number, value: number): number => ${number(ofHelper(scope, ['sum', 'value']), 2)};`,
  );
  const hasOwn = chance(random, 0.5);
  const hasNext = chance(random, 0.5);
  const hasBump = chance(random, 0.3);
  if (hasBump) program.declared.push('const bump = (by: number): number => { u += by; return u * 0.5; };');
  if (hasOwn)
    program.declared.push(
      `const own = (value: number): number => ${number(ofHelper(scope, ['value', 'x', 'n', 'u']), 2)};`,
    );
  if (hasNext)
    program.declared.push(
      'let seed = 7;',
      'const next = (): number => { seed = (seed * 16807 + 1) % 2147483647; return seed / 2147483647; };',
    );
  const array = (of: ConstructScope) => (of.counters.length > 0 && chance(random, 0.3) ? `a[${index(of)}]!` : 'v');
  return {
    name: 'named callbacks',
    numbers: [
      (of) => `${array(of)}.reduce(NAMEJoined, ${pick(random, ['0', 'x', 'u'])})`,
      () => `v.map(${pick(random, ['NAMEScaled', 'NAMEWeighted'])}).reduce(NAMEJoined, 0)`,
      (of) => `Math.max(...${array(of)}.map(NAMEScaled))`,
      () => 'v.filter(NAMEGood).length',
      () => 'v.findIndex(NAMEGood)',
      (of) => `NAMEScaled(${plain(of)})`,
      (of) => (hasOwn ? `own(${plain(of)})` : `NAMEWeighted(${plain(of)}, u)`),
      (of) => (hasNext ? 'next()' : hasBump ? `bump(${plain(of)})` : 'u'),
    ],
    truths: [
      (of) => `${array(of)}.some(NAMEGood)`,
      () => 'v.every(NAMEGood)',
      (of) => `NAMEGood(${plain(of)})`,
      () => (hasNext ? '(next() < 0.5)' : 'NAMEGood(u)'),
    ],
    statements: [
      (of) =>
        `{ const m = ${array(of)}.map(${pick(random, ['NAMEScaled', 'NAMEWeighted'])}); for (const one of m) u += one; }`,
      (of) =>
        `{ const m = ${array(of)}.filter(NAMEGood); w -= m.length; for (const one of m) u = NAMEJoined(u, one); }`,
      (of) => `u = NAMEJoined(${plain(of)}, w);`,
      () => (hasNext ? 'u += next() - next() * 0.5;' : 'u -= v.reduce(NAMEJoined);'),
    ],
  };
}
