/** Sentences for calls about VPC endpoints. */
import type { VpcEndpointAction } from '../../ec2/actions/vpc-endpoint';
import { code, prose } from '../prose';
import { id, list, parts, type Sentences, some } from './words';

const KINDS = {
  Gateway: 'a gateway endpoint',
  Interface: 'an interface endpoint',
  GatewayLoadBalancer: 'a Gateway Load Balancer endpoint',
};

export const vpcEndpointSentences: Sentences<VpcEndpointAction> = {
  CreateVpcEndpoint: ({ VpcId, ServiceName, VpcEndpointType = 'Gateway', RouteTableIds, SubnetIds }) =>
    prose`Make ${KINDS[VpcEndpointType]} for ${code(ServiceName)} in ${parts(
      prose`${id(VpcId)}`,
      some('with routes in', RouteTableIds),
      some('with interfaces in', SubnetIds),
    )}`,
  ModifyVpcEndpoint: (action) =>
    prose`Change endpoint ${id(action.VpcEndpointId)}: ${parts(
      some('add routes in', action.AddRouteTableIds),
      some('remove routes from', action.RemoveRouteTableIds),
      some('add interfaces in', action.AddSubnetIds),
      some('remove interfaces from', action.RemoveSubnetIds),
      some('add security groups', action.AddSecurityGroupIds),
      some('remove security groups', action.RemoveSecurityGroupIds),
      action.PolicyDocument === undefined ? undefined : prose`give it another policy`,
      action.ResetPolicy ? prose`let its policy allow everything again` : undefined,
      action.PrivateDnsEnabled === undefined
        ? undefined
        : prose`turn private DNS ${action.PrivateDnsEnabled ? 'on' : 'off'}`,
    )}`,
  DeleteVpcEndpoints: ({ VpcEndpointIds }) => prose`Delete ${list(VpcEndpointIds)}`,
};
