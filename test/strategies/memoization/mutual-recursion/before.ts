export function female(n: number): number {
  if (n === 0) return 1;
  return n - male(female(n - 1));
}

export function male(n: number): number {
  if (n === 0) return 0;
  return n - female(male(n - 1));
}
