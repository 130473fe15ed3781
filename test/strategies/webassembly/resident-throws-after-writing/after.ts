import { withdrawKernel, withdrawNumbers } from './before.withdraw.wasm.ts';

/** Takes what is spent off each account, until one has too little. */
export function withdraw(balances: number[], amounts: readonly number[]): boolean {
  for (let i = 0; i < amounts.length; i++) {
    if (balances[i]! < amounts[i]!) throw new RangeError('too little');
    balances[i] = balances[i]! - amounts[i]!;
  }
  return balances.length > 0;
}

/**
 * `withdraw` for typed arrays that `withdrawNumbers` has made: the kernel works on them where they are. Others are copied, and what
 * the kernel cannot do goes through plain ones.
 */
export function withdrawResident(balances: Float64Array, amounts: Float64Array): boolean {
  const fast = withdrawKernel(balances, amounts);
  if (fast !== undefined) return fast;
  const balancesPlain = Array.from(balances);
  try {
    return withdraw(balancesPlain, amounts === balances ? balancesPlain : Array.from(amounts));
  } finally {
    balances.set(balancesPlain);
  }
}

export { withdrawNumbers };
