export function rowHashes(rows: number[][], rounds: number): number[] {
  const hashes = new Array<number>(rows.length).fill(0);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      let hash = hashes[i]! + 5381;
      for (let j = 0; j < rows[i]!.length; j++) hash = (hash * 33 + rows[i]![j]!) >>> 0;
      hashes[i] = hash;
    }
  }
  return hashes;
}
