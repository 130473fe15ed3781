export default { calls: () => [['banana'], [''], ['rhythm']] };
