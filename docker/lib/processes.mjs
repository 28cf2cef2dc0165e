// Ports and processes of this machine.
import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';

/** A process's command line, or undefined when there is no such process. */
export function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    const answer = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout : undefined;
  }
}

/** Whether a process works: one that has ended but was not fetched by its parent has no command line any more. */
export function isRunning(pid) {
  const command = commandLineOf(pid)?.trim();
  return command !== undefined && command !== '' && !command.includes('<defunct>');
}

function tryTcp(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}

function tryUdp(port, host) {
  return new Promise((resolve) => {
    const socket = dgram.createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', () => {
      socket.close();
      resolve(false);
    });
    socket.bind({ port, address: host, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

export const isPortFree = async (port, host = '127.0.0.1') => (await tryTcp(port, host)) !== undefined;

/** The wished port when nobody has it, else any free one. */
export const freePort = async (wished = 0) =>
  (await tryTcp(wished, '127.0.0.1')) ?? (await tryTcp(0, '127.0.0.1'));

/** The first port at or after `from` that is free. */
export async function nextFreePort(from, host) {
  for (let port = from; port < Math.min(from + 200, 65_536); port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  return undefined;
}

/** The first of `count` ports in a row, at or after `from`, that are free for UDP and TCP. */
export async function freePortBlock(from, count, host) {
  for (let first = from; first + count < 65_536; first += count) {
    let isFree = true;
    for (let port = first; isFree && port < first + count; port += 1) {
      isFree = (await isPortFree(port, host)) && (await tryUdp(port, host));
    }
    if (isFree) return first;
  }
  return from;
}

/** Addresses under which others on the same network reach this machine. */
export const lanAddresses = () =>
  Object.values(os.networkInterfaces())
    .flat()
    .filter(
      (entry) => entry && !entry.internal && entry.family === 'IPv4' && !entry.address.startsWith('169.254.'),
    )
    .map((entry) => entry.address);
