// Proves symbolic inequalities between integer expressions of one function, above all "this index lies inside that array":
// expressions become polynomials over variables and lengths, and the conditions and loops around a place become facts about them.
// Every claim is about the values that the variables have when control is at the place.

import type ts from 'typescript';
import { analyzeLengths } from './fixed-lengths.ts';
import { type BoundsQuestion, PlaceProof } from './place-proof.ts';
import { constant, minus, type Polynomial, plus } from './polynomial.ts';

export interface BoundsProof {
  /** The value of the expression in terms of what variables hold at `place`; undefined when it is not known to be an integer. */
  polynomialOf(expression: ts.Expression, place: ts.Node): Polynomial | undefined;
  /** The same for the length of an array that exists: its last operation needs no proof of being exact, for its result is small. */
  lengthPolynomialOf(expression: ts.Expression): Polynomial | undefined;
  isNeverNegative(goal: Polynomial, place: ts.Node): boolean;
  /** 0 <= index < length, and the index is an integer. */
  isInBounds(index: ts.Expression, length: Polynomial, place: ts.Node): boolean;
}

export function proveBounds(question: BoundsQuestion): BoundsProof {
  const lengths = analyzeLengths(question.variables, question.checker);
  const session = (place: ts.Node): PlaceProof => new PlaceProof(question, lengths, place);
  return {
    polynomialOf(expression, place) {
      const proof = session(place);
      const form = proof.form(expression);
      return form && proof.isExact() ? form : undefined;
    },
    lengthPolynomialOf(expression) {
      const proof = session(expression);
      const form = proof.form(expression);
      return form && proof.isExact(form) ? form : undefined;
    },
    isNeverNegative: (goal, place) => session(place).proves(goal),
    isInBounds(index, length, place) {
      const proof = session(place);
      const form = proof.form(index);
      if (form === undefined) return false;
      return proof.proves(form) && proof.proves(plus(minus(length, form), constant(-1))) && proof.isExact();
    },
  };
}
