async function stretched(password: string, rounds: number): Promise<string> {
  if (password === '') throw new RangeError('no password');
  let text = password;
  for (let round = 0; round < rounds; round++) text = (text + text).slice(1, 40);
  return text;
}

/** All of them, made longer. */
export async function stretchAll(passwords: string[], rounds: number): Promise<string[]> {
  const all = await Promise.all(
    passwords.map(async (password) => {
      return await stretched(password, rounds);
    }),
  );
  return all.length === 0 ? ['none'] : all;
}
