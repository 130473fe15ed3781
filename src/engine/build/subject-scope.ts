// Exposes the subject from inside its own module: a few lines after the user's text that reach the function by its access path (private
// methods through an accessor put into the class) and evaluate the run's expressions in the module's scope.
import MagicString from 'magic-string';
import ts from 'typescript';
import type { AccessPath } from '../source/subject.ts';
import { bundledAs, parseModule } from './module-kind.ts';

/** The export of an ES module that carries the exposed object; for CommonJS it is put into the slot module instead. */
export const SCOPE_NAME = '__speedlens_scope';
/** Specifier of the virtual module that a CommonJS subject puts its exposed object into: `module.exports` stays untouched. */
export const SLOT_SPECIFIER = 'speedlens:slot';
const PRIVATE_ACCESSOR = '__speedlens_private';

export interface ScopeRequest {
  readonly access: AccessPath;
  readonly callBinding?: string;
  /** The callee takes one argument, the list of argument lists. */
  readonly batch: boolean;
  readonly resetExpression?: string;
  readonly cacheSizeExpression?: string;
  readonly disposeExpression?: string;
  readonly poolExpression?: string;
  readonly threadsExpression?: string;
  readonly makerExpression?: string;
  readonly benchTags: readonly string[];
}

export interface ExposedModule {
  readonly text: string;
  readonly format: 'esm' | 'commonjs';
  /** 1-based line of the first appended line, and of each `@bench` expression: build errors there are about the tag, not the file. */
  readonly appendedFromLine: number;
  readonly tagLines: readonly number[];
}

/** Throws `UnreachableSubject` when a private member's class is not found in the text (a candidate that removed it). */
export function exposeSubject(file: string, text: string, request: ScopeRequest): ExposedModule {
  const sourceFile = parseModule(file, text);
  const format = bundledAs(sourceFile, file);
  const edited = new MagicString(text);
  const access = request.access;
  if (request.callBinding === undefined && access.kind === 'class-member' && access.isPrivate) {
    edited.appendLeft(classBodyEnd(sourceFile, access), privateAccessor(access));
  }
  const lines = ['', format === 'esm' ? `export const ${SCOPE_NAME} = {` : `require('${SLOT_SPECIFIER}').scope = {`];
  lines.push(`call: ${callFunction(request, format)},`);
  if (request.resetExpression !== undefined) lines.push(`reset: () => { (${request.resetExpression}); },`);
  if (request.cacheSizeExpression !== undefined) lines.push(`cacheSize: () => (${request.cacheSizeExpression}),`);
  if (request.disposeExpression !== undefined) lines.push(`dispose: () => (${request.disposeExpression}),`);
  if (request.poolExpression !== undefined) lines.push(`pool: () => (${request.poolExpression}),`);
  if (request.threadsExpression !== undefined) lines.push(`threads: () => (${request.threadsExpression}),`);
  if (request.makerExpression !== undefined) lines.push(`makeNumbers: ${request.makerExpression},`);
  lines.push('tags: [');
  const ownLines = text.split('\n').length;
  const tagLines: number[] = [];
  for (const tag of request.benchTags) {
    tagLines.push(ownLines + lines.length);
    lines.push(`() => (${tag.replaceAll(/\r?\n/g, ' ')}),`);
  }
  lines.push(']};', '');
  return { text: edited.toString() + lines.join('\n'), format, appendedFromLine: ownLines + 1, tagLines };
}

export class UnreachableSubject extends Error {}

/** Text of `(receiver, args) => result`. Calls with few arguments are direct ones, so that V8 can inline the subject as a caller would. */
function callFunction(request: ScopeRequest, format: ExposedModule['format']): string {
  if (request.callBinding !== undefined) {
    return request.batch ? `(receiver, argLists) => ${request.callBinding}(argLists)` : plainCall(request.callBinding);
  }
  const access = request.access;
  switch (access.kind) {
    case 'binding':
      return plainCall(access.name);
    case 'default-export':
      // An anonymous default export has no name in its own module: the entry reaches it through the export.
      return format === 'esm' ? 'undefined' : plainCall('module.exports');
    case 'object-member':
      if (access.binding === 'default' && format === 'esm') return 'undefined';
      return objectMemberCallOn(access.binding === 'default' ? 'module.exports' : access.binding, access);
    case 'class-member':
      return classMemberCall(access, format);
  }
}

export function plainCall(callee: string): string {
  return dispatch(
    (args) => `${callee}(${args})`,
    `receiver !== undefined ? ${callee}.call(receiver, ...args) : ${callee}(...args)`,
    'receiver === undefined',
  );
}

