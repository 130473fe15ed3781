// Writes a chain of array methods as one loop: names that do not collide, callbacks inlined one after the other, the result built in the way
// of the last step. That the loop does the same is decided in pipeline.ts.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { uncheckedMark } from '../../source/loops/column-sums.ts';
import { type LoopNames, printRenamed, reindented, writtenNames } from '../../source/loops/loop-text.ts';
import { withoutParentheses } from '../../source/parentheses.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import {
  type Accumulator,
  appendedWhereOwn,
  type Growth,
  grows,
  growthOf,
  isFreshLiteral,
  isPlainStart,
  mayCopy,
  mentions,
  needsPlainStart,
  readsOnly,
} from './accumulators.ts';
import type { Callback } from './callbacks.ts';
import { asCondition, negated } from './conditions.ts';
import { isCount } from './counts.ts';
import { isAssigned, type Pipeline, type Step } from './pipeline.ts';
import {
  bindingsOf,
  countersAround,
  isDeclaredWithin,
  isUnused,
  localsOf,
  memberName,
  nameOfCollected,
  saysNothing,
} from './pipeline-names.ts';
import { printGrowth } from './print-growth.ts';
import { elementText, printedType } from './printed-types.ts';
import { reasons } from './reasons.ts';

export interface PrintedLoop {
  /** Without the indentation of the place, which every line but the first gets. */
  readonly lines: readonly string[];
  /** Undefined for forEach. */
  readonly result: string | undefined;
}

interface Target {
  /** The variable that the result is declared as, and how its declaration begins: `const names: string[]`. */
  readonly name: string;
  readonly annotation: string;
  /** It gets another value later. */
  readonly isReassigned: boolean;
}

export function printPipeline(
  pipeline: Pipeline,
  subject: Subject,
  names: LoopNames,
  target: Target | undefined,
): PrintedLoop | Reason {
  return new PipelinePrinter(pipeline, subject, names).print(target);
}

/** What a step is printed into. */
interface StepPlace {
  readonly result: string | undefined;
  readonly index: string;
  readonly end: string;
  readonly hasFilter: boolean;
  readonly isLast: boolean;
}

class PipelinePrinter {
  readonly #pipeline: Pipeline;
  readonly #subject: Subject;
  readonly #names: LoopNames;
  /** Names declared in the body of the loop so far. */
  readonly #inBody = new Set<string>();
  readonly #body: string[] = [];
  /** What the current element is called, or the expression that it is. */
  #current = '';
  #isNamed = false;

  constructor(pipeline: Pipeline, subject: Subject, names: LoopNames) {
    this.#pipeline = pipeline;
    this.#subject = subject;
    this.#names = names;
  }

  print(target: Target | undefined): PrintedLoop | Reason {
    const { steps, source, node } = this.#pipeline;
    const { style, checker } = this.#subject;
    const end = style.semicolons ? ';' : '';
    const lines: string[] = [];
    const last = steps.at(-1) ?? steps[0];
    const hasFilter = steps.some(({ method }) => method === 'filter');
    const givesArray = last.method === 'map' || last.method === 'filter';

    const result = last.method === 'forEach' ? undefined : (target?.name ?? this.#resultName(last));
    let receiver = '';
    let limit: string;
    if (source.kind === 'count') limit = this.#countedLength(source.length, lines, end, givesArray && !hasFilter);
    else if (source.kind === 'made') limit = source.length.getText();
    else {
      receiver = source.expression.getText();
      if (!ts.isIdentifier(source.expression)) {
        const name = this.#names.fresh(memberName(source.expression) ?? 'items');
        lines.push(`const ${name} = ${reindented(source.expression)}${end}`);
        receiver = name;
      }
      limit = `${receiver}.length`;
      if (this.#pipeline.hasEffects) {
        const name = this.#names.fresh('count');
        lines.push(`const ${name} = ${limit}${end}`);
        limit = name;
      }
    }
    const type = style.isTypeScript ? printedType(checker.getTypeAtLocation(node), node, checker) : undefined;
    const annotation = target?.annotation ?? '';
    const constant = target?.isReassigned === true ? 'let' : 'const';
    if (givesArray && !hasFilter) {
      const element = style.isTypeScript ? elementText(checker.getTypeAtLocation(node), node, checker) : undefined;
      const made = `new Array${element === undefined ? '' : `<${element}>`}(${limit})`;
      lines.push(`${constant} ${result}${annotation} = ${made}${end}`);
      if (source.kind === 'made') limit = `${result}.length`;
    } else if (givesArray) {
      const declared = annotation === '' && type !== undefined ? `: ${type}` : annotation;
      lines.push(`${constant} ${result}${declared} = []${end}`);
    } else if (last.method === 'reduce' && last.initial !== undefined) {
      const initial = checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(last.initial)));
      const needsType = annotation === '' && type !== undefined && initial !== type;
      const declared = needsType ? `: ${type}` : annotation;
      const growth = this.#growthOf(last);
      const isKept = growth === undefined ? isOnlyFilled(last.callback) : !mayCopy(growth);
      const keyword = isKept ? constant : 'let';
      lines.push(`${keyword} ${result}${declared} = ${reindented(last.initial)}${end}`);
    }

