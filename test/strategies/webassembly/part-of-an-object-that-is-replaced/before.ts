/** What is set is a part of the object that the variable held before `jump` put another one there. */
export function drift(steps: number[], rounds: number): number {
  let at = { x: 0, y: 0 };
  const jump = (by: number): number => {
    at = { x: by, y: at.x };
    return by * 2;
  };
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < steps.length; i++) {
      at.x = jump(steps[i]!);
      sum += at.x - at.y;
    }
  }
  return sum;
}
