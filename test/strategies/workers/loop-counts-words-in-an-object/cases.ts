export default {
  calls: () => [
    [['The cat and the dog', 'a dog, a cat', '', 'and so on and on', 'the end', '7', '10', '9 a', 'zz the'], 2],
    [[]],
    [['constructor __proto__ toString', 'hasOwnProperty', 'constructor constructor', '__proto__', 'valueOf toString'], 1],
    [['one', undefined, 'two'], 0],
  ],
};
