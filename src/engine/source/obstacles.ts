// Why a function cannot be run alone, as one catalogue of codes and sentences. The sentences continue "<name> cannot be run alone: ...".

export interface Obstacle {
  readonly code: string;
  readonly message: string;
}

interface Surroundings {
  /** Listed name of the enclosing function, when it has one. */
  readonly name: string | undefined;
  /** 1-based line where it starts. */
  readonly line: number;
}

export const obstacles = {
  closure: (around: Surroundings, captured: readonly string[]): Obstacle => ({
    code: 'closure',
    message: `it is a closure inside ${phrase(around)} and captures ${sentenceList(captured)}`,
  }),
  nested: (around: Surroundings): Obstacle => ({
    code: 'nested',
    message: `it stands inside ${phrase(around)}, where nothing outside can reach it; it captures nothing, so it could move to the top level`,
  }),
  memberOfNestedClass: (around: Surroundings, captured: readonly string[]): Obstacle => ({
    code: 'nested-class',
    message: `its class stands inside ${phrase(around)}${captured.length > 0 ? `, and it captures ${sentenceList(captured)}` : ''}`,
  }),
  abstractMember: (): Obstacle => ({ code: 'abstract', message: 'it is abstract and has no body' }),
  abstractConstructor: (): Obstacle => ({
    code: 'abstract',
    message: 'its class is abstract and cannot be constructed',
  }),
  computedName: (): Obstacle => ({ code: 'computed-name', message: 'its name is computed while the program runs' }),
  objectAccessor: (): Obstacle => ({
    code: 'object-accessor',
    message: 'it is an accessor of an object literal; only accessors of classes can be run',
  }),
  insideBlock: (): Obstacle => ({
    code: 'inside-block',
    message: 'it is declared inside a block, where nothing outside can reach it',
  }),
  inline: (): Obstacle => ({
    code: 'inline',
    message: 'it stands in the middle of an expression and is bound to no name',
  }),
  notExported: (namespace: string): Obstacle => ({
    code: 'not-exported',
    message: `the namespace ${namespace} does not export it`,
  }),
  overridden: (): Obstacle => ({ code: 'overridden', message: 'a spread after it may replace it' }),
  redefined: (line: number): Obstacle => ({ code: 'redefined', message: `it is defined again on line ${line}` }),
  reassigned: (binding: string): Obstacle => ({
    code: 'reassigned',
    message: `${binding} is given another value elsewhere in the file`,
  }),
  foreign: (owner: string): Obstacle => ({
    code: 'foreign',
    message: `it is put on ${owner}, which this file does not declare`,
  }),
  unreachable: (): Obstacle => ({ code: 'unreachable', message: 'no name of the module leads to it' }),
} as const;

function phrase({ name, line }: Surroundings): string {
  return name === undefined ? `the function on line ${line}` : `${name} (line ${line})`;
}

const namedAtMost = 6;

function sentenceList(names: readonly string[]): string {
  const shown =
    names.length > namedAtMost ? [...names.slice(0, namedAtMost - 1), `${names.length - namedAtMost + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
