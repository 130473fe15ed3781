export function* countUp(limit: number) {
  for (let n = 0; n < limit; n++) yield n;
}
