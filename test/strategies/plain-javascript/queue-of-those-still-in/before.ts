export function lastLeft(names: string[], step: number): string | undefined {
  const circle = [...names];
  let last: string | undefined;
  let count = 0;
  while (circle.length > 0) {
    const name = circle.shift()!;
    count++;
    if (count % step !== 0) circle.push(name);
    else last = name;
  }
  return last;
}
