/** Internet gateways of both kinds, and which is attached to which VPC; more than one is none that AWS would allow. */
import type { Snapshot } from '../ec2/schema/snapshot';
import { nameOf, type Report } from './report';

export interface InternetGateway {
  readonly id: string;
  readonly name?: string;
  /** The VPC of its attachment, where that is available. */
  readonly vpcId?: string;
}

/** For IPv6 that starts inside. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export type EgressOnlyInternetGateway = InternetGateway;

export function parseInternetGateways(snapshot: Snapshot, report: Report): readonly InternetGateway[] {
  return attachments(
    'InternetGateways',
    (snapshot.InternetGateways ?? []).map(({ InternetGatewayId: id, ...row }) => ({ id, ...row })),
    report,
  );
}

export function parseEgressOnlyInternetGateways(
  snapshot: Snapshot,
  report: Report,
): readonly EgressOnlyInternetGateway[] {
  return attachments(
    'EgressOnlyInternetGateways',
    (snapshot.EgressOnlyInternetGateways ?? []).map(({ EgressOnlyInternetGatewayId: id, ...row }) => ({
      id,
      ...row,
    })),
    report,
  );
}

interface Row extends Pick<NonNullable<Snapshot['InternetGateways']>[number], 'Attachments' | 'Tags'> {
  readonly id: string;
}

const WHAT = {
  InternetGateways: 'internet gateways',
  EgressOnlyInternetGateways: 'egress-only internet gateways',
};

function attachments(
  key: keyof typeof WHAT,
  rows: readonly Row[],
  report: Report,
): readonly InternetGateway[] {
  const taken = new Map<string, string>();
  return rows.map(({ id, Attachments, Tags }, index) => {
    const attached = Attachments?.find(
      ({ State }) => State === undefined || State === 'available' || State === 'attached',
    );
    const name = nameOf(Tags);
    if (attached) {
      const other = taken.get(attached.VpcId);
      if (other)
        report.issue(
          [key, index, 'Attachments'],
          `\`${attached.VpcId}\` has two ${WHAT[key]}, \`${other}\` and \`${id}\``,
        );
      taken.set(attached.VpcId, id);
    }
    return { id, ...(name !== undefined && { name }), ...(attached && { vpcId: attached.VpcId }) };
  });
}
