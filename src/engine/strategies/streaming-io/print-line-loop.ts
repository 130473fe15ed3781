// A chain of `filter` and `map` over the lines of a piece, and what finally becomes of them, as one loop: it takes the lines one by one, without
// the lists between the steps. That the steps may take turns is asked before (chain-callbacks.ts).
import ts from 'typescript';
import { printRenamed, writtenNames } from '../../source/loops/loop-text.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { converterName } from './chain-callbacks.ts';
import { methodName } from './line-chains.ts';
import type { LineSink } from './line-sinks.ts';

export interface LoopWords {
  /** The variable of the lines. */
  readonly piece: string;
  /** What one of them is called where the user has no name for it. */
  readonly item: string;
  readonly steps: readonly ts.CallExpression[];
  /** The variable that counts, adds up or collects. */
  readonly result: string;
  /** The variable that holds the number of the next line, for a first step that asks for it. */
  readonly next: string;
  readonly stop: string;
}

/** Undefined where a step gives several values for one, where a callback is more than one expression on one line, where names would clash, and where there are more values than names. */
export function lineLoop(sink: LineSink, words: LoopWords, subject: Subject): readonly string[] | undefined {
  const { steps, piece, result, next, stop } = words;
  const { indent } = subject.style;
  if (!['reduce', 'list', 'set', 'length'].includes(sink.kind)) return undefined;
  if (steps.some((step) => methodName(step) === 'flatMap')) return undefined;
  const own = steps.map((step) => simpleCallback(step, 1, subject));
  const last = sink.kind === 'reduce' ? sinkCallback(sink, subject) : undefined;
  if (own.includes(undefined) || (sink.kind === 'reduce' && last === undefined) || steps.length === 0) return undefined;
  const callbacks = own.flatMap((callback) => callback ?? []);
  const wishes = [...callbacks.map(({ item }) => item), last?.item];
  const number = callbacks[0]?.number;
  const given = new Set([piece, result, ...(number === undefined ? [] : [next, number])]);
  const nameOf = (index: number): string => {
    const wish = wishes[index];
    const others = (index === 0 ? [words.item] : ['value', 'item', 'entry']).map((name) =>
      freshLocalName(subject, name),
    );
    const name = [...(wish === undefined ? [] : [wish]), ...others].find((one) => !given.has(one)) ?? '';
    given.add(name);
    return name;
  };
  const line = nameOf(0);
  let current = line;
  const body: string[] = number === undefined ? [] : [`const ${number} = ${next}++${stop}`];
  let lastCondition: string | undefined;
  for (const [index, callback] of callbacks.entries()) {
    const value = callback.print(new Map([[callback.item, current]]));
    const isLast = index === callbacks.length - 1;
    if (callback.method === 'filter') {
      if (isLast) lastCondition = value;
      else body.push(`if (${negated(value)}) continue${stop}`);
    } else if (isLast && (sink.kind === 'list' || sink.kind === 'set')) current = value;
    else if (isLast && sink.kind === 'length') {
      // Counted whatever it is; computing it could throw.
      return undefined;
    } else {
      current = nameOf(index + 1);
      body.push(`const ${current} = ${value}${stop}`);
    }
  }
  if (given.has('')) return undefined;
  const all = [...callbacks, ...(last === undefined ? [] : [last])];
  if (all.some((callback) => callback.clashes(given))) return undefined;
  const done = last !== undefined ? added(last, result, current) : doneWith(sink, result, current);
  body.push(`${lastCondition === undefined ? '' : `if (${lastCondition}) `}${done}${stop}`);
  const [only, ...more] = body;
  if (more.length === 0 && lastCondition === undefined) return [`for (const ${line} of ${piece}) ${only}`];
  return [`for (const ${line} of ${piece}) {`, ...body.map((text) => indent + text), '}'];
}

