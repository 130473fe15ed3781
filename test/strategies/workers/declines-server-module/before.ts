import { createServer } from 'node:http';

const server = createServer();
server.listen(3000);

export function heavy(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i * i;
  return sum;
}
