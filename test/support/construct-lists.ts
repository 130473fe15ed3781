// Constructs of random functions that are about lists: stacks, queues, sorting and array methods. Seldom something that must be handed over or declined:
// nothing to take, another name for a list, an order that is none.
import {
  type Construct,
  type ConstructScope,
  chance,
  freshName,
  index,
  number,
  pick,
  plain,
  statement,
  truth,
  within,
} from './construct-scope.ts';

export function stacks(scope: ConstructScope): Construct {
  const { random, program } = scope;
  program.declared.push(`const stack: number[] = ${pick(random, ['[]', '[x]', '[1, n, 0]', '[0]'])};`);
  const isOfPairs = chance(random, 0.4);
  if (isOfPairs) program.declared.push('const spans: [number, number][] = [[0, n]];');
  const last = 'stack[stack.length - 1]!';
  return {
    name: 'stacks',
    numbers: [
      () => 'stack.length',
      () => `(stack.length > 0 ? ${last} : ${pick(random, ['0', 'u', '-0'])})`,
      () => '(stack.length > 0 ? stack.pop()! : w)',
      (of) => `(stack.length > ${of.counters.at(-1) ?? 0} ? stack[${of.counters.at(-1) ?? 0}]! : u)`,
      () =>
        chance(random, 0.2)
          ? pick(random, ['stack.pop()!', last, 'stack.at(-1)!', '(stack.pop() ?? 0)'])
          : 'stack.length',
    ],
    truths: [() => '(stack.length > 0)', (of) => `(stack.length > 0 && ${last} < ${plain(of)})`],
    statements: [
      (of) => `stack.push(${number(of, 2)});`,
      (of) => `stack.push(${number(of, 1)});`,
      (of) => `stack.push(${plain(of)}, ${number(of, 1)});`,
      () => 'stack.pop();',
      (of) =>
        `while (stack.length > 0 && ${last} ${pick(random, ['<', '<=', '!=='])} ${plain(of)}) { if (++fuel > 900) break; const top = stack.pop()!; u += top; ${statement(within(of, ['top'], []))} }`,
      (of) =>
        `if (stack.length > 0) { const top = stack.pop()!; w = top; if (${truth(of, 1)}) stack.push(top + ${plain(of)}); }`,
      (of) =>
        `if (stack.length > 1) stack.push(stack.pop()! ${pick(random, ['+', '-', '*', '/'])} stack.pop()!, ${plain(of, 0)});`,
      (of) => `if (stack.length > 0) stack[stack.length - 1] = ${number(of, 1)};`,
      (of) => `for (let k = 1; k < stack.length; k++) { stack[k] = stack[k - 1]! * 0.5 + ${plain(of)}; }`,
      (of) =>
        `for (let k = 0; k < stack.length; k++) { if (++fuel > 900) break; u += stack[k]!; if (${truth({ ...of, constructs: [] }, 1)}) ${pick(random, ['stack.pop();', 'stack.push(u);', 'w += stack[k]!;'])} }`,
      () => 'for (const top of stack) { if (++fuel > 900) break; u += top; }',
      (of) =>
        isOfPairs
          ? `while (spans.length > 0) { if (++fuel > 900) break; const [low, high] = spans.pop()!; u += high - low; if (high - low > 1) { const middle = (low + high) >> 1; spans.push([low, middle]); spans.push([middle, ${plain(of, 0)}]); } }`
          : `stack.push(${plain(of)});`,
      (of) => (isOfPairs ? `spans.push([${plain(of)}, ${plain(of)}]);` : 'if (stack.length > 9) stack.pop();'),
      (of) =>
        chance(random, 0.1)
          ? pick(random, [
              'stack.length = 0;',
              `{ const other = stack; other.push(1); u += stack.length; }`,
              `stack[stack.length] = stack.pop()!;`,
              `stack[${index(of)}] = stack.pop()!;`,
              'u += stack.pop()! * stack.length;',
              'stack.push(stack.length, stack.pop()!);',
            ])
          : `stack.push(${plain(of)});`,
    ],
    ends: [{ type: 'number[]', statement: () => 'return stack;' }],
  };
}

