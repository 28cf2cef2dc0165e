import type { NetworkInterfaceInfo } from 'node:os';
import { listenAddresses } from './worker-pool';

const address = (ip: string, family: 'IPv4' | 'IPv6' = 'IPv4') =>
  ({ address: ip, family }) as NetworkInterfaceInfo;
const interfaces = {
  lo: [address('127.0.0.1'), address('::1', 'IPv6')],
  eth0: [address('192.168.1.9')],
  down: undefined,
};

describe('addresses of the media workers', () => {
  it.each<[string, string | null, object[]]>([
    ['127.0.0.1', null, [{ ip: '127.0.0.1' }]],
    ['0.0.0.0', '203.0.113.7', [{ ip: '0.0.0.0', announcedAddress: '203.0.113.7' }]],
    ['0.0.0.0', null, [{ ip: '127.0.0.1' }, { ip: '192.168.1.9' }]],
  ])('%s announced as %s', (listenIp, announced, expected) => {
    expect(listenAddresses(listenIp, announced, interfaces)).toEqual(expected);
  });
});
