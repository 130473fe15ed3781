// Rows of a CSV file that are cut at line breaks and commas, through the package csv-parse, which the project may have to add. It is no faster: it reads
// quoted fields and both kinds of line ends as CSV means them, so what it gives differs for those, and that is told with it.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { editFile } from '../../source/edits.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { wholeLines } from '../../source/insertion-places.ts';
import { moduleNames } from '../../source/module-names.ts';
import { freshLocalName } from '../../source/names.ts';
import { canAddPackage, dependencyMajor } from '../../source/package-folder.ts';
import { bare, outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { callOf, followedOnce, methodName } from './line-chains.ts';
import { isText, usesOf } from './local-uses.ts';
import { indentOf, inStyle } from './text-of-rewrite.ts';

const PACKAGE = 'csv-parse';
/** The first one with `csv-parse/sync`. */
const FIRST_MAJOR = 5;
/** What a project that does not have it is told to add. The comparison then runs with the copy that comes with Speedlens (build/bundle-plugin.ts). */
const RANGE = '^7.0.3';

interface CsvSite {
  readonly loop: ts.ForOfStatement;
  /** The expression that is the whole text. */
  readonly text: ts.Expression;
  /** The declaration of the lines, where they have one; nothing else uses them. */
  readonly needless: readonly ts.VariableStatement[];
  /** At the start of the body: `if (line === '') continue;`, `const [name, amount] = line.split(',');` */
  readonly replaced: readonly ts.Statement[];
  readonly fields: ts.VariableDeclaration;
  readonly keepsReturns: boolean;
  readonly skipsFirst: boolean;
}

/** For a call that reads a file as text. Undefined where the project has an older package, or a row is more than its fields. */
export function csvRows(read: FileCall, subject: Subject): Candidate | undefined {
  const site = siteOf(read, subject);
  const { module } = subject.style;
  if (site === undefined || (!subject.style.isTypeScript && module === 'script')) return undefined;
  const adds = canAddPackage(subject.file, PACKAGE, FIRST_MAJOR);
  if (!adds && (dependencyMajor(subject.file, PACKAGE) ?? 0) < FIRST_MAJOR) return undefined;
  return rewritten(site, adds, subject);
}

function siteOf(read: FileCall, subject: Subject): CsvSite | undefined {
  const needless: ts.VariableStatement[] = [];
  const whole = read.isPromise ? read.call.parent : read.call;
  if (!ts.isCallExpression(whole) && !ts.isAwaitExpression(whole)) return undefined;
  if (!isText(whole, subject.checker)) return undefined;
  const { use: text, second: another } = followedOnce(outermost(whole), subject, []);
  const trimmed = callOf(text);
  const isTrimmed = trimmed !== undefined && ['trim', 'trimEnd'].includes(methodName(trimmed));
  const split = callOf(isTrimmed ? trimmed : text);
  if (another !== undefined) return undefined;
  if (split === undefined || methodName(split) !== 'split' || split.arguments.length !== 1) return undefined;
  const end = split.arguments[0]?.getText();
  const keepsReturns = end === String.raw`'\n'` || end === String.raw`"\n"`;
  if (!keepsReturns && end !== String.raw`/\r?\n/`) return undefined;
  let isWithoutEmpty = false;
  let skipsFirst = false;
  let value: ts.Expression = split;
  for (;;) {
    const { use, second } = followedOnce(value, subject, needless);
    if (second !== undefined) return undefined;
    const call = callOf(use);
    if (call === undefined) {
      value = use;
      break;
    }
    if (methodName(call) === 'slice' && !isWithoutEmpty && !skipsFirst && isOne(call)) skipsFirst = true;
    else if (methodName(call) === 'filter' && leavesOutEmpty(call)) isWithoutEmpty = true;
    else return undefined;
    value = call;
  }
  const loop = value.parent;
  if (!ts.isForOfStatement(loop) || loop.expression !== value || loop.awaitModifier) return undefined;
  const body = bodyOf(loop, isWithoutEmpty, subject);
  if (body === undefined || needless.length > 1) return undefined;
  if (!ts.isBlock(loop.parent) || !ts.isPropertyAccessExpression(split.expression)) return undefined;
  const [list] = needless.flatMap(({ declarationList }) => declarationList.declarations);
  if (list?.type !== undefined) return undefined;
  return { loop, text: split.expression.expression, needless, keepsReturns, skipsFirst, ...body };
}

function isOne({ arguments: [given, ...more] }: ts.CallExpression): boolean {
  return given?.getText() === '1' && more.length === 0;
}

/** `.filter(Boolean)`, `.filter((line) => line !== '')` */
function leavesOutEmpty({ arguments: [given, ...more] }: ts.CallExpression): boolean {
  if (given === undefined || more.length > 0) return false;
  if (given.getText() === 'Boolean') return true;
  if (!ts.isArrowFunction(given) || ts.isBlock(given.body)) return false;
  const name = given.parameters[0]?.name.getText() ?? '';
  return given.parameters.length === 1 && isNotEmpty(given.body, name);
}

function isNotEmpty(test: ts.Expression, name: string): boolean {
  const text = bare(test).getText();
  return [name, `${name} !== ''`, `${name} !== ""`, `${name}.length > 0`, `${name}.length !== 0`].includes(text);
}

function isEmpty(test: ts.Expression, name: string): boolean {
  const text = bare(test).getText();
  return [`!${name}`, `${name} === ''`, `${name} === ""`, `${name}.length === 0`].includes(text);
}

/** The line is only looked at for being empty and cut at its commas, in that order, before anything else is done. */
function bodyOf(
  { initializer, statement }: ts.ForOfStatement,
  isWithoutEmpty: boolean,
  subject: Subject,
): Pick<CsvSite, 'replaced' | 'fields'> | undefined {
  if (!ts.isVariableDeclarationList(initializer) || !isOfBlock(initializer) || !ts.isBlock(statement)) return undefined;
  const name = initializer.declarations[0]?.name;
  if (name === undefined || !ts.isIdentifier(name)) return undefined;
  const [first, second] = statement.statements;
  const isGuarded =
    first !== undefined && ts.isIfStatement(first) && isEmpty(first.expression, name.text) && onlyContinues(first);
  const declares = isGuarded ? second : first;
  if (declares === undefined || !(isGuarded || isWithoutEmpty) || !ts.isVariableStatement(declares)) return undefined;
  const [fields, ...more] = declares.declarationList.declarations;
  const value = fields?.initializer;
  // A `var` would be known behind the loop as well.
  if (!isOfBlock(declares.declarationList)) return undefined;
  if (fields === undefined || value === undefined || more.length > 0 || fields.type !== undefined) return undefined;
  const isCut = /^split\((['"]),\1\)$/.test(value.getText().slice(name.text.length + 1));
  const uses = usesOf(name, subject).length;
  const inGuard = isGuarded ? 1 : 0;
  if (!isCut || !value.getText().startsWith(`${name.text}.`) || uses !== inGuard + 1) return undefined;
  return { replaced: isGuarded ? [first, declares] : [declares], fields };
}

function isOfBlock({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.BlockScoped) !== 0;
}

function onlyContinues({ thenStatement, elseStatement }: ts.IfStatement): boolean {
  const [only, ...more] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  const isPlain = only !== undefined && ts.isContinueStatement(only) && only.label === undefined;
  return isPlain && more.length === 0 && elseStatement === undefined;
}

const addedPackage: Reason = {
  code: 'S11',
  message: `The project does not depend on ${PACKAGE} yet (MIT licence, no packages of its own, 1.7 MB on disk of which some 60 KB are loaded): the code does not run without it.`,
  unlock: `npm install ${PACKAGE}@${RANGE}`,
};

function rewritten(
  { loop, text, needless, replaced, fields, skipsFirst, keepsReturns }: CsvSite,
  adds: boolean,
  subject: Subject,
): Candidate {
  const { sourceFile } = subject;
  const edit = editFile(subject);
  const parse = moduleNames(edit, subject, { module: ['csv-parse/sync'], names: ['parse'], unused: [] }).get('parse');
  const rows = freshLocalName(subject, freshLocalName(subject, 'rows') === 'rows' ? 'rows' : 'records');
  const options = [
    String.raw`record_delimiter: ['\r\n', '\n'],`,
    'relax_column_count: true,',
    'relax_quotes: true,',
    'skip_empty_lines: true,',
    ...(skipsFirst ? ['from_line: 2,'] : []),
  ];
  const given = text.getText(sourceFile);
  const [start, ...others] = inStyle([`const ${rows} = ${parse}(`, ...options, '});'].join('\n  '), subject).split(
    '\n',
  );
  const lines = [`${start}${given}, {`, ...others.slice(0, -1), others.at(-1)?.trimStart()].join('\n');
  const [list] = needless;
  if (list === undefined) edit.insertLinesBefore(loop, lines);
  else edit.replace(list, lines.replaceAll('\n', `\n${indentOf(list, subject)}`));
  const { flags } = fields.parent;
  const names = fields.name.getText(sourceFile);
  const header = `${(flags & ts.NodeFlags.Const) === 0 ? 'let' : 'const'} ${names} of ${rows}`;
  edit.replace({ start: loop.initializer.getStart(sourceFile), end: loop.expression.end }, header);
  for (const statement of replaced) edit.remove(wholeLines(statement, subject));
  const ends = keepsReturns ? ' The CR of a CR LF belongs to the end of the line, no more to its last field.' : '';
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'csv-parser',
    summary: 'Reads the rows with csv-parse, which knows quoted fields.',
    differsFor: keepsReturns ? ['"', '\r\n'] : ['"'],
    dependencies: adds ? { [PACKAGE]: RANGE } : {},
    caveats: [
      ...(adds ? [addedPackage] : []),
      reasonFor(
        fields,
        'S8',
        `It gives other values where a field begins with a quote: the quotes go, commas and line breaks between them stay in the field, and one that is not closed is an error.${ends} It is slower than to split, and all rows are in memory.`,
        "Take it where files may have such fields; where they never do, `split(',')` is right, and faster.",
      ),
    ],
  });
}
