interface World {
  readonly positions: number[];
  readonly speeds: number[];
}
export function drift(world: World, steps: number): number {
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < world.positions.length; j++) world.positions[j]! += world.speeds[j]!;
  return world.positions.length;
}
