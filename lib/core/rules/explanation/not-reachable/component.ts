/** What stands in the way of any component, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const COMPONENT_CODES = {
  BAD_STATE: code(
    'generic',
    'Component State',
    'The component is not in a working state (stopped, pending, failed, deleted and so on).',
  ),
  BAD_STATE_ATTACHMENT: code(
    'generic',
    'Component AttachedTo State',
    'The link between two components (IGW to VPC, ENI to instance, TGW attachment and so on) is not in a working state.',
  ),
  GATEWAY_REJECTS_SPOOFED_TRAFFIC: code(
    'generic',
    'Component Address Vpc',
    'A gateway drops a packet coming from the VPC whose source address is not legitimately owned there.',
  ),
  NO_POSSIBLE_DESTINATION: code(
    'generic',
    'Component ComponentAccount ComponentRegion MissingComponent',
    'No next component can receive the packet from here, or it left for another account or Region the analysis cannot see.',
  ),
  PROTOCOL_RESTRICTION: code(
    'generic',
    'Component Protocols',
    'The component handles only certain protocols and this one is not among them.',
  ),
  REMAP_EPHEMERAL_PORT: code(
    'generic / nat / elb',
    'Component PortRanges PacketField',
    'After a NAT gateway or load balancer the source port becomes an ephemeral one in 1024-65535, so a filter asking for another source port cannot be met.',
  ),
  UNKNOWN_DESTINATION: code(
    'generic',
    'Destination Component',
    'The path cannot be extended because too little is known about the next or final component.',
  ),
  UNKNOWN_RESOURCE: code(
    'generic',
    'Component ComponentAccount ComponentRegion',
    'The analyser could not describe this resource (permissions, other account, deleted).',
  ),
};
