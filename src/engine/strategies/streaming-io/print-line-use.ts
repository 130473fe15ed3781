// What stands in place of a loop over lines, or of a value that comes of them: the same, done for each piece of the file.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { stepsText } from './line-chains.ts';
import { startingAt } from './line-numbers.ts';
import type { LineSink } from './line-sinks.ts';
import { usesOf } from './local-uses.ts';
import { wordsOf } from './loop-form.ts';
import { lineLoop } from './print-line-loop.ts';
import type { LineLoop } from './read-lines.ts';
import { deeper, indentOf, startWithComments } from './text-of-rewrite.ts';

export interface GivenPieces {
  /** `linesInPieces(file)` */
  readonly pieces: string;
  readonly edit: FileEdit;
}

/** `for (const line of linesOf(file))`, for loops that `break`. */
export function useLines({ end, read }: LineLoop, { pieces, edit }: GivenPieces, subject: Subject): void {
  if (end.kind !== 'loop') throw new Error('Only loops take lines one by one.');
  const { loop, before, after, counter } = end.form;
  const counting = counter === undefined ? '' : `${startingAt(counter, subject)}\n${indentOf(loop, subject)}`;
  edit.replace(loop, `${counting}${before.replace(/^for/, read.isPromise ? 'for await' : 'for')}${pieces}${after}`);
}

/** False where the lines have numbers that a loop cannot be written with. */
export function usePieces(
  { end, chain, read, header, at }: LineLoop,
  { pieces, edit }: GivenPieces,
  subject: Subject,
): boolean {
  const { style } = subject;
  const anchor = end.kind === 'loop' ? end.form.loop : end.sink.place.anchor;
  const isBody = ts.isExpression(anchor);
  const indent = isBody ? indentOf(subject.node, subject) + style.indent : indentOf(anchor, subject);
  const stop = style.semicolons ? ';' : '';
  const result = end.kind === 'sink' ? resultName(end.sink, subject) : undefined;
  // The variable of the lines is gone, so its name is free where it was used.
  const items = at === 'white-space' ? 'words' : 'lines';
  // What the steps made of them is gone as well, where a loop goes through it.
  const isFree = end.kind === 'loop' && chain.valueName === items;
  // `for (const line of line)` would mean itself.
  const isSaid = end.kind === 'loop' && wordsOf(end.form.before).includes(chain.listName ?? '');
  const named = isSaid ? undefined : chain.listName;
  const piece = named ?? (isFree ? items : freshLocalName(subject, result === items ? 'piece' : items));
  const next = chain.isNumbered === true ? freshLocalName(subject, 'next') : undefined;
  const use: Use | undefined =
    end.kind === 'loop'
      ? {
          setup: end.form.counter === undefined ? [] : [startingAt(end.form.counter, subject)],
          inner: [`${end.form.before}${piece}${stepsText(chain.steps, indent, subject)}${end.form.after}`],
          rest: [],
        }
      : useOf(
          end.sink,
          { piece, item: items.slice(0, -1), steps: chain.steps, result: result ?? '', next, indent, stop },
          subject,
        );
  if (use === undefined) return false;
  const { inner } = use;
  const setup = next === undefined ? use.setup : [...use.setup, startingAt({ name: next, from: 0 }, subject)];
  const first = chain.skipsFirst ? (header?.name?.text ?? freshLocalName(subject, 'header')) : undefined;
  const typed = style.isTypeScript ? ': string | undefined' : '';
  const lines = [
    ...setup,
    ...(first === undefined ? [] : [`let ${first}${typed}${stop}`]),
    `${read.isPromise ? 'for await' : 'for'} (const ${piece} of ${pieces}) {`,
    ...(first === undefined ? [] : [`${style.indent}${first} ??= ${piece}.shift()${stop}`]),
    ...(header === undefined || first === undefined ? [] : toldOf(header, first, stop, subject)),
    ...inner.map((line) => style.indent + deeper(line, anchor, subject)),
    '}',
    ...use.rest,
  ];
  const text = lines.join(`\n${indent}`);
  if (!isBody) edit.replace(anchor, text);
  else if (ts.isArrowFunction(subject.node)) {
    const { equalsGreaterThanToken, body } = subject.node;
    const outer = indentAt(subject.node.getStart(subject.sourceFile), subject.text);
    edit.replace({ start: equalsGreaterThanToken.end, end: body.end }, ` {\n${indent}${text}\n${outer}}`);
  }
  return true;
}

