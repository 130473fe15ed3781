export default {
  calls: () => [
    [['', 'a', 'abc', '123456789']],
    [[]],
    [Array.from({ length: 300 }, (_, i) => 'text '.repeat(i % 50))],
  ],
};
