import { programKernel } from './before.program.wasm.ts';

export function program(n: number): number {
  const fast = programKernel(n);
  if (fast !== undefined) return fast;
  let state = 0;
  let sum = 0;
  search: for (let i = 0; i < n; i++) {
    switch (state) {
      case 0:
      case 3:
        state = (i * 7) % 5;
        break;
      case 1:
        for (let j = 0; ; j++) {
          if (j > i) continue search;
          if (j * j > i) break;
          sum += j;
        }
        state = 2;
        break;
      case 2: {
        state = i % 2 === 0 ? 4 : 3;
        break;
      }
      default:
        sum -= i;
        state = 0;
    }
    let k = 3;
    do {
      sum += k--;
    } while (k > 0 && sum < 1000);
  }
  return sum;
}
