import { appendFile } from "node:fs/promises"

export async function addAll(file: string, records: string[]): Promise<number> {
  let count = 0
  let pending = ""
  try {
    for (const record of records) {
      pending += record + "\n"
      if (pending.length >= 65_536) {
        await appendFile(file, pending)
        pending = ""
      }
      count++
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== "") await appendFile(file, pending)
  }
  return count
}
