const items = [
  { weight: 2, value: 3 },
  { weight: 3, value: 4 },
  { weight: 4, value: 5 },
  { weight: 5, value: 6 },
];
export default {
  select: 'knapsack',
  calls: () => [
    [items, 5],
    [items, 10],
    [items.slice(1), 5],
    [[], 5],
    [items, 2.5],
  ],
};
