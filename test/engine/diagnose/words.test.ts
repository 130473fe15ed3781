import { describe, expect, it } from 'vitest';
import { calleeName } from '../../../src/engine/diagnose/callee-name.ts';
import { deoptSentence } from '../../../src/engine/diagnose/deopt-reasons.ts';

describe('the sentence for a deoptimisation', () => {
  it.each([
    ['Insufficient type feedback for generic named access', /never run/],
    ['wrong map', /another shape/],
    ['wrong instance type', /another shape/],
    ['wrong call target', /Another function/],
    ['not a Smi', /not a small integer/],
    ['Smi', /A small integer came/],
    ['not a Number', /no number/],
    ['not a heap number', /no number/],
    ['hole', /missing element/],
    ['out of bounds', /outside of the array/],
    ['division by zero', /division by zero/],
    ['minus zero', /-0/],
    ['lost precision', /no integer/],
    ['lost precision or NaN', /NaN or no integer/],
    ['overflow', /32-bit/],
    ['NaN', /NaN/],
    ['not a String', /another type/],
    ['(unknown)', /left the path/],
    ['dependency change', /changed elsewhere/],
    ['code dependencies', /changed elsewhere/],
  ])('says what "%s" means', (reason, expected) => {
    expect(deoptSentence(reason)).toMatch(expected);
  });

  it('shows V8’s own words when they are not known', () => {
    expect(deoptSentence('flux misaligned')).toBe('V8 says: flux misaligned.');
  });
});

describe('the name of what a line called', () => {
  it.each([
    [{ kind: 'builtin', name: 'ArrayPrototypeSort' }, 'Array.prototype.sort'],
    [{ kind: 'builtin', name: 'ArrayMap' }, 'Array.prototype.map'],
    [{ kind: 'builtin', name: 'StringPrototypeCharCodeAt' }, 'String.prototype.charCodeAt'],
    [{ kind: 'builtin', name: 'TypedArrayPrototypeFill' }, 'TypedArray.prototype.fill'],
    [{ kind: 'builtin', name: 'ObjectEntries' }, 'Object.entries'],
    [{ kind: 'builtin', name: 'MathSin' }, 'Math.sin'],
    [{ kind: 'helper', name: 'KeyedLoadIC_Megamorphic' }, 'V8: KeyedLoadIC_Megamorphic'],
    [{ kind: 'native', name: '' }, 'native code of V8 or Node'],
    [{ kind: 'compiler', name: '' }, 'V8 compiling'],
    [{ kind: 'function', name: 'groupBy', url: 'file:///p/node_modules/@scope/lodash/x.js' }, '@scope/lodash: groupBy'],
    [{ kind: 'function', name: 'readFileSync', url: 'node:fs' }, 'node:fs: readFileSync'],
    [{ kind: 'function', name: '', url: '' }, 'an anonymous function'],
  ] as const)('%j is %s', (callee, name) => {
    expect(calleeName(callee)).toBe(name);
  });
});
