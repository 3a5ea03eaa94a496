/** It takes an address, a gateway and a route to be reached. */
import { VPC_FAULTS, VPC_SETUP } from '../exam-task';
import type { RepairTrap } from '../trap';

export const publicAddressAndGateway: RepairTrap = {
  id: 'public-address-and-gateway',
  asks: 'which-repair',
  tasks: [VPC_SETUP, VPC_FAULTS],
  beliefs: ['a-route-is-all-it-takes', 'public-subnet-is-enough'],
  bites: ['no-public-ip', 'eip-released', 'igw-missing'],
  contrasts: ['sg-in-missing', 'sg-wrong-source', 'nacl-in-missing', 'nacl-out-reply', 'host-firewall'],
};
