/** The way between two subnets: the stations at which every packet between them is judged, in order. */
import { formatCidr } from '../../net/cidr';
import type { LaidOutEntries } from '../../rules/network-acl';
import type { SubjectSet } from '../../rules/subject';
import type { Direction } from '../../vpc/match';
import type { NetworkAcl } from '../../vpc/network-acl';
import type { Step } from '../trace';

export interface Way {
  readonly stations: readonly Station[];
  /** Of the stations. */
  readonly networkAcls: readonly NetworkAclStation[];
  /** What all these network ACLs let pass; undefined where it is not the same for all addresses of the two subnets. */
  readonly passing: SubjectSet | undefined;
  /** Whether the receiver can tell which security groups the sender has. */
  readonly keepsIdentity: boolean;
}

export type Station = FixedStation | NetworkAclStation | SecurityGroupsStation;

/** Says the same of every packet. */
export interface FixedStation {
  readonly kind: 'fixed';
  readonly component: string;
  readonly step: FixedStep;
}

export interface NetworkAclStation {
  readonly kind: 'network-acl';
  readonly networkAcl: NetworkAcl;
  readonly direction: Direction;
  readonly entries: LaidOutEntries;
}

/** The sender's on the way out, the receiver's on the way in. */
export interface SecurityGroupsStation {
  readonly kind: 'security-groups';
  readonly direction: Direction;
}

/** What looks at a packet's addresses and at nothing else of it. */
export type FixedStep = Extract<
  Step,
  {
    kind:
      | 'network-interface'
      | 'route-table'
      | 'subnet'
      | 'vpc-peering-connection'
      | 'transit-gateway'
      | 'transit-gateway-route-table';
  }
>;

/** Two stations with the same text say the same of every packet. */
export function textOf(station: Station): string {
  switch (station.kind) {
    case 'network-acl':
      return `${station.networkAcl.id} ${station.direction}`;
    case 'security-groups':
      return station.direction;
    case 'fixed': {
      const { component, step } = station;
      const by = 'by' in step && step.by !== 'no-route' ? step.by : undefined;
      const route = by && `${formatCidr(by.destination)} ${by.prefixListId ?? ''}`;
      // Of the two ends it does not matter which interface it was.
      const place = step.kind === 'network-interface' ? step.direction : component;
      return [step.kind, place, step.rule.id, route].join(' ');
    }
  }
}
