const parts = Array.from({ length: 40 }, (_, i) => ({ size: (i * 37) % 41 }));
export default { calls: () => [[parts, 12], [[], 1], [[{ size: 4 }, { size: -1 }], 1]] };
