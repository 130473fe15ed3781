interface Grant {
  readonly userId: string;
  readonly resource: string;
  readonly action: string;
}

export function allowed(userId: string, wanted: readonly Grant[], grants: readonly Grant[]): number {
  let count = 0;
  for (const one of wanted) {
    if (grants.some((g) => g.userId === userId && g.resource === one.resource && g.action === one.action)) count++;
  }
  return count;
}
