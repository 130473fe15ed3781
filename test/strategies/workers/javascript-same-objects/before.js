export function missing(all, known) {
  return all.filter((one) => !known.includes(one));
}
