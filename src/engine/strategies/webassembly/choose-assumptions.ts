// What the kernel may take for granted because it is checked before each call: that a number is an integer up to a billion, that the
// elements of an array are integers. With it counters, indices and sums become machine integers. What was observed says what is worth
// assuming; the check makes it true. No more is assumed than changes the code.
import { analyzeKernel } from '../../kernel/analyze-kernel.ts';
import { type Assumptions, checkedElement, type KernelFacts } from '../../kernel/kernel-facts.ts';
import {
  type ArrayGroup,
  type Expression,
  type Given,
  groupOf,
  type KernelModule,
  type Local,
  type Parameter,
  type Statement,
} from '../../kernel/kernel-ir.ts';
import { isInt32, isIntegerCode, typeOfLocal } from '../../kernel/representation.ts';
import { isScalar, partsOf, walkKernel } from '../../kernel/walk-kernel.ts';
import type { ObserveAnswer, ValueProfile } from '../../process/protocol.ts';
import { anyNumber, integersBetween, type NumberFact } from '../../source/ranges/number-fact.ts';

/** Integers of this size leave room for sums of two of them in 32 bits. */
export const largestInteger = 1e9;

/** 'positive': an integer from 1; 'count': one from 0; 'integer': one of either sign; 'number': any number. */
export type Assumed = 'positive' | 'count' | 'integer' | 'number';

export interface ChosenAssumptions {
  readonly facts: KernelFacts;
  /** By parameter, for numbers and plain arrays of numbers. */
  readonly assumed: ReadonlyMap<Parameter, Assumed>;
}

export interface AssumptionChoices {
  readonly plain: ChosenAssumptions;
  /** The arrays that the kernel makes hold integers as well, which every store checks. Absent where that would change nothing. */
  readonly checked?: ChosenAssumptions;
}

type Choice = Map<Parameter, Assumed>;
type ReadonlyChoice = ReadonlyMap<Parameter, Assumed>;

const weakerOf: Readonly<Record<Assumed, readonly Assumed[]>> = {
  number: [],
  integer: ['number'],
  count: ['number', 'integer'],
  positive: ['number', 'integer', 'count'],
};

const fromWeakest: readonly Assumed[] = ['number', 'integer', 'count', 'positive'];

const factOf: Readonly<Record<Assumed, NumberFact>> = {
  number: anyNumber,
  integer: integersBetween(-largestInteger, largestInteger),
  count: integersBetween(0, largestInteger),
  positive: integersBetween(1, largestInteger),
};

export function chooseAssumptions(
  module: KernelModule,
  observed: readonly ObserveAnswer[],
): AssumptionChoices | 'too-large' {
  const [entry] = module.functions;
  const parameters = entry?.parameters ?? [];
  const evidence = integerEvidence(module);
  const choice: Choice = new Map();
  parameters.forEach((parameter) => {
    const profiles = observed.flatMap((answer) => profileOf(entry?.given.get(parameter), answer) ?? []);
    const strongest = strongestFor(parameter, profiles, evidence);
    if (strongest !== undefined) choice.set(parameter, strongest);
  });
  const plain = weakened(module, choice, new Set());
  if (plain === 'too-large') return plain;
  const arrays = checkedArrays(module, choice);
  const checked = arrays.size > 0 ? weakened(module, choice, arrays) : undefined;
  return checked === undefined || checked === 'too-large' ? { plain } : { plain, checked };
}

/** Of objects that methods belong to, and of the module, nothing is observed. */
function profileOf(given: Given | undefined, answer: ObserveAnswer): ValueProfile | undefined {
  if (given === undefined || typeof given.index === 'string') return undefined;
  const profile = answer.arguments[given.index];
  return given.field === undefined ? profile : profile?.fields?.get(given.field);
}

/** The assumptions without those that change nothing. */
function weakened(
  module: KernelModule,
  strongestChoice: Choice,
  checked: ReadonlySet<ArrayGroup>,
): ChosenAssumptions | 'too-large' {
  const choice: Choice = new Map(strongestChoice);
  let best = analyzed(module, choice, checked);
  if (best === 'too-large') return best;
  let score = integerScore(module, best);
  for (const [parameter, strongest] of choice) {
    for (const weaker of weakerOf[strongest]) {
      const attempt: Choice = new Map(choice).set(parameter, weaker);
      const facts = analyzed(module, attempt, checked);
      if (facts === 'too-large' || integerScore(module, facts) < score) continue;
      if (unfitFor(module, facts, checked).size > 0) continue;
      choice.set(parameter, weaker);
      best = facts;
      score = integerScore(module, facts);
      break;
    }
  }
  return { facts: best, assumed: choice };
}

