/** Sentences for calls about network interfaces. */
import type { NetworkInterfaceAction } from '../../ec2/actions/network-interface';
import { prose } from '../prose';
import { id, list, type Sentences } from './words';

export const networkInterfaceSentences: Sentences<NetworkInterfaceAction> = {
  ModifyNetworkInterfaceAttribute: ({ NetworkInterfaceId, Groups, SourceDestCheck }) =>
    Groups
      ? prose`Give ${id(NetworkInterfaceId)} the security groups ${list(Groups)}`
      : prose`Turn the source/destination check of ${id(NetworkInterfaceId)} ${SourceDestCheck?.Value ? 'on' : 'off'}`,
};
