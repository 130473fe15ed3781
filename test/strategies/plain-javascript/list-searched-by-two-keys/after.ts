interface Seat {
  readonly row: number;
  readonly place: number;
}

export function taken(wanted: Seat[], seats: Seat[]): number {
  let count = 0;
  const seatsByRow = new Map<number, Seat[]>();
  seats.forEach((seat) => {
    if (Number.isNaN(seat.row)) return; // equals nothing
    const group = seatsByRow.get(seat.row);
    if (group === undefined) seatsByRow.set(seat.row, [seat]);
    else group.push(seat);
  });
  for (const one of wanted) {
    if (seatsByRow.get(one.row)?.some((seat) => seat.place === one.place)) count++;
  }
  return count;
}