    const index = this.#indexName(result);
    if (source.kind === 'array') {
      if (!source.isDense)
        this.#body.push(`if (!(${index} in ${receiver})) continue${end} // ${steps[0].method} skips holes`);
      this.#current = `${receiver}[${index}]${uncheckedMark(this.#subject)}`;
    } else this.#current = 'undefined';
    const reserved = [receiver, index, limit, ...(result === undefined ? [] : [result])];
    for (const name of reserved) this.#inBody.add(name);

    for (const step of steps) {
      const isLast = step === last;
      const place = { result: isLast ? result : undefined, index, end, hasFilter, isLast };
      const obstacle = this.#printStep(step, place);
      if (obstacle !== undefined) return obstacle;
    }
    lines.push(`for (let ${index} = 0; ${index} < ${limit}; ${index}++) {`);
    for (const line of this.#body)
      lines.push(...line.split('\n').map((part) => (part === '' ? part : style.indent + part)));
    lines.push('}');
    return { lines: lines.flatMap((line) => line.split('\n')), result };
  }

  #printStep(step: Step, place: StepPlace): Reason | undefined {
    const { callback, method } = step;
    const { result, index, end } = place;
    const renames = new Map<ts.Symbol, string>();
    if (callback.called !== callback.node) {
      this.#finishStep(step, this.#callOf(step, place), renames, place);
      return undefined;
    }
    const parameters = method === 'reduce' ? callback.parameters.slice(1) : callback.parameters;
    if (method === 'reduce' && result !== undefined) this.#rename(callback.parameters[0], result, renames);
    const [element, position] = parameters;
    this.#rename(position, index, renames);
    const isCountOnly = this.#pipeline.source.kind !== 'array' && step === this.#pipeline.steps[0];
    if (!isCountOnly) this.#bindElement(step, element, renames, end);
    for (const [symbol, name] of renames) {
      if (name !== symbol.name && isDeclaredWithin(name, callback))
        return reasonAt(callback.node, reasons.callbackForm(method, `declares ${name}, which is used around it`));
    }
    const locals = localsOf(callback);
    for (const name of locals) {
      if (this.#isTaken(name, step))
        return reasonAt(callback.node, reasons.callbackForm(method, `declares ${name}, which is used around it`));
      this.#inBody.add(name);
    }
    const { checker } = this.#subject;
    const statements = printStatements(callback, renames, checker);
    if (statements !== '') this.#body.push(statements);
    const value =
      callback.value === undefined ? 'undefined' : printRenamed(withoutParentheses(callback.value), renames, checker);
    this.#finishStep(step, value, renames, place);
    return undefined;
  }

  /** `square(xs[i])`: a filter lets through what has a name. */
  #callOf({ callback, method }: Step, { result, index, end }: StepPlace): string {
    const collected = method === 'reduce' && result !== undefined ? [result] : [];
    if (method === 'filter' && !this.#isNamed) {
      const [parameter] = callback.called.parameters;
      const isName = parameter !== undefined && ts.isIdentifier(parameter.name);
      this.#name(this.#names.fresh(isName ? parameter.name.getText() : 'item'), end);
    }
    const given = [...collected, this.#current, index].slice(0, callback.called.parameters.length);
    return `${callback.node.getText()}(${given.join(', ')})`;
  }