/** What is told from the header, once it is there. */
function toldOf({ told, read, name: own }: Header, name: string, stop: string, subject: Subject): readonly string[] {
  const { style, sourceFile, text } = subject;
  if (told.length === 0) return [];
  // It is certainly there, so nothing has to be said of that.
  const named = own === undefined ? [] : usesOf(own, subject).filter(({ parent }) => ts.isNonNullExpression(parent));
  const uses: readonly ts.Node[] = read === undefined ? named.map(({ parent }) => parent) : [read];
  const statements = told.map((statement) => {
    let printed = '';
    let from = startWithComments(statement, subject);
    for (const use of uses.filter(({ pos, end }) => statement.pos <= pos && end <= statement.end)) {
      printed += text.slice(from, use.getStart(sourceFile)) + name;
      from = use.end;
    }
    return style.indent + deeper(printed + text.slice(from, statement.end), statement, subject);
  });
  return [`${style.indent}if (${name} === undefined) continue${stop}`, ...statements];
}

type Header = NonNullable<LineLoop['header']>;

interface Use {
  readonly setup: readonly string[];
  /** Statements for one piece. */
  readonly inner: readonly string[];
  readonly rest: readonly string[];
}

interface Words {
  readonly piece: string;
  /** What one of them is called where the user has no name for it. */
  readonly item: string;
  readonly steps: readonly ts.CallExpression[];
  readonly result: string;
  /** Where the first step asks for the number of the line. */
  readonly next: string | undefined;
  readonly indent: string;
  readonly stop: string;
}

function useOf(
  sink: LineSink,
  { piece, item, steps, result, next, indent, stop }: Words,
  subject: Subject,
): Use | undefined {
  const { style, checker } = subject;
  const all = sink.step === undefined ? steps : [...steps, sink.step];
  const value = piece + stepsText(all, indent, subject, (text) => goingOn(text, sink, result, subject));
  const { role } = sink.place;
  const isWhole = isWholeValue(sink);
  const rest = isVariable(sink, subject) ? [] : [restOf(sink, result, subject)];
  const typed = (type: string): string => (style.isTypeScript ? `: ${declaredType(sink, subject) ?? type}` : '');
  const loop = lineLoop(sink, { piece, item, steps, result, next: next ?? '', stop }, subject);
  if (loop === undefined && next !== undefined) return undefined;
  const typeOf = (node: ts.Expression): string =>
    checker.typeToString(checker.getTypeAtLocation(node), node, ts.TypeFormatFlags.NoTruncation);
  switch (sink.kind) {
    case 'length':
      return { setup: [`let ${result} = 0${stop}`], inner: loop ?? [`${result} += ${value}${stop}`], rest };
    case 'reduce': {
      const initial = sink.initial?.getText(subject.sourceFile) ?? '';
      const isSaid = sink.initial !== undefined && saysItsType(sink.initial);
      const type = isSaid && declaredType(sink, subject) === undefined ? '' : typed(typeOf(sink.value));
      const inner = loop ?? [`${result} = ${value}${stop}`];
      return { setup: [`let ${result}${type} = ${initial}${stop}`], inner, rest };
    }
    case 'list': {
      if (role === 'dropped') return { setup: [], inner: [`${value}${stop}`], rest: [] };
      const one = freshLocalName(subject, 'item');
      const items = freshLocalName(subject, 'items');
      const isLong = value.includes('\n');
      const add = `for (const ${one} of ${isLong ? items : value}) ${result}.push(${one})${stop}`;
      return {
        setup: [`const ${result}${typed(typeOf(sink.value).replace(/^readonly /, ''))} = []${stop}`],
        inner: loop ?? (isLong ? [`const ${items} = ${value}${stop}`, add] : [add]),
        rest,
      };
    }
    case 'set': {
      const one = freshLocalName(subject, steps.length === 0 ? item : 'value');
      const made = style.isTypeScript ? typeOf(sink.value) : 'Set';
      return {
        setup: [`const ${result} = new ${made}()${stop}`],
        inner: loop ?? [`for (const ${one} of ${value}) ${result}.add(${one})${stop}`],
        rest,
      };
    }
    case 'find':
      if (role === 'returned' && isWhole) {
        return {
          setup: [],
          inner: [`const ${result} = ${value}${stop}`, `if (${result} !== undefined) return ${result}${stop}`],
          rest: [`return undefined${stop}`],
        };
      }
      return {
        setup: [`let ${result}${typed('string | undefined')}${stop}`],
        inner: [`${result} = ${value}${stop}`, `if (${result} !== undefined) break${stop}`],
        rest,
      };
    case 'some':
    case 'every': {
      const isFound = sink.kind === 'some';
      const condition = isFound ? value : `!${value}`;
      if (role === 'returned' && isWhole) {
        return {
          setup: [],
          inner: [`if (${condition}) return ${isFound}${stop}`],
          rest: [`return ${!isFound}${stop}`],
        };
      }
      const leave = [`${result} = ${isFound}${stop}`, `break${stop}`].map((line) => style.indent + line);
      return {
        setup: [`let ${result} = ${!isFound}${stop}`],
        inner: [`if (${condition}) {`, ...leave, '}'],
        rest,
      };
    }
  }
}

