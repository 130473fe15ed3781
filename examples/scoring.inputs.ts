// Loans of five years with a payment missed now and then. `n` is the number of loans in a book, or of months in one loan.
import type { Loan } from './scoring.ts';

function loan(id: number, months: number, random: () => number): Loan {
  const amount = 5_000 + Math.floor(random() * 45_000);
  const monthlyPayment = (amount / months) * (1 + random() * 0.3);
  const payments = Array.from({ length: months }, () => (random() < 0.03 ? 0 : monthlyPayment));
  return { id: `loan-${id}`, amount, payments };
}

function book(n: number, random: () => number): Loan[] {
  return Array.from({ length: n }, (_, id) => loan(id, 60, random));
}

export default {
  scoreLoan: {
    sizes: [12, 60, 360],
    args: (n: number, random: () => number) => [loan(1, n, random)],
    sequence: (n: number, random: () => number) => {
      const loans = Array.from({ length: 10 }, (_, id) => loan(id, n, random));
      return Array.from({ length: 30 }, () => [loans[Math.floor(random() * loans.length)]]);
    },
  },
  scoreLoans: {
    sizes: [100, 500, 2000],
    args: (n: number, random: () => number) => [book(n, random)],
    sequence: (n: number, random: () => number) => {
      const today = book(n, random);
      return [[today], [today], [book(n, random)]];
    },
  },
};