function doneWith({ kind }: LineSink, result: string, value: string): string {
  return kind === 'length' ? `${result}++` : `${result}.${kind === 'set' ? 'add' : 'push'}(${value})`;
}

interface SimpleCallback {
  readonly method: string;
  /** What it calls the item. */
  readonly item: string | undefined;
  /** What it calls the number of the line. */
  readonly number?: string | undefined;
  /** What `reduce` calls that which came before. */
  readonly before: string | undefined;
  /** Its value, with names in place of its parameters. */
  readonly print: (names: ReadonlyMap<string | undefined, string>) => string;
  /** Whether one of the names means something else in it. */
  readonly clashes: (names: ReadonlySet<string>) => boolean;
}

function sinkCallback({ step }: LineSink, subject: Subject): SimpleCallback | undefined {
  return step !== undefined && ts.isCallExpression(step) ? simpleCallback(step, 2, subject) : undefined;
}

function simpleCallback(step: ts.CallExpression, takes: 1 | 2, { checker }: Subject): SimpleCallback | undefined {
  const method = methodName(step);
  const callback = step.arguments[0] && bare(step.arguments[0]);
  if (callback === undefined || step.typeArguments !== undefined) return undefined;
  const converter = converterName(callback, checker);
  if (takes === 1 && converter !== undefined) {
    const print = (names: ReadonlyMap<string | undefined, string>): string => {
      const item = names.get(undefined) ?? '';
      return method === 'filter' && converter === 'Boolean' ? item : `${converter}(${item})`;
    };
    return { method, item: undefined, before: undefined, print, clashes: (names) => names.has(converter) };
  }
  if (!ts.isArrowFunction(callback) || ts.isBlock(callback.body) || callback.body.getText().includes('\n'))
    return undefined;
  const { body, parameters, type } = callback;
  const areNames = parameters.every(({ name, initializer }) => ts.isIdentifier(name) && initializer === undefined);
  const saysMore = type !== undefined && ts.isTypePredicateNode(type);
  if (!areNames || saysMore || parameters.length === 0 || parameters.length > 2) return undefined;
  const [before, item] = takes === 2 ? parameters : [undefined, ...parameters];
  const own = new Map(
    parameters.flatMap(({ name }): [string, ts.Symbol][] => {
      const symbol = checker.getSymbolAtLocation(name);
      return symbol === undefined ? [] : [[name.getText(), symbol]];
    }),
  );
  return {
    method,
    item: item?.name.getText(),
    number: takes === 1 ? parameters[1]?.name.getText() : undefined,
    before: before?.name.getText(),
    print: (names) => {
      const renames = new Map<ts.Symbol, string>();
      for (const [name, symbol] of own) renames.set(symbol, names.get(name) ?? name);
      return printRenamed(body, renames, checker);
    },
    clashes: (names) => [...writtenNames(body)].some((name) => names.has(name) && !own.has(name)),
  };
}

/** `sum = sum + x` as `sum += x`. */
function added({ before, item, print }: SimpleCallback, result: string, current: string): string {
  const value = print(
    new Map([
      [before, result],
      [item, current],
    ]),
  );
  const plus = `${result} + `;
  const rest = value.slice(plus.length);
  return value.startsWith(plus) && /^[\w$.]+$/.test(rest) ? `${result} += ${rest}` : `${result} = ${value}`;
}

function negated(condition: string): string {
  if (/^![\w$.]+$/.test(condition)) return condition.slice(1);
  if (/^!\([^()]*\)$/.test(condition)) return condition.slice(2, -1);
  // Nothing that binds less tightly stands on either side.
  const [, left, sign, right] = /^([^=!<>&|?:,]+) ([=!]==) ([^=!<>&|?:,]+)$/.exec(condition) ?? [];
  if (sign !== undefined) return `${left} ${sign === '===' ? '!==' : '==='} ${right}`;
  return /^[\w$.]+(\([^()]*\))?$/.test(condition) ? `!${condition}` : `!(${condition})`;
}
