// What is written where something is pushed into a list that a Set or Map grows with.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { leavesMembers, membersOf } from './kept-members.ts';
import type { KeySearch } from './key-search.ts';
import type { Question } from './searched-lists.ts';
import { isRepeated } from './when-it-runs.ts';

export interface GrownLookup extends Pick<KeySearch, 'path' | 'answer' | 'isLast'> {
  readonly kind: 'Set' | 'Map';
  readonly name: string;
  readonly list: string;
  /** It is asked with ===, which finds no NaN. */
  readonly skipsNaN: boolean;
  readonly searches: readonly KeySearch[];
  readonly declaration: string;
  readonly answers: readonly { readonly node: ts.Expression; readonly text: string }[];
}

export interface Growing {
  readonly lookups: readonly GrownLookup[];
  readonly pushes: readonly ts.CallExpression[];
  /** The list itself goes. */
  readonly isReplaced: boolean;
}

export function growAtPush(
  push: ts.CallExpression,
  { lookups, pushes, isReplaced }: Growing,
  file: FileEdit,
  question: Question,
): void {
  const { style } = question.subject;
  const end = style.semicolons ? ';' : '';
  const [value] = push.arguments;
  if (value === undefined) return;
  const statement = push.parent;
  const [first] = lookups as readonly [GrownLookup, ...GrownLookup[]];
  if (isReplaced && first.kind === 'Set' && first.path === '' && !first.skipsNaN) {
    file.replace(push.expression, `${first.name}.add`);
    return;
  }
  const isNamed = !isChain(value) && lookups.some((lookup) => needsName(lookup, value, isReplaced, question));
  const element = isNamed ? question.names.fresh('added') : value.getText();
  const mayEndLine = !ts.isBlock(statement.parent) || isAlone(statement, statement.parent);
  const also = lookups.map((lookup) => {
    const key = keyIn(literalOf(push), lookup.path, question) ?? `${element}${lookup.path}`;
    const isNew =
      lookup.kind === 'Set' ||
      lookup.isLast ||
      (pushes.length === 1 && isPushedWhenMissing(push, key, lookup, question));
    const guards = [
      ...(lookup.skipsNaN ? [`!Number.isNaN(${key})`] : []),
      ...(isNew ? [] : [`!${lookup.name}.has(${key})`]),
    ];
    const guard = guards.length === 0 ? '' : `if (${guards.join(' && ')}) `;
    const kept = lookup.answer === 'place' ? `${first.list}.length - 1` : element;
    const adding = lookup.kind === 'Set' ? `${lookup.name}.add(${key})` : `${lookup.name}.set(${key}, ${kept})`;
    return `${guard}${adding}${end}${lookup.skipsNaN && mayEndLine ? ' // NaN equals nothing' : ''}`;
  });
  const pushed = isReplaced ? [] : [`${push.expression.getText()}(${element})${end}`];
  const isInBlock = ts.isBlock(statement.parent);
  if (!isNamed && !isReplaced && isInBlock) {
    file.insertLinesAfter(statement, also.join('\n'));
    return;
  }
  const lines = [...pushed, ...also];
  const isOneCall = !isNamed && lines.length === 1 && lines[0]?.startsWith('if ') === false;
  const isBare = isInBlock || isOneCall;
  const outer = file.indentOf(isBare ? statement : statement.parent);
  const inner = isBare ? outer : `${outer}${style.indent}`;
  const elseAt = isBare ? undefined : elseAfter(statement);
  const start = statement.getStart();
  const [open, close] = isBare ? ['', ''] : [`{\n${inner}`, `\n${outer}}${elseAt === undefined ? '' : ' '}`];
  const rest = `${lines.join(`\n${inner}`)}${close}`;
  if (isNamed) {
    // What is pushed stays as it is: it may hold searches that are answered.
    file.replace({ start, end: value.getStart() }, `${open}const ${element} = `);
    file.replace({ start: value.end, end: elseAt ?? statement.end }, `${end}\n${inner}${rest}`);
  } else file.replace({ start, end: elseAt ?? statement.end }, `${open}${rest}`);
}

