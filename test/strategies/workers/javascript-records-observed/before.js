const weightOf = (item) => {
  let weight = 0;
  for (let k = 0; k < 300; k++) weight += Math.sqrt(item.mass * k + item.parts.length);
  return weight;
};

// Heavy ones cost more.
export function weights(items) {
  return items.map((item) => weightOf(item));
}
