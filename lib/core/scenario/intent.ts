/** Something that somebody wants to do over the network, or that nobody may. */
import type { ServiceCallDocument } from '../simulate/world';

export interface Intent {
  /** `ssh-build`: unique in its design. */
  readonly id: string;
  /** "SSH to build-1 from the office", as people would call it. */
  readonly says: string;
  /** A host's name. */
  readonly from: string;
  /** What is dialled: an address. */
  readonly to: string;
  /** Who is meant by it. */
  readonly server: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  /** 0 for ICMP. */
  readonly port: number;
  /** What is asked of a service behind an endpoint, where its policy has a say. */
  readonly call?: ServiceCallDocument | undefined;
}
