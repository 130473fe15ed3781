import { appendFile } from "node:fs/promises"

export async function addAll(file: string, records: string[]): Promise<number> {
  let count = 0
  for (const record of records) {
    await appendFile(file, record + "\n")
    count++
  }
  return count
}