/** One direct call per argument count up to five while `condition` holds; `general` serves everything else. */
function dispatch(call: (args: string) => string, general: string, condition = 'true'): string {
  const cases = [0, 1, 2, 3, 4, 5].map((count) => {
    const args = Array.from({ length: count }, (_, index) => `args[${index}]`).join(', ');
    return `case ${count}: return ${call(args)};`;
  });
  return `(receiver, args) => { if (${condition}) switch (args.length) { ${cases.join(' ')} } return ${general}; }`;
}

/** `(receiver, args) => result` for a member of the object that the expression `root` names. */
export function objectMemberCallOn(root: string, access: Extract<AccessPath, { kind: 'object-member' }>): string {
  const owner =
    root +
    access.path
      .slice(0, -1)
      .map((name) => `[${JSON.stringify(name)}]`)
      .join('');
  const callee = `${owner}[${JSON.stringify(access.path.at(-1) ?? '')}]`;
  return dispatch(
    (args) => `${callee}(${args})`,
    `${callee}.call(receiver ?? ${owner}, ...args)`,
    'receiver === undefined',
  );
}

type ClassMember = Extract<AccessPath, { kind: 'class-member' }>;

function classMemberCall(access: ClassMember, format: ExposedModule['format']): string {
  // The entry completes the call for an anonymous default class, which cannot be named here.
  if (access.className === 'default' && format === 'esm') return 'undefined';
  return classMemberCallOn(access.className === 'default' ? 'module.exports' : access.className, access);
}

/** `(receiver, args) => result` for a member of the class that the expression `owner` names. */
export function classMemberCallOn(owner: string, access: ClassMember): string {
  const key = JSON.stringify(access.member);
  if (access.as === 'constructor') return dispatch((args) => `new ${owner}(${args})`, `new ${owner}(...args)`);
  if (access.isPrivate) {
    return `(receiver, args) => ${owner}.${PRIVATE_ACCESSOR}(${access.isStatic ? `receiver ?? ${owner}` : 'receiver'}, args)`;
  }
  const home = access.isStatic ? owner : `${owner}.prototype`;
  const self = access.isStatic ? `(receiver ?? ${owner})` : 'receiver';
  switch (access.as) {
    case 'getter':
      return `((get) => (receiver, args) => get.call(${self}))(Object.getOwnPropertyDescriptor(${home}, ${key}).get)`;
    case 'setter':
      return `((set) => (receiver, args) => { set.call(${self}, args[0]); })(Object.getOwnPropertyDescriptor(${home}, ${key}).set)`;
    case 'field':
      return dispatch((args) => `${self}[${key}](${args})`, `${self}[${key}](...args)`);
    case 'method': {
      const method = dispatch(
        (args) => `method.call(${[self, args].filter((part) => part !== '').join(', ')})`,
        `method.call(${self}, ...args)`,
      );
      return `((method) => ${method})(${home}[${key}])`;
    }
  }
}

/** Body text of the accessor: the only way to reach a `#name` is from inside its class. */
function privateAccessor(access: ClassMember): string {
  const target = `receiver.${access.member.startsWith('#') ? access.member : `#${access.member}`}`;
  const body =
    access.as === 'getter'
      ? `return ${target};`
      : access.as === 'setter'
        ? `${target} = args[0];`
        : `return ${target}(...args);`;
  return `; static ${PRIVATE_ACCESSOR}(receiver, args) { ${body} }`;
}

function classBodyEnd(sourceFile: ts.SourceFile, access: ClassMember): number {
  const privateName = access.member.startsWith('#') ? access.member : `#${access.member}`;
  let found: ts.ClassLikeDeclaration | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return;
    if (ts.isClassLike(node) && classNameOf(node) === access.className) {
      const hasMember = node.members.some(
        (member) => member.name !== undefined && member.name.getText(sourceFile) === privateName,
      );
      if (hasMember) found = node;
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  if (found === undefined)
    throw new UnreachableSubject(`The class ${access.className} has no ${privateName} any more.`);
  return found.end - 1;
}

function classNameOf(node: ts.ClassLikeDeclaration): string | undefined {
  if (ts.isClassDeclaration(node)) return node.name?.text ?? 'default';
  let holder: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(holder) || ts.isAsExpression(holder) || ts.isSatisfiesExpression(holder))
    holder = holder.parent;
  if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) return holder.name.text;
  if (ts.isExportAssignment(holder)) return 'default';
  const isModuleExports = ts.isBinaryExpression(holder) && /^(module\.)?exports$/.test(holder.left.getText());
  return isModuleExports ? 'default' : undefined;
}
