const orders = Array.from({ length: 30 }, (_, i) => ({ id: `o${i}`, weights: [i, i * 2], ...(i % 3 === 0 ? { note: 'n'.repeat(i) } : {}) }));
export default { calls: () => [[orders, 200], [orders, 1e9], [[], 0], [[{ id: 'a', weights: [1], note: 'long' }], 1], [[{ id: 'a', weights: [9], note: 'no' }], 1], [[{ id: 'b', weights: [1] }, undefined], 1]] };
