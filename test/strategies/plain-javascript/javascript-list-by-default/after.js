/** Also where a caller gives no list at all. */
export const byGroup = (items = [], keyOf) => {
  if (items?.constructor !== Array) return byGroupOfAny(items, keyOf);
  const count = items.length;
  const groups = {};
  for (let i = 0; i < count; i++) {
    if (!(i in items)) continue; // reduce skips holes
    const item = items[i];
    const key = keyOf(item);
    groups[key] = [...(groups[key] || []), item];
  }
  return groups;
};

/** `byGroup` for arguments of any kind. */
function byGroupOfAny(items, keyOf) {
  return items.reduce((groups, item) => {
    const key = keyOf(item);
    groups[key] = [...(groups[key] || []), item];
    return groups;
  }, {});
}
