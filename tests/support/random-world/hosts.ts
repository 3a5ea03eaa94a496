/** What the hosts of a random world do: listen here or there, keep a firewall, pass on, answer by another interface. */
import fc from 'fast-check';
import type { Part } from '../network/part';
import { mostly } from './draw';

export interface HostDraw {
  readonly forwarding: 'route' | 'masquerade' | 'off';
  readonly firewall: 'none' | 'accept' | 'drop' | 'reject';
  readonly bind: string;
  readonly by: string;
}

export const hostDraw: fc.Arbitrary<HostDraw> = fc.record({
  forwarding: mostly('route', 'masquerade', 'off'),
  firewall: mostly('none', 'accept', 'drop', 'reject'),
  bind: mostly('0.0.0.0', '127.0.0.1', '::'),
  by: fc.constantFrom('', 'eni-two', 'eni-two-2'),
});

export function hosts({ forwarding, firewall, bind, by }: HostDraw): Part {
  const closed = (Do: 'drop' | 'reject', Port: number) => ({ Direction: 'in' as const, Port, Do });
  return {
    Hosts: [
      { Name: 'office', IpAddress: '203.0.113.10' },
      { Name: 'phone', IpAddress: '2001:4860::8' },
      {
        Name: 'fw',
        Forwarding: forwarding,
        Firewall: firewall === 'none' ? [] : [{ Direction: 'in', Port: 443, Do: firewall }],
      },
      { Name: 'ni', Forwarding: 'masquerade' },
      { Name: 'two', ...(by !== '' && { DefaultInterfaceId: by }) },
      {
        Name: 'db',
        Listeners: [
          { Protocol: 'tcp', Port: 443, Bind: bind },
          { Protocol: 'udp', Port: 53 },
        ],
        Firewall: [closed('reject', 22)],
      },
      { Name: 'api', Firewall: [closed('reject', 22), closed('drop', 53)] },
      { Name: 'app', Firewall: [{ Direction: 'out', Protocol: 'tcp', Port: 22, Do: 'drop' }] },
    ],
  };
}
