/** What is gone through, and what an element is stored in, is the list that the variable held before `raise` put another one there. */
export function raised(values: number[], rounds: number): number {
  let list = values.map((value) => value * 2);
  const raise = (by: number): number => {
    list = list.map((value) => value + by);
    return by * 100;
  };
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const value of list) sum += raise(value) + list[0]!;
    for (let i = 0; i < values.length; i++) {
      list[0] = raise(i);
      sum += list[0]! + list[1]!;
    }
  }
  return sum;
}
