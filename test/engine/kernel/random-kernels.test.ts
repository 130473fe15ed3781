// Random kernels, compiled and run against the same functions in JavaScript, bit for bit. `npm run bench:kernels -- --only fuzz` has the long run.
import type ts from 'typescript';
import { expect, test } from 'vitest';
import { checkKernelBatch, compileKernel, type KernelCall, outcomeOfKernel } from '../../support/kernel-batch.ts';
import { subjectOf } from '../../support/propose-on.ts';

test('random kernels give bit for bit what JavaScript gives', () => {
  const programs = 150;
  const { differences, compared, calls, inVectors } = checkKernelBatch(41, programs);
  expect(differences).toEqual([]);
  expect(compared['webassembly']).toBeGreaterThan(programs * 0.8);
  expect(calls).toBeGreaterThan(programs * 15);
  expect(inVectors).toBeGreaterThan(programs / 4);
}, 600_000);

test('the comparison notices a product that is wrapped before it is rounded', () => {
  const kernel = (product: string) =>
    `export function f0(n: number, m: number, x: number, y: number, flag: boolean, a: number[], c: Int8Array, out: Float64Array): number { let u = 1; for (let i = 0; i < 20; i++) { u = ${product}; } return u; }`;
  const [right, wrong] = ['(u * 1664525013 + n) | 0', '(Math.imul(u, 1664525013) + n) | 0'].map((product) => {
    const subject = subjectOf(kernel(product), 'f0');
    return compileKernel(subject.node as ts.SignatureDeclaration, 'f0', subject.checker);
  });
  if (right === undefined || wrong === undefined) throw new Error('It was not compiled.');
  const call: KernelCall = [3, 1, 0, 0, true];
  expect(outcomeOfKernel(wrong, call, 'Int8Array')).not.toStrictEqual(outcomeOfKernel(right, call, 'Int8Array'));
});
