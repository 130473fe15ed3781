type MatcherClass = new (pattern: string, wildcard: string) => object;

export default {
  select: 'Matcher.common',
  receiver: (exports: Record<string, unknown>) => new (exports['Matcher'] as MatcherClass)('kitt?n', '?'),
  calls: () => [['sitting'], ['kitten'], [''], ['nnn'], ['kitten']],
};
