interface Slot {
  id: string;
  taken: number;
}

export function assign(ids: readonly string[]): Slot[] {
  const slots: Slot[] = [];
  for (const id of ids) {
    const slot = slots.find((one) => one.id === id);
    if (slot === undefined) {
      slots.push({ id, taken: 1 });
    } else if (++slot.taken > 2) {
      slot.id = `${id}-full`;
    }
  }
  return slots;
}
