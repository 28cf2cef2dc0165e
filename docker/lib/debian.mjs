// Programs that come from the operating system. On Debian and its relatives, as root, they are installed; elsewhere
// the exact names are printed, so that somebody who may install them can.
import { SetupError, commandExists, run } from './steps.mjs';

let isListUpdated = false;

/** Whether `installPackages` would install. */
export const canInstall = () => commandExists('apt-get') && process.getuid?.() === 0;

/** Installs Debian packages when this process may; otherwise says which ones are missing and why they are wanted. */
export async function installPackages(packages, why, doing) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!canInstall()) {
    throw new SetupError(`Missing ${why}: ${packages.join(' ')}`, [
      commandExists('apt-get')
        ? `as an administrator: sudo ${command}`
        : 'install them (Debian package names) with the package manager of this system',
    ]);
  }
  doing(`installing ${packages.join(' ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!isListUpdated) {
    await run('apt-get', ['update', '-q'], { env });
    isListUpdated = true;
  }
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}

/** Makes sure that commands exist. `wanted` maps a command to the Debian package that brings it. */
export async function ensureCommands(wanted, why, doing) {
  const missing = () => Object.keys(wanted).filter((command) => !commandExists(command));
  const absent = missing();
  if (absent.length === 0) return;
  await installPackages([...new Set(absent.map((command) => wanted[command]))], why, doing);
  const still = missing();
  if (still.length > 0) throw new SetupError(`Still missing after installation: ${still.join(', ')}`);
}
