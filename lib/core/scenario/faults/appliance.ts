/** Faults of instances that pass on what is not for them: NAT instances, routers, inspection appliances. */
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { groupRules, type IntentPath, passedOnBy, translates } from '../intent-path';
import { admitSeen, permissionsFor } from './at-groups';
import { putRoute, routesTo } from './at-routes';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, TROUBLESHOOTING];

function withCheck(path: IntentPath, isNat: boolean): readonly Site[] {
  const passing = passedOnBy(path);
  if (!passing || translates(path, passing) !== isNat) return [];
  const check = (Value: boolean) =>
    ({
      Service: 'ec2',
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: passing.id,
      SourceDestCheck: { Value },
    }) as const;
  return byCalls(path.design.world, [check(true)], { at: passing.id, repair: () => [check(false)] });
}

/** F023 */
export const natInstanceSrcdst: Fault = {
  id: 'nat-instance-srcdst',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The NAT instance still has its source/destination check on, and drops what its clients send through it.',
  sites: (path) => withCheck(path, true),
};

/** F095 */
export const srcdstCheckAppliance: Fault = {
  id: 'srcdst-check-appliance',
  layer: 'host',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'An instance that routes for others has its source/destination check on.',
  sites: (path) => withCheck(path, false),
};

/** F027 */
export const natInstanceSg: Fault = {
  id: 'nat-instance-sg',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The NAT instance's security group does not admit the private ranges that it translates for.",
  sites(path) {
    const nat = passedOnBy(path);
    if (!nat || !translates(path, nat)) return [];
    const own = new Set(nat.securityGroups.map(({ id }) => id));
    return groupRules(path, 'ingress')
      .filter(({ groupId }) => own.has(groupId))
      .flatMap(({ groupId }) =>
        byCalls(
          path.design.world,
          [
            {
              Service: 'ec2',
              Action: 'RevokeSecurityGroupIngress',
              GroupId: groupId,
              IpPermissions: permissionsFor(path, groupId, 'ingress'),
            },
          ],
          { at: groupId, repair: () => admitSeen(path, groupId, 'ingress') },
        ),
      );
  },
};

/** F019: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
export const natProtocol: Fault = {
  id: 'nat-protocol',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'A NAT gateway took the place of a NAT instance, and carries TCP, UDP and ICMP alone.',
  sites(path) {
    const nat = passedOnBy(path);
    const [at] = routesTo(path, 'forward', 'network-interface');
    if (!nat || !translates(path, nat) || !at) return [];
    const { design } = path;
    return byCalls(
      design.world,
      [
        { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: 'address' },
        {
          Service: 'ec2',
          Action: 'CreateNatGateway',
          As: 'gateway',
          SubnetId: nat.subnet.id,
          AllocationId: { Ref: 'address' },
        },
        putRoute(design.world, at.tableId, at.destination, { NatGatewayId: { Ref: 'gateway' } }),
      ],
      {
        at: at.tableId,
        // ESP, IANA number 50: what a VPN client of somebody's own sends.
        tries: { Protocol: '50', Port: undefined },
        repair: (world) => [putRoute(world, at.tableId, at.destination, at.target)],
      },
    );
  },
};

export const APPLIANCE_FAULTS: readonly Fault[] = [
  natInstanceSrcdst,
  srcdstCheckAppliance,
  natInstanceSg,
  natProtocol,
];
