/** The networks of the tables about VPC endpoints. */
import { gatewayEndpoint, interfaceEndpoint, natGateway, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { vpn, vpnGateway } from '../../support/network/premises';
import { type VpcSketch, vpc } from '../../support/network/vpc';

const S3 = ['52.95.128.0/21', '52.219.0.0/16'];

/** `web` with a gateway endpoint for S3, and a NAT gateway for everything else. */
export const withGatewayEndpoint = (
  sketch: Partial<VpcSketch> = {},
  endpoint: Parameters<typeof gatewayEndpoint>[3] = {},
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', pub: '10.1.9.0/24', ta: '10.1.8.0/28' },
      servers: { web: '10.1.1.10' },
      routes: { app: ['pl-s3 vpce-s3', '0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'], ta: ['pl-s3 vpce-s3'] },
      igw: true,
      ...sketch,
    }),
    gatewayEndpoint('s3', 'a', S3, endpoint),
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
    ...more,
  );

/** An interface endpoint at 10.1.5.20 with the group `sg-vpce`, and VPC b peered beside it. */
export const withInterfaceEndpoint = (
  rules: readonly string[] = ['tcp 0.0.0.0/0 443'],
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ep: '10.1.5.0/24' },
      servers: { web: '10.1.1.10' },
      groups: { 'sg-vpce': { in: rules } },
      routes: { main: ['10.2.0.0/16 pcx-ab', '192.168.0.0/16 vgw-a'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 pcx-ab'] },
    }),
    peering('a', 'b'),
    vpnGateway('a'),
    vpn('1', 'vgw-a 192.168.0.0/16'),
    interfaceEndpoint('kms', 'a', 'ep', '10.1.5.20', 'sg-vpce'),
    ...more,
  );

export const TO_S3 = 'web > 52.95.128.9 tcp 443';