/** `reduce` goes on from what there is. */
function goingOn(step: string, { value, initial }: LineSink, result: string, { sourceFile }: Subject): string {
  if (initial === undefined) return step;
  const behind = value.end - initial.end;
  return step.slice(0, step.length - behind - initial.getWidth(sourceFile)) + result + step.slice(step.length - behind);
}

const names: Readonly<Record<LineSink['kind'], string>> = {
  length: 'count',
  reduce: 'result',
  list: 'result',
  set: 'result',
  find: 'found',
  some: 'found',
  every: 'matches',
};

/** The user's own name where the value is declared and nothing else is done with it. */
function resultName(sink: LineSink, subject: Subject): string {
  const { parent } = sink.value;
  const declared = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
  if (declared !== undefined && isVariable(sink, subject)) return declared;
  // The variable of what the steps made is gone, if it is not this one.
  const isGone = sink.name !== undefined && sink.name !== declared;
  return isGone ? sink.name : freshLocalName(subject, names[sink.kind]);
}

/** The value is a variable of the user's, which can be filled: nothing is added to a `ReadonlySet`. */
function isVariable(sink: LineSink, { checker }: Subject): boolean {
  const { kind, place, value } = sink;
  if (place.role !== 'declared' || !isWholeValue(sink)) return false;
  const declared = ts.isVariableDeclaration(value.parent) ? value.parent.type : undefined;
  if (declared === undefined || (kind !== 'list' && kind !== 'set')) return true;
  return checker.getTypeFromTypeNode(declared).getProperty(kind === 'list' ? 'push' : 'add') !== undefined;
}

/** Without `as` or anything else around it. */
function isWholeValue({ value, place: { anchor } }: LineSink): boolean {
  const { parent } = value;
  return anchor === value || parent === anchor || (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name));
}

function declaredType(sink: LineSink, subject: Subject): string | undefined {
  const { sourceFile, node } = subject;
  const { parent } = sink.value;
  const returned = sink.kind === 'list' && sink.place.role === 'returned' && isWholeValue(sink) ? node.type : undefined;
  const given = returned && ts.isTypeReferenceNode(returned) ? returned.typeArguments?.[0] : returned;
  if (given !== undefined && ts.isArrayTypeNode(given)) return given.getText(sourceFile);
  const isOwn = ts.isVariableDeclaration(parent) && (sink.kind !== 'list' || isVariable(sink, subject));
  return isOwn ? parent.type?.getText(sourceFile) : undefined;
}

/** A literal, `new Map<string, number>()`, `{} as Counts`: the variable needs no type beside it. */
function saysItsType(initial: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(initial)) return saysItsType(initial.expression);
  if (ts.isNewExpression(initial)) return initial.typeArguments !== undefined;
  return ts.isLiteralExpression(initial) || ts.isAsExpression(initial);
}

/** The statement with the name in place of the value. */
function restOf({ value, place: { anchor } }: LineSink, result: string, { text, sourceFile, style }: Subject): string {
  const start = anchor.getStart(sourceFile);
  // Methods of what was a long chain go on behind the name.
  const behind = text.slice(value.end, anchor.end).replace(/^\s+(?=\.)/, '');
  const replaced = text.slice(start, value.getStart(sourceFile)) + result + behind;
  return ts.isExpression(anchor) ? `return ${replaced}${style.semicolons ? ';' : ''}` : replaced;
}
