export function runLengths(data: Uint8Array): number[] {
  const out: number[] = [];
  let i = 0;
  while (i < data.length) {
    let j = i;
    while (j < data.length && data[j] === data[i]) j++;
    out.push(data[i]!, j - i);
    i = j;
  }
  return out;
}
