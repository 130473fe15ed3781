export default { calls: () => [['A b'], [' A b'], ['A b'], ['']] };
