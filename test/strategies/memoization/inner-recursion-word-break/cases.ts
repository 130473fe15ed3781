export default { select: 'canBreak', calls: () => [['applepen', ['apple', 'pen']], ['catsandog', ['cats', 'dog', 'sand', 'and', 'cat']], ['', []], ['aaaaab', ['a', 'aa']]] };