/** Arrays made by the kernel for which it is not proven that they hold integers, but all that is stored is computed in integers if they do. */
export function checkedArrays(module: KernelModule, choice: ReadonlyChoice): ReadonlySet<ArrayGroup> {
  const plain = analyzed(module, choice, new Set());
  const groups = new Set<ArrayGroup>();
  if (plain === 'too-large') return groups;
  walkKernel(module, {
    statement: (statement) => {
      if (statement.kind !== 'allocate' && statement.kind !== 'empty') return;
      const group = groupOf(statement.array);
      const isCandidate = group.typedName === undefined && group.elements === 'number' && !group.isFromOutside;
      if (isCandidate && !isInt32(plain.ofElements(group))) groups.add(group);
    },
  });
  for (let unfit = groups; groups.size > 0 && unfit.size > 0; ) {
    const facts = analyzed(module, choice, groups);
    if (facts === 'too-large') return new Set();
    unfit = new Set(unfitFor(module, facts, groups));
    for (const group of unfit) groups.delete(group);
  }
  return groups;
}

/** Those of the arrays into which something is stored that is not computed in integers. */
function unfitFor(module: KernelModule, facts: KernelFacts, groups: ReadonlySet<ArrayGroup>): ReadonlySet<ArrayGroup> {
  const unfit = new Set<ArrayGroup>();
  const isElement = (value: Expression): boolean => {
    const fact = facts.of(value);
    const isProven = fact !== undefined && fact.low >= checkedElement.low && fact.high <= checkedElement.high;
    return isProven && isInt32(fact);
  };
  walkKernel(module, {
    statement: (statement) => {
      if (!('array' in statement) || !storing.has(statement.kind)) return;
      const group = groupOf(statement.array);
      if (!groups.has(group)) return;
      const isFit =
        statement.kind === 'write' || statement.kind === 'push'
          ? isIntegerCode(statement.value, facts, 'exact')
          : statement.kind === 'fill'
            ? isElement(statement.value)
            : statement.kind === 'allocate' && statement.elements.every(isElement);
      if (!isFit) unfit.add(group);
    },
  });
  return unfit;
}

const storing: ReadonlySet<Statement['kind']> = new Set(['write', 'push', 'fill', 'allocate']);

function analyzed(
  module: KernelModule,
  choice: ReadonlyChoice,
  checked: ReadonlySet<ArrayGroup>,
): KernelFacts | 'too-large' {
  const parameters = new Map<Local, NumberFact>();
  const elements = new Map<ArrayGroup, NumberFact>();
  for (const [parameter, assumed] of choice) {
    const group = elementsOf(parameter);
    if (parameter.kind === 'number') parameters.set(parameter, factOf[assumed]);
    else if (group !== undefined) {
      // Arrays of one group hold their elements in one way.
      const same = [...choice].filter(([other]) => elementsOf(other) === group);
      const kinds = same.map(([, one]) => one);
      elements.set(group, factOf[fromWeakest.find((kind) => kinds.includes(kind)) ?? 'number']);
    }
  }
  const assumptions: Assumptions = { parameters, elements, checked };
  return analyzeKernel(module, assumptions);
}

function elementsOf(parameter: Parameter): ArrayGroup | undefined {
  if (parameter.kind === 'table') return groupOf(parameter.cells);
  return parameter.kind === 'array' ? groupOf(parameter) : undefined;
}

function strongestFor(
  parameter: Parameter,
  profiles: readonly ValueProfile[],
  evidence: ReadonlySet<Local>,
): Assumed | undefined {
  if (parameter.kind === 'boolean') return undefined;
  const group = elementsOf(parameter);
  if (group !== undefined && (group.typedName !== undefined || group.elements !== 'number')) return undefined;
  const seen = profiles.flatMap((profile) => {
    if (parameter.kind === 'table') return profile.elements?.elements?.numbers ?? [];
    return (parameter.kind === 'array' ? profile.elements?.numbers : profile.numbers) ?? [];
  });
  if (seen.length === 0) return parameter.kind === 'number' && evidence.has(parameter) ? 'positive' : 'number';
  const areSmallIntegers = seen.every(
    ({ min, max, allIntegers, hasNegativeZero }) =>
      allIntegers && !hasNegativeZero && min >= -largestInteger && max <= largestInteger,
  );
  if (!areSmallIntegers) return 'number';
  if (group !== undefined) return seen.every(({ min }) => min >= 0) ? 'count' : 'integer';
  return seen.every(({ min }) => min >= 1) ? 'positive' : seen.every(({ min }) => min >= 0) ? 'count' : 'integer';
}

