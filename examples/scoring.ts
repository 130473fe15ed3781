export interface Loan {
  id: string;
  amount: number;
  /** Monthly payments, first month first. */
  payments: number[];
}

export interface Score {
  id: string;
  /** Yearly interest that the payments amount to: 0.05 is 5 %. */
  yearlyRate: number;
  grade: 'good' | 'fair' | 'poor';
}

/** Finds the interest rate of a loan by bisection, and grades it. */
export function scoreLoan(loan: Loan): Score {
  let low = -0.9;
  let high = 1;
  for (let step = 0; step < 100; step++) {
    const monthlyRate = (low + high) / 2;
    let value = 0;
    for (let month = loan.payments.length - 1; month >= 0; month--) {
      value = (value + loan.payments[month]) / (1 + monthlyRate);
    }
    if (value > loan.amount) {
      low = monthlyRate;
    } else {
      high = monthlyRate;
    }
  }
  const yearlyRate = (1 + low) ** 12 - 1;
  return { id: loan.id, yearlyRate, grade: yearlyRate > 0.04 ? 'good' : yearlyRate > 0 ? 'fair' : 'poor' };
}

/** Scores a whole book of loans. */
export function scoreLoans(loans: Loan[]): Score[] {
  return loans.map((loan) => scoreLoan(loan));
}
