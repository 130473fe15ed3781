// Writes the Set or Map that answers searches for a key, and the questions to it.
import ts from 'typescript';
import { isReserved, singular } from '../../source/names.ts';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { membersOf } from './kept-members.ts';
import type { KeySearch } from './key-search.ts';
import type { Lookup, Question } from './searched-lists.ts';

/** For searches of one list that want the same of the elements with the same key. */
export function printLookup(searches: readonly KeySearch[], anchor: Lookup['anchor'], question: Question): Lookup {
  const [first] = searches as readonly [KeySearch, ...KeySearch[]];
  const { answer, list } = first;
  const isSet = answer === 'there' && !keepsAll(first);
  const name = question.names.fresh(lookupName(first));
  const declaration = isSet ? printSet(searches, name, question) : printMap(searches, name, question);
  return {
    kind: isSet ? 'Set' : 'Map',
    list: list.name,
    name,
    declaration,
    anchor,
    searches: searches.map((search) => ({ node: search.question, text: questionText(search, name) })),
  };
}

/** Whether all elements with a key are kept under it, because more is asked of them than the key. */
export function keepsAll({ answer, rest }: KeySearch): boolean {
  return answer === 'elements' || rest !== undefined;
}

export function lookupName(search: KeySearch): string {
  const { answer, list, path, isLast } = search;
  const key = keyName(path);
  const name = nameOfVariable(list.name);
  const one = singular(name);
  if (answer === 'there' && !keepsAll(search)) return path === '' ? `${name}Set` : `${one}${key}s`;
  const by = path === '' ? 'ByValue' : `By${key}`;
  if (answer === 'place') {
    const places = isLast ? `last${capitalized(one)}Places` : `${one}Places`;
    return path === '' ? places : `${places}${by}`;
  }
  return isLast && !keepsAll(search) ? `last${capitalized(name)}${by}` : `${name}${by}`;
}

