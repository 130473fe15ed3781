async function distance(from: number, to: number): Promise<number> {
  if (from === to) throw new RangeError(`no way from ${from}`);
  return Math.abs(from - to);
}

export async function route(stops: number, step: number): Promise<number> {
  let total = 0;
  for (let stop = 0; stop < stops; stop++) total += await distance(stop * step, 1 / step);
  return total;
}
