// The intermediate form of numeric code: typed scalars, flat arrays, structured control flow. It keeps JavaScript's meaning of every
// operation (all numbers are doubles, indices may be anything); which of them become machine integers is decided by analyze-kernel.ts, how
// they are written as WebAssembly by the emit-*.ts files. Every expression is an object of its own, so that facts can be kept by node.
import type ts from 'typescript';

export interface KernelModule {
  /** The function that is called from outside comes first. */
  readonly functions: readonly KernelFunction[];
  /** Names by which functions of other files are called, one for each file. */
  readonly imported: readonly ts.Identifier[];
}

export interface KernelFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Of the function that is called from outside: where its parameters come from. */
  readonly given: ReadonlyMap<Parameter, Given>;
  /** Both are filled in once the function's own calls can be resolved. */
  locals: readonly (Local | ArrayLocal)[];
  body: readonly Statement[];
  readonly result: ResultKind;
}

/** Where the value of a parameter stands when the function is called. */
export interface Given {
  /** Which of the function's own parameters it is, or has it as a field; a constant of the module is a field of that. */
  readonly index: number | 'this' | 'module';
  readonly field?: string;
  /** As the function itself would say it: `width`, `image.width`, `this.cells`, `TABLE`. */
  readonly text: string;
}

export type ScalarKind = 'number' | 'boolean';
export type ResultKind =
  | ScalarKind
  | 'nothing'
  /** `parts`: the elements are those of a tuple or the fields of an object. */
  | { readonly array: ArrayGroup; readonly parts?: readonly ResultPart[] }
  | { readonly cells: ArrayGroup; readonly fields?: RowFields; readonly width?: number };

/** Of rows that are objects: the names of their fields, in the order in which they are written. Filled while the function's body is lowered. */
export interface RowFields {
  names: readonly string[];
}

/** Truths are 0 and 1 in the array. */
export interface ResultPart {
  readonly kind: ScalarKind;
  /** Of a field. */
  readonly name?: string;
}

export type Parameter = Local | ArrayLocal | TableLocal | RecordsLocal;

export interface Local {
  readonly kind: ScalarKind;
  readonly name: string;
  /** A parameter that the function may be called without, which calls are left to the original. */
  readonly mayBeLeftOut?: boolean;
}

/** A variable that holds an array. */
export interface ArrayLocal {
  readonly kind: 'array';
  readonly name: string;
  readonly group: ArrayGroup;
  /** The only variable that ever holds its array, which may grow; the memory of it serves the next array that is made for the variable. */
  readonly isOwned?: boolean;
  /** A parameter that may be given arrays of other kinds as well, which are left to the original. */
  readonly isOneOfSeveral?: boolean;
  /** Of `new Array(n)`: how long it is said to be. Its elements are set one after the other, and none is read before. */
  readonly declaredLength?: Local;
  /** Of a queue: how many of its elements, from the first on, have been taken. */
  readonly taken?: Local;
}

/** A variable that holds rows of one length, kept as one flat array. */
export interface TableLocal {
  readonly kind: 'table';
  readonly name: string;
  readonly cells: ArrayLocal;
  readonly rows: Local;
  readonly columns: Local;
  /** Rows are added to it; the last one may have fewer cells than `columns` says. */
  readonly isGrowing?: boolean;
  /** Of `new Array(n)`: how many rows it is said to have. */
  readonly declaredRows?: Local;
  /** As for arrays. */
  readonly taken?: Local;
  /** Where its rows are objects, which only come to be added and returned. */
  readonly fields?: RowFields;
}

/** A parameter that holds records, of which only fields are read: one flat array for each field that is. */
export interface RecordsLocal {
  readonly kind: 'records';
  readonly name: string;
  readonly count: Local;
  /** Nobody declared what they are, so they may be of any class. */
  readonly isAssumed: boolean;
  /** By the field's name. Filled while the function's body is lowered. */
  readonly fields: Map<string, ArrayLocal>;
}

const typedArrayNames = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
] as const;

export type TypedArrayName = (typeof typedArrayNames)[number];

export function isTypedArrayName(name: string): name is TypedArrayName {
  return (typedArrayNames as readonly string[]).includes(name);
}

