/**
 * Every code that AWS's tool prints of a network without load balancers, each by the smallest Snapshot that brings it out.
 * https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type AdditionalDetailCode,
  DETAIL_CODES,
  EXPLANATION_CODES,
  type ExplanationCode,
} from '@/lib/core/rules/explanation-codes';
import type { World } from '@/lib/core/simulate/world';
import facts from '../../docs/explanation-codes.json';
import { analysed } from '../../support/network/analyze';
import {
  blockPublicAccess,
  gatewayEndpoint,
  gatewayLoadBalancerEndpoint,
  interfaceEndpoint,
  natGateway,
  peering,
  prefixList,
  regionalNat,
} from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { type VpcSketch, vpc } from '../../support/network/vpc';

/** Two subnets, a server in each. */
const a = (more: Partial<VpcSketch> = {}): Part =>
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24 b' },
    servers: { web: '10.1.1.10', db: '10.1.2.10' },
    ...more,
  });
const b = (more: Partial<VpcSketch> = {}): Part =>
  vpc('b', '10.2.0.0/16', { subnets: { east: '10.2.1.0/24' }, servers: { app2: '10.2.1.10' }, ...more });
const c = (more: Partial<VpcSketch> = {}): Part =>
  vpc('c', '10.3.0.0/16', { subnets: { far: '10.3.1.0/24' }, servers: { hub: '10.3.1.10' }, ...more });

const outside = (more: Partial<VpcSketch> = {}): Part =>
  a({
    servers: { web: '10.1.1.10 198.51.100.10', db: '10.1.2.10' },
    igw: true,
    routes: { main: ['0.0.0.0/0 igw-a'] },
    ...more,
  });

const joined = { a: ['10.2.0.0/16 pcx-ab'], b: ['10.1.0.0/16 pcx-ab'] };
const hubbed = { a: ['10.2.0.0/16 tgw-1'], b: ['10.1.0.0/16 tgw-1'] };
const hub = (
  routes: Parameters<typeof tgw>[1]['routes'],
  attachments = { a: 'app 10.1.1.60', b: 'east 10.2.1.60' },
): Part => tgw('1', { attachments, routes });
const THERE_AND_BACK = ['10.1.0.0/16 a', '10.2.0.0/16 b'];
const nat = (more: Partial<VpcSketch> = {}): readonly Part[] => [
  a({ igw: true, routes: { main: ['0.0.0.0/0 nat-a'], data: ['0.0.0.0/0 igw-a'] }, ...more }),
  natGateway('a', 'a', 'data', '10.1.2.200 198.51.100.99'),
];

