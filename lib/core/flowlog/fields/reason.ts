/** Why, for which resource, and how encrypted: versions 8 to 10. */
import { declareFields, RECORDS } from './field';

const VERSION_8 = declareFields({ version: 8, standing: 'documented', source: RECORDS }, [
  [
    'reject-reason',
    'BPA: VPC Block Public Access refused it. EC: an endpoint did, because of encryption controls. - for every other reason, security groups and network ACLs included.',
  ],
]);

const VERSION_9 = declareFields({ version: 9, standing: 'documented', source: RECORDS }, [
  ['resource-id', 'The regional NAT gateway that the record is about; else -.'],
]);

const VERSION_10 = declareFields(
  {
    version: 10,
    standing: 'documented',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html',
  },
  [
    [
      'encryption-status',
      '0 not encrypted, 1 by the Nitro hardware, 2 by the application as far as ports tell, 3 by both; - where encryption controls are off.',
    ],
  ],
);

export const REASON_FIELDS = [...VERSION_8, ...VERSION_9, ...VERSION_10];
