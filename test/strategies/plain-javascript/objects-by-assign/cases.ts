export default {
  calls: () => [
    [
      [
        { name: 'b', count: 1 },
        { name: '2', count: 2 },
        { name: '1', count: 3 },
        { name: 'b', count: 4 },
        { name: '__proto__', count: 5 },
        { name: 'constructor', count: 6 },
      ],
    ],
    [[]],
  ],
};
