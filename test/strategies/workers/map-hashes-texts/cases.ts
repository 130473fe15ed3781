export default { calls: () => [[['a', 'b', ''], 's'], [[], ''], [['a', undefined, 'c'], 's'], [['ä', '\ud800'], '']] };
