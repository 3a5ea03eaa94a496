/** IP address functions. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
import { type Address, isIpv4, parseAddress } from '../../../net/address';
import { type Cidr, canonicalCidr, contains } from '../../../net/cidr';
import { isRfc1918 } from '../../../net/special';
import type { Value } from '../value';
import { type Parameter, pure, type QueryFunction, subnet, value } from './function';

const read = (text: Value): Address | undefined =>
  typeof text === 'string' ? parseAddress(text) : undefined;

const asking = (name: string, says: string, holds: (address: Address) => boolean): QueryFunction => ({
  name,
  parameters: [value('fieldName')],
  says,
  result: 'number',
  make: pure((text = null) => {
    const address = read(text);
    return address !== undefined && holds(address) ? 1 : 0;
  }),
});

/** A block whose address has bits behind the prefix is read as the API reads it; AWS asks for its start. */
const inSubnet = (
  name: string,
  says: string,
  parameter: Parameter,
  holds: (address: Address) => boolean,
): QueryFunction => ({
  name,
  parameters: [value('fieldName'), parameter],
  says,
  result: 'number',
  make: () => {
    // Nearly always a literal: read once.
    let text: Value = null;
    let block: Cidr | undefined;
    return (field: Value = null, subnetText: Value = null) => {
      if (subnetText !== text) {
        text = subnetText;
        block = typeof text === 'string' ? canonicalCidr(text) : undefined;
      }
      const address = read(field);
      return block && address !== undefined && holds(address) && contains(block, address) ? 1 : 0;
    };
  },
});

const any = (): boolean => true;
const isIpv6 = (address: Address): boolean => !isIpv4(address);

export const ADDRESS_FUNCTIONS: readonly QueryFunction[] = [
  asking('isValidIp', 'Whether the field is an IPv4 or IPv6 address.', any),
  asking('isValidIpV4', 'Whether the field is an IPv4 address.', isIpv4),
  asking('isValidIpV6', 'Whether the field is an IPv6 address.', isIpv6),
  inSubnet('isIpInSubnet', 'Whether the field is an address of the CIDR block.', subnet(), any),
  inSubnet(
    'isIpv4InSubnet',
    'Whether the field is an IPv4 address of the CIDR block.',
    subnet('IPv4'),
    isIpv4,
  ),
  inSubnet(
    'isIpv6InSubnet',
    'Whether the field is an IPv6 address of the CIDR block.',
    subnet('IPv6'),
    isIpv6,
  ),
  asking(
    'isPrivateIP',
    'Whether the field is an address of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918).',
    isRfc1918,
  ),
  {
    name: 'ipv4ToNumber',
    parameters: [value('fieldName')],
    says: 'The IPv4 address as one number.',
    result: 'number',
    make: pure((text = null) => {
      const address = read(text);
      return address !== undefined && isIpv4(address) ? address : null;
    }),
  },
];
