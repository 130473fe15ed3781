interface World {
  readonly positions: number[];
  readonly speeds: number[];
}

function push(world: World, j: number): void {
  world.positions[j]! += world.speeds[j]!;
}

export function drift(world: World, steps: number): number {
  for (let i = 0; i < steps; i++) for (let j = 0; j < world.positions.length; j++) push(world, j);
  return world.positions.length;
}
