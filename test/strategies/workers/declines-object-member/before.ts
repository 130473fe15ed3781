export const tools = {
  twice(n: number): number {
    return n * 2;
  },
};