export function queues(scope: ConstructScope): Construct {
  const { random, program } = scope;
  program.declared.push(`const queue: number[] = ${pick(random, ['[]', '[x]', '[n, 1, 0.5]', '[0]'])};`);
  const isOfPairs = chance(random, 0.5);
  if (isOfPairs) program.declared.push('const places: [number, number][] = [[0, 0]];');
  return {
    name: 'queues',
    numbers: [
      () => 'queue.length',
      () => '(queue.length > 0 ? queue.shift()! : w)',
      () => (chance(random, 0.2) ? pick(random, ['queue.shift()!', '(queue.shift() ?? 0)']) : 'queue.length'),
    ],
    truths: [() => '(queue.length > 0)', () => '(queue.length < 5)'],
    statements: [
      (of) => `queue.push(${number(of, 2)});`,
      (of) => `queue.push(${number(of, 1)}, ${plain(of)});`,
      () => 'queue.shift();',
      (of) =>
        `while (queue.length > ${pick(random, ['0', '1', 'n'])}) { if (++fuel > 900) break; const first = queue.shift()!; u -= first; ${statement(within(of, ['first'], []))} }`,
      (of) =>
        `if (queue.length > 0) { const first = queue.shift()!; w = first; if (${truth(of, 1)}) queue.push(first * ${plain(of)}); }`,
      () => 'if (queue.length > 0) queue.push(queue.shift()!);',
      (of) =>
        isOfPairs
          ? `while (places.length > 0) { if (++fuel > 900) break; const [y, r] = places.shift()!; u += y * 0.5 + r; if (y < ${plain(of, 0)} && r < n) { places.push([y + 1, r], [y, r + 1]); } }`
          : `queue.push(${plain(of)});`,
      (of) => (isOfPairs ? `places.push([${plain(of)}, ${plain(of)}]);` : 'queue.push(queue.length);'),
      (of) =>
        chance(random, 0.08)
          ? pick(random, [
              `u += queue[${index(of)}] ?? 0;`,
              'for (const one of queue) u += one;',
              'queue.pop();',
              'queue.unshift(u);',
            ])
          : `queue.push(${plain(of)});`,
    ],
  };
}

export function sorting(scope: ConstructScope): Construct {
  const { random, program } = scope;
  const order = () => pick(random, ['(p, q) => p - q', '(p, q) => q - p', '(one, other) => one - other']);
  const call = () =>
    chance(random, 0.06)
      ? pick(random, ['.sort()', '.sort((p, q) => (p < q ? -1 : 1))', '.sort((p, q) => p - p)'])
      : `.sort(${order()})`;
  program.declared.push(
    `const sorted = ${pick(random, ['[...v]', 'v.slice()', 'v.map((one) => one * 2)', 'v.filter((one) => one > 0)', 'v.slice(1)'])}${call()};`,
  );
  return {
    name: 'sorting',
    numbers: [
      (of) => `sorted[${index(of)}]!`,
      () => '(sorted.length > 0 ? sorted[sorted.length >> 1]! : 0)',
      () => 'sorted.length',
      () => (chance(random, 0.1) ? `v.toSorted(${order()})[0]!` : '(sorted.length > 0 ? sorted[0]! : 1)'),
    ],
    statements: [
      (of) => {
        if (of.depth > 1) return `v[${index(of)}] = u;`;
        const name = freshName(of, 'near');
        return `{ const ${name} = v.slice(Math.max(0, ${index(of)} - ${pick(random, ['1', '2', 'n'])}), ${index(of)} + 2)${call()}; u += ${name}.length === 0 ? 0 : ${name}[${pick(random, [`Math.floor(${name}.length / 2)`, `${name}.length >> 1`, '0'])}]!; }`;
      },
      (of) => (of.depth > 1 ? 'w += sorted.length;' : `v${call()};`),
      (of) => (of.counters.length !== 1 ? `v${call()};` : `a[${index(of)}]!${call()};`),
      (of) =>
        of.depth > 1
          ? 'for (const one of sorted) u -= one;'
          : `{ const copy = [...${of.counters.length === 0 ? 'v' : `a[${index(of)}]!`}]${call()}; for (const one of copy) u = u * 0.5 + one; }`,
      (of) =>
        of.depth > 1
          ? `u = sorted.length > 0 ? sorted[0]! : ${plain(of)};`
          : `{ const keys: number[] = []; for (let j = 0; j < n; j++) keys.push(${plain({ ...of, numbers: [...of.numbers, 'j'] })}); keys${call()}; for (const key of keys) w = w * 0.5 + key; }`,
      () => 'for (const one of sorted) { w = one - w; }',
      (of) => `v[${index(of)}] = ${number(of, 1)};`,
    ],
    ends: [
      { type: 'number[]', statement: () => 'return sorted;' },
      { type: 'number[]', statement: () => `return [...v]${call()};` },
    ],
  };
}

