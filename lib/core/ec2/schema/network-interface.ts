/** Network interfaces and instances. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4, ipv6, tags } from './value';

const association = z.looseObject({
  PublicIp: ipv4.optional(),
  IpOwnerId: z.string().optional(),
  AllocationId: z.string().optional(),
  AssociationId: z.string().optional(),
});

export const networkInterfaceSchema = z.looseObject({
  NetworkInterfaceId: id('eni'),
  SubnetId: id('subnet'),
  VpcId: id('vpc').optional(),
  OwnerId: z.string().optional(),
  Description: z.string().optional(),
  InterfaceType: z.string().optional(),
  RequesterManaged: z.boolean().optional(),
  SourceDestCheck: z.boolean().optional(),
  Status: z.string().optional(),
  PrivateIpAddress: ipv4.optional(),
  PrivateIpAddresses: z
    .array(
      z.looseObject({
        PrivateIpAddress: ipv4,
        Primary: z.boolean().optional(),
        Association: association.optional(),
      }),
    )
    .optional(),
  Ipv6Addresses: z.array(z.looseObject({ Ipv6Address: ipv6 })).optional(),
  Groups: z.array(z.looseObject({ GroupId: z.string() })).optional(),
  Attachment: z
    .looseObject({
      AttachmentId: z.string().optional(),
      DeviceIndex: z.number().int().optional(),
      InstanceId: z.string().optional(),
      Status: z.string().optional(),
    })
    .optional(),
  /** Seconds, where somebody set other idle time-outs than EC2's. */
  ConnectionTrackingConfiguration: z
    .looseObject({
      TcpEstablishedTimeout: z.number().int().min(60).max(432_000).optional(),
      UdpStreamTimeout: z.number().int().min(60).max(180).optional(),
      UdpTimeout: z.number().int().min(30).max(60).optional(),
    })
    .optional(),
  Association: association.optional(),
  TagSet: tags,
});

export const instanceSchema = z.looseObject({
  InstanceId: id('i'),
  InstanceType: z.string().optional(),
  State: z
    .looseObject({
      Name: z.enum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped']),
    })
    .optional(),
  NetworkInterfaces: z.array(networkInterfaceSchema).optional(),
  Tags: tags,
});

export type NetworkInterfaceRow = Immutable<z.infer<typeof networkInterfaceSchema>>;
export type InstanceRow = Immutable<z.infer<typeof instanceSchema>>;
