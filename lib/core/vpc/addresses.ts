/** The addresses of network interfaces: inside their subnet, owned once, and paired with public ones as the document says. */
import type { Snapshot } from '../ec2/schema/snapshot';
import { type Address, formatAddress, parseAddress } from '../net/address';
import { addressAt, contains } from '../net/cidr';
import type { Ipv4 } from '../net/ipv4';
import { groupBy } from './index-by';
import type { PrivateAddress } from './network-interface';
import { ipv4, type Report } from './report';
import type { Subnet } from './subnet';

type InterfaceRow = NonNullable<Snapshot['NetworkInterfaces']>[number];
type AddressRow = NonNullable<Snapshot['Addresses']>[number];
type Path = readonly (string | number)[];

/** The primary first. Public addresses stand at the interface, at the private address, or in `Addresses`. */
export function privateAddressesOf(
  row: InterfaceRow,
  elastic: readonly AddressRow[],
  subnet: Subnet,
  path: Path,
  report: Report,
): readonly PrivateAddress[] {
  const rows = row.PrivateIpAddresses?.length
    ? row.PrivateIpAddresses
    : row.PrivateIpAddress
      ? [{ PrivateIpAddress: row.PrivateIpAddress, Primary: true, Association: row.Association }]
      : [];
  const primary = rows.find(({ Primary }) => Primary) ?? rows[0];
  const elasticFor = groupBy(elastic, (other) => other.PrivateIpAddress ?? primary?.PrivateIpAddress ?? '');
  const ordered = primary ? [primary, ...rows.filter((other) => other !== primary)] : [];
  return ordered.map(({ PrivateIpAddress, Association }) => {
    const address = ipv4(PrivateIpAddress);
    checkInside(address, subnet, path, report);
    const isPrimary = PrivateIpAddress === primary?.PrivateIpAddress;
    const said = [
      Association?.PublicIp,
      isPrimary ? row.Association?.PublicIp : undefined,
      ...(elasticFor.get(PrivateIpAddress) ?? []).map(({ PublicIp }) => PublicIp),
    ].filter((text) => text !== undefined);
    if (new Set(said).size > 1) {
      report.issue(
        path,
        `\`${row.NetworkInterfaceId}\` is paired with \`${said[0]}\` and with \`${said.find((text) => text !== said[0])}\``,
      );
    }
    const [publicAddress] = said;
    return publicAddress === undefined ? { address } : { address, publicAddress: ipv4(publicAddress) };
  });
}

/** The first four addresses of a subnet and its last belong to AWS. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function checkInside(address: Ipv4, subnet: Subnet, path: Path, report: Report): void {
  const block = subnet.cidrs.find((cidr) => contains(cidr, address));
  const text = formatAddress(address);
  if (!block) {
    report.issue(path, `\`${text}\` is not in \`${subnet.id}\``);
    return;
  }
  const size = 2 ** (32 - block.length);
  const reserved = [0, 1, 2, 3, size - 1].some((offset) => addressAt(block, offset) === address);
  if (reserved)
    report.issue(path, `\`${text}\` is one of the five addresses that AWS keeps in \`${subnet.id}\``);
}

export function ipv6AddressesOf(
  row: InterfaceRow,
  subnet: Subnet,
  path: Path,
  report: Report,
): readonly Address[] {
  return (row.Ipv6Addresses ?? []).flatMap(({ Ipv6Address }) => {
    const address = parseAddress(Ipv6Address);
    if (address === undefined) return [];
    if (!subnet.cidrs.some((cidr) => contains(cidr, address)))
      report.issue(path, `\`${Ipv6Address}\` is not in \`${subnet.id}\``);
    return [address];
  });
}
