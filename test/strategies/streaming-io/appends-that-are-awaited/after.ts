import { open } from "node:fs/promises"

export async function addAll(file: string, records: string[]): Promise<number> {
  let count = 0
  let pending = ""
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    for (const record of records) {
      pending += record + "\n"
      if (pending.length >= 65_536) {
        handle ??= await open(file, "a")
        await handle.appendFile(pending)
        pending = ""
      }
      count++
    }
  } finally {
    try {
      // What was collected before an error is written as well.
      if (pending !== "") {
        handle ??= await open(file, "a")
        await handle.appendFile(pending)
      }
    } finally {
      await handle?.close()
    }
  }
  return count
}
