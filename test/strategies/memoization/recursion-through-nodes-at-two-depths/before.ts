interface House {
  readonly value: number;
  readonly left: House | null;
  readonly right: House | null;
}

/** The most that can be had without two neighbours. */
export function most(house: House | null): number {
  if (!house) return 0;
  let taken = house.value;
  if (house.left) taken += most(house.left.left) + most(house.left.right);
  if (house.right) taken += most(house.right.left) + most(house.right.right);
  return Math.max(taken, most(house.left) + most(house.right));
}