/** Nothing follows it on its line, or the line is a whole block that is broken into lines. */
function isAlone(statement: ts.Node, block: ts.Block): boolean {
  const [rest = ''] = block.getSourceFile().text.slice(statement.end).split('\n', 1);
  return rest.trim() === '' || !block.getText().includes('\n');
}

/** Without the list an element that has its key written in it is written once. */
function needsName(
  { path, answer }: GrownLookup,
  value: ts.Expression,
  isReplaced: boolean,
  question: Question,
): boolean {
  return (answer === 'element' && path !== '' && !isReplaced) || keyIn(value, path, question) === undefined;
}

/** What is pushed, or the literal that was given to its name right before. */
function literalOf(push: ts.CallExpression): ts.Expression | undefined {
  const [value] = push.arguments;
  const statement = push.parent;
  const { parent } = statement;
  if (value === undefined || !ts.isIdentifier(value) || !ts.isBlock(parent)) return value;
  const before = parent.statements[parent.statements.indexOf(statement as ts.Statement) - 1];
  if (before === undefined) return value;
  if (ts.isExpressionStatement(before)) {
    const { expression } = before;
    const isGiven = ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return isGiven && expression.left.getText() === value.text ? expression.right : value;
  }
  const [declared] = ts.isVariableStatement(before) ? before.declarationList.declarations : [];
  return declared?.name.getText() === value.text ? (declared.initializer ?? value) : value;
}

/** What an object literal gives for the key, where it may be written again: nothing in the literal is computed by calls or assignments. */
function keyIn(value: ts.Expression | undefined, path: string, { subject }: Question): string | undefined {
  const literal = value && bare(value);
  const [member, ...deeper] = membersOf(path);
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return undefined;
  if (member === undefined || deeper.length > 0 || path !== `.${member}`) return undefined;
  if (!literal.properties.every(isQuiet)) return undefined;
  const property = literal.properties.findLast(
    (one) => ts.isSpreadAssignment(one) || (ts.isIdentifier(one.name) && one.name.text === member),
  );
  if (property === undefined) return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return member;
  if (ts.isPropertyAssignment(property))
    return isChain(bare(property.initializer)) ? property.initializer.getText() : undefined;
  if (!ts.isSpreadAssignment(property) || !ts.isIdentifier(property.expression)) return undefined;
  const spread = subject.checker.getTypeAtLocation(property.expression).getProperty(member);
  const isField = spread !== undefined && (spread.flags & (ts.SymbolFlags.Accessor | ts.SymbolFlags.Optional)) === 0;
  return isField ? `${property.expression.text}.${member}` : undefined;
}

function isQuiet(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isShorthandPropertyAssignment(property)) return true;
  const value = ts.isSpreadAssignment(property)
    ? property.expression
    : ts.isPropertyAssignment(property)
      ? property.initializer
      : undefined;
  const visit = (node: ts.Node): boolean =>
    !ts.isCallExpression(node) &&
    !ts.isNewExpression(node) &&
    !ts.isPostfixUnaryExpression(node) &&
    !(ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.MinusToken) &&
    !(
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    ) &&
    !(ts.forEachChild(node, (child) => !visit(child)) ?? false);
  return value !== undefined && (property.name === undefined || ts.isIdentifier(property.name)) && visit(value);
}

/** `name`, `line.sku`, a text or a number: may be written twice. */
function isChain(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.questionDotToken === undefined && isChain(node.expression);
  return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}

