export function scoreAll(items) {
  return items.map((item) => {
    let score = 0;
    for (let k = 1; k <= 200; k++) score += Math.sin(item.weight * k) / k;
    return { ...item, score };
  });
}
