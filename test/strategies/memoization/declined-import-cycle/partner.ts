import { fib } from './before.ts';

export const start = fib(5);
