export default { calls: () => [['banana'], ['kiwi'], ['banana'], [''], ['-']] };
