export default {
  calls: () => [[[]], [[{ shop: 'a', amount: 2 }, { shop: 'b', amount: 5 }, { shop: 'a', amount: 3 }, { shop: 'b', amount: 1 }]]],
};
