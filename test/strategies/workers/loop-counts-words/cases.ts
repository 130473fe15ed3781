export default {
  calls: () => [
    [['The cat and the dog', 'a dog, a cat', '', 'and so on and on', 'the end', 'b', 'c', 'a', 'zz the']],
    [[]],
    [['constructor __proto__ toString __proto__', '__proto__ constructor']],
    [['one', undefined, 'two']],
  ],
};