/** Arrays that may be one and the same at run time, and so hold their elements in one way. */
export interface ArrayGroup {
  /** Set on a group that has become part of another one; groupOf follows it. */
  partOf?: ArrayGroup;
  elements: ScalarKind;
  /** Undefined for plain arrays. */
  typedName: TypedArrayName | undefined;
  /** Reached by a parameter of the function that is called from outside. */
  isFromOutside: boolean;
  isWritten: boolean;
  /** The code units of a string, which nothing can change. */
  readonly isText?: boolean;
  /** An array of it may be the result. */
  isReturned?: boolean;
  /** Cells of a table, or rows, which lie within the cells of one. */
  isOfTable?: boolean;
  /** Elements that are not there are asked for: `values[i - 1] ?? 0`. */
  asksForMissing?: boolean;
}

/** Of elements; longer arrays are left to the original. */
export const longestKernelArray = 2 ** 27;

export function groupOf(array: ArrayLocal | ArrayGroup): ArrayGroup {
  let group = 'group' in array ? array.group : array;
  while (group.partOf !== undefined) group = group.partOf;
  return group;
}

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '**' | '&' | '|' | '^' | '<<' | '>>' | '>>>';
export type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!==';

/** Operations of one or two numbers that are in WebAssembly, or made of a few of its instructions, with the very same results. */
export type MathOperation =
  | 'abs'
  | 'ceil'
  | 'floor'
  | 'trunc'
  | 'sqrt'
  | 'fround'
  | 'round'
  | 'sign'
  | 'clz32'
  | 'imul'
  | 'min'
  | 'max';

/** Functions of Math that are called where they are, for other implementations differ in the last bits. */
export type ImportedFunction =
  | 'acos'
  | 'acosh'
  | 'asin'
  | 'asinh'
  | 'atan'
  | 'atan2'
  | 'atanh'
  | 'cbrt'
  | 'cos'
  | 'cosh'
  | 'exp'
  | 'expm1'
  | 'hypot'
  | 'log'
  | 'log10'
  | 'log1p'
  | 'log2'
  | 'pow'
  | 'sin'
  | 'sinh'
  | 'tan'
  | 'tanh';

export type Expression = NumberExpression | TruthExpression | EitherExpression;

/** Gives a number. */
export type NumberExpression =
  | { readonly kind: 'constant'; readonly value: number }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'math'; readonly operation: MathOperation; readonly operands: readonly Expression[] }
  | { readonly kind: 'imported'; readonly name: ImportedFunction; readonly operands: readonly Expression[] }
  /** `i++`: gives the value before. */
  | { readonly kind: 'postfix'; readonly local: Local; readonly delta: 1 | -1 }
  | { readonly kind: 'length'; readonly array: ArrayLocal }
  /** The index of a table's cell in its flat array. Where there is no such row or column, the original has to take over. */
  | {
      readonly kind: 'place';
      readonly row: Expression;
      readonly column: Expression;
      readonly table: TableLocal;
      /** An integer from 0 on is known to be a row's, or a column's. */
      readonly isRowInside?: boolean;
      readonly isColumnInside?: boolean;
    };

/** Gives true or false. */
export type TruthExpression =
  | { readonly kind: 'truth'; readonly value: boolean }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'both' | 'either'; readonly left: Expression; readonly right: Expression }
  /** Neither zero nor NaN. */
  | { readonly kind: 'isTruthy'; readonly operand: Expression }
  /** Number.isInteger, Number.isSafeInteger, Number.isFinite, Number.isNaN. */
  | {
      readonly kind: 'test';
      readonly test: 'integer' | 'safe-integer' | 'finite' | 'nan';
      readonly operand: Expression;
    };

