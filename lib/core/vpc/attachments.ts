/** Which gateway is attached to which VPC; more than one is none that AWS would allow. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { InternetGateway } from './gateway';
import { nameOf, type Report } from './report';

export function parseInternetGateways(snapshot: Snapshot, report: Report): readonly InternetGateway[] {
  const taken = new Map<string, string>();
  return (snapshot.InternetGateways ?? []).map((row, index) => {
    const attached = row.Attachments?.find(
      ({ State }) => State === undefined || State === 'available' || State === 'attached',
    );
    const name = nameOf(row.Tags);
    if (attached) {
      const other = taken.get(attached.VpcId);
      if (other)
        report.issue(
          ['InternetGateways', index, 'Attachments'],
          `\`${attached.VpcId}\` has two internet gateways, \`${other}\` and \`${row.InternetGatewayId}\``,
        );
      taken.set(attached.VpcId, row.InternetGatewayId);
    }
    return {
      id: row.InternetGatewayId,
      ...(name !== undefined && { name }),
      ...(attached && { vpcId: attached.VpcId }),
    };
  });
}
