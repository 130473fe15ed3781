interface Later {
  then(done: (value: number) => void): void;
}

export async function total(n: number): Promise<number> {
  const later: Later = { then: (done) => done(n) };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += await later;
  return sum;
}