export function arrayMethods(scope: ConstructScope): Construct {
  const { random, program } = scope;
  program.declared.push('const list: number[] = [];');
  const array = (of: ConstructScope) =>
    of.counters.length > 0 && chance(random, 0.3) ? `a[${index(of)}]!` : pick(random, ['v', 'v', 'list']);
  const one = (of: ConstructScope, names: readonly string[]) =>
    plain({ ...of, numbers: [...of.numbers, ...names, ...names] });
  const asked = (of: ConstructScope, names: readonly string[]) =>
    truth({ ...of, constructs: [], numbers: [...of.numbers, ...names] }, 1);
  return {
    name: 'array methods',
    numbers: [
      (of) => `${array(of)}.reduce((s, e) => ${one(of, ['s', 'e'])}, ${plain(of, 0)})`,
      (of) => `${array(of)}.reduce((s, e, k) => s + e * k, 0)`,
      (of) => `${array(of)}.filter((e) => ${asked(of, ['e'])}).length`,
      (of) => `${array(of)}.findIndex((e) => ${asked(of, ['e'])})`,
      (of) => `${array(of)}.slice(${pick(random, ['1', '-2', 'n', 'x', 'u'])}).reduce((s, e) => s + e, 0)`,
      (of) => (chance(random, 0.15) ? 'a.flat().length' : `${array(of)}.map((e, k) => ${one(of, ['e', 'k'])}).length`),
      () => 'list.length',
    ],
    truths: [
      (of) => `${array(of)}.some((e) => ${asked(of, ['e'])})`,
      (of) => `${array(of)}.every((e, k) => ${asked(of, ['e', 'k'])})`,
    ],
    statements: [
      (of) => `list.push(${number(of, 1)});`,
      (of) => `${array(of)}.forEach((e, k) => { u += ${one(of, ['e', 'k'])}; });`,
      (of) => `{ const m = ${array(of)}.map((e) => ${one(of, ['e'])}); for (const e of m) w += e; }`,
      (of) => `{ const m = ${array(of)}.filter((e) => ${asked(of, ['e'])}).map((e) => e * 2); u += m.length; }`,
      (of) =>
        `{ const m = ${array(of)}.slice(${pick(random, ['0', '1', '-1', 'n', 'x'])}, ${pick(random, ['2', '-1', 'n', 'u'])}); for (const e of m) w -= e; }`,
    ],
    ends: [
      { type: 'number[]', statement: () => 'return list;' },
      { type: 'number[]', statement: (of) => `return v.map((e, k) => ${one(of, ['e', 'k'])});` },
      { type: 'boolean', statement: (of) => `return v.some((e) => ${asked(of, ['e'])});` },
    ],
  };
}
