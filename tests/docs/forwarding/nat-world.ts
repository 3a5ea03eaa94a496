/** The network of the tables about NAT gateways: `web` in a private subnet, the gateway in a public one. */
import { natGateway } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { type VpcSketch, vpc } from '../../support/network/vpc';

export const SKETCH: VpcSketch = {
  subnets: { app: '10.1.1.0/24', pub: '10.1.9.0/24' },
  servers: { web: '10.1.1.10', two: '10.1.1.20', pubweb: '10.1.9.20' },
  routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'] },
  igw: true,
};

export const PUBLIC = natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9');

/** `web` behind the NAT gateway `nat-x`, which stands in a public subnet. */
export const behindNat = (sketch: Partial<VpcSketch> = {}, nat: Part = PUBLIC, ...more: readonly Part[]) =>
  worldOf(vpc('a', '10.1.0.0/16', { ...SKETCH, ...sketch }), nat, ...more);

export const OUT = 'web > 203.0.113.5 tcp 443';
export const THROUGH = 'established via nat-x igw-a / igw-a nat-x';
