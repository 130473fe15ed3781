export function count(n: number): number {
  let total = 0;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let c = 0; c < n; c++) {
        for (let d = 0; d < n; d++) {
          for (let e = 0; e < n; e++) {
            for (let f = 0; f < n; f++) {
              for (let g = 0; g < n; g++) {
                for (let h = 0; h < n; h++) {
                  for (let i = 0; i < n; i++) total += (a ^ b ^ c ^ d) + (e ^ f ^ g ^ h ^ i);
                }
              }
            }
          }
        }
      }
    }
  }
  return total;
}
