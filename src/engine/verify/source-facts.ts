// What the source says about inputs, for comparisons: the constants that it is written around, and what its types admit.
import type { Subject } from '../source/subject.ts';
import { admittedPlaces } from './admitted-values.ts';
import { sourceConstants } from './source-constants.ts';
import type { VerifyFacts } from './verify-candidate.ts';

export function sourceFacts(subject: Subject): Required<Pick<VerifyFacts, 'constants' | 'admitted'>> {
  const constants = sourceConstants(subject);
  return { constants, admitted: admittedPlaces(subject, constants) };
}
