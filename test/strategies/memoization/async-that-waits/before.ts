const weigh = async (n: number): Promise<number> => {
  if (n > 8) throw new RangeError(`too heavy: ${n}`);
  return n * 2 + 1;
};

export async function load(id: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < id; i++) sum += await weigh(i);
  return sum;
}
