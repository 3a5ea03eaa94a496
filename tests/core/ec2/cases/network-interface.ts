/** Calls about network interfaces: refusals and command lines. */
import { ERRORS, type Line, type Refused } from '../../../support/calls';

const MODIFY =
  'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html';

export const REFUSED: readonly Refused[] = [
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-9', Groups: ['sg-c'] },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c', Groups: ['sg-9'] },
    'InvalidGroup.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c' },
    'InvalidParameterCombination',
    MODIFY,
  ],
];

export const LINES: readonly Line[] = [
  [
    {
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: 'eni-1',
      SourceDestCheck: { Value: false },
    },
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-1', Groups: ['sg-1', 'sg-2'] },
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --groups sg-1 sg-2',
  ],
];
