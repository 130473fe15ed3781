const stops = new Map(['a', 'b', 'c', 'd'].map((name, i) => [name, { name, minutes: 2 + i }]));

export default { calls: () => [[9, stops], [9, stops, 'b'], [9, new Map()], [3, stops, 'abcd'], [Number.NaN, stops]] };
