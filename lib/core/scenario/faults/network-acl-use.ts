/** Network ACLs put to use: a fresh list, a list that is blamed for what it never sees, a list that keeps one address out. */
import type { Change, World } from '../../simulate/world';
import { INFRASTRUCTURE_SECURITY, NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import type { Intent } from '../intent';
import { asked, ends, type IntentPath } from '../intent-path';
import { byCalls } from './by-calls';

function associationOf({ Snapshot }: World, subnetId: string): string | undefined {
  return (Snapshot.NetworkAcls ?? [])
    .flatMap(({ Associations = [] }) => Associations)
    .find(({ SubnetId }) => SubnetId === subnetId)?.NetworkAclAssociationId;
}

/** F044 */
export const naclCustomDenyAll: Fault = {
  id: 'nacl-custom-deny-all',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING],
  says: 'The subnet follows a new network ACL, which denies everything until somebody writes an entry.',
  sites(path) {
    const { client, server } = ends(path);
    const subnet = server?.subnet;
    const AssociationId = subnet && associationOf(path.design.world, subnet.id);
    // Within a subnet no list is asked.
    if (!subnet || AssociationId === undefined || client?.subnet.id === subnet.id) return [];
    const NetworkAclId = subnet.networkAcl.id;
    return byCalls(
      path.design.world,
      [
        { Service: 'ec2', Action: 'CreateNetworkAcl', As: 'fresh', VpcId: subnet.vpc.id },
        {
          Service: 'ec2',
          Action: 'ReplaceNetworkAclAssociation',
          AssociationId,
          NetworkAclId: { Ref: 'fresh' },
        },
      ],
      {
        at: subnet.id,
        repair: (world) => [
          {
            Service: 'ec2',
            Action: 'ReplaceNetworkAclAssociation',
            AssociationId: associationOf(world, subnet.id) ?? AssociationId,
            NetworkAclId,
          },
        ],
      },
    );
  },
};

/** F046 */
export const naclIntraSubnet: Fault = {
  id: 'nacl-intra-subnet',
  layer: 'network-acl',
  symptom: 'false-alarm',
  tasks: [VPC_FAULTS, TROUBLESHOOTING],
  says: 'A network ACL denies the port between two hosts of one subnet, and is never asked about them.',
  sites(path) {
    const { client, server } = ends(path);
    if (!client || !server || client.subnet.id !== server.subnet.id) return [];
    const taken = new Set(server.subnet.networkAcl.ingress.map(({ ruleNumber }) => ruleNumber));
    const RuleNumber = [7, 9, 11].find((number) => !taken.has(number)) ?? 13;
    const { port } = path.intent;
    const deny = (Egress: boolean): Change => ({
      Service: 'ec2',
      Action: 'CreateNetworkAclEntry',
      NetworkAclId: server.subnet.networkAcl.id,
      RuleNumber,
      Egress,
      Protocol: '6',
      RuleAction: 'deny',
      CidrBlock: '0.0.0.0/0',
      PortRange: { From: port, To: port },
    });
    return byCalls(path.design.world, [deny(false), deny(true)], {
      at: server.subnet.networkAcl.id,
      repair: () => [],
    });
  },
};

/** F048: a security group has no deny, and whoever wants one needs a list. */
export const naclDenyTool: Fault = {
  id: 'nacl-deny-tool',
  layer: 'network-acl',
  symptom: 'exposed',
  tasks: [VPC_FAULTS, NETWORK_LOGS, INFRASTRUCTURE_SECURITY],
  says: 'One hostile address gets through: a group cannot deny it, and the network ACL has no entry before its allow.',
  sites: (path) =>
    path.design.forbidden
      .filter(({ server }) => server === path.intent.server)
      .flatMap((unwanted) => {
        const denied = deniedBy(path, unwanted);
        if (!denied) return [];
        const { NetworkAclId, RuleNumber, CidrBlock = '' } = denied;
        const key = { Service: 'ec2', NetworkAclId, RuleNumber, Egress: false } as const;
        return byCalls(path.design.world, [{ ...key, Action: 'DeleteNetworkAclEntry' }], {
          at: NetworkAclId,
          tries: { From: unwanted.from, To: unwanted.to, Port: unwanted.port },
          repair: ({ Snapshot }) =>
            Snapshot.NetworkAcls?.find((row) => row.NetworkAclId === NetworkAclId)?.Entries?.some(
              (entry) => !entry.Egress && entry.RuleNumber === RuleNumber,
            )
              ? []
              : [
                  {
                    ...key,
                    Action: 'CreateNetworkAclEntry',
                    Protocol: '-1',
                    RuleAction: 'deny',
                    CidrBlock,
                  },
                ],
        });
      }),
};

/** The entry of one's own that keeps somebody out. */
function deniedBy({ world, design }: IntentPath, unwanted: Intent) {
  const { decidedBy } = asked(world, unwanted);
  if (decidedBy?.step.kind !== 'network-acl' || decidedBy.step.by.ruleNumber >= 32767) return undefined;
  const { component, step } = decidedBy;
  const { ruleNumber } = step.by;
  const acl = design.world.Snapshot.NetworkAcls?.find(({ NetworkAclId }) => NetworkAclId === component);
  const row = acl?.Entries?.find(({ Egress, RuleNumber }) => !Egress && RuleNumber === ruleNumber);
  return row && { ...row, NetworkAclId: component };
}

export const NETWORK_ACL_USE_FAULTS: readonly Fault[] = [naclCustomDenyAll, naclIntraSubnet, naclDenyTool];
