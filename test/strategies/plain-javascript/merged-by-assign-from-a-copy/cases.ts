export default {
  calls: () => [
    [JSON.parse('{"__proto__": {"q": 1}, "x": 1}'), [{ a: 1 }]],
    [{ x: 1 }, []],
  ],
};