/** `allowedTypes` of `ALLOWED_TYPES`: what is made of a constant in a function is a variable. */
export function nameOfVariable(list: string): string {
  if (!/^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(list)) return list;
  return list.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const ordinals: Readonly<Record<string, string>> = { '[0]': 'First', '[1]': 'Second', '[2]': 'Third' };

/** `Id` of `.id`, `Name` of `.name.toLowerCase()`, `First` of `[0]`. */
function keyName(path: string): string {
  const place = ordinals[path];
  if (place !== undefined) return place;
  const members = path.split('.').filter((member) => member !== '' && !member.endsWith('()'));
  return members.map(capitalized).join('');
}

export function capitalized(word: string): string {
  return (word[0] ?? '').toUpperCase() + word.slice(1);
}

function printSet(searches: readonly KeySearch[], name: string, { subject }: Question): string {
  const [{ list, path }] = searches as readonly [KeySearch, ...KeySearch[]];
  const end = subject.style.semicolons ? ';' : '';
  const element = elementName(searches);
  const keys = path === '' ? list.text : `${list.text}.map((${element}) => ${element}${path})`;
  const key = path === '' ? element : (membersOf(path).at(-1) ?? element);
  const type = keyTypeText(searches, subject);
  // `some` and `indexOf` pass over holes, of which a Set would make an undefined that could be found.
  if (!mayBeNaN(searches) && mayBeUndefined(searches, subject.checker)) {
    const types = subject.style.isTypeScript ? `<${type.text}>` : '';
    return [
      `const ${name} = new Set${types}()${end}`,
      `${list.text}.forEach((${element}) => {`,
      `${subject.style.indent}${name}.add(${element}${path})${end}`,
      `})${end}`,
    ].join('\n');
  }
  const known = mayBeNaN(searches) ? `${keys}.filter((${key}) => !Number.isNaN(${key}))` : keys;
  return `const ${name} = new Set${type.isGuessed || !subject.style.isTypeScript ? '' : `<${type.text}>`}(${known})${end}`;
}

function printMap(searches: readonly KeySearch[], name: string, { subject }: Question): string {
  const [first] = searches as readonly [KeySearch, ...KeySearch[]];
  const { list, path, answer, isLast } = first;
  const isGrouped = keepsAll(first);
  const { semicolons, indent } = subject.style;
  const end = semicolons ? ';' : '';
  const element = elementName(searches);
  const key = `${element}${path}`;
  const place = answer === 'place' ? (element === 'index' ? 'place' : 'index') : undefined;
  const kept = place ?? element;
  const value = place === undefined ? elementType(list.declaration, list.text) : 'number';
  const types = !subject.style.isTypeScript
    ? ''
    : `<${keyTypeText(searches, subject).text}, ${isGrouped ? arrayOf(value) : value}>`;
  const parameters = place === undefined ? element : `${element}, ${place}`;
  const group = element === 'group' ? 'others' : 'group';
  const keeping = isGrouped
    ? [
        `const ${group} = ${name}.get(${key})${end}`,
        `if (${group} === undefined) ${name}.set(${key}, [${element}])${end}`,
        `else ${group}.push(${element})${end}`,
      ]
    : [`${isLast ? '' : `if (!${name}.has(${key})) `}${name}.set(${key}, ${kept})${end}`];
  // `findIndex` takes a hole for undefined, where `forEach` passes over it.
  const findsHoles =
    first.isInCallback && answer === 'place' && path === '' && mayBeUndefined(searches, subject.checker);
  const next = findsHoles ? 'continue' : 'return';
  const body = [
    ...(mayBeNaN(searches) ? [`if (Number.isNaN(${key})) ${next}${end} // equals nothing`] : []),
    ...keeping,
  ];
  return [
    `const ${name} = new Map${types}()${end}`,
    findsHoles
      ? `for (const [${place}, ${element}] of ${list.text}.entries()) {`
      : `${list.text}.forEach((${parameters}) => {`,
    ...body.map((line) => indent + line),
    findsHoles ? '}' : `})${end}`,
  ].join('\n');
}

export function questionText(search: KeySearch, name: string): string {
  const { answer, asked, question, isNegated, call, rest } = search;
  const key = asked.getText();
  if (rest !== undefined) return questionAmongAll(search, `${name}.get(${key})`, rest);
  switch (answer) {
    case 'element':
      return `${name}.get(${key})`;
    case 'there':
      return `${isNegated ? '!' : ''}${name}.has(${key})`;
    case 'place':
      return inParentheses(`${name}.get(${key}) ?? -1`, question);
    case 'elements':
      return inParentheses(`${name}.get(${key})${isLookedThrough(call) ? '' : '?.slice()'} ?? []`, question);
  }
}

function questionAmongAll({ answer, isLast, question }: KeySearch, found: string, rest: string): string {
  switch (answer) {
    case 'element': {
      const text = `${found}?.${isLast ? 'findLast' : 'find'}(${rest})`;
      // Without parentheses what follows would be skipped as well where nothing has the key.
      const { parent } = question;
      const isMember = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
      const isSkipped = isMember && parent.questionDotToken !== undefined;
      return (isMember || ts.isNonNullExpression(parent)) && !isSkipped ? `(${text})` : text;
    }
    case 'there':
      return isCondition(question) ? `${found}?.some(${rest})` : `(${found} ?? []).some(${rest})`;
    case 'elements':
      return `(${found} ?? []).filter(${rest})`;
    case 'place':
      throw new Error('The place among those with a key is not its place in the list.');
  }
}

/** Where undefined is as good as false. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node;
}

/** Where nobody keeps the list of all with a key, nobody notices that it is the same each time. */
function isLookedThrough(call: ts.CallExpression): boolean {
  const value = wrapped(call);
  const { parent } = value;
  if (ts.isForOfStatement(parent)) return parent.expression === value;
  if (ts.isSpreadElement(parent)) return true;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== value) return false;
  const method = parent.name.text;
  if (method === 'length') return true;
  if (!ts.isCallExpression(parent.parent) || parent.parent.expression !== parent) return false;
  const takesTheList = parent.parent.arguments.some(
    (argument) => ts.isFunctionLike(argument) && argument.parameters.length > 2,
  );
  return ['map', 'some', 'every', 'find', 'reduce', 'forEach', 'join', 'at'].includes(method) && !takesTheList;
}

