/** Where the doors of this room collect what they find: issues, and notices of what is kept but not modelled. */

import { invariant } from '../assert';
import { type Issue, MOST_ISSUES } from '../ec2/issue';
import { type Cidr, parseCidr } from '../net/cidr';
import { type Ipv4, parseIpv4 } from '../net/ipv4';

export class Report {
  readonly issues: Issue[] = [];
  readonly notices: Issue[] = [];
  private readonly leftOut = new Set<string>();

  issue(path: Issue['path'], message: string): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push({ path, message });
  }

  notice(path: Issue['path'], message: string): void {
    if (this.notices.length < MOST_ISSUES) this.notices.push({ path, message });
  }

  /** A row that stands in the document and not in the network: its own issue has been told. */
  leaveOut(id: string): void {
    this.leftOut.add(id);
  }

  /** A reference to what is not there. One to a row that was left out is in order, and its message would be untrue. */
  missing(path: Issue['path'], id: string, message: string): void {
    if (!this.leftOut.has(id)) this.issue(path, message);
  }
}

/** Values that the schema, or whoever built the document, has already checked. */
export function cidr(text: string): Cidr {
  const block = parseCidr(text);
  invariant(block, `\`${text}\` is a CIDR block`);
  return block;
}

export function ipv4(text: string): Ipv4 {
  const address = parseIpv4(text);
  invariant(address !== undefined, `\`${text}\` is an IPv4 address`);
  return address;
}

/** The `Name` tag, which people see instead of the id. */
export function nameOf(
  tags: readonly { readonly Key: string; readonly Value: string }[] | undefined,
): string | undefined {
  return tags?.find(({ Key }) => Key === 'Name')?.Value || undefined;
}
