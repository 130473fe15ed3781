/** Who is left of a circle of which every k-th leaves, and the widest rectangle below a line of such circles. */
export function left(n: number, k: number): number {
  const circle: number[] = [];
  for (let i = 1; i <= n; i++) circle.push(i);
  const gone: number[] = [];
  while (circle.length > 1) {
    for (let step = 1; step < k; step++) circle.push(circle.shift()!);
    gone.push(circle.shift()!);
  }
  let best = 0;
  const stack: number[] = [];
  for (let i = 0; i <= gone.length; i++) {
    const height = i === gone.length ? 0 : gone[i]!;
    while (stack.length > 0 && gone[stack[stack.length - 1]!]! > height) {
      const top = gone[stack.pop()!]!;
      const width = stack.length > 0 ? i - stack[stack.length - 1]! - 1 : i;
      best = Math.max(best, top * width);
    }
    stack.push(i);
  }
  stack.pop();
  stack.pop();
  return best + circle.shift()! + stack.length * 1000;
}
