export default { calls: () => [[['a', 'b', '', 'c', 'd', 'e', 'f', 'g', 'h', 'i']], [[]]] };
