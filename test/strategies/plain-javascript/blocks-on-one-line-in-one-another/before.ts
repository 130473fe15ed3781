export function inc(list: number[]) {
  for (let i = 0; i < list.length; i++) { const out: number[] = []; for (const x of list) out.push(x + i); list[i] = out.length; }
  return list;
}
