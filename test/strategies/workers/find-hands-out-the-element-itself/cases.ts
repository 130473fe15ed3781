const parts = Array.from({ length: 40 }, (_, i) => ({ size: (i * 37) % 41, name: `p${i}` }));
export default { calls: () => [[parts, 12], [parts, 1e9], [[], 1], [[{ size: -1, name: 'a' }, { size: 9, name: 'b' }], 1], [[{ size: 9, name: 'b' }, { size: -1, name: 'a' }], 1]] };
