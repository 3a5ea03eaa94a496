/** What is wrong with the question itself, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from './code';

export const CONFIGURATION_CODES = {
  DISCONNECTED_VPCS: code(
    'request / topology',
    'SourceVpc DestinationVpc',
    'Source and destination are in different VPCs with no supported connector between them.',
  ),
  NO_PATH: code(
    'request / topology',
    'Component',
    'No path could be built. Usual reasons: optional filters cannot be met; an endpoint of the path is not yet attached to the network; the source type cannot start traffic; an unsupported feature such as IPv6 is needed.',
  ),
  NO_SOURCE_OR_DESTINATION: code(
    'request / topology',
    'MissingComponent',
    'The source or the destination does not exist.',
  ),
  UNASSOCIATED_COMPONENT: code(
    'request / topology',
    'Component',
    'The component is not tied to a VPC of the account, or has no interface with an IPv4 address.',
  ),
  UNSUPPORTED_COMPONENT: code(
    'request / topology',
    'Component',
    'The analyser does not support this component type.',
  ),
};