interface Case {
  readonly code: ExplanationCode;
  readonly world: World;
  readonly ask: string;
  readonly mode?: 'complete' | 'aws';
  readonly FilterInArns?: readonly string[];
  readonly FilterOutArns?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    code: 'ENI_SG_RULES_MISMATCH',
    world: worldOf(
      a({
        groups: { 'sg-db': { in: ['tcp 10.1.1.0/24 443'] } },
        servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' },
      }),
    ),
    ask: 'i-web > i-db tcp 22',
  },
  {
    code: 'SG_HAS_NO_RULES',
    world: worldOf(
      a({ groups: { 'sg-db': { in: [] } }, servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' } }),
    ),
    ask: 'i-web > i-db tcp 22',
  },
  {
    code: 'SG_REFERENCES_NOT_PRESERVED',
    world: worldOf(
      a({
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db', fw: '10.1.3.10 no-check' },
        groups: { 'sg-db': { in: ['tcp sg-a 443'] } },
        routes: { app: ['10.1.2.0/24 eni-fw'], data: ['10.1.1.0/24 eni-fw'] },
      }),
    ),
    ask: 'i-web > i-db tcp 443',
  },
  {
    code: 'SG_REFERENCING_SUPPORT',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({
        groups: { 'sg-app': { in: ['tcp sg-a 443'] } },
        servers: { app2: '10.2.1.10 sg-app' },
        routes: { main: hubbed.b },
      }),
      hub(THERE_AND_BACK),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'UNKNOWN_PEERED_SGS',
    world: worldOf(
      a({
        groups: { 'sg-db': { in: ['tcp sg-theirs 443'] } },
        servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' },
        routes: { main: joined.a },
      }),
      peering('a', 'b'),
    ),
    ask: 'pcx-ab > i-db tcp 443',
  },
  { code: 'ENI_ADDRESS_RESTRICTION', world: worldOf(a()), ask: 'eni-web > eni-db tcp 443 dst:10.1.2.77' },
  {
    code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    world: worldOf(
      a({
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10', fw: '10.1.3.10' },
        routes: { app: ['10.1.2.0/24 eni-fw'] },
      }),
    ),
    ask: 'i-web > i-db tcp 443',
  },
  {
    code: 'SUBNET_ACL_RESTRICTION',
    world: worldOf(a({ acls: { data: { in: ['100 allow tcp 10.1.0.0/16 443'] } } })),
    ask: 'i-web > i-db tcp 22',
  },
  {
    code: 'NO_ROUTE_TO_DESTINATION',
    world: worldOf(a(), b({ routes: { main: joined.b } }), peering('a', 'b')),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'CANNOT_ROUTE',
    world: worldOf(
      a({ routes: { main: ['10.2.9.0/24 pcx-ab'] } }),
      b({ routes: { main: joined.b } }),
      peering('a', 'b'),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'MORE_SPECIFIC_ROUTE',
    world: worldOf(
      a({ igw: true, routes: { main: [...joined.a, '10.2.1.0/24 igw-a'] } }),
      b({ routes: { main: joined.b } }),
      peering('a', 'b'),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'HIGHER_PRIORITY_ROUTE',
    world: worldOf(
      prefixList('b', ['10.2.0.0/16']),
      a({ igw: true, routes: { main: ['pl-b pcx-ab', '10.2.0.0/16 igw-a'] } }),
      b({ routes: { main: joined.b } }),
      peering('a', 'b'),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'BAD_STATE_ROUTE',
    world: worldOf(
      a({ routes: { main: ['10.2.0.0/16 pcx-ab blackhole'] } }),
      b({ routes: { main: joined.b } }),
      peering('a', 'b'),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'VPC_LOCAL_ROUTE_CIDR_RESTRICTION',
    world: worldOf(a()),
    ask: 'eni-web > eni-db tcp 443 dst:10.9.0.1',
  },
  {
    code: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    world: worldOf(
      a({
        subnets: { app: '10.1.1.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10', fw: '10.1.3.10 198.51.100.15 no-check' },
        igw: true,
        routes: { main: ['0.0.0.0/0 igw-a'] },
        edges: { 'igw-a': ['10.1.1.0/24 eni-fw'] },
      }),
    ),
    ask: 'i-web > igw-a tcp 443',
  },
  {
    code: 'INGRESS_RTB_NO_PUBLIC_IP',
    world: worldOf(
      a({
        subnets: { app: '10.1.1.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10', fw: '10.1.3.10 no-check' },
        igw: true,
        routes: { app: ['0.0.0.0/0 eni-fw'], wall: ['0.0.0.0/0 igw-a'] },
        edges: { 'igw-a': ['10.1.1.0/24 eni-fw'] },
      }),
    ),
    ask: 'igw-a > i-web tcp 443',
  },
  {
    code: 'BAD_STATE',
    world: worldOf(a({ servers: { web: '10.1.1.10', db: '10.1.2.10 stopped' } })),
    ask: 'i-web > i-db tcp 443',
  },
  {
    code: 'BAD_STATE_ATTACHMENT',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      hub(THERE_AND_BACK, { a: 'app 10.1.1.60', b: 'east 10.2.1.60 pending' }),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
    world: worldOf(
      outside({ routes: { main: ['10.2.0.0/16 tgw-1', '0.0.0.0/0 igw-a'] } }),
      b({ routes: { main: ['0.0.0.0/0 tgw-1'] } }),
      hub(['0.0.0.0/0 a', '10.2.0.0/16 b']),
    ),
    ask: 'i-app2 > igw-a tcp 443',
  },
  {
    code: 'NO_POSSIBLE_DESTINATION',
    world: worldOf(a({ routes: { main: joined.a } }), peering('a', 'b')),
    ask: 'i-web > 10.2.1.10 tcp 443',
  },
  {
    code: 'PROTOCOL_RESTRICTION',
    world: worldOf(a(), interfaceEndpoint('kms', 'a', 'data', '10.1.2.50', 'sg-a')),
    ask: 'i-web > vpce-kms icmp',
    mode: 'complete',
  },
  { code: 'REMAP_EPHEMERAL_PORT', world: worldOf(...nat()), ask: 'i-web > igw-a tcp 443 >sport:500' },
  {
    code: 'UNKNOWN_DESTINATION',
    world: worldOf(
      a({ routes: { main: ['10.9.0.0/16 tgw-1'] } }),
      tgw('1', { attachments: { a: 'app 10.1.1.60', p: 'tgw-9' }, routes: ['10.9.0.0/16 p'] }),
    ),
    ask: 'i-web > 10.9.0.1 tcp 443',
  },
  {
    code: 'UNKNOWN_RESOURCE',
    world: worldOf(a({ routes: { main: ['10.9.0.0/16 tgw-shared'] } })),
    ask: 'i-web > 10.9.0.1 tcp 443',
  },
  { code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', world: worldOf(outside()), ask: 'i-db > igw-a tcp 443' },
  { code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', world: worldOf(outside()), ask: 'igw-a > i-db tcp 443' },
  {
    code: 'IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS',
    world: worldOf(
      outside({ routes: { main: ['0.0.0.0/0 igw-a', ...joined.a] } }),
      b({ routes: { main: ['0.0.0.0/0 pcx-ab'] } }),
      peering('a', 'b'),
    ),
    ask: 'igw-a > i-app2 udp 443',
  },
  {
    code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
    world: worldOf(outside()),
    ask: 'i-web > igw-a tcp 443 dst:192.168.1.1',
  },
  {
    code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS',
    world: worldOf(outside()),
    ask: 'i-web > igw-a tcp 443 dst:100.64.0.1',
  },
  {
    code: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS',
    world: worldOf(outside()),
    ask: 'igw-a > i-web tcp 443 src:192.168.1.1',
  },
  {
    code: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS',
    world: worldOf(outside()),
    ask: 'igw-a > i-web tcp 443 src:100.64.0.1',
  },
  {
    code: 'IGW_NAT_REFLECTION',
    world: worldOf(outside({ servers: { web: '10.1.1.10 198.51.100.10', db: '10.1.2.10 198.51.100.12' } })),
    ask: 'i-web > 198.51.100.12 tcp 443',
  },
  {
    code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
    world: worldOf(outside(), blockPublicAccess('block-bidirectional')),
    ask: 'igw-a > i-web tcp 443',
  },
  {
    code: 'NGW_REQUIRES_SOURCE_IN_VPC',
    world: worldOf(
      b({ igw: true, routes: { main: ['0.0.0.0/0 igw-b'] } }),
      natGateway('b', 'b', 'east', '10.2.1.200 198.51.100.99'),
      a({ routes: { main: ['0.0.0.0/0 nat-b'] } }),
    ),
    ask: 'i-web > 8.8.8.8 udp 443',
  },
  {
    code: 'NGW_SOURCE_ADDRESS_REASSIGN',
    world: worldOf(...nat()),
    ask: 'i-web > igw-a tcp 443 >src:10.1.1.10',
  },
  {
    code: 'NGW_DEST_ADDRESS_PRESERVATION',
    world: worldOf(...nat()),
    ask: 'i-web > igw-a tcp 443 dst:8.8.8.8 >dst:9.9.9.9',
  },
  {
    code: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
    world: worldOf(
      a({ igw: true, routes: { main: ['0.0.0.0/0 nat-r'] } }),
      regionalNat('r', 'a', { a: '198.51.100.98' }),
    ),
    ask: 'i-db > igw-a tcp 443',
  },
  {
    code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    world: worldOf(
      a({ routes: { main: ['10.2.0.0/16 pcx-ab', '10.3.0.0/16 pcx-ab'] } }),
      b({ routes: { main: ['10.1.0.0/16 pcx-ab', '10.3.0.0/16 pcx-bc'] } }),
      c({ routes: { main: ['10.0.0.0/8 pcx-bc'] } }),
      peering('a', 'b'),
      peering('b', 'c'),
    ),
    ask: 'i-web > i-hub tcp 443',
  },
  {
    code: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      hub({ one: { for: ['b'], routes: THERE_AND_BACK } }),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_ATTACH_VPC_AZ_RESTRICTION',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({
        subnets: { east: '10.2.1.0/24', west: '10.2.2.0/24 b' },
        acls: {
          east: {
            out: ['100 deny all 10.2.2.0/24', '200 allow all 0.0.0.0/0'],
            in: ['100 allow all 0.0.0.0/0'],
          },
        },
        servers: { app2: '10.2.2.10' },
        routes: { main: hubbed.b, east: ['10.1.0.0/16 tgw-1'] },
      }),
      tgw('1', {
        attachments: { a: 'app 10.1.1.60', b: 'east 10.2.1.60 west 10.2.2.60' },
        routes: THERE_AND_BACK,
      }),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_ROUTE_AZ_RESTRICTION',
    world: worldOf(a({ routes: { main: hubbed.a } }), b({ routes: { main: hubbed.b } }), hub(THERE_AND_BACK)),
    ask: 'i-db > i-app2 tcp 443',
  },
  {
    code: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      hub(['10.1.0.0/16 a']),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_RTB_CANNOT_ROUTE',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      hub(['10.1.0.0/16 a', '10.2.9.0/24 b']),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_RTB_MORE_SPECIFIC_ROUTE',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      c(),
      hub([...THERE_AND_BACK, '10.2.1.0/24 c'], {
        a: 'app 10.1.1.60',
        b: 'east 10.2.1.60',
        c: 'far 10.3.1.60',
      } as never),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_RTB_HIGHER_PRIORITY_ROUTE',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      c(),
      hub(['10.1.0.0/16 a', '10.2.0.0/16 b propagated', '10.2.0.0/16 c'], {
        a: 'app 10.1.1.60',
        b: 'east 10.2.1.60',
        c: 'far 10.3.1.60',
      } as never),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_RTB_BAD_STATE_ROUTE',
    world: worldOf(
      a({ routes: { main: hubbed.a } }),
      b({ routes: { main: hubbed.b } }),
      hub(['10.1.0.0/16 a', '10.2.0.0/16 b blackhole']),
    ),
    ask: 'i-web > i-app2 tcp 443',
  },
  {
    code: 'TGW_BAD_STATE_VPN',
    world: worldOf(
      a({ routes: { main: ['10.9.0.0/16 tgw-1'] } }),
      tgw('1', {
        attachments: { a: 'app 10.1.1.60', v: 'vpn-2' },
        routes: ['10.9.0.0/16 v', '10.1.0.0/16 a'],
      }),
      vpn('2', 'tgw-1 down'),
    ),
    ask: 'i-web > 10.9.0.1 tcp 443',
  },
  {
    code: 'BAD_STATE_VPN',
    world: worldOf(a({ routes: { main: ['10.9.0.0/16 vgw-a'] } }), vpnGateway('a'), vpn('1', 'vgw-a down')),
    ask: 'i-web > 10.9.0.1 tcp 443',
  },
  {
    code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
    world: worldOf(
      a({ routes: { main: ['10.9.0.0/16 vgw-a', '10.2.0.0/16 tgw-1'] } }),
      b({ routes: { main: ['0.0.0.0/0 tgw-1'] } }),
      hub(['0.0.0.0/0 a', '10.2.0.0/16 b']),
      vpnGateway('a'),
      vpn('1', 'vgw-a'),
    ),
    ask: 'i-app2 > vgw-a tcp 443 dst:10.9.0.1',
  },
  {
    code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    world: worldOf(a(), vpnGateway('a'), vpn('1', 'vgw-a')),
    ask: 'vgw-a > eni-db udp 443 dst:10.5.0.1',
  },
  {
    code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
    world: worldOf(
      a({ routes: { main: ['pl-s3 vpce-s3'] } }),
      gatewayEndpoint('s3', 'a', ['203.0.113.0/24']),
    ),
    ask: 'i-web > vpce-s3 udp 443',
  },
  {
    code: 'VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION',
    world: worldOf(
      a({ routes: { main: ['192.0.2.0/24 vpce-s3'] } }),
      gatewayEndpoint('s3', 'a', ['203.0.113.0/24']),
    ),
    ask: 'i-web > vpce-s3 tcp 443 dst:192.0.2.1',
  },
  {
    code: 'VPCE_INTRA_VPC_TRAFFIC',
    world: worldOf(a(), interfaceEndpoint('kms', 'a', 'data', '10.1.2.50', 'sg-a')),
    ask: 'vpce-kms > i-web tcp 443',
  },
  { code: 'DISCONNECTED_VPCS', world: worldOf(a(), b()), ask: 'i-web > i-app2 tcp 443' },
  { code: 'NO_PATH', world: worldOf(a(), vpnGateway('a')), ask: 'vgw-a > vgw-a tcp 443' },
  { code: 'NO_SOURCE_OR_DESTINATION', world: worldOf(a()), ask: 'i-web > i-gone tcp 443' },
  {
    code: 'UNASSOCIATED_COMPONENT',
    world: worldOf(a(), vpnGateway('a', false)),
    ask: 'i-web > vgw-a tcp 443',
  },
  { code: 'UNSUPPORTED_COMPONENT', world: worldOf(...nat()), ask: 'i-web > nat-a tcp 443' },
  {
    code: 'COMPONENT_FILTER_RESTRICTION',
    world: worldOf(a({ routes: { main: joined.a } }), b({ routes: { main: joined.b } }), peering('a', 'b')),
    ask: 'i-web > i-app2 tcp 443',
    FilterInArns: ['arn:aws:ec2:eu-central-1:111122223333:transit-gateway/tgw-1'],
  },
  {
    code: 'COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT',
    world: worldOf(a({ routes: { main: joined.a } }), b({ routes: { main: joined.b } }), peering('a', 'b')),
    ask: 'i-web > i-app2 tcp 443',
    FilterOutArns: ['pcx-ab'],
  },
  {
    code: 'FILTER_AT_SOURCE_DESTINATION_ADDRESS',
    world: worldOf(a({ servers: { web: '10.1.1.10', db: '10.1.2.10 10.1.2.11' } })),
    ask: 'eni-web > eni-db tcp 443 dst:10.1.2.11 >dst:10.1.2.10',
  },
  {
    code: 'FILTER_AT_SOURCE_DESTINATION_PORT_RANGE',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp dport:80 >dport:443',
  },
  { code: 'FILTER_AT_SOURCE_PROTOCOL', world: worldOf(...nat()), ask: 'i-web > igw-a 47', mode: 'complete' },
  {
    code: 'FILTER_AT_SOURCE_SOURCE_ADDRESS',
    world: worldOf(a({ servers: { web: '10.1.1.10 10.1.1.11', db: '10.1.2.10' } })),
    ask: 'eni-web > eni-db tcp 443 src:10.1.1.11 >src:10.1.1.10',
  },
  {
    code: 'FILTER_AT_SOURCE_SOURCE_PORT_RANGE',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp 443 sport:1000 >sport:2000',
  },
  {
    code: 'FILTER_AT_DESTINATION_DESTINATION_ADDRESS',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp 443 >dst:10.1.2.11',
  },
  {
    code: 'FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp 443 >dport:80',
  },
  {
    code: 'FILTER_AT_DESTINATION_PROTOCOL',
    world: worldOf(
      a({ routes: { main: ['pl-s3 vpce-s3'] } }),
      gatewayEndpoint('s3', 'a', ['203.0.113.0/24']),
    ),
    ask: 'i-web > vpce-s3 udp 443',
  },
  {
    code: 'FILTER_AT_DESTINATION_SOURCE_ADDRESS',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp 443 >src:10.1.1.99',
  },
  {
    code: 'FILTER_AT_DESTINATION_SOURCE_PORT_RANGE',
    world: worldOf(a()),
    ask: 'i-web > i-db tcp 443 sport:1000 >sport:2000',
  },
  {
    code: 'IGW_EXPECTS_PUBLIC_ADDRESS',
    world: worldOf(outside()),
    ask: 'igw-a > i-web tcp 443 src:10.0.0.1',
  },
];

describe('explanation codes', () => {
  it.each(CASES)('$code: $ask', ({ code, world, ask, ...options }) => {
    const { analysis } = analysed(world, ask, options);
    expect(analysis.NetworkPathFound).toBe(false);
    const explained = analysis.Explanations?.find(({ ExplanationCode }) => ExplanationCode === code);
    expect(explained ?? analysis.Explanations?.map(({ ExplanationCode }) => ExplanationCode)).toMatchObject({
      ExplanationCode: code,
    });
    // Every field is one that the code fills, by AWS's page or by our reading of it.
    const { ExplanationCode: _code, ...fields } = explained ?? { ExplanationCode: code };
    expect(EXPLANATION_CODES[code].fields).toEqual(expect.arrayContaining(Object.keys(fields)));
    expect(Object.values(fields)).not.toContain(undefined);
  });
});

interface DetailCase {
  readonly code: AdditionalDetailCode;
  readonly world: World;
  readonly ask: string;
  /** The component that says so. */
  readonly at: string;
}

/** A spoke whose way out leads through a firewall, and a NAT gateway behind it, in another VPC. */
const inspected = worldOf(
  a({
    subnets: { app: '10.1.1.0/24', wall: '10.1.3.0/24', pub: '10.1.4.0/24' },
    servers: { web: '10.1.1.10' },
    igw: true,
    routes: { app: ['0.0.0.0/0 vpce-wall'], wall: ['0.0.0.0/0 nat-a'], pub: ['0.0.0.0/0 igw-a'] },
  }),
  b({ routes: { main: ['0.0.0.0/0 tgw-1'] } }),
  gatewayLoadBalancerEndpoint('wall', 'a', 'wall', '10.1.3.50', 'firewall'),
  natGateway('a', 'a', 'pub', '10.1.4.200 198.51.100.99'),
  hub(['0.0.0.0/0 a', '10.2.0.0/16 b']),
);

const DETAILS: readonly DetailCase[] = [
  { code: 'AVAILABILITY_ZONE_CROSSED', world: worldOf(a()), ask: 'i-web > i-db tcp 443', at: 'eni-db' },
  {
    code: 'UNIDIRECTIONAL_PATH_ANALYSIS_ONLY',
    world: worldOf(a({ routes: { main: hubbed.a } }), b({ routes: { main: hubbed.b } }), hub(THERE_AND_BACK)),
    ask: 'i-web > i-app2 tcp 443',
    at: 'i-app2',
  },
  {
    code: 'PATH_THROUGH_GWLB_NOT_CHECKED',
    world: worldOf(
      a({
        subnets: { app: '10.1.1.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10' },
        igw: true,
        routes: { app: ['0.0.0.0/0 vpce-wall'], wall: ['0.0.0.0/0 igw-a'] },
        edges: { 'igw-a': ['10.1.1.0/24 vpce-wall'] },
      }),
      gatewayLoadBalancerEndpoint('wall', 'a', 'wall', '10.1.3.50'),
    ),
    ask: 'i-web > igw-a tcp 443',
    at: 'vpce-wall',
  },
  {
    code: 'RESPONSE_RTB_HAS_NO_ROUTE_TO_TRANSIT_GATEWAY',
    world: worldOf(
      a(),
      b({ routes: { main: hubbed.b } }),
      interfaceEndpoint('kms', 'a', 'data', '10.1.2.50', 'sg-a'),
      hub(THERE_AND_BACK),
    ),
    ask: 'i-app2 > vpce-kms tcp 443',
    at: 'vpce-kms',
  },
  {
    code: 'TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED',
    world: inspected,
    ask: 'i-app2 > igw-a tcp 443',
    at: 'tgw-attach-a',
  },
];

describe('additional detail codes', () => {
  it.each(DETAILS)('$code: $ask', ({ code, world, ask, at }) => {
    const { analysis } = analysed(world, ask);
    const said = [...(analysis.ForwardPathComponents ?? []), ...(analysis.ReturnPathComponents ?? [])].filter(
      ({ AdditionalDetails }) =>
        AdditionalDetails.some(({ AdditionalDetailType }) => AdditionalDetailType === code),
    );
    expect(said.map(({ Component }) => Component.Id)).toContain(at);
    for (const { AdditionalDetails } of said) {
      const [detail] = AdditionalDetails.filter((one) => one.AdditionalDetailType === code);
      const { AdditionalDetailType: _code, ...fields } = detail ?? { AdditionalDetailType: code };
      expect(DETAIL_CODES[code].fields).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
  });
});

describe('the list of codes', () => {
  const shown: readonly string[] = [...CASES, ...DETAILS].map(({ code }) => code);
  const missing = facts.map(({ code }) => code).filter((code) => !shown.includes(code));

  it('is shown in full, but for load balancers', () => {
    const wanted = facts.filter((fact) => fact.likely_to_simulate === 'yes').map(({ code }) => code);
    expect(wanted.length).toBeGreaterThan(60);
    expect(missing.filter((code) => wanted.includes(code) && !/^(ELBV2|TARGET)_/.test(code))).toEqual([]);
  });

  it('has its gaps named in ARCHITECTURE.md, each with its reason', async () => {
    const page = await readFile('ARCHITECTURE.md', 'utf8');
    const [, section = ''] = page.split('## Codes that are never printed');
    const [table = ''] = section.split('\n## ');
    const named = [...table.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code = '']) => code);
    expect(named.sort()).toEqual([...missing].sort());
  });
});