function inParentheses(text: string, node: ts.Expression): string {
  const { parent } = node;
  const standsAlone =
    ts.isVariableDeclaration(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    (ts.isCallExpression(parent) && parent.expression !== node);
  return standsAlone ? text : `(${text})`;
}

/** The code's own name for an element where it has one. It may hide another variable: the lines use none but the list and what is made of it. */
function elementName(searches: readonly KeySearch[]): string {
  const [{ list, element }] = searches as readonly [KeySearch, ...KeySearch[]];
  const names = [element, singular(nameOfVariable(list.name)), 'element', 'other'];
  return names.find((name) => name !== undefined && name !== list.name && !isReserved(name)) ?? 'element';
}

export function mayBeNaN(searches: readonly KeySearch[]): boolean {
  return searches.some(({ keyType, asked }) => partsOf(keyType).some(isNumberLike) && !isNeverNaN(bare(asked)));
}

/** A number that is written out, or the length of something. */
function isNeverNaN(asked: ts.Expression): boolean {
  return ts.isNumericLiteral(asked) || (ts.isPropertyAccessExpression(asked) && asked.name.text === 'length');
}

/** Whether undefined may be asked for. */
function mayBeUndefined(searches: readonly KeySearch[], checker: ts.TypeChecker): boolean {
  const open =
    ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable;
  return searches.some(({ asked }) =>
    partsOf(checker.getTypeAtLocation(asked)).some(({ flags }) => (flags & open) !== 0),
  );
}

function isNumberLike({ flags }: ts.Type): boolean {
  return (
    (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) !== 0
  );
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** A type that holds the keys and whatever is asked for. `isGuessed`: the one that TypeScript finds by itself. */
export function keyTypeText(
  searches: readonly KeySearch[],
  { checker }: Subject,
): { readonly text: string; readonly isGuessed: boolean } {
  const [{ keyType }] = searches as readonly [KeySearch, ...KeySearch[]];
  const key = checker.getBaseTypeOfLiteralType(keyType);
  const asked = searches.map((search) => checker.getTypeAtLocation(search.asked));
  const all = [key, ...asked];
  const kinds = all.map((type) =>
    primitiveName(checker.getBaseTypeOfLiteralType(checker.getNonNullableType(type)), checker),
  );
  const [kind] = kinds;
  if (kind === undefined || kinds.some((one) => one !== kind)) return { text: 'unknown', isGuessed: false };
  const has = (flag: ts.TypeFlags): boolean =>
    all.some((type) => partsOf(type).some(({ flags }) => (flags & flag) !== 0));
  const text = [
    kind,
    ...(has(ts.TypeFlags.Undefined) ? ['undefined'] : []),
    ...(has(ts.TypeFlags.Null) ? ['null'] : []),
  ];
  const isGuessed = text.length === 1 && checker.typeToString(keyType) === kind;
  return { text: text.join(' | '), isGuessed };
}

function primitiveName(type: ts.Type, checker: ts.TypeChecker): string | undefined {
  const text = checker.typeToString(type);
  return ['string', 'number', 'boolean', 'bigint'].includes(text) ? text : undefined;
}

/** As it is written where the list is declared; otherwise by way of the list. */
export function elementType(declaration: ts.Declaration | undefined, list: string): string {
  const written =
    declaration !== undefined &&
    (ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration) || ts.isVariableDeclaration(declaration))
      ? declaration.type
      : undefined;
  const array = written !== undefined && ts.isTypeOperatorNode(written) ? written.type : written;
  if (array !== undefined && ts.isArrayTypeNode(array)) return array.elementType.getText();
  if (array !== undefined && ts.isTypeReferenceNode(array) && /^(Readonly)?Array$/.test(array.typeName.getText()))
    return array.typeArguments?.[0]?.getText() ?? `(typeof ${list})[number]`;
  return `(typeof ${list})[number]`;
}

function arrayOf(type: string): string {
  return /^[\w$.]+$|^\(typeof/.test(type) ? `${type}[]` : `Array<${type}>`;
}