/** How much of the code works on machine integers. */
function integerScore(module: KernelModule, facts: KernelFacts): number {
  let score = 0;
  for (const kernel of module.functions) {
    for (const local of kernel.locals) if (local.kind === 'number' && typeOfLocal(local, facts) === 'i32') score += 1;
  }
  // An element that is an integer in memory, and a double wherever it is used, is better kept as a double.
  const isConverted = (operand: Expression): boolean =>
    operand.kind === 'read' && isIntegerCode(operand, facts, 'zeros alike');
  walkKernel(module, {
    expression: (expression) => {
      const isCounted = expression.kind !== 'constant' && expression.kind !== 'local';
      if (isCounted && isIntegerCode(expression, facts, 'zeros alike')) score += 1;
      else if (expression.kind === 'arithmetic') score -= partsOf(expression).filter(isConverted).length;
    },
  });
  return score;
}

/** Variables that are used as integers are: compared with a counter, as a length, in remainders and bit operations, counted down by recursion. */
function integerEvidence(module: KernelModule): ReadonlySet<Local> {
  const counters = new Set<Local>();
  const found = new Set<Local>();
  const addAll = (expression: Expression): void => {
    if (expression.kind === 'local') found.add(expression.local);
    if (expression.kind === 'arithmetic' || expression.kind === 'math') partsOf(expression).forEach(addAll);
  };
  walkKernel(module, {
    expression: (expression) => {
      if (expression.kind === 'postfix') counters.add(expression.local);
      if (expression.kind === 'assign' && isStep(expression.local, expression.value)) counters.add(expression.local);
    },
  });
  walkKernel(module, {
    expression: (expression) => {
      if (expression.kind === 'compare') {
        const [left, right] = [expression.left, expression.right];
        if (left.kind === 'local' && counters.has(left.local)) addAll(right);
        if (right.kind === 'local' && counters.has(right.local)) addAll(left);
        if (left.kind === 'arithmetic' && left.operator === '*') addAll(right);
      }
      if (expression.kind === 'arithmetic' && integerOperators.has(expression.operator))
        partsOf(expression).forEach(addAll);
      if (expression.kind === 'read') addAll(expression.index);
      if (expression.kind === 'call' && expression.callee === module.functions[0]) partsOf(expression).forEach(addAll);
    },
    statement: (statement) => {
      if (statement.kind === 'allocate') addAll(statement.length);
      if (statement.kind === 'write') addAll(statement.index);
    },
  });
  return throughCallsAndCopies(module, found);
}

const integerOperators: ReadonlySet<string> = new Set(['%', '&', '|', '^', '<<', '>>', '>>>']);

function isStep(local: Local, value: Expression): boolean {
  return (
    value.kind === 'arithmetic' &&
    (value.operator === '+' || value.operator === '-') &&
    value.left.kind === 'local' &&
    value.left.local === local &&
    value.right.kind === 'constant' &&
    Number.isInteger(value.right.value)
  );
}

/** What a helper's integer parameter is given, and what an integer variable is set to, is an integer, too. */
function throughCallsAndCopies(module: KernelModule, found: Set<Local>): ReadonlySet<Local> {
  let size: number;
  do {
    size = found.size;
    const addParts = (expression: Expression): void => {
      if (expression.kind === 'local') found.add(expression.local);
      else if (expression.kind === 'arithmetic') partsOf(expression).forEach(addParts);
    };
    walkKernel(module, {
      expression: (expression) => {
        if (expression.kind === 'assign' && found.has(expression.local)) addParts(expression.value);
        if (expression.kind !== 'call') return;
        expression.callee.parameters.forEach((parameter, index) => {
          const operand = expression.operands[index];
          if (operand !== undefined && isScalar(operand) && parameter.kind === 'number' && found.has(parameter))
            addParts(operand);
        });
      },
    });
  } while (found.size > size);
  return found;
}
