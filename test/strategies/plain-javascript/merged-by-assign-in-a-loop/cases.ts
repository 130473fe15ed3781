export default {
  calls: () => [
    [[{ b: 1, 2: 1 }, { a: 2, 1: 3, b: 4 }, { start: 5 }]],
    [[]],
    // A number is passed over where an object would become the prototype.
    [[JSON.parse('{"__proto__": 4, "x": 1}'), { y: 2 }]],
    [[undefined, null, { z: 1 }]],
  ],
};
