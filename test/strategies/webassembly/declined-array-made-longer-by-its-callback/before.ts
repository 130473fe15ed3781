export function grown(values: number[]): number {
  const list = values.filter((value) => value > 0);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    list.forEach((value) => {
      if (list.length < 100) list.push(value + 1);
      sum += value;
    });
  }
  return sum;
}
