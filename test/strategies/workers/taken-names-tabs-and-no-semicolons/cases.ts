export default { select: 'fishPool', calls: () => [[['cod', 'eel', 'koi'], 2], [[], 1]] };
