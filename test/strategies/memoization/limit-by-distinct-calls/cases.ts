export default { observed: true, hasSequence: true, distinctCalls: 430, calls: () => [['ada lovelace'], ['alan turing'], ['ada lovelace'], ['']] };