  /** What becomes of the value of a callback. */
  #finishStep(step: Step, value: string, renames: ReadonlyMap<ts.Symbol, string>, place: StepPlace): void {
    const { callback, method } = step;
    const { result, index, end, hasFilter, isLast } = place;
    const { checker } = this.#subject;
    const given = callback.value && withoutParentheses(callback.value);
    const isCalled = callback.called !== callback.node;
    switch (method) {
      case 'forEach':
        if (isCalled || callback.value !== undefined)
          this.#body.push(`${startsSafely(value) ? value : `(${value})`}${end}`);
        return;
      case 'reduce': {
        const growth = result === undefined ? undefined : this.#growthOf(step);
        if (growth !== undefined && result !== undefined) {
          const { indent, quote, isTypeScript } = this.#subject.style;
          const print = (node: ts.Node): string => printRenamed(node, renames, checker);
          this.#body.push(
            ...printGrowth(growth, result, {
              print,
              fresh: (wish) => this.#names.fresh(wish),
              end,
              indent,
              quote,
              isTypeScript,
              uncheckedMark: uncheckedMark(this.#subject),
            }),
          );
          return;
        }
        if (result !== undefined && value !== result) this.#body.push(accumulate(result, callback, value) + end);
        return;
      }
      case 'filter': {
        const { indent } = this.#subject.style;
        const condition = asCondition(value, indent);
        const print = (side: ts.Expression): string => printRenamed(side, renames, checker);
        const left = isCalled ? `!${condition}` : negated(given, condition, print);
        if (!isLast || result === undefined) this.#body.push(`if (${left}) continue${end}`);
        else {
          const push = `${result}.push(${this.#current})${end}`;
          const isLong = condition.includes('\n');
          this.#body.push(
            isLong ? `if (\n${indent}${condition}\n) {\n${indent}${push}\n}` : `if (${condition}) ${push}`,
          );
        }
        return;
      }
      case 'map':
        if (isLast && result !== undefined) {
          this.#body.push(hasFilter ? `${result}.push(${value})${end}` : `${result}[${index}] = ${value}${end}`);
        } else {
          this.#current = value;
          this.#isNamed = this.#inBody.has(value);
        }
        return;
    }
  }

  /** Of `(all, x) => [...all, x]`, from a start that is nobody else's. */
  #growthOf({ callback, initial, method }: Step): Growth | undefined {
    const [collected] = callback.parameters;
    if (method !== 'reduce' || initial === undefined || collected === undefined || callback.value === undefined)
      return undefined;
    const { checker } = this.#subject;
    const symbol = checker.getSymbolAtLocation(collected.name);
    const acc: Accumulator = {
      name: collected.name.getText(),
      is: (node) => ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === symbol,
    };
    if (!isFreshLiteral(initial) || !callback.statements.every((one) => readsOnly(one, acc, checker))) return undefined;
    const growth = growthOf(callback.value, acc, checker);
    if (growth === undefined || !grows(growth)) return undefined;
    if (needsPlainStart(growth) && !isPlainStart(initial)) return undefined;
    return appendedWhereOwn(
      growth,
      initial,
      callback.statements.some((one) => mentions(one, acc)),
    );
  }

  #rename(parameter: ts.ParameterDeclaration | undefined, name: string, renames: Map<ts.Symbol, string>): void {
    if (parameter !== undefined && ts.isIdentifier(parameter.name)) this.#renameTo(parameter.name, name, renames);
  }

  #renameTo(identifier: ts.Identifier, name: string, renames: Map<ts.Symbol, string>): void {
    const symbol = this.#subject.checker.getSymbolAtLocation(identifier);
    if (symbol !== undefined) renames.set(symbol, name);
  }

  /** Gives the current element the name that the callback has for it. */
  #bindElement(
    step: Step,
    parameter: ts.ParameterDeclaration | undefined,
    renames: Map<ts.Symbol, string>,
    end: string,
  ): void {
    if (parameter !== undefined && !ts.isIdentifier(parameter.name)) {
      // What a filter lets through is used again.
      if (!this.#isNamed && step.method === 'filter') this.#name(this.#names.fresh('item'), end);
      for (const binding of bindingsOf(parameter.name)) {
        const name = this.#isTaken(binding.text, step) ? this.#names.fresh(binding.text) : binding.text;
        this.#renameTo(binding, name, renames);
        this.#inBody.add(name);
      }
      const pattern = printRenamed(parameter.name, renames, this.#subject.checker);
      this.#body.push(`const ${pattern} = ${this.#current}${end}`);
      return;
    }
    if (!this.#isNamed) {
      const isRead = parameter !== undefined && !isUnused(parameter, step.callback, this.#subject.checker);
      if (!isRead && !this.#isNeeded(step)) return;
      const wish = parameter?.name.getText();
      const isFree = wish !== undefined && !this.#isTaken(wish, step);
      this.#name(isFree ? wish : this.#names.fresh(wish ?? 'value'), end);
    }
    this.#rename(parameter, this.#current, renames);
  }

  /** Whether an element that the callback does not look at is used afterwards, or has to be computed at all. */
  #isNeeded(step: Step): boolean {
    return step.method === 'filter' || step !== this.#pipeline.steps[0];
  }

  #name(name: string, end: string): void {
    this.#body.push(`const ${name} = ${this.#current}${end}`);
    this.#inBody.add(name);
    this.#current = name;
    this.#isNamed = true;
  }

  /** In the body of the loop already, or meant by another part of the chain as something else. */
  #isTaken(name: string, own: Step): boolean {
    if (this.#inBody.has(name)) return true;
    const { source, steps } = this.#pipeline;
    const root = source.kind === 'array' ? source.expression : source.length;
    if (writtenNames(root).has(name)) return true;
    return steps.some(
      ({ callback, initial }) =>
        (initial !== undefined && writtenNames(initial).has(name)) ||
        (callback !== own.callback &&
          writtenNames(callback.node).has(name) &&
          !callback.parameters.some((parameter) =>
            bindingsOf(parameter.name).some((binding) => binding.text === name),
          )),
    );
  }

  #indexName(result: string | undefined): string {
    const { steps, node } = this.#pipeline;
    const written = new Set(writtenNames(node));
    if (result !== undefined) written.add(result);
    const first = steps.map(({ method, callback }) => callback.parameters[method === 'reduce' ? 2 : 1]).find(Boolean);
    const wish = first?.name.getText();
    const isOwn =
      wish !== undefined &&
      wish !== result &&
      steps.every(
        ({ callback }) =>
          !writtenNames(callback.node).has(wish) || callback.parameters.some(({ name }) => name.getText() === wish),
      );
    if (wish !== undefined && isOwn && !writtenNames(this.#root()).has(wish)) return wish;
    const outer = countersAround(node, this.#subject.node);
    return (
      ['i', 'j', 'k', 'index'].find((name) => !written.has(name) && !outer.has(name)) ?? this.#names.fresh('index')
    );
  }

  #root(): ts.Expression {
    const { source } = this.#pipeline;
    return source.kind === 'array' ? source.expression : source.length;
  }

  #resultName(last: Step): string {
    const collected = last.method === 'reduce' ? last.callback.parameters[0] : undefined;
    if (collected === undefined) return this.#names.fresh('result');
    const name = collected.name.getText();
    const better = saysNothing.has(name) ? nameOfCollected(last.callback, this.#subject.checker) : undefined;
    return better === undefined ? this.#names.freshBeside(name, last.callback.node) : this.#names.fresh(better);
  }

  /** What `{ length: n }` comes to: the whole part, at least 0. */
  #countedLength(length: ts.Expression, lines: string[], end: string, isAllocated: boolean): string {
    const text = length.getText();
    if (isCount(length, this.#subject.checker)) {
      if (ts.isIdentifier(length)) return text;
      const name = this.#names.fresh('count');
      lines.push(`const ${name} = ${text}${end}`);
      return name;
    }
    const name = this.#names.fresh('count');
    lines.push(`const ${name} = Math.max(0, Math.trunc(${text}) || 0)${end}`);
    if (!isAllocated) {
      const { quote } = this.#subject.style;
      lines.push(`if (${name} > 4294967295) throw new RangeError(${quote}Invalid array length${quote})${end}`);
    }
    return name;
  }
}

function printStatements(callback: Callback, renames: ReadonlyMap<ts.Symbol, string>, checker: ts.TypeChecker): string {
  return callback.statements
    .map((statement, index) => {
      const printed = printRenamed(statement, renames, checker, true);
      return index > 0 && isSetApart(statement) ? `\n${printed}` : printed;
    })
    .join('\n');
}

/** By an empty line above it and its comments. */
function isSetApart(statement: ts.Statement): boolean {
  const { text } = statement.getSourceFile();
  return /^[^\n]*\n[ \t]*\r?\n/.test(text.slice(statement.pos, statement.getStart()));
}

/** What is collected stays the same object: `(counts, x) => { counts[x] += 1; return counts; }`. */
function isOnlyFilled({ node, parameters, value }: Callback): boolean {
  const [collected] = parameters;
  return collected !== undefined && value?.getText() === collected.name.getText() && !isAssigned(collected, node);
}

/** `sum = sum + x` as `sum += x` where that is the same: the sum stands on the left. */
function accumulate(result: string, { value, parameters }: Callback, printed: string): string {
  const name = parameters[0]?.name.getText();
  if (value !== undefined && ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.getText();
    const rest = printed.slice(result.length).trimStart();
    if (value.left.getText() === name && ['+', '-', '*', '/'].includes(operator) && rest.startsWith(operator))
      return `${result} ${operator}= ${rest.slice(operator.length).trimStart()}`;
  }
  return `${result} = ${printed}`;
}

function startsSafely(text: string): boolean {
  return !/^(\{|function\b|class\b|let\b|async\b)/.test(text);
}
