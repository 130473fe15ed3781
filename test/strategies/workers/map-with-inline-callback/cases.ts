const items = Array.from({ length: 23 }, (_, id) => ({ id, tags: ['a', 'bc'.repeat(id % 4)] }));
export default { calls: () => [[items, { length: 2, bonus: 0.5 }], [[], { length: 1, bonus: 1 }], [items.slice(0, 1), { length: 1, bonus: -1 }]] };
