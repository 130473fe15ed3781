/** Also where a caller gives no list at all. */
export const byGroup = (items = [], keyOf) =>
  items.reduce((groups, item) => {
    const key = keyOf(item);
    groups[key] = [...(groups[key] || []), item];
    return groups;
  }, {});
