export default { calls: () => [['hello'], ['hello'], [''], ['é€\u{1f600}'], ['é€\u{1f600}']] };
