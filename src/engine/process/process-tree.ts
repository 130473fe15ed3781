// Killing a process with everything it started, and making sure that it dies with us.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/**
 * True when a child must lead a process group of its own to be killed as a tree. On Windows a child that is not detached dies with us by
 * itself (libuv puts it in a job object), and taskkill finds its tree.
 */
export const OWN_PROCESS_GROUP = process.platform !== 'win32';

/** Ends the process and its descendants at once. Quiet about one that is gone already. */
export function killTree(pid: number): void {
  if (!OWN_PROCESS_GROUP) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Kills what it was told of when this process ends, however it ends. */
export interface Warden {
  watch(pid: number): void;
  forget(pid: number): void;
  dispose(): void;
}

/**
 * A child in an endless loop notices nothing, not even that its parent was killed, so a shell of a megabyte waits at the end of a pipe: when
 * the pipe closes it kills the process groups that are still on its list and removes the scratch folder. Windows needs none of this.
 */
export function startWarden(scratchFolder: string): Warden {
  if (!OWN_PROCESS_GROUP) return { watch: () => {}, forget: () => {}, dispose: () => {} };
  const shell: ChildProcess = spawn('/bin/sh', ['-c', WARDEN_SCRIPT, 'speedlens-warden', scratchFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
  });
  // Without a shell the children still notice a closed channel between calls; only an endless loop would be left.
  shell.on('error', () => {});
  shell.stdin?.on('error', () => {});
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  const say = (line: string): void => {
    if (shell.stdin?.writable) shell.stdin.write(`${line}\n`);
  };
  return {
    watch: (pid) => say(`watch ${pid}`),
    forget: (pid) => say(`forget ${pid}`),
    dispose: () => {
      shell.stdin?.end();
    },
  };
}

const WARDEN_SCRIPT = `
trap '' INT TERM HUP
watched=' '
while read -r verb pid; do
  case $verb in
    watch) watched="$watched$pid " ;;
    forget) watched="\${watched%%" $pid "*} \${watched#*" $pid "}" ;;
  esac
done
for pid in $watched; do kill -9 "-$pid" || kill -9 -- "-$pid"; done
rm -rf -- "$1"
`;