/** Pushed only after a search for its very key has found nothing: then there is no earlier element that would have to stay the first. */
function isPushedWhenMissing(
  push: ts.CallExpression,
  key: string,
  { searches, path, answer }: GrownLookup,
  question: Question,
): boolean {
  const { subject, variables } = question;
  // 0 and '' are found, and look as if they were not.
  if (answer === 'element' && path === '') return false;
  if (mayBeCalledInBetween(push, subject)) return false;
  const search = searches.find(({ asked }) => asked.getText() === key);
  if (search === undefined || !isChain(bare(search.asked))) return false;
  const root = variables.of(rootOf(bare(search.asked)));
  if (root === undefined || root.isFree || root.references.some(isWriteTarget)) return false;
  const members = membersOf(key.slice(key.indexOf('.')));
  if (key.includes('.') && !leavesMembers(members, subject)) return false;
  let child: ts.Node = push.parent;
  for (
    let outer = child.parent;
    !ts.isFunctionLike(outer) && !ts.isIterationStatement(outer, false);
    child = outer, outer = outer.parent
  ) {
    if (
      ts.isIfStatement(outer) &&
      tellsOf(outer.expression, search, question) === (child === outer.thenStatement ? 'missing' : 'there')
    )
      return true;
    const earlier = ts.isBlock(outer) ? outer.statements.slice(0, outer.statements.indexOf(child as ts.Statement)) : [];
    if (
      earlier.some(
        (statement) =>
          ts.isIfStatement(statement) &&
          leaves(statement.thenStatement) &&
          tellsOf(statement.expression, search, question) === 'there',
      )
    )
      return true;
  }
  return false;
}

/** In a function of the function: between the search and the push it may have called itself. */
function mayBeCalledInBetween(push: ts.CallExpression, { node: root, checker }: Question['subject']): boolean {
  for (let outer: ts.Node = push; outer !== root; outer = outer.parent)
    if (ts.isFunctionLike(outer) && !isRepeated(outer, checker)) return true;
  return false;
}

function rootOf(node: ts.Expression): ts.Expression {
  return ts.isPropertyAccessExpression(node) ? rootOf(bare(node.expression)) : node;
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  );
}

/** What the condition, when it holds, says of the search. */
function tellsOf(condition: ts.Expression, search: KeySearch, question: Question): 'missing' | 'there' | undefined {
  const node = bare(condition);
  if (isAnswer(node, search, question))
    return search.answer === 'place' ? undefined : search.isNegated ? 'missing' : 'there';
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = tellsOf(node.operand, search, question);
    return inner === undefined ? undefined : inner === 'there' ? 'missing' : 'there';
  }
  if (!ts.isBinaryExpression(node) || !isAnswer(bare(node.left), search, question)) return undefined;
  const asked = `${node.operatorToken.getText()} ${node.right.getText()}`;
  const [missing, there] =
    search.answer === 'place'
      ? [
          ['=== -1', '== -1', '< 0'],
          ['!== -1', '!= -1', '> -1', '>= 0'],
        ]
      : [
          ['=== undefined', '== undefined', '== null'],
          ['!== undefined', '!= undefined', '!= null'],
        ];
  return missing?.includes(asked) ? 'missing' : there?.includes(asked) ? 'there' : undefined;
}

/** The search itself, or the variable that holds its answer and gets another value later at most. */
function isAnswer(node: ts.Expression, search: KeySearch, { variables }: Question): boolean {
  if (node === search.question) return true;
  const variable = ts.isIdentifier(node) ? variables.of(node) : undefined;
  const declaration = variable?.declaration;
  if (variable === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if (declaration.initializer === undefined || bare(declaration.initializer) !== search.question) return false;
  const isInSameBlock = declaration.parent.parent.parent === ts.findAncestor(node, ts.isIfStatement)?.parent;
  return (
    isInSameBlock && variable.references.every((reference) => reference.pos > node.pos || !isWriteTarget(reference))
  );
}

/** Where the `else` begins that follows the statement, when nothing but white space stands between. */
function elseAfter(statement: ts.Node): number | undefined {
  const { parent } = statement;
  if (!ts.isIfStatement(parent) || parent.thenStatement !== statement || parent.elseStatement === undefined)
    return undefined;
  const between = parent.getSourceFile().text.slice(statement.end, parent.elseStatement.getStart());
  return /^\s*else\s/.test(between) ? statement.end + between.indexOf('else') : undefined;
}
