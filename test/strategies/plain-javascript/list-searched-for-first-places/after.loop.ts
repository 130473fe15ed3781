export function repeated(ids: string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < ids.length; index++) {
    if (!(index in ids)) continue; // filter skips holes
    const id = ids[index]!;
    if (ids.indexOf(id) !== index) result.push(id);
  }
  return result;
}
