export default { observed: true, hasSequence: true, distinctCalls: 250000, calls: () => [['ada lovelace'], ['alan turing'], ['ada lovelace'], ['']] };
