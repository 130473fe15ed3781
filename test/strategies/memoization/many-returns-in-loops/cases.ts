export default { calls: () => [[1], [2], [9], [9], [97], [97], [Infinity], [2.5], [-0], [0]].filter(([n]) => n !== Infinity) };
