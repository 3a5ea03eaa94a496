/** Faults of VPC endpoints: not associated, missing, not dialled, not admitting. */
import type { Change, World } from '../../simulate/world';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';
import { HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { ends, groupRules, type IntentPath, met, routes } from '../intent-path';
import { revoked } from './at-groups';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING];

/** RFC 5737, TEST-NET-3, in the place of the public address that a service's name answers with where no endpoint answers for it. */
const PUBLIC_SERVICE = '203.0.113.240';

/** The interface endpoint whose interface is dialled. */
function interfaceEndpoint(path: IntentPath): VpcEndpoint | undefined {
  const { server } = ends(path);
  return [...path.world.network.vpcEndpoints.values()].find(
    ({ type, networkInterfaces }) =>
      type === 'interface' && networkInterfaces.some(({ id }) => id === server?.id),
  );
}

/** F072 */
export const gwepNotAssociated: Fault = {
  id: 'gwep-not-associated',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The gateway endpoint is not associated with the subnet's route table.",
  sites(path) {
    const endpoint = met(path, 'forward', 'vpc-endpoint')[0]?.component;
    const table = routes(path, 'forward').find(
      ({ route: { target } }) => target.kind !== 'local' && target.id === endpoint,
    );
    if (endpoint === undefined || !table) return [];
    const call = { Service: 'ec2', Action: 'ModifyVpcEndpoint', VpcEndpointId: endpoint } as const;
    return byCalls(path.design.world, [{ ...call, RemoveRouteTableIds: [table.tableId] }], {
      at: endpoint,
      repair: ({ Snapshot }) =>
        Snapshot.VpcEndpoints?.some(
          (row) => row.VpcEndpointId === endpoint && row.RouteTableIds?.includes(table.tableId),
        )
          ? []
          : [{ ...call, AddRouteTableIds: [table.tableId] }],
    });
  },
};

/** F074: its name then answers with a public address. */
export const ifEndpointMissing: Fault = {
  id: 'if-endpoint-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'A closed VPC lacks the interface endpoint of a service that it calls.',
  sites(path) {
    const endpoint = interfaceEndpoint(path);
    const row = path.design.world.Snapshot.VpcEndpoints?.find(
      ({ VpcEndpointId }) => VpcEndpointId === endpoint?.id,
    );
    if (!row?.VpcId || !row.ServiceName) return [];
    const { VpcId, ServiceName, SubnetIds = [], Groups = [] } = row;
    const made: Change = {
      Service: 'ec2',
      Action: 'CreateVpcEndpoint',
      VpcId,
      ServiceName,
      VpcEndpointType: 'Interface',
      SubnetIds,
      SecurityGroupIds: Groups.flatMap(({ GroupId }) => GroupId ?? []),
      PrivateDnsEnabled: true,
    };
    const gone: Change = {
      Service: 'ec2',
      Action: 'DeleteVpcEndpoints',
      VpcEndpointIds: [row.VpcEndpointId],
    };
    return byCalls(path.design.world, [gone], {
      at: VpcId,
      attempt: { To: PUBLIC_SERVICE },
      repair: (world) => (addressOf(world, VpcId, ServiceName) === undefined ? [made] : []),
      attemptAfter: (mended) => ({ To: addressOf(mended, VpcId, ServiceName) ?? PUBLIC_SERVICE }),
    });
  },
};

/** What the name of a service answers with inside a VPC: the endpoint's first interface. */
function addressOf({ Snapshot }: World, vpcId: string, serviceName: string): string | undefined {
  const endpoint = Snapshot.VpcEndpoints?.find(
    (row) => row.VpcId === vpcId && row.ServiceName === serviceName && row.PrivateDnsEnabled,
  );
  const [id] = endpoint?.NetworkInterfaceIds ?? [];
  return Snapshot.NetworkInterfaces?.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id)
    ?.PrivateIpAddress;
}

/** F076 */
export const ifEndpointDns: Fault = {
  id: 'if-endpoint-dns',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "Private DNS of the interface endpoint is off, so that the service's name leads to a public address.",
  sites(path) {
    const endpoint = interfaceEndpoint(path);
    if (!endpoint) return [];
    const { id: VpcEndpointId, vpcId, serviceName } = endpoint;
    const call = { Service: 'ec2', Action: 'ModifyVpcEndpoint', VpcEndpointId } as const;
    return byCalls(path.design.world, [{ ...call, PrivateDnsEnabled: false }], {
      at: VpcEndpointId,
      attempt: { To: PUBLIC_SERVICE },
      repair: () => [{ ...call, PrivateDnsEnabled: true }],
      attemptAfter: (mended) => ({ To: addressOf(mended, vpcId, serviceName) ?? PUBLIC_SERVICE }),
    });
  },
};

/** F075 */
export const ifEndpointSg: Fault = {
  id: 'if-endpoint-sg',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The interface endpoint's security group does not admit its clients on port 443.",
  sites(path) {
    const own = new Set(
      interfaceEndpoint(path) ? (ends(path).server?.securityGroups ?? []).map(({ id }) => id) : [],
    );
    return groupRules(path, 'ingress')
      .filter(({ groupId }) => own.has(groupId))
      .flatMap(({ groupId }) => revoked(path, groupId, 'ingress'));
  },
};

export const VPC_ENDPOINT_FAULTS: readonly Fault[] = [
  gwepNotAssociated,
  ifEndpointMissing,
  ifEndpointDns,
  ifEndpointSg,
];
