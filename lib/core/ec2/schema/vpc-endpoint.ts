/** VPC endpoints. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, tags } from './value';

export const vpcEndpointSchema = z.looseObject({
  VpcEndpointId: id('vpce'),
  VpcEndpointType: z.string().optional(),
  VpcId: id('vpc'),
  /** `com.amazonaws.eu-central-1.s3` */
  ServiceName: z.string().optional(),
  State: z.string().optional(),
  /** JSON as text; without one everything is allowed. */
  PolicyDocument: z.string().optional(),
  RouteTableIds: z.array(z.string()).optional(),
  SubnetIds: z.array(z.string()).optional(),
  Groups: z.array(z.looseObject({ GroupId: z.string() })).optional(),
  NetworkInterfaceIds: z.array(z.string()).optional(),
  PrivateDnsEnabled: z.boolean().optional(),
  RequesterManaged: z.boolean().optional(),
  Tags: tags,
});

export type VpcEndpointRow = Immutable<z.infer<typeof vpcEndpointSchema>>;
