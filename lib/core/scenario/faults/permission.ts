/** Faults of permissions, which look like faults of the network until somebody reads the log: it says ACCEPT both ways. */
import type { Change } from '../../simulate/world';
import { endpointPolicy } from '../draft/vpc-endpoint';
import { INFRASTRUCTURE_SECURITY, NETWORK_LOGS, TROUBLESHOOTING } from '../exam-task';
import type { Fault, Site } from '../fault';
import { type IntentPath, met } from '../intent-path';
import { byCalls } from './by-calls';

const TASKS = [NETWORK_LOGS, TROUBLESHOOTING, INFRASTRUCTURE_SECURITY];

/** `policy`: what the endpoint says from now on, from who calls and what is asked for. */
function withPolicy(
  path: IntentPath,
  policy: (principal: string, resource: string) => string,
  at: (endpointId: string, principal: string) => string,
): readonly Site[] {
  const { call } = path.intent;
  const id = met(path, 'forward', 'vpc-endpoint')[0]?.component;
  const row = path.design.world.Snapshot.VpcEndpoints?.find(({ VpcEndpointId }) => VpcEndpointId === id);
  const { Principal, Resource } = call ?? {};
  if (!row?.PolicyDocument || Principal === undefined || Resource === undefined) return [];
  const says = (PolicyDocument: string): Change => ({
    Service: 'ec2',
    Action: 'ModifyVpcEndpoint',
    VpcEndpointId: row.VpcEndpointId,
    PolicyDocument,
  });
  const { PolicyDocument } = row;
  return byCalls(path.design.world, [says(policy(Principal, Resource))], {
    at: at(row.VpcEndpointId, Principal),
    repair: () => [says(PolicyDocument)],
  });
}

/** F073 */
export const endpointPolicyDenies: Fault = {
  id: 'endpoint-policy',
  layer: 'permission',
  symptom: 'denied',
  tasks: TASKS,
  says: "The endpoint's policy lists another bucket: the network carries the request, and the answer is 403.",
  sites: (path) =>
    withPolicy(
      path,
      (principal) => endpointPolicy([principal], ['arn:aws:s3:::legacy-data', 'arn:aws:s3:::legacy-data/*']),
      (endpointId) => endpointId,
    ),
};

/** F113: as far as a permission shows in a network's own documents, which is in the policy of an endpoint. */
export const iamNotNetwork: Fault = {
  id: 'iam-not-network',
  layer: 'permission',
  symptom: 'denied',
  tasks: TASKS,
  says: 'The role that calls is not the one that may: access is denied at once, and no packet was lost.',
  sites: (path) =>
    withPolicy(
      path,
      (principal, resource) => endpointPolicy([`${principal}-2023`], [resource.replace(/\/.*$/, '/*')]),
      (_endpointId, principal) => principal,
    ),
};

export const PERMISSION_FAULTS: readonly Fault[] = [endpointPolicyDenies, iamNotNetwork];
