export function distinctRoots(values: number[]): number[] {
  const roots: number[] = [];
  values.forEach((value) => {
    const root = Math.round(Math.sqrt(value));
    if (!roots.includes(root)) roots.push(root);
  });
  return roots;
}
