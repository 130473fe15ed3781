export const top = (values: number[], count: number): number[] => values.map((value) => value * 2).sort((a, b) => b - a).slice(0, count);
