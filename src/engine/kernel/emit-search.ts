// The rounds of a loop that looks for a divisor, several at once. The quotients are those of doubles: where the remainder is zero, the quotient is
// an integer and none of its roundings has a fraction. One that has none for another reason only ends the vectors early.
import type { FunctionEmission } from './function-emission.ts';
import { type LaneOperand, type SearchLoop, searchLanes, searchVectors } from './search-loops.ts';

/** Most searches end in one of their first rounds, for which vectors would be too much. */
const roundsBefore = 4;

/**
 * Rounds as long as none of them finds anything. `leave` branches out of the loop where its test does not hold; `round` emits one round with
 * its step. */
export function emitSearch(to: FunctionEmission, search: SearchLoop, leave: () => void, round: () => void): void {
  const { code, module } = to;
  const { counter, step, test, remainders } = search;
  module.usesVectors = true;
  for (let rounds = 0; rounds < roundsBefore; rounds += 1) {
    leave();
    round();
  }
  const index = to.localIndex(counter);
  const add = (amount: number): void => {
    code.local('get', index);
    code.i32(amount);
    code.op('i32.add');
    code.local('set', index);
  };
  const pairs = remainders.map(({ dividend, divisor }) => [laneOf(to, dividend), laneOf(to, divisor)] as const);
  const counters = to.scratch('v128');
  const quotient = to.scratch('v128');
  const first = counterLanes(to, index, step);
  code.open('block');
  const end = code.depth;
  code.open('loop');
  const start = code.depth;
  add(step * (searchLanes - 1));
  to.truth(test);
  add(-step * (searchLanes - 1));
  code.op('i32.eqz');
  code.branch('br_if', code.depth - end);
  first();
  code.local('set', counters);
  for (let vector = 0; vector < searchVectors; vector += 1) {
    pairs.forEach((lanes, place) => {
      for (const lane of lanes) lane(counters, vector * 2 * step);
      code.op('f64x2.div');
      code.local('tee', quotient);
      code.local('get', quotient);
      code.op('f64x2.trunc', 'f64x2.eq');
      if (vector > 0 || place > 0) code.op('v128.or');
    });
  }
  code.op('v128.any_true');
  code.branch('br_if', code.depth - end);
  add(step * searchLanes);
  code.branch('br', code.depth - start);
  code.op('end', 'end');
}

/** Leaves the counters of this round and the next one. */
function counterLanes(to: FunctionEmission, index: number, step: number): () => void {
  const { code } = to;
  const steps = to.scratch('v128');
  code.f64(0);
  code.op('f64x2.splat');
  code.f64(step);
  code.lane('replace', 1);
  code.local('set', steps);
  return () => {
    code.local('get', index);
    code.op('f64.convert_i32_s', 'f64x2.splat');
    code.local('get', steps);
    code.op('f64x2.add');
  };
}

/** Leaves the operand in two lanes, whose counters are `ahead` more than those that are kept. */
function laneOf(to: FunctionEmission, operand: LaneOperand): (counters: number, ahead: number) => void {
  const { code } = to;
  if ('same' in operand) {
    const kept = to.scratch('v128');
    to.double(operand.same);
    code.op('f64x2.splat');
    code.local('set', kept);
    return () => code.local('get', kept);
  }
  return (counters, ahead) => {
    code.local('get', counters);
    if (operand.offset + ahead === 0) return;
    code.f64(operand.offset + ahead);
    code.op('f64x2.splat', 'f64x2.add');
  };
}