/** Gives what its parts give. */
export type EitherExpression =
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'assign'; readonly local: Local; readonly value: Expression }
  | {
      readonly kind: 'choose';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  /** Evaluates `first` for what it does. */
  | { readonly kind: 'sequence'; readonly first: readonly Statement[]; readonly last: Expression }
  | {
      readonly kind: 'read';
      readonly array: ArrayLocal;
      readonly index: Expression;
      /** An index that is an integer from 0 on is known to be less than the length. */
      readonly isInside?: boolean;
    }
  | {
      readonly kind: 'call';
      readonly callee: KernelFunction;
      readonly operands: readonly Operand[];
    };

export type Operand = Expression | ArrayLocal | TableLocal;

export type Statement =
  | { readonly kind: 'evaluate'; readonly expression: Expression }
  | {
      readonly kind: 'write';
      readonly array: ArrayLocal;
      readonly index: Expression;
      readonly value: Expression;
      /** At its end, an owned array grows by the element. */
      readonly mayAppend?: boolean;
      /** As for reading. */
      readonly isInside?: boolean;
      /** The variable gets the element as it is stored. */
      readonly keptIn?: Local;
    }
  /** `a = b` of arrays. */
  | { readonly kind: 'share'; readonly array: ArrayLocal; readonly from: ArrayLocal }
  /** A new array; its elements are zero or false until something is written. */
  | {
      readonly kind: 'allocate';
      readonly array: ArrayLocal;
      readonly length: Expression;
      /** Elements set at once: a literal's, in order. */
      readonly elements: readonly Expression[];
    }
  | { readonly kind: 'fill'; readonly array: ArrayLocal; readonly value: Expression }
  /** An owned array starts anew, without elements. */
  | { readonly kind: 'empty'; readonly array: ArrayLocal }
  | { readonly kind: 'push'; readonly array: ArrayLocal; readonly value: Expression }
  /** All elements of an array at the end of an owned one of the same group. */
  | { readonly kind: 'append'; readonly array: ArrayLocal; readonly from: ArrayLocal }
  /** Of an owned array only as many elements stay; it has more. */
  | { readonly kind: 'cut'; readonly array: ArrayLocal; readonly length: Expression }
  /** The array becomes a row of the table, which does not grow. Without such a row the original has to take over. */
  | { readonly kind: 'row'; readonly array: ArrayLocal; readonly table: TableLocal; readonly index: Expression }
  /** `let x;`: the variable has no value from here on. */
  | { readonly kind: 'forget'; readonly local: Local }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly whenTrue: readonly Statement[];
      readonly whenFalse: readonly Statement[];
    }
  | {
      readonly kind: 'loop';
      readonly test: Expression | undefined;
      /** False for do-while. */
      readonly testsFirst: boolean;
      /** Done once, after the first test, when there is a first round. */
      readonly prelude?: readonly Statement[];
      readonly body: readonly Statement[];
      readonly update: readonly Statement[];
      readonly labels: readonly string[];
    }
  /** A labeled block, or a switch: `break` leaves it. */
  | { readonly kind: 'block'; readonly body: readonly Statement[]; readonly labels: readonly string[] }
  | { readonly kind: 'break' | 'continue'; readonly label: string }
  | { readonly kind: 'return'; readonly value: Operand | undefined }
  /** The original has to take over: it throws here, or does what is not compiled. */
  | { readonly kind: 'giveUp' };

/** Why a piece of code is no kernel, at the place in the source. */
export interface Obstacle {
  readonly node: ts.Node;
  readonly kind: ObstacleKind;
  /** The name or the text that the sentence is about. */
  readonly subject: string;
  /** The call that leads there, where that is another file than the function's. */
  readonly within?: ts.Identifier;
}

export type ObstacleKind =
  | 'statement'
  | 'expression'
  | 'call'
  | 'type'
  | 'parameter'
  | 'result'
  | 'mixed-result'
  | 'unset'
  | 'no-value'
  | 'outside'
  | 'method'
  | 'holes'
  | 'allocation'
  | 'allocation-in-loop'
  | 'callback'
  | 'same-array'
  | 'shared-array'
  | 'accessor'
  | 'record-write'
  | 'too-large';

export class NotAKernel extends Error {
  readonly obstacle: Obstacle;

  constructor(kind: ObstacleKind, node: ts.Node, subject = '') {
    super(`${kind} ${subject}`);
    this.obstacle = { kind, node, subject };
  }
}

export function scalarKindOf(expression: Expression): ScalarKind {
  switch (expression.kind) {
    case 'truth':
    case 'compare':
    case 'not':
    case 'both':
    case 'either':
    case 'isTruthy':
    case 'test':
      return 'boolean';
    case 'local':
    case 'assign':
      return expression.local.kind;
    case 'choose':
      return scalarKindOf(expression.whenTrue);
    case 'sequence':
      return scalarKindOf(expression.last);
    case 'read':
      return groupOf(expression.array).elements;
    case 'call':
      return expression.callee.result === 'boolean' ? 'boolean' : 'number';
    default:
      return 'number';
  }
}
