// The most memory that this process has held at once. How memory grows over calls is told by memory-use.ts.
import { existsSync, readFileSync } from 'node:fs';

/**
 * Bytes, resident. On Linux `maxRSS` begins with what the parent held when it started this process: the kernel takes the mark over at exec,
 * so that beside a parent with a large heap every variant looked the same. The mark of `/proc` is the process's own.
 */
export function peakMemory(): number {
  const own = existsSync(ownStatus) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(ownStatus, 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) * 1024;
}

const ownStatus = '/proc/self/status';
