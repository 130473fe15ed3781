interface Node {
  weight: number;
  next?: Node;
}
const nodes: Node[] = [];
for (let i = 0; i < 60; i++) nodes.push(i === 0 || i % 7 === 0 ? { weight: i % 5 } : { weight: i % 5, next: nodes[i - 1] as Node });
const circle: Node = { weight: 3 };
circle.next = circle;
export default { calls: () => [[nodes], [[]], [[circle, ...nodes, circle]], [[null]], [[{ weight: 1 }, undefined]]] };
